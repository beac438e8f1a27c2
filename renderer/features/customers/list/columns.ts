import type { CustomerSort } from '#shared/contract/customers.ts';

export type ColumnName =
  | 'name'
  | 'phone'
  | 'city'
  | 'layer'
  | 'lastPurchase'
  | 'contactAgain'
  | 'purchases'
  | 'activeRevenue'
  | 'revenue'
  | 'clv';

/** `rem`: width (the name takes what is left). */
export interface Column {
  readonly name: ColumnName;
  readonly rem: number;
  readonly isNumber?: boolean;
  readonly sort?: CustomerSort;
}

/** The list's columns in their order. */
export const COLUMNS: readonly Column[] = [
  { name: 'name', rem: 11, sort: 'name' },
  { name: 'phone', rem: 7.75 },
  { name: 'city', rem: 7.5 },
  { name: 'layer', rem: 7 },
  { name: 'lastPurchase', rem: 11.5, sort: 'lastPurchase' },
  { name: 'contactAgain', rem: 7.5 },
  { name: 'purchases', rem: 5.5, isNumber: true, sort: 'purchases' },
  { name: 'activeRevenue', rem: 7.75, isNumber: true, sort: 'activeRevenue' },
  { name: 'revenue', rem: 7.75, isNumber: true, sort: 'revenue' },
  { name: 'clv', rem: 7.75, isNumber: true, sort: 'clv' },
];

/** Shown until the owner chooses, the least needed first: when room is short, those go first. */
export const DEFAULT_COLUMNS: readonly ColumnName[] = [
  'contactAgain',
  'revenue',
  'purchases',
  'clv',
  'lastPurchase',
  'layer',
  'phone',
  'activeRevenue',
];

const CHECK_REM = 2.5;

/** Of the chosen columns (the least needed first) those that fit into a width in rem. */
export function fittingColumns(chosen: readonly ColumnName[], widthRem: number): readonly Column[] {
  const widths = new Map(COLUMNS.map(({ name, rem }) => [name, rem]));
  const kept = new Set<ColumnName>(['name']);
  let used = CHECK_REM + (widths.get('name') ?? 0);
  for (const name of [...chosen].reverse()) {
    used += kept.has(name) ? 0 : (widths.get(name) ?? 0);
    if (used > widthRem) break;
    kept.add(name);
  }
  return COLUMNS.filter(({ name }) => kept.has(name));
}

/** The grid's tracks for these columns. */
export function gridTemplate(columns: readonly Column[]): string {
  const tracks = columns.map(({ name, rem }) =>
    name === 'name' ? `minmax(${rem}rem, 1fr)` : `${rem}rem`,
  );
  return [`${CHECK_REM}rem`, ...tracks].join(' ');
}
