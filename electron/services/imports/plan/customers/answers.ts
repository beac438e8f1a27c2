import type { RawHandle } from '#db/file/client.ts';
import type { PersonAnswer } from '../../draft-store.ts';
import { idKey, keyOf, sortedKeys } from './point-keys.ts';
import type { CustomerRow } from './row.ts';

/** By what a row calls somebody: the same in the next check, whatever number they get there. */
function callOf({ nameKey, points, identifier }: CustomerRow): string {
  const keys = sortedKeys(points).map(keyOf);
  return [nameKey, ...keys, ...(identifier === null ? [] : [idKey(identifier)])].join('|');
}

/** What the owner has said of those whom the files bring and who may be there already. */
export class SameAnswers {
  readonly #meant = new Map<string, number>();
  readonly #times = new Map<string, number>();

  /** Who is not there any more is nobody that somebody can be. */
  constructor(raw: RawHandle, answers: readonly PersonAnswer[]) {
    const isThere = raw.prepare(
      'SELECT 1 FROM customers WHERE id = ? AND deleted_at IS NULL AND erased_at IS NULL',
    );
    for (const { key, customerId, is } of answers)
      if (is === 'same' && isThere.get(customerId) !== undefined) this.#meant.set(key, customerId);
  }

  /** Whom a row that nobody is recognised in is about: its key, and who it is said to be. */
  of(row: CustomerRow): { readonly key: string; readonly customerId: number | null } {
    const call = callOf(row);
    const times = (this.#times.get(call) ?? 0) + 1;
    this.#times.set(call, times);
    const key = `${call}#${times}`.slice(-4000);
    return { key, customerId: this.#meant.get(key) ?? null };
  }
}
