import type { Column } from '#renderer/components/list/column.ts';
import type { OwnField } from '#shared/contract/customers/fields.ts';
import type { CustomerSort } from '#shared/contract/customers/order.ts';
import type { CustomerRow } from '#shared/contract/customers.ts';
import {
  ActiveRevenueCell,
  CityCell,
  ClvCell,
  ContactAgainCell,
  LastPurchaseCell,
  LayerCell,
  NameCell,
  PhoneCell,
  PointsCell,
  PurchasesCell,
  RevenueCell,
  TierCell,
} from './cells.tsx';
import { OwnCell } from './own-cell.tsx';

type FigureColumn =
  | 'name'
  | 'phone'
  | 'city'
  | 'layer'
  | 'lastPurchase'
  | 'contactAgain'
  | 'purchases'
  | 'activeRevenue'
  | 'revenue'
  | 'clv'
  | 'points'
  | 'tier';
/** A column of the list, or of a field that the owner made: `own.` and its id. */
export type ColumnName = FigureColumn | `own.${number}`;

/** A column but for the words, which change with the language. `rem`: width (the name takes what is left). */
export interface CustomerColumn
  extends Omit<Column<CustomerRow, CustomerSort>, 'title' | 'hint' | 'track'> {
  readonly name: ColumnName;
  readonly rem: number;
  /** What the owner calls it. */
  readonly ownName?: string;
}

/** The list's own columns in their order. */
const FIGURES: readonly (CustomerColumn & { readonly name: FigureColumn })[] = [
  { name: 'name', rem: 11, sort: 'name', ascendsFirst: true, Cell: NameCell },
  { name: 'phone', rem: 7.75, Cell: PhoneCell },
  { name: 'city', rem: 7.5, Cell: CityCell },
  { name: 'layer', rem: 7, Cell: LayerCell },
  { name: 'lastPurchase', rem: 11.5, sort: 'lastPurchase', Cell: LastPurchaseCell },
  { name: 'contactAgain', rem: 7.5, Cell: ContactAgainCell },
  { name: 'purchases', rem: 5.5, isNumber: true, sort: 'purchases', Cell: PurchasesCell },
  {
    name: 'activeRevenue',
    rem: 7.75,
    isNumber: true,
    sort: 'activeRevenue',
    Cell: ActiveRevenueCell,
  },
  { name: 'revenue', rem: 7.75, isNumber: true, sort: 'revenue', Cell: RevenueCell },
  { name: 'clv', rem: 7.75, isNumber: true, sort: 'clv', Cell: ClvCell },
];

/** Where there is a points programme. */
const POINTS: readonly (CustomerColumn & { readonly name: FigureColumn })[] = [
  { name: 'points', rem: 5.5, isNumber: true, sort: 'points', Cell: PointsCell },
  { name: 'tier', rem: 7, Cell: TierCell },
];

/** The list's columns, and those of the fields that the owner made, in their order. */
export function columnsWith(
  fields: readonly OwnField[],
  hasPoints = false,
): readonly CustomerColumn[] {
  const own = fields.map(
    (field): CustomerColumn => ({
      name: `own.${field.id}`,
      rem: 8,
      isNumber: field.type === 'number',
      sort: `own.${field.id}`,
      ascendsFirst: field.type !== 'number' && field.type !== 'day',
      ownName: field.name,
      Cell: OwnCell,
    }),
  );
  return [...FIGURES, ...(hasPoints ? POINTS : []), ...own];
}

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

/** Beside the columns there is the tick. */
const CHECK_REM = 2.5;

/** Of the chosen columns (the least needed first) those that fit into a width in rem. */
export function fittingColumns(
  columns: readonly CustomerColumn[],
  chosen: readonly ColumnName[],
  widthRem: number,
): readonly CustomerColumn[] {
  const widths = new Map(columns.map(({ name, rem }) => [name, rem]));
  const kept = new Set<ColumnName>(['name']);
  let used = CHECK_REM + (widths.get('name') ?? 0);
  for (const name of [...chosen].reverse()) {
    used += kept.has(name) ? 0 : (widths.get(name) ?? 0);
    if (used > widthRem) break;
    kept.add(name);
  }
  return columns.filter(({ name }) => kept.has(name));
}

/** The grid's track for a column. */
export function trackOf({ name, rem }: CustomerColumn): string {
  return name === 'name' ? `minmax(${rem}rem, 1fr)` : `${rem}rem`;
}
