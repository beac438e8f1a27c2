/** What fills the merge fields of a reply; empty: not known. */
export interface MergeValues {
  /** The customer as addressed, such as `Pak Damar`. */
  readonly name: string;
  readonly product: string;
  /** The complaint's or the sale's number. */
  readonly number: string;
  readonly solution: string;
  readonly compensation: string;
  readonly shop: string;
  /** Who signs. */
  readonly me: string;
  /** Where the customer reaches who signs, in private. */
  readonly contact: string;
}

export type MergeField = keyof MergeValues;

/** The words a field is written with, Indonesian first; both are understood in either language. */
export const mergeWords: Readonly<
  Record<MergeField, { readonly id: string; readonly en: string }>
> = {
  name: { id: 'nama', en: 'name' },
  product: { id: 'produk', en: 'product' },
  number: { id: 'nomor', en: 'number' },
  solution: { id: 'solusi', en: 'solution' },
  compensation: { id: 'gantirugi', en: 'compensation' },
  shop: { id: 'toko', en: 'shop' },
  me: { id: 'saya', en: 'me' },
  contact: { id: 'kontak', en: 'contact' },
};

const fieldOfWord: ReadonlyMap<string, MergeField> = new Map(
  (Object.keys(mergeWords) as MergeField[]).flatMap((field) => [
    [mergeWords[field].id, field] as const,
    [mergeWords[field].en, field] as const,
  ]),
);

/** Anything in braces that reads like a field, mistyped ones too. */
const BRACES = /\{\s*(\p{L}[\p{L} _-]{0,30}?)\s*\}/gu;

/** A stretch of a text: `start` counted in UTF-16 units, `end` one after its last. */
export interface Spot {
  readonly start: number;
  readonly end: number;
}

/** Fills the merge fields of a text; one whose value is not known stays as it is written. */
export function mergeReply(text: string, values: Partial<MergeValues>): string {
  return text.replace(BRACES, (whole, word: string, at: number) => {
    const field = fieldOfWord.get(word.toLowerCase());
    const value = field === undefined ? '' : (values[field] ?? '').trim();
    if (value === '') return whole;
    // The template's own full stop follows.
    const isStopped = /^[.!?]/.test(text.slice(at + whole.length));
    return isStopped ? value.replace(/[.!\s]+$/, '') : value;
  });
}

/** Where fields are still empty. */
export function unfilledFields(text: string): Spot[] {
  return [...text.matchAll(BRACES)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
  }));
}

/** Forms of address in front of a name, and how the person is spoken to with them. */
const ADDRESSES: readonly (readonly [written: RegExp, spoken: string])[] = [
  [/^(?:bapak|bpk|pak|bp|tuan|tn)\.?\s+(?:h\.|haji\s)\s*/i, 'Pak Haji'],
  [/^(?:ibu|bu|nyonya|ny)\.?\s+(?:hj\.|hajjah\s|hajah\s)\s*/i, 'Bu Haji'],
  [/^(?:bapak|bpk|pak|bp|tuan|tn)\.?\s+/i, 'Pak'],
  [/^(?:ibu|bu|nyonya|ny)\.?\s+/i, 'Bu'],
  [/^(?:h\.|haji\s)\s*/i, 'Pak Haji'],
  [/^(?:hj\.|hajjah\s|hajah\s)\s*/i, 'Bu Haji'],
  [/^(?:kakak|kak)\.?\s+/i, 'Kak'],
  [/^mas\s+/i, 'Mas'],
  [/^(?:mbak|mba|mbk)\.?\s+/i, 'Mbak'],
  [/^(?:abang|bang)\s+/i, 'Bang'],
];

function inTitleCase(name: string): string {
  const isFlat = name === name.toUpperCase() || name === name.toLowerCase();
  // A name made up for a page, such as kopi_lover88, stays as its owner writes it.
  if (!isFlat || !/^[\p{L}\p{M}\s.'’-]+$/u.test(name)) return name;
  return name.toLowerCase().replace(/(^|[\s.'-])(\p{L})/gu, (_, before: string, letter: string) => {
    return `${before}${letter.toUpperCase()}`;
  });
}

/** A number, an address or a code in the place of a name: `0812…`, `ratna@contoh.id`, `PLG-0012`. */
function isNoName(called: string): boolean {
  return (
    !/\p{L}/u.test(called) || /\S@\S/.test(called) || /^[^\p{Ll}\s]*\d[^\p{Ll}\s]*$/u.test(called)
  );
}

/** What is left of what somebody is called for those who speak to them; empty where it is no name. */
export function spokenName(called: string): string {
  return isNoName(called) ? '' : called;
}

/**
 * How a customer is spoken to: `Bapak Damar Wicaksono, S.E.` is `Pak Damar`, `IBU WULAN` is
 * `Bu Wulan`. A name that carries no form of address is given none, for nobody is guessed at; who is called
 * by a number, an address or a code is spoken to without it.
 */
export function salutation(name: string): string {
  const bare = spokenName(name).split(',')[0]?.trim().replace(/\s+/g, ' ') ?? '';
  for (const [written, spoken] of ADDRESSES) {
    const rest = bare.replace(written, '');
    if (rest === bare || rest === '') continue;
    return `${spoken} ${inTitleCase(rest.split(' ')[0] ?? rest)}`;
  }
  return inTitleCase(bare);
}
