import { dropDerived, readDerived, writeDerived } from '../../derived-state.ts';
import type { RawHandle } from '../../file/client.ts';

const prefix = 'letters:';

/** A letter as it was printed. */
export interface PrintedLetter {
  readonly memberId: number;
  readonly text: string;
}

/** The last print of a campaign's letters: what was posted of it is booked by it, whoever may be printed since. */
export interface Print {
  /** Which print it is. */
  readonly print: string;
  /** ISO instant. */
  readonly at: string;
  readonly letters: readonly PrintedLetter[];
}

interface Kept extends Print {
  /** A list that was drawn anew has nobody of the former one, whatever the numbers of its rows. */
  readonly startedAt: string | null;
}

function startedAt(raw: RawHandle, campaignId: number): string | null {
  const one = raw.prepare('SELECT started_at FROM campaigns WHERE id = ?').pluck();
  return one.get(campaignId) as string | null;
}

/** In the place of the print before; those of campaigns that have ended are let go. In the caller's transaction. */
export function keepPrint(raw: RawHandle, campaignId: number, print: Print): void {
  raw.exec(`DELETE FROM derived_state WHERE key LIKE '${prefix}%' AND NOT EXISTS (SELECT 1 FROM campaigns
    WHERE '${prefix}' || id = key AND state IN ('running', 'paused'))`);
  const kept: Kept = { ...print, startedAt: startedAt(raw, campaignId) };
  writeDerived(raw, prefix + campaignId, JSON.stringify(kept));
}

/** The last print of a campaign's letters; null: there is none of its list. */
export function keptPrint(raw: RawHandle, campaignId: number): Print | null {
  const text = readDerived(raw, prefix + campaignId);
  if (text === null) return null;
  const { startedAt: started, ...print } = JSON.parse(text) as Kept;
  return started === startedAt(raw, campaignId) ? print : null;
}

/** Takes the letters of people who have gone for good out of every print; in the caller's transaction. */
export function forgetLettersOfGone(raw: RawHandle): void {
  const keys = raw
    .prepare(`SELECT key FROM derived_state WHERE key LIKE '${prefix}%'`)
    .pluck()
    .all() as string[];
  const isThere = raw.prepare('SELECT 1 FROM campaign_members WHERE id = ?');
  for (const key of keys) {
    const kept = JSON.parse(readDerived(raw, key) ?? 'null') as Kept;
    const letters = kept.letters.filter(({ memberId }) => isThere.get(memberId) !== undefined);
    if (letters.length === 0) dropDerived(raw, key);
    else writeDerived(raw, key, JSON.stringify({ ...kept, letters }));
  }
}

/** Which of a campaign's people still wait for their turn, and whose record each is. */
export function stillWaiting(raw: RawHandle, campaignId: number): ReadonlyMap<number, number> {
  const rows = raw
    .prepare(
      "SELECT id, customer_id FROM campaign_members WHERE campaign_id = ? AND state = 'waiting'",
    )
    .raw()
    .all(campaignId);
  return new Map(rows as [number, number][]);
}
