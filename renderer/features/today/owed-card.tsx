import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf, routes } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { DueBadge } from '#renderer/components/payments/due-badge.tsx';
import { debtorName } from '#renderer/components/payments/names.ts';
import { PaymentDialog } from '#renderer/components/payments/payment-dialog.tsx';
import { RemindDialog } from '#renderer/components/payments/remind-dialog.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Debtor } from '#shared/contract/payments.ts';
import classes from './today.module.css';

const SHOWN = 5;

interface LineProps {
  readonly row: Debtor;
  onAct(act: 'remind' | 'take'): void;
}

/** Who is late and can be reached is reminded; the others pay. */
function Line({ row, onAct }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = debtorName(t, row);
  const isLate = (row.daysLate ?? 0) > 0;
  const act = isLate && row.phone !== null && row.customerId !== null ? 'remind' : 'take';
  return (
    <li>
      <span className={classes.who}>
        <span className={classes.name}>
          {row.customerId === null ? (
            name
          ) : (
            <Link href={addressOf({ customer: row.customerId })}>{name}</Link>
          )}
        </span>
        <DueBadge dueOn={row.dueOn} />
      </span>
      <span className={classes.money}>{format.money(row.owedMinor)}</span>
      <Button
        size="xs"
        aria-label={t(`payments.owed.${act}One`, { name })}
        onClick={() => onAct(act)}
      >
        {t(`payments.owed.${act}`)}
      </Button>
    </li>
  );
}

interface Act {
  readonly row: Debtor;
  readonly act: 'remind' | 'take';
}

function ActDialog({ row, act, onClose }: Act & { onClose(): void }) {
  const { t } = useTranslation();
  const { customerId, phone } = row;
  const name = debtorName(t, row);
  return act === 'remind' && customerId !== null ? (
    <RemindDialog customerId={customerId} name={name} phone={phone} onClose={onClose} />
  ) : (
    <PaymentDialog customerId={customerId} name={row.name} onClose={onClose} />
  );
}

/** Who has not paid in full, the longest overdue first, each with what to do next. */
export function OwedCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<Act | null>(null);
  const { data } = useQuery('payments.owed', { limit: SHOWN }, { keepPrevious: true });
  if (data === undefined || data.count === 0) return null;
  return (
    <Card
      title={t('payments.owed.title')}
      count={format.number(data.count)}
      actions={
        <Link href={routes.owed} className={classes.money}>
          {format.money(data.totals.owedMinor)}
        </Link>
      }
      padded={false}
      ruled
    >
      <ul className={classes.rows}>
        {data.rows.map((row) => (
          <Line key={row.customerId} row={row} onAct={(act) => setOpen({ row, act })} />
        ))}
      </ul>
      {data.count > data.rows.length && (
        <p className={classes.none}>
          <Link href={routes.owed}>{t('today.owedAll', { count: data.count })}</Link>
        </p>
      )}
      {open !== null && <ActDialog {...open} onClose={() => setOpen(null)} />}
    </Card>
  );
}
