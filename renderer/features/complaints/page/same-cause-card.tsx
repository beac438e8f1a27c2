import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import classes from './cards.module.css';
import { Line } from './line.tsx';

type Brief = ComplaintPage['cameBackAs'][number];

function BriefLine({ brief }: { readonly brief: Brief }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = brief.customerName === '' ? t('customers.noName') : brief.customerName;
  return (
    <Line name={<Link href={addressOf({ complaint: brief.id })}>{name ?? brief.number}</Link>}>
      {format.date(brief.receivedOn, true)}
    </Line>
  );
}

/** Others with the same cause: the alarm before the customer raises it. */
export function SameCauseCard({ page }: { readonly page: ComplaintPage }) {
  const { t } = useTranslation();
  const { sameCause, cause, isActionRequired, cameBackFrom, cameBackAs } = page;
  const { count, days, others } = sameCause;
  if (cause === null) return null;
  const hasAction = others.some((one) => one.hasAction);
  return (
    <Card
      title={t('complaint.same.title')}
      actions={
        count > 1 ? (
          <StatusBadge kind={isActionRequired ? 'wrong' : 'due'}>
            {t('complaint.same.count', { count, days })}
          </StatusBadge>
        ) : undefined
      }
    >
      <dl>
        {cameBackFrom !== null && (
          <>
            <dt className={classes.sub}>{t('complaint.check.cameBackFrom')}</dt>
            <BriefLine brief={cameBackFrom} />
          </>
        )}
        {cameBackAs.length > 0 && (
          <dt className={classes.sub}>{t('complaint.check.cameBackAs')}</dt>
        )}
        {cameBackAs.map((brief) => (
          <BriefLine key={brief.id} brief={brief} />
        ))}
        {others.map((brief) => (
          <BriefLine key={brief.id} brief={brief} />
        ))}
      </dl>
      <p className={classes.note}>
        {others.length === 0
          ? t('complaint.same.first', { count: days, days })
          : hasAction
            ? t('complaint.same.someHaveAction')
            : t('complaint.same.noneHasAction')}{' '}
        {others.length > 0 && (
          <Link href={lists.complaints.showing({ cause })}>{t('complaint.same.show')}</Link>
        )}
      </p>
    </Card>
  );
}
