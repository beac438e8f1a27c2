/**
 * Names that shops type when they do not know the buyer. They never make a customer and never match
 * one: a till's hundred sales to "umum" are a hundred strangers, not the best customer. Keys as
 * `nameKey` makes them.
 */
const BLANK_NAMES: ReadonlySet<string> = new Set([
  ...[
    '',
    'n a',
    'nn',
    'n n',
    'no name',
    'noname',
    'null',
    'nil',
    'none',
    'unknown',
    'xxx',
    'xx',
    'x',
  ],
  ...['umum', 'pelanggan umum', 'customer umum', 'umum customer', 'konsumen umum', 'pembeli umum'],
  ...[
    'cash',
    'tunai',
    'cash sale',
    'cash sales',
    'penjualan tunai',
    'pelanggan tunai',
    'cash umum',
  ],
  ...['tanpa nama', 'tidak ada', 'tdk ada', 'tidak diketahui', 'tidak ada nama', 'kosong', 'nihil'],
  ...['pelanggan', 'customer', 'konsumen', 'pembeli', 'tamu', 'guest', 'guest customer', 'anonim'],
  ...['walk in', 'walkin', 'walk in customer', 'walk in guest', 'walk in pelanggan', 'anonymous'],
  ...['eceran', 'pelanggan eceran', 'retail customer', 'general', 'general customer', 'default'],
  ...['default customer', 'non member', 'nonmember', 'bukan member', 'lainnya', 'lain lain'],
  ...['bpk', 'bapak', 'pak', 'ibu', 'bu', 'mas', 'mbak', 'mba', 'kak', 'kakak', 'om', 'tante'],
]);

/** Forms of address and titles before a name, and legal forms and shop words on either side. */
const TITLES: ReadonlySet<string> = new Set(
  (
    'bpk bapak pak bp ibu bu h hj haji hajjah sdr sdri saudara saudari tn ny nn tuan nyonya nona ' +
    'mas mbak mba mbk kak kakak bang abang om tante mr mrs ms miss dr drg drs dra ir prof kh ust ' +
    'ustad ustadz ustadzah koh ko cik ci'
  ).split(' '),
);
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'cv pt ud pd tb fa tbk ltd limited inc llc corp co gmbh pte persero perseroan'.split(' '),
);
const SHOP_WORDS: ReadonlySet<string> = new Set(
  'toko tk kios warung kedai rm resto restoran depot'.split(' '),
);
const BUSINESS_WORDS: ReadonlySet<string> = new Set(
  (
    'apotek apotik klinik rs rsu rsud puskesmas koperasi kud yayasan bengkel salon cafe kafe coffee ' +
    'hotel sd sdn smp smpn sma sman smk smkn universitas sekolah dinas kantor percetakan butik ' +
    'catering katering supermarket minimarket swalayan grosir agen distributor laundry bakery ' +
    'rumah sakit group grup company perusahaan store shop mart'
  ).split(' '),
);

/** Words for one trade that are written in several ways. */
const TRADES: ReadonlyMap<string, string> = new Map(
  [
    'toko tk store shop mart',
    'apotek apotik',
    'rm resto restoran',
    'cafe kafe coffee',
    'catering katering',
    'rs rsu rsud',
    'sd sdn',
    'smp smpn',
    'sma sman',
    'smk smkn',
  ].flatMap((line) => {
    const [first = '', ...others] = line.split(' ');
    return others.map((word) => [word, first] as const);
  }),
);
/** Of these every business may be one. */
const ANY_TRADE: ReadonlySet<string> = new Set('group grup company perusahaan kantor'.split(' '));

const PLAIN = /^[ -~]*$/;
const COMBINING = /[\u0300-\u036f]/g;

/**
 * Key for matching names that are the same but for case, accents, punctuation and spaces. Titles
 * stay: "Ibu Wulan" and "Wulan" are two keys.
 */
