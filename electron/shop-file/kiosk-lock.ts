import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { openEnvelope, sealKey } from '#db/file/key-envelope.ts';
import { protectionOf } from '#db/file/protection.ts';
import { writeWhole } from '#db/file/whole-file.ts';
import { answerFacts } from '#shared/contract/feedback/shapes.ts';
import type { ChannelName } from '#shared/contract/index.ts';
import { keyEnvelope } from '#shared/contract/password/password.ts';
import { AppFailure, type Result } from '#shared/errors.ts';
import { type SurveyId, surveyId } from '#shared/ids.ts';

const kioskLock = z.strictObject({
  version: z.literal(1),
  surveyId,
  /** Opened by the word that was chosen; null: the shop's password leaves. */
  byWord: keyEnvelope.nullable(),
});

/** Of a damaged file no more is known than that the screen was handed over: it stays so. */
type KioskLock = Omit<z.infer<typeof kioskLock>, 'surveyId'> & {
  readonly surveyId: SurveyId | null;
};
const damaged: KioskLock = { version: 1, surveyId: null, byWord: null };

/** What is known of each folder; it is read from the disk once, so that a restart changes nothing. */
const known = new Map<string, KioskLock | null>();

/** Wrong words of each folder in a row, and when the next is looked at, milliseconds. */
const tries = new Map<string, { readonly wrong: number; readonly notBefore: number }>();

function fileIn(folder: string): string {
  return join(folder, 'kiosk.json');
}

function read(folder: string): KioskLock | null {
  if (!existsSync(fileIn(folder))) return null;
  try {
    return kioskLock.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return damaged;
  }
}

/** What a shop's screen asks everybody who passes; null: it is the owner's own. */
export function kioskOf(folder: string | null): KioskLock | null {
  if (folder === null) return null;
  const found = known.get(folder);
  if (found !== undefined) return found;
  const lock = read(folder);
  // One that could not be read is looked at again: it may have been held for a moment.
  if (lock !== damaged) known.set(folder, lock);
  return lock;
}

/** What is known of a shop that is closed is read again when it opens. */
export function forgetKiosk(folder: string): void {
  known.delete(folder);
  tries.delete(folder);
}

/** Hands the screen over. Without a word it takes the shop's password to get it back: CONFLICT `kiosk-word`. */
export async function startKiosk(
  folder: string,
  given: { readonly surveyId: SurveyId; readonly word: string | null },
): Promise<void> {
  if (given.word === null && protectionOf(folder) === null)
    throw new AppFailure({ code: 'CONFLICT', reason: 'kiosk-word' });
  const byWord = given.word === null ? null : (await sealKey(given.word, null)).envelope;
  const lock: KioskLock = { version: 1, surveyId: given.surveyId, byWord };
  await writeWhole(fileIn(folder), JSON.stringify(lock));
  known.set(folder, lock);
}

const freeTries = 5;
const waitMs = 60_000;

async function opens(folder: string, lock: KioskLock, secret: string): Promise<boolean> {
  const byPassword = protectionOf(folder)?.envelope ?? null;
  for (const envelope of [lock.byWord, byPassword])
    if (envelope !== null && (await openEnvelope(envelope, secret)) !== null) return true;
  return false;
}

/** What takes the screen back; nothing, where the word is lost and the shop has no password. */
export function opensKiosk(folder: string, { byWord }: KioskLock): 'word' | 'password' | 'nothing' {
  if (byWord !== null) return 'word';
  return protectionOf(folder) === null ? 'nothing' : 'password';
}

/** Gives the screen back. CONFLICT `kiosk-secret`: it was another word; `kiosk-wait`: too many were. */
export async function endKiosk(folder: string, secret: string, atMs: number): Promise<KioskLock> {
  const lock = kioskOf(folder);
  if (lock === null) throw new AppFailure({ code: 'CONFLICT', reason: 'kiosk-off' });
  const before = tries.get(folder) ?? { wrong: 0, notBefore: 0 };
  if (atMs < before.notBefore) throw new AppFailure({ code: 'CONFLICT', reason: 'kiosk-wait' });
  // Counted before it is looked at: words sent at once are counted, too.
  const wrong = before.wrong + 1;
  tries.set(folder, { wrong, notBefore: wrong % freeTries === 0 ? atMs + waitMs : 0 });
  if (!(await opens(folder, lock, secret)))
    throw new AppFailure({ code: 'CONFLICT', reason: 'kiosk-secret' });
  await rm(fileIn(folder), { force: true });
  tries.delete(folder);
  known.set(folder, null);
  return lock;
}

const open: ReadonlySet<string> = new Set<ChannelName>(['feedback.kiosk', 'feedback.kioskLeave']);

function isOwnAnswer(lock: KioskLock, input: unknown): boolean {
  const asked = z.strictObject({ surveyId, facts: answerFacts }).safeParse(input);
  if (!asked.success || asked.data.surveyId !== lock.surveyId) return false;
  const { way, customerId, outcome } = asked.data.facts;
  return way === 'kiosk' && customerId === null && outcome === 'answered';
}

/**
 * While the screen is a kiosk nothing else is answered than what it asks and what is said to it: whatever a
 * key, a menu or a page would ask for. Null: the request goes on.
 */
export function heldByKiosk(
  folder: string | null,
  { channel, input }: { readonly channel: string; readonly input: unknown },
): Result<never> | null {
  const lock = kioskOf(folder);
  if (lock === null || open.has(channel)) return null;
  if (channel === 'feedback.answer' && isOwnAnswer(lock, input)) return null;
  return { ok: false, error: { code: 'CONFLICT', reason: 'kiosk' } };
}
