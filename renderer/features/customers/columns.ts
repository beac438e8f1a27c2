import type { CustomerSort } from '#shared/contract/customers.ts';

export type ColumnName =
  | 'name'
  | 'phone'
  | 'city'
  | 'layer'
  | 'lastPurchase'
  | 'purchases'
  | 'activeRevenue'
  | 'revenue'
  | 'clv';

/** `rem`: width (the name takes what is left). `keep`: the higher, the longer it stays when room is short. */
export interface Column {
  readonly name: ColumnName;
  readonly rem: number;
  readonly keep: number;
  readonly isNumber?: boolean;
  readonly sort?: CustomerSort;
}

/** The list's columns in their order. */
export const COLUMNS: readonly Column[] = [
  { name: 'name', rem: 11, keep: 9, sort: 'name' },
  { name: 'phone', rem: 7.75, keep: 7 },
  { name: 'city', rem: 7.5, keep: 0 },
  { name: 'layer', rem: 7, keep: 6 },
  { name: 'lastPurchase', rem: 11.5, keep: 5, sort: 'lastPurchase' },
  { name: 'purchases', rem: 5.5, keep: 3, isNumber: true, sort: 'purchases' },
  { name: 'activeRevenue', rem: 7.75, keep: 8, isNumber: true, sort: 'activeRevenue' },
  { name: 'revenue', rem: 7.75, keep: 1, isNumber: true, sort: 'revenue' },
  { name: 'clv', rem: 7.75, keep: 4, isNumber: true, sort: 'clv' },
];

export const DEFAULT_COLUMNS: readonly ColumnName[] = COLUMNS.map(({ name }) => name).filter(
  (name) => name !== 'city',
);

const CHECK_REM = 2.5;

/** Of the chosen columns those that fit into a width in rem; the least needed go first. */
export function fittingColumns(
  chosen: ReadonlySet<ColumnName>,
  widthRem: number,
): readonly Column[] {
  const wanted = COLUMNS.filter(({ name }) => name === 'name' || chosen.has(name));
  const byNeed = [...wanted].sort((a, b) => b.keep - a.keep);
  const kept = new Set<ColumnName>();
  let used = CHECK_REM;
  for (const column of byNeed) {
    if (column.name !== 'name' && used + column.rem > widthRem) break;
    used += column.rem;
    kept.add(column.name);
  }
  return wanted.filter(({ name }) => kept.has(name));
}

/** The grid's tracks for these columns. */
export function gridTemplate(columns: readonly Column[]): string {
  const tracks = columns.map(({ name, rem }) =>
    name === 'name' ? `minmax(${rem}rem, 1fr)` : `${rem}rem`,
  );
  return [`${CHECK_REM}rem`, ...tracks].join(' ');
}
