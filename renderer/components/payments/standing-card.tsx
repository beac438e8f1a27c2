import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { OpenSales } from './open-sales.tsx';
import { PaymentDialog } from './payment-dialog.tsx';
import { PaymentList } from './payment-list.tsx';
import classes from './payments.module.css';
import { RemindDialog } from './remind-dialog.tsx';

type Standing = Output<'payments.standing'>;

/** How a customer pays, in sentences. */
export function standingText(t: Translate, format: Format, standing: Standing): string {
  const { owedMinor, overdueMinor, oldestLateDays, settled, averageDaysLate } = standing;
  const sentences: string[] = [];
  if (owedMinor > 0)
    sentences.push(t('payments.standing.owes', { amount: format.money(owedMinor) }));
  if (oldestLateDays !== null)
    sentences.push(
      t('payments.standing.late', {
        amount: format.money(overdueMinor),
        span: format.span(oldestLateDays),
      }),
    );
  if (owedMinor < 0)
    sentences.push(t('payments.standing.waiting', { amount: format.money(-owedMinor) }));
  if (averageDaysLate !== null) {
    const days = Math.round(averageDaysLate);
    const span = format.span(Math.abs(days));
    const how = days === 0 ? 'onTime' : days > 0 ? 'after' : 'before';
    sentences.push(t(`payments.standing.${how}`, { count: settled, span }));
  }
  return sentences.join(' ');
}

interface Props {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly phone: string | null;
  /** Nobody is left to be reminded; what comes all the same can be taken. */
  readonly isErased?: boolean;
}

function Acts({ customerId, name, phone, isErased = false }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'take' | 'remind' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className={classes.acts}>
      <Button size="xs" onClick={() => setOpen('take')}>
        {t('payments.take')}
      </Button>
      {!isErased && (
        <Button size="xs" onClick={() => setOpen('remind')}>
          {t('payments.owed.remind')}
        </Button>
      )}
      {open === 'take' && <PaymentDialog customerId={customerId} name={name} onClose={close} />}
      {open === 'remind' && (
        <RemindDialog customerId={customerId} name={name} phone={phone} onClose={close} />
      )}
    </div>
  );
}

const LATEST = 3;

/** What a customer owes, how they pay, and their latest payments; nothing where nothing was ever on account. */
export function StandingCard(props: Props) {
  const { customerId, name } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { data: standing, error } = useQuery('payments.standing', { customerId });
  const { data: account } = useQuery('payments.ofCustomer', { customerId });
  if (error !== null) return <ErrorState error={error.error} />;
  if (standing === undefined || account === undefined) return null;
  const { open, waitingMinor, payments } = account;
  if (open.length === 0 && payments.length === 0 && standing.settled === 0) return null;
  return (
    <Card title={t('payments.owed.title')}>
      <p className={classes.preview}>{standingText(t, format, standing)}</p>
      <OpenSales open={open} waitingMinor={standing.owedMinor > 0 ? waitingMinor : 0} />
      {standing.owedMinor > 0 && <Acts {...props} />}
      {payments.length > 0 && (
        <>
          <h3 className={classes.quiet}>{t('payments.list.title')}</h3>
          <PaymentList payments={payments.slice(0, LATEST)} name={name} />
        </>
      )}
    </Card>
  );
}
