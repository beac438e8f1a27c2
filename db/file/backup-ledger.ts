import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BackupEntry } from '#shared/contract/backups.ts';
import { writeWhole } from './whole-file.ts';

/** What was found when a copy was read again: it holds for the file as it was then. */
const verdict = z.strictObject({
  isWhole: z.boolean(),
  at: z.string(),
  bytes: z.int(),
  mtimeMs: z.number(),
});
export type Verdict = z.infer<typeof verdict>;

const ledger = z.strictObject({
  copies: z.record(z.string(), verdict),
  /** When the live database was last read from end to end, and what was found. */
  live: z.strictObject({ at: z.string(), isWhole: z.boolean() }).nullable(),
});
export type Ledger = z.infer<typeof ledger>;

const nothing: Ledger = { copies: {}, live: null };

function ledgerPath(folder: string): string {
  return join(folder, 'checked.json');
}

/** What is known of the copies of a folder; nothing where that cannot be read: they are read again. */
export async function readLedger(folder: string): Promise<Ledger> {
  const text = await readFile(ledgerPath(folder), 'utf8').catch(() => '');
  try {
    return ledger.parse(JSON.parse(text));
  } catch {
    return nothing;
  }
}

/**
 * Notes what was found, beside what was known before. On a disk that takes nothing it is not noted,
 * and will be found again.
 */
export async function noteInLedger(folder: string, found: Partial<Ledger>): Promise<void> {
  const before = await readLedger(folder);
  const known = Object.entries({ ...before.copies, ...found.copies });
  const present: [string, Verdict][] = [];
  for (const [name, one] of known)
    if ((await stat(join(folder, name)).catch(() => null)) !== null) present.push([name, one]);
  const after: Ledger = {
    copies: Object.fromEntries(present),
    live: found.live === undefined ? before.live : found.live,
  };
  // That the shop's own file is damaged is known, too, where no copy was ever made.
  if (after.live?.isWhole === false)
    await mkdir(folder, { recursive: true }).catch(() => undefined);
  await writeWhole(ledgerPath(folder), JSON.stringify(after, null, 2)).catch(() => undefined);
}

/** How a copy's file stands to what is known of it. */
export type CopyState = 'whole' | 'damaged' | 'unread' | 'gone';

/**
 * `unread`: nobody has compared its bytes since they were written, or last touched. A file of another
 * size than was checked is damaged without being read.
 */
export async function copyState(
  folder: string,
  entry: BackupEntry,
  known: Ledger,
): Promise<CopyState> {
  const found = await stat(join(folder, entry.fileName)).catch(() => null);
  if (found === null) return 'gone';
  if (found.size !== entry.bytes) return 'damaged';
  const said = known.copies[entry.fileName];
  if (said === undefined || said.bytes !== found.size || said.mtimeMs !== found.mtimeMs)
    return 'unread';
  return said.isWhole ? 'whole' : 'damaged';
}
