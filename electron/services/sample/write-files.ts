import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cell } from '#shared/domain/cell.ts';
import type { ExportColumn } from '../exports/files/table.ts';
import { writeCsv } from '../exports/files/write-csv.ts';
import { writeXlsx } from '../exports/files/write-xlsx.ts';
import type { SampleFile } from './generate/sample-file.ts';

/** The file's own first row stands where a writer puts its titles; numbers stay numbers. */
function columnsOf(rows: readonly (readonly Cell[])[]): ExportColumn[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, index) => ({
    title: String(rows[0]?.[index] ?? ''),
    type: rows.some((row) => typeof row[index] === 'number') ? 'decimal' : 'text',
  }));
}

/** Writes the sample shop's files as a till and a shop owner would have left them. Returns their paths. */
export async function writeSampleFiles(
  files: readonly SampleFile[],
  folder: string,
  signal?: AbortSignal,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const options = signal === undefined ? {} : { signal };
  const paths: string[] = [];
  for (const file of files) {
    const path = join(folder, file.name);
    const rows: readonly (readonly Cell[])[] = file.rows;
    const columns = columnsOf(rows);
    const body = rows.slice(1);
    if (file.kind === 'csv')
      await writeCsv(path, columns, body, {
        ...options,
        profile: 'exact',
        separator: file.separator,
      });
    else
      await writeXlsx(path, [{ name: file.sheet, columns, rows: body }], {
        ...options,
        currency: file.currency,
      });
    paths.push(path);
  }
  return paths;
}
