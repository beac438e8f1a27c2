import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { CoverBadge } from '#renderer/components/guarantee/cover-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CoveredLine } from '#shared/contract/guarantee.ts';
import type { Output } from '#shared/contract/index.ts';
import type { SaleId } from '#shared/ids.ts';
import classes from './purchase-list.module.css';

const E4 = 10_000;

/** The guarantees beside their lines: they come in the slip's order, for lines with a product alone. */
function coversOf(
  lines: Output<'sales.get'>['lines'],
  covered: readonly CoveredLine[],
): readonly (CoveredLine | null)[] {
  let next = 0;
  return lines.map((line) => {
    if (line.product === null) return null;
    next += 1;
    return covered[next - 1] ?? null;
  });
}

/** Until when the guarantee of a line runs; nothing where there is none. */
function LineCover({ line }: { readonly line: CoveredLine | null }) {
  const { t } = useTranslation();
  if (line === null || line.endsOn === null) return null;
  return (
    <span className={classes.cover}>
      {t('guarantee.title')} <CoverBadge endsOn={line.endsOn} daysLeft={line.daysLeft} isShort />
    </span>
  );
}

/** The lines of one sale as on its slip. */
export function SaleLines({ id, title }: { readonly id: SaleId; readonly title: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error } = useQuery('sales.get', { id });
  const covered = useQuery('guarantee.ofSale', { saleId: id });
  if (error !== null) return <ErrorState error={error.error} />;
  if (data === undefined) return null;
  const covers = coversOf(data.lines, covered.data ?? []);
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
              <td>
                {line.product ?? line.note ?? t('customer.anonymousLine')}
                <LineCover line={covers[index] ?? null} />
              </td>
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
