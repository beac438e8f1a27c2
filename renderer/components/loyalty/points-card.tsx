import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { LedgerDialog } from './ledger-dialog.tsx';
import classes from './points.module.css';
import { RedeemDialog } from './redeem-dialog.tsx';

interface Props {
  readonly customerId: CustomerId;
  readonly name: string;
  /** Nobody is left who could spend them. */
  readonly isErased?: boolean;
}

function Balance({ points }: { readonly points: Output<'loyalty.ledger'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { balance, pointMinor, worthMinor, ending, endOn } = points;
  const said = { count: balance, worth: format.money(worthMinor) };
  return (
    <>
      <p className={classes.balance}>
        {t(pointMinor === 0 ? 'loyalty.points.bare' : 'loyalty.points.balance', said)}
      </p>
      {pointMinor === 0 && <p className={classes.quiet}>{t('loyalty.rule.noWorth')}</p>}
      {endOn !== null && (
        <p className={classes.quiet}>
          {t('loyalty.points.ending', { count: ending, date: format.date(endOn) })}
        </p>
      )}
    </>
  );
}

/** The level that is reached with what it gives, and what is missing to the next. */
function Level({ points }: { readonly points: Output<'loyalty.ledger'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { tier, nextTier } = points;
  return (
    <>
      {tier !== null && (
        <p className={classes.tier}>
          <b>{t('loyalty.points.tier', { name: tier.name })}</b>
          {tier.gives !== '' && <span>{tier.gives}</span>}
        </p>
      )}
      {nextTier !== null && (
        <p className={classes.quiet}>
          {nextTier.reachedBy === 'points'
            ? t('loyalty.points.nextPoints', { count: nextTier.missing, name: nextTier.name })
            : t('loyalty.points.nextMoney', {
                money: format.money(nextTier.missing),
                name: nextTier.name,
              })}
        </p>
      )}
    </>
  );
}

/** A customer's points: how many, what they are worth, what runs out, and every line of them. */
export function PointsCard({ customerId, name, isErased = false }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'lines' | 'redeem' | 'correct' | null>(null);
  const { data } = useQuery('loyalty.ledger', { customerId, limit: 1 });
  if (data === undefined || (!data.isOn && data.count === 0)) return null;
  const close = () => setOpen(null);
  return (
    <Card title={t('loyalty.points.title')}>
      <Balance points={data} />
      {!isErased && <Level points={data} />}
      <p className={classes.acts}>
        {!isErased && data.balance > 0 && (
          <Button size="xs" onClick={() => setOpen('redeem')}>
            {t('loyalty.redeem.title')}
          </Button>
        )}
        {data.count > 0 && (
          <Button size="xs" onClick={() => setOpen('lines')}>
            {t('loyalty.points.lines', { count: data.count })}
          </Button>
        )}
        {!isErased && (
          <Button size="xs" variant="subtle" onClick={() => setOpen('correct')}>
            {t('loyalty.points.correct')}
          </Button>
        )}
      </p>
      {open === 'lines' && <LedgerDialog customerId={customerId} name={name} onClose={close} />}
      {open === 'redeem' && (
        <RedeemDialog customerId={customerId} balance={data.balance} onClose={close} />
      )}
      {open === 'correct' && <CorrectDialog customerId={customerId} onClose={close} />}
    </Card>
  );
}
