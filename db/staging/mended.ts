import type { Cell } from '#shared/domain/cell.ts';
import type { Staging } from './staging.ts';

/** The cells of a row that were changed before it was read, by column. */
export type MendedCells = ReadonlyMap<number, Cell>;

/** Prepares the keeping of what rows were changed to; they belong to the plan. */
export function mendedInsert(
  staging: Staging,
  sourceId: number,
): (row: number, cells: MendedCells) => void {
  const insert = staging.raw.prepare(
    'INSERT INTO mended (source_id, row_number, cells) VALUES (?, ?, ?)',
  );
  return (row, cells) => {
    insert.run(sourceId, row, JSON.stringify([...cells]));
  };
}

/** What these rows were changed to; rows that stand as the file has them are not among them. */
export function mendedCells(
  staging: Staging,
  sourceId: number,
  rowNumbers: readonly number[],
): Map<number, MendedCells> {
  const found = staging.raw
    .prepare(
      `SELECT row_number AS row, cells FROM mended
       WHERE source_id = ? AND row_number IN (SELECT value FROM json_each(?))`,
    )
    .all(sourceId, JSON.stringify(rowNumbers)) as { row: number; cells: string }[];
  return new Map(
    found.map(({ row, cells }) => [row, new Map(JSON.parse(cells) as [number, Cell][])]),
  );
}

/** A row with what was changed of it put in. */
export function withMended(cells: readonly Cell[], mended: MendedCells | undefined): Cell[] {
  const row = [...cells];
  for (const [column, cell] of mended ?? []) {
    while (row.length < column) row.push(null);
    row[column] = cell;
  }
  return row;
}
