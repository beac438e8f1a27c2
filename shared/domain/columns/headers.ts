import { LONGEST_VALUE } from '../text/longest.ts';

/**
 * Words that say a column's currency, whether it must be filled in, how, or nothing; they are left out
 * beside other words.
 */
const NOISE: ReadonlySet<string> = new Set(
  (
    'rp idr rupiah value wajib opsional optional required mandatory diisi harus dd mm yy yyyy ' +
    'ddmmyyyy mmddyyyy yyyymmdd hh ss hhmm'
  ).split(' '),
);

/**
 * A header as synonyms are written: lower case, words apart (`InvoiceNo`, `id_invoice`, `No.HP`),
 * without punctuation, counting numbers and currency marks: `Phone 1 - Value` is `phone`.
 */
export function headerKey(header: string): string {
  const words = header
    .slice(0, LONGEST_VALUE)
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}#%]+/gu, ' ')
    .trim()
    .split(' ');
  const telling = words.filter((word) => !NOISE.has(word) && !/^\d{1,2}$/.test(word));
  return (telling.length > 0 ? telling : words).join(' ');
}
