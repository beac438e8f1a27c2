import { createHash } from 'node:crypto';
import { type ErasedMark, erasedMark } from '#shared/contract/privacy/erased.ts';
import type { RawHandle } from '../../file/client.ts';

/** What a customer's row is known by again: its number and when it was made, no word of the person's. */
export function markOf(customer: { id: number; createdAt: string }, salt: string): string {
  return createHash('sha256').update(`${salt}|${customer.id}|${customer.createdAt}`).digest('hex');
}

/** The row of a customer that can be erased; null: there is none, it was, or it goes with the one it was merged into. */
export function erasable(raw: RawHandle, customerId: number): { createdAt: string } | null {
  const found = raw
    .prepare(
      `SELECT created_at AS createdAt FROM customers
       WHERE id = ? AND erased_at IS NULL AND merged_into IS NULL`,
    )
    .get(customerId) as { createdAt: string } | undefined;
  return found ?? null;
}

/** Whether one of these customers was erased. */
export function hasErased(raw: RawHandle, ids: readonly number[]): boolean {
  if (ids.length === 0) return false;
  const find = raw.prepare(`SELECT 1 FROM customers WHERE erased_at IS NOT NULL
    AND id IN (SELECT value FROM json_each(?)) LIMIT 1`);
  return find.get(JSON.stringify(ids)) !== undefined;
}

/** The records that were merged into one: they are the same person. */
export function mergedInto(
  raw: RawHandle,
  customerId: number,
): readonly { readonly id: number; readonly createdAt: string }[] {
  return raw
    .prepare('SELECT id, created_at AS createdAt FROM customers WHERE merged_into = ? ORDER BY id')
    .all(customerId) as { id: number; createdAt: string }[];
}

/** Since when anything is known of a person: that of its records that was made first. */
export function knownSince(raw: RawHandle, customerId: number): string {
  const since = raw
    .prepare('SELECT min(created_at) FROM customers WHERE id = @id OR merged_into = @id')
    .pluck()
    .get({ id: customerId });
  return String(since);
}

/** Everybody who was erased from this database. None where it is of a version that knew of no such thing. */
export function erasedIn(raw: RawHandle): ErasedMark[] {
  const isKnown = raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'erasures'").get();
  if (isKnown === undefined) return [];
  const marks = raw.prepare(
    `SELECT id AS number, customer_id AS customerId, salt, mark, erased_at AS at FROM erasures
     ORDER BY id`,
  );
  // One that is not as it was written, in a file that was damaged, would spoil the manifest that names it.
  return marks.all().flatMap((mark) => erasedMark.safeParse(mark).data ?? []);
}

/** Of those who were erased, whoever is there all the same: an older copy was taken back. */
export function whoCameBack(raw: RawHandle, erased: readonly ErasedMark[]): ErasedMark[] {
  return erased.filter(({ customerId, salt, mark }) => {
    const found = erasable(raw, customerId);
    return found !== null && markOf({ id: customerId, ...found }, salt) === mark;
  });
}

/** The same as a copy's manifest says it: nothing where nobody was. */
export function whoWasErased(raw: RawHandle): { erased?: ErasedMark[] } {
  const erased = erasedIn(raw);
  return erased.length === 0 ? {} : { erased };
}
