import type { ImportField } from './fields.ts';
import { headerKey } from './headers.ts';
import { LATER, NOT_OURS } from './titles/not-ours.ts';
import { SYNONYMS } from './titles/synonym-table.ts';
import { bagOf, meanings } from './titles/words.ts';

/** One reading of a header: the field, and how good the synonym is (1 best, above 0). */
export interface HeaderMatch {
  readonly field: ImportField;
  readonly weight: number;
  readonly exact: boolean;
}

interface Synonym {
  readonly field: ImportField;
  readonly weight: number;
  readonly words: string;
  /** What the words mean, in their order. */
  readonly means: readonly string[];
}

const ALL: readonly Synonym[] = Object.entries(SYNONYMS).flatMap(([field, list]) => {
  const words = list.split('|');
  return words.map((text, index) => {
    const key = headerKey(text);
    const weight = 1 - (0.5 * index) / words.length;
    return { field: field as ImportField, weight, words: key, means: meanings(key) };
  });
});
const EXACT = Map.groupBy(ALL, (synonym) => synonym.words);
/** `Sales ID` is a sale's, but `Kode Sales` the salesman's: there the order tells. */
const BY_BAG = Map.groupBy(
  ALL.filter(({ means }) => !means.includes('sales') || means.length === 1),
  (synonym) => bagOf(synonym.means),
);
/** Single words that tell a field even inside a longer header, the most telling first. */
const TELLING: readonly string[] =
  'email npwp zip postcode kodepos telp wa kota provinsi kecamatan kelurahan sku ongkir diskon qty tanggal harga tarif alamat catatan keterangan'.split(
    ' ',
  );

const matches = new Map<string, readonly HeaderMatch[]>();

/** Every field a header may name, best first; empty for words nobody uses for one. */
export function matchHeader(header: string): readonly HeaderMatch[] {
  const key = headerKey(header);
  let found = matches.get(key);
  if (found === undefined) {
    found = findMatches(key);
    if (matches.size < 5_000) matches.set(key, found);
  }
  return found;
}

function isAboutElse(key: string): boolean {
  // A last name is a part of a name; a last order is no order of its own.
  const words = key.replace(/\blast name\b/, 'name').split(' ');
  return words.some((word) => NOT_OURS.has(word));
}

/** Each field once, by its best synonym. */
function best(synonyms: readonly Synonym[], share: number, exact: boolean): HeaderMatch[] {
  const fields = new Map<ImportField, number>();
  for (const { field, weight } of synonyms) {
    fields.set(field, Math.max(fields.get(field) ?? 0, weight * share));
  }
  return [...fields]
    .map(([field, weight]) => ({ field, weight, exact }))
    .sort((a, b) => b.weight - a.weight);
}

function findMatches(key: string): readonly HeaderMatch[] {
  const exact = best(EXACT.get(key) ?? [], 1, true);
  const words = meanings(key);
  // A lone `penjualan` is a sum as well as a number.
  const isLone = words.length === 1 && words[0] === 'transaksi';
  const same = best(
    isLone ? [] : (BY_BAG.get(bagOf(words)) ?? []),
    exact.length > 0 ? 0.9 : 1,
    true,
  );
  const others = same.filter(({ field }) => !exact.some((match) => match.field === field));
  if (exact.length + others.length > 0) return [...exact, ...others];
  const within = findInside(words);
  if (isAboutElse(left(key, within))) return [];
  const isLater = words.some((word) => LATER.has(word));
  return best(within, isLater ? 0.3 : 0.6, false);
}

/** What speaks against the money of a shipment: what was taken off it, or paid by somebody else. */
const OFF_SHIPPING: ReadonlySet<string> = new Set(['diskon', 'subsidi', 'cashback', 'estimasi']);

/** The words of a title that two or more words of a synonym within it leave over. */
function left(key: string, [within]: readonly Synonym[]): string {
  if (within === undefined || within.means.length < 2) return key;
  const others = key.split(' ').filter((word) => !within.means.includes(meanings(word)[0] ?? word));
  const isOff =
    within.field === 'sale.shipping' &&
    others.some((word) => OFF_SHIPPING.has(meanings(word)[0] ?? ''));
  return isOff ? 'biaya' : others.join(' ');
}

/** Within a longer title words name a code only as they stand: `ID (Contact Numbers)` is no contact's. */
const CODES: ReadonlySet<ImportField> = new Set<ImportField>([
  'customer.externalId',
  'product.sku',
  'sale.number',
]);

function isWithin({ field, means }: Synonym, words: readonly string[]): boolean {
  if (means.length < 2 || !means.every((word) => words.includes(word))) return false;
  return !CODES.has(field) || ` ${words.join(' ')} `.includes(` ${means.join(' ')} `);
}

/** Synonyms within a longer header: of the most words, those that stand together, then the first. */
function findInside(words: readonly string[]): readonly Synonym[] {
  const within = ALL.filter((synonym) => isWithin(synonym, words));
  const word = TELLING.find((each) => words.includes(each));
  const telling = word === undefined ? [] : (BY_BAG.get(word) ?? []);
  if (within.length === 0) return telling;
  const rank = (means: readonly string[]): number => {
    const places = means.map((each) => words.indexOf(each));
    const spread = Math.max(...places) - Math.min(...places) + 1 - new Set(places).size;
    return new Set(means).size * 10_000 - spread * 100 - Math.min(...places);
  };
  const most = Math.max(...within.map(({ means }) => rank(means)));
  const found = within.filter(({ means }) => rank(means) === most);
  // `Bill To Phone` is about whom the bill is for, and says what of them.
  const isOfName = found.every(({ field }) => field === 'customer.name');
  const isLeft = word !== undefined && !found.some(({ means }) => means.includes(word));
  return isOfName && isLeft ? telling : found;
}

/** Whether a title is about something that no field keeps. */
export function isNotOurs(header: string): boolean {
  return matchHeader(header).length === 0 && isAboutElse(headerKey(header));
}

/** Whether a header is one that we know by heart, ours or not. */
export function isKnownHeader(header: string): boolean {
  const key = headerKey(header);
  return EXACT.has(key) || NOT_OURS.has(key) || BY_BAG.has(bagOf(meanings(key)));
}
