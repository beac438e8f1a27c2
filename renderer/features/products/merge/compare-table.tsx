import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from './merge.module.css';

export type Compared = Output<'products.compare'>;
type Side = Compared['kept'];

const FIELDS = ['name', 'sku', 'category', 'unit', 'priceMinor', 'costMinor'] as const;
const TABLES = ['sale_lines', 'complaints', 'guarantee_policies', 'claims', 'products'] as const;

function isShown(table: string): table is (typeof TABLES)[number] {
  return TABLES.some((one) => one === table);
}

function countOf({ rows }: Side, table: (typeof TABLES)[number] | 'other'): number {
  return rows
    .filter((row) => (table === 'other' ? !isShown(row.table) : row.table === table))
    .reduce((sum, { count }) => sum + count, 0);
}

/** How many rows refer to a product. */
export function rowsOf({ rows }: Side): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** Two products side by side: what is known of each, and what names it. */
export function CompareTable({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kept, other } = compared;
  const shown = ({ facts }: Side, field: (typeof FIELDS)[number]) => {
    const value = facts[field];
    if (value === null) return '–';
    return typeof value === 'number' ? format.money(value) : value;
  };
  const hasOthers = countOf(kept, 'other') + countOf(other, 'other') > 0;
  return (
    <table className={classes.table} aria-label={t('products.merge.title')}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('products.merge.kept')}</th>
          <th scope="col">{t('products.merge.other')}</th>
        </tr>
      </thead>
      <tbody>
        {FIELDS.map((field) => (
          <tr key={field}>
            <th scope="row">{t(`products.merge.field.${field}`)}</th>
            <td>{shown(kept, field)}</td>
            <td>{shown(other, field)}</td>
          </tr>
        ))}
        {[...TABLES, ...(hasOthers ? (['other'] as const) : [])].map((table) => (
          <tr key={table}>
            <th scope="row">{t(`products.merge.rows.${table}`)}</th>
            <td>{format.number(countOf(kept, table))}</td>
            <td>{format.number(countOf(other, table))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
