import { readBlocks, type Staging } from '#db/staging/staging.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { isTwoFaced } from '#shared/domain/columns/guessing/file-kind.ts';
import { headerKey } from '#shared/domain/columns/headers.ts';
import { cellText } from '../cells.ts';

/** Enough to see how a file writes its totals; more would keep the owner waiting. */
const LOOKED_AT = 20_000;

/** Rows of one number that stand below one another. */
interface Run {
  number: string;
  length: number;
  readonly totals: Set<string>;
  readonly others: Set<string>;
}

/** What is looked at of a source whose rows are kept already. */
interface Kept {
  readonly id: number;
  readonly headerRow: number | null;
  readonly columns: readonly { readonly header: string; readonly field: string }[];
}

/** Where totals stand that may be a line's or a sale's: no price beside them tells. */
function totalColumn({ columns }: Kept): number {
  const has = (field: string) => columns.some((column) => column.field === field);
  if (!has('sale.number') || has('line.unitPrice')) return -1;
  const amount = columns.findIndex(({ field }) => field === 'line.amount');
  if (amount < 0) return columns.findIndex(({ field }) => field === 'sale.total');
  return isTwoFaced(headerKey(columns[amount]?.header ?? '')) ? amount : -1;
}

/**
 * Whether the amounts of a source stand on every row of a sale for the whole of it: all sales of several
 * rows repeat theirs, and it is no chance, since there are several of them, or long ones, or the rows say
 * of different quantities that they come to the same.
 */
export function repeatTotals(staging: Staging, source: Kept): boolean {
  const total = totalColumn(source);
  if (total < 0) return false;
  const indexOf = (field: string) => source.columns.findIndex((column) => column.field === field);
  const [number, quantity] = [indexOf('sale.number'), indexOf('line.quantity')];
  const isSales = source.columns[total]?.field === 'sale.total';
  const runs: Run[] = [];
  let rows = 0;
  const take = (cells: readonly Cell[]): void => {
    const own = cellText(cells[number]);
    let run = runs.at(-1);
    if (run === undefined || own === '' || run.number !== own) {
      run = { number: own, length: 0, totals: new Set(), others: new Set() };
      runs.push(run);
    }
    run.length += 1;
    run.totals.add(cellText(cells[total]));
    if (quantity >= 0) run.others.add(cellText(cells[quantity]));
  };
  for (const block of readBlocks(staging, source.id)) {
    block.numbers.forEach((at, index) => {
      if (at > (source.headerRow ?? 0)) take(block.rows[index] ?? []);
    });
    rows += block.rows.length;
    if (rows >= LOOKED_AT) break;
  }
  const several = runs.filter(({ length, number: own }) => length > 1 && own !== '');
  if (several.length === 0 || several.some(({ totals }) => totals.size > 1)) return false;
  const isLong = several.some(({ length }) => length > 2) || several.length > 1;
  const isOdd = several.some(({ others }) => others.size > 1);
  return isSales || isLong || isOdd;
}
