import { LONGEST_VALUE } from '../text/longest.ts';

/**
 * Words that say a column's currency, whether it must be filled in, how, or nothing; they are left out
 * beside other words.
 */
const NOISE: ReadonlySet<string> = new Set(
  (
    'rp idr rupiah value wajib opsional optional required mandatory diisi harus dd mm yy yyyy ' +
    'ddmmyyyy mmddyyyy yyyymmdd hh ss hhmm usd gbp eur sgd myr aud'
  ).split(' '),
);

/** Words that say a column's numbers are shares; which of what, the others say. */
const PERCENT: ReadonlySet<string> = new Set(['%', 'persen', 'percent', 'pct', 'prosen']);

/** Whether a title says that its numbers are percentages: `Disc %`, `Diskon (persen)`. */
export function saysPercent(header: string): boolean {
  return wordsOf(header).some((word) => PERCENT.has(word));
}

/** Whether a title says that its numbers are money: `Jumlah (Rp)`. */
export function saysMoney(header: string): boolean {
  return wordsOf(header).some((word) => word === 'rp' || word === 'idr' || word === 'rupiah');
}

function isNoise(word: string): boolean {
  return NOISE.has(word) || PERCENT.has(word) || /^\d{1,2}$/.test(word);
}

/** Whether a text says nothing but how a column is to be filled in: `Wajib diisi`, `dd/mm/yyyy`. */
export function isFiller(text: string): boolean {
  return wordsOf(text).every((word) => NOISE.has(word) && word !== 'rp' && word !== 'idr');
}

/**
 * A header as synonyms are written: lower case, words apart (`InvoiceNo`, `id_invoice`, `No.HP`),
 * without punctuation, counting numbers and currency marks: `Phone 1 - Value` is `phone`.
 */
export function headerKey(header: string): string {
  const words = wordsOf(header);
  const telling = words.filter((word) => !isNoise(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

function wordsOf(header: string): string[] {
  return header
    .slice(0, LONGEST_VALUE)
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/([#%])/g, ' $1 ')
    .replace(/(^|\s)@/g, ' per ')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}#%]+/gu, ' ')
    .trim()
    .split(' ');
}
