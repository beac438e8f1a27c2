import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { OpenSale } from '#shared/contract/payments.ts';
import { DueBadge } from './due-badge.tsx';
import { openName } from './names.ts';
import classes from './payments.module.css';

/** What it came to, and what of that was paid and came back. */
function useSoFar(): (sale: OpenSale) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ totalMinor, paidMinor, returnedMinor }) => {
    const total = format.money(totalMinor);
    const paid = format.money(paidMinor);
    const returned = format.money(returnedMinor);
    if (paidMinor === 0)
      return returnedMinor === 0
        ? t('payments.unpaid')
        : t('payments.totalReturned', { total, returned });
    return returnedMinor === 0
      ? t('payments.totalPaid', { total, paid })
      : t('payments.totalPaidReturned', { total, paid, returned });
  };
}

interface Props {
  readonly open: readonly OpenSale[];
  /** On the account and for no sale. */
  readonly waitingMinor: number;
}

/** The sales that are not paid in full, the oldest first, and what waits against them. */
export function OpenSales({ open, waitingMinor }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const soFarOf = useSoFar();
  return (
    <>
      <ul className={classes.payments}>
        {open.map((sale) => (
          <li key={sale.saleId} className={classes.open}>
            <span className={classes.words}>
              {sale.saleId === null ? (
                <b>{openName(t, format, sale)}</b>
              ) : (
                <Link href={addressOf({ sale: sale.saleId })}>
                  {`${openName(t, format, sale)}, ${format.date(sale.soldOn, true)}`}
                </Link>
              )}
              <span className={classes.quiet}>{soFarOf(sale)}</span>
            </span>
            <span className={classes.right}>
              <b>{format.money(sale.leftMinor)}</b>
              <DueBadge dueOn={sale.dueOn} />
            </span>
          </li>
        ))}
      </ul>
      {waitingMinor > 0 && (
        <p className={classes.quiet}>
          {t('payments.waits', { amount: format.money(waitingMinor) })}
        </p>
      )}
    </>
  );
}
