import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { SaleId } from '#shared/ids.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import classes from './locked.module.css';
import { usePeriodName } from './use-period-name.ts';

interface Props {
  readonly id: SaleId;
  /** What the sale is called. */
  readonly title: string;
}

/** That a sale lies in a locked period, and how it is put right; nothing where its day is free. */
export function LockedSaleNote({ id, title }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePeriodName();
  const [isAsked, setAsked] = useState(false);
  const { data: sale } = useQuery('accountant.lockedSale', { saleId: id });
  if (sale === undefined || sale === null) return null;
  const { lock, hasReturns } = sale;
  const locked = t('period.sale.locked', {
    period: nameOf(lock),
    date: format.date(format.dayOf(lock.lockedAt)),
  });
  return (
    <div className={classes.lock} role="note">
      <IconLock size={18} stroke={1.75} aria-hidden="true" />
      <p>
        {locked} {hasReturns ? t('period.sale.corrected') : t('period.sale.how')}
      </p>
      {!hasReturns && (
        <Button size="xs" onClick={() => setAsked(true)}>
          {t('period.sale.correct')}
        </Button>
      )}
      {isAsked && (
        <CorrectDialog id={id} title={title} sale={sale} onClose={() => setAsked(false)} />
      )}
    </div>
  );
}
