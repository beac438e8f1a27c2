import type { Cell } from '#shared/domain/cell.ts';
import { e4ToMinor } from '#shared/domain/text/decimal.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { isBlankText } from '#shared/domain/text/number-text.ts';
import { readNumber } from '#shared/domain/text/numbers.ts';
import type { SourceState } from '../../draft-store.ts';
import { cellText, columnsByField, remember } from '../cells.ts';
import type { Problem } from '../outcomes.ts';

/** What one row says about its product. */
export interface ProductRow {
  readonly sku: string;
  readonly name: string;
  readonly nameKey: string;
  readonly category: string | null;
  readonly unit: string | null;
  readonly costMinor: number | null;
  readonly problems: readonly Problem[];
}

export interface ProductReader {
  readonly columns: readonly number[];
  /** Null: the row names no product. */
  read(row: readonly Cell[]): ProductRow | null;
}

const maxText = 200;

/** Prepares a source's product columns; `digits` are the currency's decimals. */
export function productReader(source: SourceState, digits: number): ProductReader {
  const all = columnsByField(source);
  const column = (field: Parameters<typeof all.get>[0]): number => all.get(field)?.[0] ?? -1;
  const [sku, name, category, unit, cost] = [
    column('product.sku'),
    column('product.name'),
    column('product.category'),
    column('product.unit'),
    column('product.cost'),
  ];
  const style = source.columns[cost]?.reading?.numberStyle ?? 'plain';
  const costOf = remember((cell) => readNumber(cell, style));
  const text = (row: readonly Cell[], index: number): string => {
    const value = index < 0 ? '' : cellText(row[index]);
    return isBlankText(value) ? '' : value.slice(0, maxText);
  };
  return {
    columns: [sku, name, category, unit, cost].filter((index) => index >= 0),
    read: (row) => {
      const code = text(row, sku);
      const given = text(row, name) || code;
      if (given === '') return null;
      const problems: Problem[] = [];
      let costMinor: number | null = null;
      if (cost >= 0) {
        const number = costOf(row[cost]);
        if (number.ok) costMinor = number.e4 === null ? null : e4ToMinor(number.e4, digits);
        else {
          const { problem: found } = number;
          const problem = found === 'ambiguous' ? 'number-ambiguous' : found;
          problems.push({ problem, column: cost, value: cellText(row[cost]) });
        }
      }
      return {
        sku: code,
        name: given,
        nameKey: nameKey(given),
        category: text(row, category) || null,
        unit: text(row, unit) || null,
        costMinor,
        problems,
      };
    },
  };
}
