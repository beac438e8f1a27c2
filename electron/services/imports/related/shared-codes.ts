import type { ImportField } from '#shared/domain/columns/fields.ts';
import { headerKey } from '#shared/domain/columns/headers.ts';
import type { ColumnState, SourceState } from '../draft-store.ts';
import { leadOf } from '../plan/row-kinds.ts';
import type { ColumnKeys, Place } from './column-keys.ts';

/** A code by which one file names what another one lists. */
interface Code {
  readonly field: ImportField;
  /** Whether the source is a list of those who have such codes. */
  isList(source: SourceState): boolean;
}

function hasField({ columns }: SourceState, ...fields: readonly ImportField[]): boolean {
  return columns.some(({ field }) => fields.includes(field));
}

const codes: readonly Code[] = [
  {
    field: 'customer.externalId',
    isList: (source) =>
      leadOf(source.columns)?.name === 'customers' && !hasField(source, 'sale.date'),
  },
  {
    field: 'product.sku',
    isList: (source) =>
      leadOf(source.columns)?.name === 'products' && !hasField(source, 'sale.number'),
  },
  {
    field: 'sale.number',
    isList: (source) =>
      hasField(source, 'sale.date') && !hasField(source, 'product.name', 'product.sku'),
  },
];

/** Most of what is named must be there. */
const MOST = 0.5;

/** Nobody has said what the column is, and no two rows share a value. */
function mayGiveCodes({ field, confidence, filled, distinct }: ColumnState): boolean {
  const isSaid = confidence === 'chosen' || confidence === 'remembered';
  return field === 'ignore' && !isSaid && filled > 1 && distinct === filled;
}

function columnOf(source: SourceState, field: ImportField): number {
  return source.columns.findIndex((column) => column.field === field);
}

/** The column of a list that most of the codes named elsewhere stand in; -1: none. */
async function givingColumn(
  list: SourceState,
  named: readonly Place[],
  keys: ColumnKeys,
): Promise<number> {
  let best = { column: -1, share: MOST };
  for (const { index } of list.columns.filter(mayGiveCodes)) {
    for (const place of named) {
      const share = await keys.share(place, { source: list, column: index });
      if (share > best.share || (share === best.share && best.column < 0))
        best = { column: index, share };
    }
  }
  return best.column;
}

/** What others call the codes of a list of customers: their title for them is another. */
async function otherScheme(
  list: SourceState,
  named: readonly Place[],
  keys: ColumnKeys,
): Promise<string | null> {
  const column = columnOf(list, 'customer.externalId');
  const scheme = headerKey(list.columns[column]?.header ?? '');
  for (const place of named) {
    const other = headerKey(place.source.columns[place.column]?.header ?? '');
    if (other === '' || other === scheme) continue;
    if ((await keys.share(place, { source: list, column })) >= MOST) return other;
  }
  return null;
}

function withCode(list: SourceState, at: number, field: ImportField): SourceState {
  const columns = list.columns.map((column): ColumnState => {
    if (column.index !== at) return column;
    return { ...column, field, confidence: 'sure', because: 'related' };
  });
  return { ...list, columns };
}

async function withCodeOf(
  list: SourceState,
  { field }: Code,
  others: readonly SourceState[],
  keys: ColumnKeys,
): Promise<SourceState> {
  const named = others.flatMap((source) => {
    const column = columnOf(source, field);
    return source.isIncluded && column >= 0 ? [{ source, column }] : [];
  });
  let coded = list;
  if (named.length > 0 && columnOf(list, field) < 0) {
    const at = await givingColumn(list, named, keys);
    if (at >= 0) coded = withCode(list, at, field);
  }
  if (field !== 'customer.externalId') return coded;
  const isCoded = columnOf(coded, field) >= 0;
  const alsoScheme = isCoded ? await otherScheme(coded, named, keys) : null;
  return alsoScheme === (coded.alsoScheme ?? null) ? coded : { ...coded, alsoScheme };
}

/** Lists whose codes other files name: the column that gives them becomes what it is there. */
export async function withSharedCodes(
  sources: readonly SourceState[],
  keys: ColumnKeys,
): Promise<SourceState[]> {
  let coded = [...sources];
  for (const code of codes) {
    const next: SourceState[] = [];
    for (const source of coded) {
      const isList = source.isIncluded && code.isList(source);
      const others = coded.filter((each) => each.id !== source.id && !code.isList(each));
      next.push(isList ? await withCodeOf(source, code, others, keys) : source);
    }
    coded = next;
  }
  return coded;
}