export function nameKey(name: string): string {
  // Most names are plain letters, which fold to themselves.
  if (PLAIN.test(name))
    return name
      .toLowerCase()
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  let key = name.normalize('NFKC').toLowerCase();
  key = key.normalize('NFD').replace(COMBINING, '').normalize('NFC').replace(/ß/g, 'ss');
  return key
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** Cuts `, S.E.` and `, CV` after a name, but not the given name of `Santoso, Budi`. */
function withoutDegrees(name: string): string {
  const comma = name.indexOf(',');
  if (comma < 1) return name;
  const after = name.slice(comma + 1).split(',');
  const isTail = (part: string): boolean =>
    /^\s*(?:\p{L}{1,4}\.\s?)+\p{L}{0,5}\.?\s*$/u.test(part) || LEGAL_FORMS.has(nameKey(part));
  return after.every(isTail) ? name.slice(0, comma) : name;
}

/**
 * Key for fuzzy search: as `nameKey`, also without titles (Bpk, Ibu, H., Hj., Sdr), legal forms
 * (CV, PT, UD), shop words (Toko) and degrees. A name made of nothing else keeps its last word.
 */
export function bareNameKey(name: string): string {
  return bareWords(nameKey(withoutDegrees(name))).join(' ');
}

/** The words of a key that `nameKey` made, without what stands around a name. */
function bareWords(key: string): string[] {
  const words = key.split(' ');
  const drops = (word: string | undefined): boolean =>
    word !== undefined && (TITLES.has(word) || LEGAL_FORMS.has(word) || SHOP_WORDS.has(word));
  while (words.length > 1 && drops(words[0])) words.shift();
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words;
}

/**
 * What of a name tells one from another: its words without titles, legal forms, degrees, remarks in
 * brackets, and the words for what a business does where something else is left. `key`: the name's own.
 */
export function tellingWords(name: string, key: string): string[] {
  const isPlain = !/[([,]/.test(name);
  const words = bareWords(
    isPlain ? key : nameKey(withoutDegrees(name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))) || key,
  );
  const telling = words.filter((word) => !BUSINESS_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * What kinds of shop a name says that it is, each by one word however it is written; none: it does not say.
 * `key`: as `nameKey` makes it.
 */
export function tradesOf(key: string): readonly string[] {
  return key.split(' ').flatMap((word) => {
    const isTrade = (SHOP_WORDS.has(word) || BUSINESS_WORDS.has(word)) && !ANY_TRADE.has(word);
    return isTrade ? [TRADES.get(word) ?? word] : [];
  });
}

/** Stars in a row; one within a word, at a lone letter, or before the last digits of a number. */
const MASK =
  /[*•]{2,}|[\p{L}\d][*•][\p{L}\d]|(?<![\p{L}\d])\p{L}[*•]|[*•]\p{L}(?![\p{L}\d])|[*•]\d{1,4}(?!\d)|#{3,}/u;

/**
 * Whether a marketplace hid part of the text: `A****i`, `******78`, `A***`, `S* W*`. A single star beside a
 * whole word is somebody's mark (`Nama*`, `*Customer`) and hides nothing.
 */
export function isMasked(text: string): boolean {
  if (!text.includes('*') && !text.includes('•') && !text.includes('#')) return false;
  return MASK.test(text);
}

/** Whether a name says nothing about who it is (`-`, `umum`, `cash`, `tanpa nama`, `walk in`). */
export function isBlankName(text: string, key = nameKey(text)): boolean {
  return BLANK_NAMES.has(key) || text.trim() === 'NA';
}

/** Whether a name is a business's: a legal form at either end, or begins with a word such as Toko. */
export function looksLikeBusiness(name: string): boolean {
  const words = nameKey(name).split(' ');
  if (words.length < 2) return false;
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (LEGAL_FORMS.has(first) || SHOP_WORDS.has(first) || BUSINESS_WORDS.has(first)) return true;
  return LEGAL_FORMS.has(last) || ['store', 'shop', 'mart', 'group', 'grup'].includes(last);
}
