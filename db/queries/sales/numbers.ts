import { sql } from 'kysely';
import { framedNumber, type NumberFrame, runningNumber } from '#shared/domain/books/sale-number.ts';
import type { ReadHandle } from '../../file/client.ts';

/** The latest sales, by when they came in: among them is the last one that was numbered here. */
const looked = 500;

async function isTaken(db: ReadHandle, number: string): Promise<boolean> {
  const found = await sql<{ id: number }>`SELECT id FROM sales
    WHERE number = ${number} COLLATE NOCASE LIMIT 1`.execute(db);
  return found.rows.length > 0;
}

/** A running number that no sale has: the one after the latest, or after a gap where that is taken. */
export async function nextNumber(db: ReadHandle, frame: NumberFrame): Promise<string> {
  const found = await sql<{ number: string | null }>`
    SELECT number FROM sales ORDER BY id DESC LIMIT ${looked}`.execute(db);
  const last = Math.max(
    0,
    ...found.rows.map(({ number }) => (number === null ? 0 : (runningNumber(number, frame) ?? 0))),
  );
  let next = last + 1;
  for (let step = 1; await isTaken(db, framedNumber(next, frame)); step *= 2) next += step;
  return framedNumber(next, frame);
}

/** Whether another sale of a day that is not in the trash has the number. */
export async function hasNumber(
  db: ReadHandle,
  sale: { readonly number: string; readonly soldOn: string; readonly self: number | null },
): Promise<boolean> {
  const found = await sql<{ id: number }>`SELECT id FROM sales
    WHERE number = ${sale.number} COLLATE NOCASE AND sold_on = ${sale.soldOn}
      AND id IS NOT ${sale.self} AND deleted_at IS NULL LIMIT 1`.execute(db);
  return found.rows.length > 0;
}
