import type { Cell } from '#shared/domain/cell.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import type { SourceState } from '../draft-store.ts';
import { type ColumnsByField, cellText, columnsByField } from './cells.ts';

/** Amounts of the sale as a whole: they are not those of each thing in it. */
const WHOLE = ['sale.total', 'sale.discount', 'sale.shipping', 'line.discount'] as const;

/** The columns of each further thing that a row names, by those of the first. */
type Repeats = readonly ReadonlyMap<number, number>[];

function repeatsOf(columns: ColumnsByField): Repeats {
  const ofThings = [...columns].filter(
    ([field, indexes]) => /^(?:product|line)\./.test(field) && indexes.length > 1,
  );
  const most = Math.max(1, ...ofThings.map(([, indexes]) => indexes.length));
  return Array.from({ length: most - 1 }, (_, place) => {
    const pairs = ofThings.flatMap(([, [first, ...others]]) => {
      const other = others[place];
      return first === undefined || other === undefined ? [] : [[first, other] as const];
    });
    return new Map(pairs);
  });
}

/**
 * Prepares the taking apart of rows that name several things bought side by side, in columns that come
 * again: each becomes a row of its own. Null: no columns come again.
 */
export function unfolder(
  source: SourceState,
): ((row: readonly Cell[]) => readonly Cell[][]) | null {
  const columns = columnsByField(source);
  const repeats = repeatsOf(columns);
  if (repeats.length === 0) return null;
  const once = (field: ImportField): readonly number[] => {
    const found = columns.get(field) ?? [];
    return found.length === 1 ? found : [];
  };
  const whole = WHOLE.flatMap(once);
  // Beside a price for each thing, one amount is that of the row.
  const sum = once('line.amount').filter(() => (columns.get('line.unitPrice') ?? []).length > 1);
  const without = (row: readonly Cell[], left: readonly number[]): Cell[] =>
    row.map((cell, index) => (left.includes(index) ? null : cell));
  const isFilled = (row: readonly Cell[], indexes: Iterable<number>): boolean =>
    [...indexes].some((index) => cellText(row[index]) !== '');
  const firsts = [...(repeats[0]?.keys() ?? [])];
  return (row) => {
    const further = repeats
      .filter((repeat) => isFilled(row, repeat.values()))
      .map((repeat) =>
        row.map((cell, index) => {
          const other = repeat.get(index);
          return other === undefined ? cell : (row[other] ?? null);
        }),
      );
    const isFirst = isFilled(row, firsts) || further.length === 0;
    const [first = [...row], ...others] = isFirst ? [[...row], ...further] : further;
    if (others.length === 0) return [first];
    return [without(first, sum), ...others.map((part) => without(part, [...whole, ...sum]))];
  };
}
