import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { SaleId } from '#shared/ids.ts';
import classes from './purchase-list.module.css';

const E4 = 10_000;

/** The lines of one sale as on its slip. */
export function SaleLines({ id, title }: { readonly id: SaleId; readonly title: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error } = useQuery('sales.get', { id });
  if (error !== null) return <ErrorState error={error.error} />;
  if (data === undefined) return null;
  const { lines, discountMinor, shippingMinor, paymentMethod, note, sale } = data;
  return (
    <div className={classes.slip}>
      <table aria-label={t('customer.linesOf', { what: title })}>
        <thead>
          <tr>
            <th scope="col">{t('customer.product')}</th>
            <th scope="col">{t('customer.quantity')}</th>
            <th scope="col">{t('customer.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own and never move
            <tr key={index}>
              <td>{line.product ?? line.note ?? t('customer.anonymousLine')}</td>
              <td>{format.number(line.quantityE4 / E4, 4)}</td>
              <td>
                <Money minor={line.amountMinor} />
              </td>
            </tr>
          ))}
          {discountMinor !== 0 && (
            <tr>
              <td colSpan={2}>{t('customer.discount')}</td>
              <td>
                <Money minor={-discountMinor} />
              </td>
            </tr>
          )}
          {shippingMinor !== 0 && (
            <tr>
              <td colSpan={2}>{t('customer.shipping')}</td>
              <td>
                <Money minor={shippingMinor} />
              </td>
            </tr>
          )}
          <tr className={classes.total}>
            <td colSpan={2}>
              {t('customer.total')}
              {paymentMethod !== null && (
                <span className={classes.payment}>
                  {t('customer.payment')}: {paymentMethod}
                </span>
              )}
            </td>
            <td>
              <Money minor={sale.totalMinor} />
            </td>
          </tr>
        </tbody>
      </table>
      {note !== null && note !== '' && <p className={classes.note}>{note}</p>}
    </div>
  );
}
