import { openWorkbook } from '#electron/services/imports/files/open-workbook.ts';
import type { Cell } from '#shared/domain/cell.ts';

/** A sheet as it is compared: the rows that hold anything by their numbers, and what is hidden of it. */
export interface BookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: Readonly<Record<number, readonly Cell[]>>;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly uncalculated: readonly number[];
}

/** Everything that a workbook gives. */
export async function readBook(path: string): Promise<readonly BookSheet[]> {
  const book = await openWorkbook(path);
  try {
    const sheets: BookSheet[] = [];
    for (const { index, name, hidden: isHidden } of book.sheets) {
      const rows: Record<number, readonly Cell[]> = {};
      const hidden = new Set<number>();
      const columns = new Set<number>();
      const uncalculated: number[] = [];
      for await (const batch of book.rows(index)) {
        batch.rows.forEach((row, at) => {
          if (row.some((cell) => cell !== null)) rows[batch.numbers[at] ?? 0] = row;
        });
        for (const row of batch.hidden) hidden.add(row);
        for (const [from, to] of batch.hiddenColumns)
          for (let column = from; column <= Math.min(to, 100); column += 1) columns.add(column);
        batch.uncalculated.forEach((count = 0, column) => {
          uncalculated[column] = (uncalculated[column] ?? 0) + count;
        });
      }
      const hiddenRows = [...hidden].filter((row) => rows[row] !== undefined);
      const hiddenColumns = [...columns].sort((a, b) => a - b);
      sheets.push({ name, isHidden, rows, hiddenRows, hiddenColumns, uncalculated });
    }
    return sheets;
  } finally {
    await book.close();
  }
}
