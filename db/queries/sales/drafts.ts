import { type SaleDraft, saleDraft } from '#shared/contract/sales/drafts.ts';
import type { RawHandle, ReadHandle, WriteHandle } from '../../file/client.ts';
import { type Identity, isAbout, withoutMentions } from '../privacy/mentions.ts';
import { draftsKey, writeSettings } from '../settings.ts';

/** What can be read of what was kept; a later version may have kept more. */
function read(value: string | undefined): SaleDraft[] {
  const kept: unknown = value === undefined ? [] : JSON.parse(value);
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one) => saleDraft.safeParse(one).data ?? []);
}

/** Sales that were left half-typed, in the order they were begun. */
export async function readDrafts(db: ReadHandle): Promise<SaleDraft[]> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', draftsKey)
    .executeTakeFirst();
  return read(row?.value);
}

/** Keeps these and no others, with the settings: so they are behind the password, and in every copy. */
export async function writeDrafts(db: WriteHandle, drafts: readonly SaleDraft[]): Promise<void> {
  if (drafts.length === 0) await db.deleteFrom('settings').where('key', '=', draftsKey).execute();
  else await writeSettings(db, { [draftsKey]: drafts });
}

function keptIn(raw: RawHandle): string | undefined {
  return raw
    .prepare<[string], string>('SELECT value FROM settings WHERE key = ?')
    .pluck()
    .get(draftsKey);
}

/** Whether a half-typed sale is to somebody: chosen, under a record that was merged too, or typed as a new buyer. */
function isTo(raw: RawHandle, customerId: number, identity: Identity): (one: SaleDraft) => boolean {
  const ids = raw
    .prepare<[number, number], number>('SELECT id FROM customers WHERE id = ? OR merged_into = ?')
    .pluck()
    .all(customerId, customerId);
  return ({ sale }) =>
    ids.some((id) => id === sale.customerId) || isAbout(identity, sale.newCustomer ?? '');
}

/** The half-typed sales to somebody. */
export function draftsOf(raw: RawHandle, customerId: number, identity: Identity): SaleDraft[] {
  return read(keptIn(raw)).filter(isTo(raw, customerId, identity));
}

/** Lets go of the half-typed sales to somebody who is erased, and of what others say of them. */
export function scrubDrafts(raw: RawHandle, customerId: number, identity: Identity): void {
  const value = keptIn(raw);
  if (value === undefined) return;
  const isTheirs = isTo(raw, customerId, identity);
  const others = read(value).filter((one) => !isTheirs(one));
  const json = JSON.stringify(others);
  const left = withoutMentions(identity, json) ?? json;
  raw.prepare('UPDATE settings SET value = ? WHERE key = ?').run(left, draftsKey);
}
