import type { Cell } from '#shared/domain/cell.ts';
import { e4ToMinor } from '#shared/domain/text/decimal.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { isBlankText } from '#shared/domain/text/number-text.ts';
import { readNumber } from '#shared/domain/text/numbers.ts';
import { readStanding } from '#shared/domain/vocabulary/product-words.ts';
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
  readonly priceMinor: number | null;
  /** Whether it is still sold; null: the row does not say. */
  readonly isActive: 0 | 1 | null;
  readonly problems: readonly Problem[];
}

export interface ProductReader {
  readonly columns: readonly number[];
  /** Null: the row names no product. */
  read(row: readonly Cell[]): ProductRow | null;
}

const maxText = 200;

type Field = 'sku' | 'name' | 'category' | 'unit' | 'cost' | 'price' | 'active';
type Reading = (cell: Cell, problems: Problem[]) => number | null;

/** Reads a column of amounts; what is none is left out, and that is said. */
function amountReader(source: SourceState, column: number, digits: number): Reading {
  const style = source.columns[column]?.reading?.numberStyle ?? 'plain';
  const numberOf = remember((cell) => readNumber(cell, style));
  return (cell, problems) => {
    const number = numberOf(cell);
    if (number.ok) return number.e4 === null ? null : e4ToMinor(number.e4, digits);
    const problem = number.problem === 'ambiguous' ? 'number-ambiguous' : number.problem;
    problems.push({ problem, column, value: cellText(cell) });
    return null;
  };
}

/** A price below zero is a slip, and none is written down. */
function priceReader(source: SourceState, column: number, digits: number): Reading {
  const read = amountReader(source, column, digits);
  return (cell, problems) => {
    const minor = read(cell, problems);
    if (minor === null || minor >= 0) return minor;
    problems.push({ problem: 'not-a-number', column, value: cellText(cell) });
    return null;
  };
}

function standingReader(column: number): (cell: Cell, problems: Problem[]) => 0 | 1 | null {
  return (cell, problems) => {
    const text = cellText(cell);
    if (isBlankText(text)) return null;
    const isActive = readStanding(text);
    if (isActive !== null) return isActive ? 1 : 0;
    problems.push({ problem: 'word-unknown', column, value: text });
    return null;
  };
}

/** Prepares a source's product columns; `digits` are the currency's decimals. */
export function productReader(source: SourceState, digits: number): ProductReader {
  const all = columnsByField(source);
  const at = (field: Field): number => all.get(`product.${field}`)?.[0] ?? -1;
  const [sku, name, category, unit] = [at('sku'), at('name'), at('category'), at('unit')];
  const [cost, price, active] = [at('cost'), at('price'), at('active')];
  const costOf = amountReader(source, cost, digits);
  const priceOf = priceReader(source, price, digits);
  const standingOf = standingReader(active);
  const text = (row: readonly Cell[], index: number): string => {
    const value = index < 0 ? '' : cellText(row[index]);
    return isBlankText(value) ? '' : value.slice(0, maxText);
  };
  return {
    columns: [sku, name, category, unit, cost, price, active].filter((index) => index >= 0),
    read: (row) => {
      const code = text(row, sku);
      const given = text(row, name) || code;
      if (given === '') return null;
      const problems: Problem[] = [];
      return {
        sku: code,
        name: given,
        nameKey: nameKey(given),
        category: text(row, category) || null,
        unit: text(row, unit) || null,
        costMinor: cost < 0 ? null : costOf(row[cost] ?? null, problems),
        priceMinor: price < 0 ? null : priceOf(row[price] ?? null, problems),
        isActive: active < 0 ? null : standingOf(row[active] ?? null, problems),
        problems,
      };
    },
  };
}
