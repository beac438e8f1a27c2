import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { DateText, Money } from '#renderer/components/figures.tsx';
import { StepBadge } from '#renderer/components/prospects/step-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { isOpen } from '#shared/domain/vocabulary/prospects.ts';
import classes from './prospect-page.module.css';

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What it may be worth, how likely it is, and what of that is likely to come. */
function WorthFacts({ row }: { readonly row: ProspectRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { worthMinor, chancePercent, expectedOn } = row;
  const unknown = <span className={classes.quiet}>{t('prospects.page.unknown')}</span>;
  return (
    <>
      <Fact name={t('prospects.form.worth')}>
        {worthMinor === null ? unknown : <Money minor={worthMinor} />}
      </Fact>
      <Fact name={t('prospects.column.chance')}>
        {chancePercent === null ? unknown : format.percent(chancePercent / 100)}
      </Fact>
      {isOpen(row.stage) && worthMinor !== null && chancePercent !== null && (
        <Fact name={t('prospects.page.weighted')}>
          <Money minor={Math.round((worthMinor * chancePercent) / 100)} />
        </Fact>
      )}
      <Fact name={t('prospects.form.expected')}>
        {expectedOn === null ? unknown : <DateText iso={expectedOn} />}
      </Fact>
    </>
  );
}

/** How it ended: the sale it became, or why it was lost. */
function EndFacts({ row }: { readonly row: ProspectRow }) {
  const { t } = useTranslation();
  const { sale, lost, stage } = row;
  if (lost !== null)
    return (
      <Fact name={t('prospects.page.lost')}>
        {[t(`prospects.reason.${lost.reason}`), lost.note].filter((part) => part !== '').join(': ')}
      </Fact>
    );
  if (stage !== 'won') return null;
  return (
    <Fact name={t('prospects.page.sale')}>
      {sale === null ? (
        t('prospects.card.unsold')
      ) : (
        <Link href={addressOf({ sale: sale.id })}>
          {sale.number ?? t('prospects.card.soldPlain')}
        </Link>
      )}
    </Fact>
  );
}

/** Everything that is known of a prospect. */
export function DetailsCard({ row }: { readonly row: ProspectRow }) {
  const { t } = useTranslation();
  const { customerId, customerName, nextStep, note } = row;
  return (
    <Card title={t('prospects.page.details')}>
      <dl className={classes.facts}>
        <Fact name={t('prospects.page.customer')}>
          <Link href={addressOf({ customer: customerId })}>
            {customerName === '' ? t('customers.noName') : customerName}
          </Link>
        </Fact>
        {isOpen(row.stage) && (
          <Fact name={t('prospects.page.nextStep')}>
            {nextStep !== null && nextStep.reason !== '' && `${nextStep.reason} `}
            <StepBadge row={row} />
          </Fact>
        )}
        <WorthFacts row={row} />
        <EndFacts row={row} />
      </dl>
      {note !== '' && <p className={classes.note}>{note}</p>}
    </Card>
  );
}

/** The stages it went through, and how long it stayed in each. */
export function PathCard({ path }: Pick<Output<'prospects.get'>, 'path'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('prospects.page.path')}>
      <ol className={classes.path}>
        {path.map(({ stage, enteredOn, days }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stage can be entered twice, and none goes
          <li key={index}>
            <b>{t(`prospects.stage.${stage}`)}</b>
            <span>{format.date(enteredOn)}</span>
            <span>
              {(isOpen(stage) || index < path.length - 1) &&
                t('prospects.page.days', { count: days })}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
