import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { CoverBadge } from '#renderer/components/guarantee/cover-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CoveredLine } from '#shared/contract/guarantee.ts';
import type { Output } from '#shared/contract/index.ts';
import type { SaleId } from '#shared/ids.ts';
import classes from './sale.module.css';

const E4 = 10_000;

type Sale = Output<'sales.get'>;

/** The guarantees beside their lines: they come in the slip's order, for lines with a product alone. */
function coversOf(
  lines: Sale['lines'],
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

interface LineProps {
  readonly line: Sale['lines'][number];
  readonly cover: CoveredLine | null;
}

function Line({ line, cover }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr>
      <td>
        {line.product ?? line.note ?? t('customer.anonymousLine')}
        <LineCover line={cover} />
      </td>
      <td>{format.number(line.quantityE4 / E4, 4)}</td>
      <td>
        <Money minor={line.amountMinor} />
      </td>
    </tr>
  );
}

/** What comes on top or off, where there is any. */
function Extra({ name, minor }: { readonly name: string; readonly minor: number }) {
  if (minor === 0) return null;
  return (
    <tr>
      <td colSpan={2}>{name}</td>
      <td>
        <Money minor={minor} />
      </td>
    </tr>
  );
}

function Total({ data }: { readonly data: Sale }) {
  const { t } = useTranslation();
  const { paymentMethod, sale } = data;
  return (
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
  );
}

/** The lines of one sale as on its slip. */
export function SaleLines({ id, title }: { readonly id: SaleId; readonly title: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery('sales.get', { id });
  const covered = useQuery('guarantee.ofSale', { saleId: id });
  if (error !== null) return <ErrorState error={error.error} />;
  if (data === undefined) return null;
  const covers = coversOf(data.lines, covered.data ?? []);
  const { lines, discountMinor, shippingMinor, note } = data;
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
            <Line key={index} line={line} cover={covers[index] ?? null} />
          ))}
          <Extra name={t('customer.discount')} minor={-discountMinor} />
          <Total data={data} />
          <Extra name={t('customer.shipping')} minor={shippingMinor} />
          {shippingMinor !== 0 && (
            <Extra name={t('customer.toPay')} minor={data.sale.totalMinor + shippingMinor} />
          )}
        </tbody>
      </table>
      {note !== null && note !== '' && <p className={classes.note}>{note}</p>}
    </div>
  );
}
