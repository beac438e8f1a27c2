import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ContactButtons } from '#renderer/components/contact/contact-buttons.tsx';
import { silenceWords } from '#renderer/components/contact/silence-words.ts';
import { SnoozeMenu } from '#renderer/components/contact/snooze-menu.tsx';
import { LayerSign } from '#renderer/components/sign/layer-sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';
import classes from './today.module.css';

type Slipping = Output<'insights.slipping'>['rows'][number];

function Line({ row }: { readonly row: Slipping }) {
  const { t } = useTranslation();
  const format = useFormat();
  const create = useCommand('followUps.create');
  const { sayError } = useUndo();
  const name = row.name === '' ? t('customers.noName') : row.name;
  const reason = silenceWords(t, format, row);
  const plan = async (day: string) => {
    const said = t('today.planned', { name, date: format.date(day) });
    const result = await create.run({ customerId: row.id, plan: { dueOn: day, reason } }, said);
    if (!result.ok) sayError(result.error);
  };
  return (
    <li className={classes.slipping}>
      <span className={classes.who}>
        <span className={classes.name}>
          <Link href={addressOf({ customer: row.id })}>{name}</Link>
          <LayerSign layer={row.layer} />
        </span>
        <span className={classes.reason}>{reason}</span>
        {row.isUnwilling && <StatusBadge kind="wrong">{t('privacy.may.no')}</StatusBadge>}
      </span>
      <span className={classes.money}>{format.money(row.activeRevenueMinor)}</span>
      <span className={classes.acts}>
        <ContactButtons phone={row.phone} name={name} isShort />
        <SnoozeMenu label={t('today.planFor', { name })} onPick={(day) => void plan(day)} />
      </span>
    </li>
  );
}

/** Customers who have been silent for longer than is usual for them. */
export function SlippingCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings } = useSettings();
  const { data } = useQuery('insights.slipping', { limit: 5 }, { keepPrevious: true });
  if (data === undefined) return <Skeleton h="9rem" radius="lg" />;
  if (data.count === 0) return null;
  return (
    <Card
      title={t('today.slipping')}
      count={format.number(data.count)}
      actions={
        <span className={classes.unit}>
          {t('today.windowRevenue', { count: settings.activeMonths })}
        </span>
      }
      padded={false}
      ruled
    >
      <ul className={classes.rows}>
        {data.rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
      {data.count > data.rows.length && (
        <p className={classes.none}>
          <Link href={lists.customers.showing({ only: 'slipping' })}>
            {t('today.slippingAll', { count: data.count })}
          </Link>
        </p>
      )}
      {data.through < format.today && (
        <p className={classes.rate}>
          {t('today.slippingThrough', { date: format.date(data.through) })}
        </p>
      )}
    </Card>
  );
}
