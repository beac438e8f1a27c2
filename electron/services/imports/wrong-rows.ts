import { type WrongRowSource, wrongRowSources, wrongRows } from '#db/queries/imports/rows.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { notFound } from '#shared/errors.ts';
import type { TaskContext } from '../../context.ts';
import type { ExportColumn } from '../exports/files/table.ts';
import { writeXlsx } from '../exports/files/write-xlsx.ts';
import { cellText } from './plan/cells.ts';
import { surplusTitle } from './plan/surplus.ts';

/** A column whose wrong rows are all numbers stays one of numbers; everything else is text. */
function columnOf(title: string, index: number, rows: readonly (readonly Cell[])[]): ExportColumn {
  const filled = rows
    .map((row) => row[index] ?? null)
    .filter((cell) => cell !== null && cell !== '');
  const isNumbers = filled.length > 0 && filled.every((cell) => typeof cell === 'number');
  return { title, type: isNumbers ? 'decimal' : 'text' };
}

/** The titles of a sheet; cells that were too many get one, or nobody would see them when they come back. */
function titlesOf(
  { headers, surplus }: WrongRowSource,
  tooWide: readonly (readonly Cell[])[],
): string[] {
  return headers.map((header, index) => {
    const isFilled = tooWide.some((row) => cellText(row[index]) !== '');
    return isFilled && surplus.includes(index) ? surplusTitle(surplus.indexOf(index) + 1) : header;
  });
}

/**
 * Writes an import's wrong rows as a workbook, one sheet for each sheet they came from: the original
 * columns and then the reason, so that it can be put right and imported as it is.
 */
export async function saveWrongRows(
  ctx: TaskContext,
  input: Parsed<'imports.saveWrongRows'>,
  path: string,
  currency: string,
): Promise<Output<'imports.saveWrongRows'>> {
  const { raw } = ctx.open();
  const sources = wrongRowSources(raw, input.importId);
  if (sources.length === 0) throw notFound('wrong-rows');
  const sheets = sources.map((source) => {
    const { id, name } = source;
    const stored = wrongRows(raw, id);
    const cells = stored.map((row) => JSON.parse(row.cells ?? '[]') as Cell[]);
    const tooWide = cells.filter((_, at) => stored[at]?.reason === 'row-too-wide');
    const titles = titlesOf(source, tooWide);
    const width = Math.max(titles.length, ...cells.map((row) => row.length));
    const columns = Array.from({ length: width }, (_, index) =>
      columnOf(titles[index] ?? '', index, cells),
    );
    const rows = stored.map(({ reason }, at) => [
      ...Array.from({ length: width }, (_, index) => cells[at]?.[index] ?? null),
      input.problemTexts[reason ?? ''] ?? reason,
    ]);
    return {
      name,
      columns: [...columns, { title: input.reasonTitle, type: 'text' as const }],
      rows,
    };
  });
  const written = await writeXlsx(path, sheets, { signal: ctx.signal, currency });
  return { path, rows: written.rows };
}
