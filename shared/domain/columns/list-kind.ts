import { complaintTitles } from './complaint-synonyms.ts';
import type { ImportField } from './fields.ts';
import { headerKey } from './headers.ts';
import { interactionTitles } from './interaction-synonyms.ts';
import { type ListTitles, matchInList } from './list-titles.ts';

/** Lists with titles of their own; one that could be several is the first of them. */
const LISTS: readonly ListTitles[] = [complaintTitles, interactionTitles];

/** Titles that these lists have and files of sales have not. */
const NO_SALES: ReadonlySet<string> = new Set(
  (
    'tgl dijawab|tanggal dijawab|tgl selesai|tanggal selesai|tgl diterima|tanggal diterima|' +
    'tgl masuk|tanggal masuk|penyebab|solusi|penyelesaian|ganti rugi|kompensasi|petugas|pic|' +
    'ditangani oleh|tgl ditutup|tanggal ditutup|cause|solution|handled by|received on|answered on|' +
    'resolved on|closed on|compensation|severity'
  ).split('|'),
);

/**
 * The kind of list that titles (as `headerKey` makes them) are those of; null for every other file.
 * `money`: they also speak of goods sold by count and price (`sale`), or of a sum that may be one
 * (`sum`): a workshop's receipts tell what the owner complained about too.
 */
export function listOf(keys: readonly string[], money: 'sale' | 'sum' | null): ListTitles | null {
  if (money === 'sale') return null;
  if (money === 'sum' && keys.filter((key) => NO_SALES.has(key)).length < 2) return null;
  return LISTS.find((list) => list.isMeant(keys) && hasNeeds(list, keys)) ?? null;
}

function hasNeeds(list: ListTitles, keys: readonly string[]): boolean {
  const named = new Set<ImportField>(
    keys.flatMap((key) => matchInList(list, key).map((match) => match.field)),
  );
  return list.needs.every((fields) => fields.some((field) => named.has(field)));
}

/** Whether a title is one that such lists have, and no other files. */
export function isListTitle(header: string): boolean {
  const key = headerKey(header);
  return NO_SALES.has(key) || LISTS.some((list) => list.isOwn(key));
}
