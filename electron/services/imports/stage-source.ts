import {
  type RowBlock,
  readBlocks,
  type Staging,
  writeBlocks,
  writeSummaries,
} from '#db/staging/staging.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { COMPARED_ROWS, ColumnEvidence } from '#shared/domain/columns/evidence.ts';
import { findHeaderRow, titlesOf } from '#shared/domain/columns/header-row.ts';
import type { ColumnSummary } from '#shared/domain/columns/summary.ts';
import { takeLongStep } from '../../tasks/pulse.ts';
import { breathe } from './draft-store.ts';
import type { RowBatch } from './files/workbook.ts';
import { isBlankRow } from './plan/cells.ts';

/** Rows looked at for the titles, and kept to choose others from. */
const searchedRows = 61;
const headRows = 12;

/** What reading a sheet once has shown. */
export interface StagedRows {
  readonly headerRow: number | null;
  readonly head: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
  /** Rows below the titles that hold anything. */
  readonly rows: number;
  readonly titles: readonly Cell[];
  /** Cells that a row of a text file has: as many as its titles, or as most of its rows. */
  readonly width: number;
  readonly summaries: readonly ColumnSummary[];
}

/** Rows as a file gives them. */
type ReadBlock = RowBlock & Pick<RowBatch, 'hiddenColumns' | 'uncalculated'>;

/** What only reading the file itself shows: another row of titles changes nothing of it. */
interface StagedOnce {
  /** Number of the last row, blank or not. */
  readonly lastRow: number;
  /** By column, how many cells have a formula that no program has calculated. */
  readonly uncalculated: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** Gathers what the columns look like from the rows below the titles. */
class Columns {
  readonly #columns: ColumnEvidence[] = [];
  readonly #headerRow: number | null;
  readonly #widths = new Map<number, number>();
  #above: readonly Cell[] | null = null;
  rows = 0;
  titles: readonly Cell[] = [];

  constructor(headerRow: number | null) {
    this.#headerRow = headerRow;
  }

  take({ numbers, rows }: RowBlock): void {
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index];
      const number = numbers[index];
      if (row === undefined || number === undefined) continue;
      if (this.#headerRow !== null && number <= this.#headerRow) {
        this.#above = titlesOf(this.#above, row);
        if (number === this.#headerRow) this.#takeTitles(this.#above);
        continue;
      }
      this.#takeRow(row);
    }
  }

  /** The first rows are taken in their whole width: there columns are compared row by row. */
  #takeRow(row: readonly Cell[]): void {
    while (this.#columns.length < row.length) this.#columns.push(new ColumnEvidence(this.rows));
    this.rows += 1;
    this.#widths.set(row.length, (this.#widths.get(row.length) ?? 0) + 1);
    const width = this.rows <= COMPARED_ROWS ? this.#columns.length : row.length;
    for (let column = 0; column < width; column += 1) {
      this.#columns[column]?.add(row[column] ?? null, this.rows);
    }
  }

  #takeTitles(row: readonly Cell[]): void {
    this.titles = row;
    while (this.#columns.length < row.length) this.#columns.push(new ColumnEvidence());
  }

  get width(): number {
    if (this.#headerRow !== null) return this.titles.length;
    const [commonest] = [...this.#widths].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
    return commonest?.[0] ?? 0;
  }

  summaries(): ColumnSummary[] {
    return this.#columns.map((column) => column.summary());
  }
}

/** The rows of a block that hold anything: blank ones are known by the numbers that are missing. */
function filledRows({ numbers, rows, hidden }: RowBlock): RowBlock {
  if (!rows.some(isBlankRow)) return { numbers, rows, hidden };
  const kept = rows.flatMap((row, index) => (isBlankRow(row) ? [] : [index]));
  return {
    numbers: kept.map((index) => numbers[index] ?? 0),
    rows: kept.map((index) => rows[index] ?? []),
    hidden,
  };
}

function findTitles(head: readonly RowBlock[]): number | null {
  const rows = head.flatMap((block) => block.rows).slice(0, searchedRows);
  const numbers = head.flatMap((block) => block.numbers);
  const { index } = takeLongStep(() => findHeaderRow(rows));
  return index === null ? null : (numbers[index] ?? null);
}

/** What a whole sheet showed: the row of its titles, its first rows, what its columns hold. */
interface Looked {
  readonly headerRow: number | null;
  readonly head: readonly RowBlock[];
  readonly columns: Columns;
}

function finish(
  staging: Staging,
  sourceId: number,
  { headerRow, head, columns }: Looked,
): StagedRows {
  const summaries = columns.summaries();
  writeSummaries(staging, sourceId, summaries);
  const numbers = head.flatMap((block) => block.numbers);
  const rows = head.flatMap((block) => block.rows);
  return {
    headerRow,
    head: rows.slice(0, headRows).map((cells, index) => ({ row: numbers[index] ?? 1, cells })),
    rows: columns.rows,
    titles: columns.titles,
    width: columns.width,
    summaries,
  };
}

/** Reads a sheet once from start to end: its rows are kept, its titles found, its columns looked at. */
export async function stageRows(
  staging: Staging,
  sourceId: number,
  blocks: AsyncIterable<ReadBlock>,
  signal: AbortSignal,
): Promise<StagedRows & StagedOnce> {
  const write = writeBlocks(staging, sourceId);
  const head: RowBlock[] = [];
  let headCount = 0;
  let columns: Columns | null = null;
  let headerRow: number | null = null;
  let lastRow = 0;
  const uncalculated: number[] = [];
  let hiddenColumns: RowBatch['hiddenColumns'] = [];
  const begin = (): Columns => {
    headerRow = findTitles(head);
    const begun = new Columns(headerRow);
    for (const block of head) begun.take(block);
    return begun;
  };
  for await (const read of blocks) {
    lastRow = read.numbers.at(-1) ?? lastRow;
    hiddenColumns = read.hiddenColumns;
    const block = filledRows(read);
    write(block);
    read.uncalculated.forEach((count = 0, column) => {
      uncalculated[column] = (uncalculated[column] ?? 0) + count;
    });
    if (columns !== null) {
      columns.take(block);
    } else {
      if (block.rows.length > 0) head.push(block);
      headCount += block.rows.length;
      if (headCount >= searchedRows) columns = begin();
    }
    await breathe(signal);
  }
  columns ??= begin();
  const staged = finish(staging, sourceId, { headerRow, head, columns });
  const isHidden = (column: number) =>
    hiddenColumns.some(([from, to]) => column >= from && column <= to);
  const hidden = staged.summaries.flatMap((_, column) => (isHidden(column) ? [column] : []));
  return { ...staged, lastRow, uncalculated, hiddenColumns: hidden };
}

/** Looks at the columns again with the titles in another row; the file is not read again. */
export async function restageColumns(
  staging: Staging,
  sourceId: number,
  headerRow: number | null,
  signal: AbortSignal,
): Promise<StagedRows> {
  const columns = new Columns(headerRow);
  const head: RowBlock[] = [];
  for (const block of readBlocks(staging, sourceId)) {
    if (head.length === 0) head.push(block);
    columns.take(block);
    await breathe(signal);
  }
  return finish(staging, sourceId, { headerRow, head, columns });
}
