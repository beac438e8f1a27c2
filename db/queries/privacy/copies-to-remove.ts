import { z } from 'zod';
import { dropDerived, readDerived, writeDerived } from '../../derived-state.ts';
import type { RawHandle } from '../../file/client.ts';

const key = 'copiesToRemove';
const wish = z.strictObject({ since: z.string(), at: z.string() });

/** Copies from `since` on may hold somebody who was erased `at` an instant; both are instants. */
export type CopiesToRemove = z.infer<typeof wish>;

/** Remembers, in the transaction that erases, that the copies are to go too: whatever comes in between. */
export function wantCopiesRemoved(raw: RawHandle, wanted: CopiesToRemove): void {
  writeDerived(raw, key, JSON.stringify(wanted));
}

/** Which copies are still to be removed; null: none. */
export function copiesToRemove(raw: RawHandle): CopiesToRemove | null {
  const value = readDerived(raw, key);
  return value === null ? null : wish.parse(JSON.parse(value));
}

/** They are gone, and how many were is written down. */
export function copiesAreRemoved(
  raw: RawHandle,
  { at, count }: { readonly at: string; readonly count: number },
): void {
  dropDerived(raw, key);
  if (count > 0)
    raw
      .prepare("INSERT INTO privacy_events (at, kind, count) VALUES (?, 'backups-removed', ?)")
      .run(at, count);
}
