import { type ImportField, REPEATABLE_FIELDS } from './fields.ts';
import { fitOf, looksLikeAmounts, looksLikeCodes, looksLikeCounts } from './fit.ts';
import { headerKey } from './headers.ts';
import { listOf } from './list-kind.ts';
import { type ListTitles, matchInList } from './list-titles.ts';
import type { ColumnSummary } from './summary.ts';
import { type HeaderMatch, matchHeader } from './synonyms.ts';

/**
 * Why a column was guessed: by its header and values alike, by the header alone, by values alone;
 * although values contradict; with damaged or masked values among them; not taken because another column has
 * the field; or nothing is known about it.
 */
export type GuessReason =
  | 'header-and-values'
  | 'header'
  | 'values'
  | 'values-disagree'
  | 'damaged-values'
  | 'masked-values'
  | 'ambiguous-header'
  | 'other-column'
  | 'empty'
  | 'unknown';

export interface ColumnGuess {
  readonly field: ImportField;
  readonly confidence: 'sure' | 'likely' | 'check' | 'none';
  readonly because: GuessReason;
}

export interface GuessContext {
  /** The shop's country and currency, such as `ID` and `IDR`. */
  readonly country: string;
  readonly currency: string;
}

interface Candidate {
  readonly column: number;
  readonly field: ImportField;
  readonly score: number;
  readonly fit: number;
  readonly exact: boolean;
  readonly byHeader: boolean;
}

/** Headers that mean one thing in one file and another in the next. */
const TWO_FACED: ReadonlySet<string> = new Set(
  'jumlah|jml|total|nominal|unit|nilai|level|state|waktu|banyak|amount|description|nama|name'.split(
    '|',
  ),
);
const NAME_PARTS: ReadonlySet<string> = new Set(
  (
    'first name|given name|middle name|additional name|last name|family name|nama depan|' +
    'nama tengah|nama belakang'
  ).split('|'),
);
const ENOUGH = 0.2;

/** What kind of file the headers make: it decides what `nama`, `catatan` and `total` stand for. */
interface FileKind {
  readonly products: boolean;
  readonly customers: boolean;
  readonly sales: boolean;
}

function fileKind(all: readonly (readonly HeaderMatch[])[], keys: readonly string[]): FileKind {
  const has = (test: (field: ImportField) => boolean): boolean =>
    all.some((found, column) => {
      const first = found[0];
      return first !== undefined && !TWO_FACED.has(keys[column] ?? '') && test(first.field);
    });
  return {
    products: has((field) => field.startsWith('product.') || field.startsWith('line.')),
    customers: has((field) => field.startsWith('customer.') && field !== 'customer.note'),
    sales: has((field) => /^(sale\.(number|date|total)|line\.(quantity|unitPrice))$/.test(field)),
  };
}

/** What the rows of a list may be about: these titles mean in it what they mean everywhere. */
const ABOUT: ReadonlySet<ImportField> = new Set<ImportField>([
  'customer.name',
  'customer.phone',
  'customer.email',
  'customer.externalId',
  'customer.address',
  'customer.city',
  'product.name',
  'product.sku',
  'sale.number',
]);
const COUNTED: ReadonlySet<ImportField> = new Set<ImportField>([
  'line.quantity',
  'line.unitPrice',
  'line.amount',
  'sale.total',
]);

/** Whether the titles speak of goods sold by count and price, or only of some sum. */
function moneyIn(
  all: readonly (readonly HeaderMatch[])[],
  keys: readonly string[],
): 'sale' | 'sum' | null {
  const counted = all.filter(([first]) => first !== undefined && COUNTED.has(first.field));
  if (counted.length === 0) return null;
  const isPlain = counted.some((found) => !TWO_FACED.has(keys[all.indexOf(found)] ?? ''));
  return isPlain ? 'sale' : 'sum';
}

/** In a list with titles of its own those count, and those of whom and what it is about. */
function ownOrAbout(list: ListTitles, key: string, found: readonly HeaderMatch[]): HeaderMatch[] {
  const own = matchInList(list, key);
  if (own.some((match) => match.exact)) return [...own];
  const about = found.filter((match) => ABOUT.has(match.field));
  return about.length > 0 ? about : [...own];
}

/** Added to a candidate's score by what the rest of the file is about. */
function kindBonus(field: ImportField, key: string, kind: FileKind): number {
  switch (field) {
    case 'customer.note':
      return kind.sales ? -0.5 : 0.1;
    case 'sale.note':
    case 'sale.status':
      return kind.sales ? 0.1 : -0.9;
    case 'sale.number':
      return 0.1;
    case 'sale.date':
    case 'sale.paymentMethod':
      return kind.customers && !kind.sales && !kind.products ? -0.2 : 0.05;
    case 'line.amount':
    case 'line.discount':
      return kind.products ? 0.1 : -0.5;
    case 'sale.total':
    case 'sale.discount':
      return kind.products && (key === 'total' || key === 'jumlah') ? -0.2 : 0;
    case 'line.unitPrice':
      return kind.sales ? 0 : -0.9;
    case 'customer.name':
      return key === 'nama' || key === 'name' ? (kind.products && !kind.customers ? -0.9 : 0.1) : 0;
    case 'product.name':
      return key === 'description' && !kind.products ? -0.9 : 0;
    case 'product.category':
      return kind.customers && !kind.products ? -0.4 : 0;
    default:
      return 0;
  }
}

/** Settles `Jumlah` and its like between counts and amounts by what the values look like. */
function shapeBonus(field: ImportField, summary: ColumnSummary, context: GuessContext): number {
  if (summary.filled === 0) return 0;
  const amounts = looksLikeAmounts(summary, context.currency);
  const counts = looksLikeCounts(summary, context.currency);
  if (field === 'line.quantity') return amounts ? -0.5 : counts ? 0.2 : 0;
  if (field === 'line.amount' || field === 'sale.total') return counts ? -0.3 : amounts ? 0.2 : 0;
  return 0;
}

/** A column, the key of its title, and the fields that its title names. */
interface TitledColumn {
  readonly column: number;
  readonly key: string;
  readonly found: readonly HeaderMatch[];
  readonly summary: ColumnSummary;
}

function headerCandidates(
  { column, key, found, summary }: TitledColumn,
  kind: FileKind,
  context: GuessContext,
): Candidate[] {
  const extra: HeaderMatch[] = [...found];
  const first = found[0];
  const add = (field: ImportField, weight: number): void => {
    if (first !== undefined && !found.some((match) => match.field === field)) {
      extra.push({ field, weight, exact: first.exact });
    }
  };
  if (kind.products && (key === 'nama' || key === 'name')) add('product.name', 0.5);
  if (key === 'description' || key === 'deskripsi') add('customer.note', 0.5);
  if (key === 'kategori' || key === 'category' || key === 'level') add('customer.tag', 0.5);
  // `Pelanggan` may hold names or codes.
  if (found.some((match) => match.field === 'customer.name') && looksLikeCodes(summary)) {
    add('customer.externalId', 0.6);
  }
  return extra.map((match) => {
    const fit = fitOf(match.field, summary);
    const shaped = TWO_FACED.has(key) || fit > 0 ? shapeBonus(match.field, summary, context) : 0;
    const score = match.weight + 0.4 * fit + kindBonus(match.field, key, kind) + shaped;
    return { column, field: match.field, score, fit, exact: match.exact, byHeader: true };
  });
}

/** What values alone can say: only phones, e-mail addresses and dates are unmistakable. */
function valueCandidates(column: number, key: string, summary: ColumnSummary): Candidate[] {
  const fields: readonly ImportField[] = ['customer.email', 'customer.phone', 'sale.date'];
  // A workbook's day numbers look like any number: they need a header.
  const mayBeDate = summary.dates.serialLike < summary.filled * 0.5;
  return fields
    .filter((field) => field !== 'sale.date' || (mayBeDate && key === ''))
    .map((field) => ({ field, fit: fitOf(field, summary) }))
    .filter(({ field, fit }) => fit === 1 && (field !== 'customer.phone' || summary.distinct > 1))
    .map(({ field, fit }) => ({ column, field, score: 0.3, fit, exact: false, byHeader: false }));
}

/** Where prices are after discount, subtracting the discount columns again would count it twice. */
function withoutCountedDiscounts(
  candidates: readonly Candidate[],
  keys: readonly string[],
): readonly Candidate[] {
  if (!keys.some((key) => /setelah diskon|after discount/.test(key))) return candidates;
  return candidates.filter(
    ({ field, column }) =>
      !field.endsWith('.discount') || !/diskon|discount/.test(keys[column] ?? ''),
  );
}

function isNamePart(key: string): boolean {
  return NAME_PARTS.has(key);
}

/** Takes candidates best first; a field goes to one column unless several may feed it. */
function assign(candidates: readonly Candidate[], keys: readonly string[]): Map<number, Candidate> {
  const taken = new Map<number, Candidate>();
  const used = new Set<ImportField>();
  let byParts = false;
  const sorted = [...candidates].sort((a, b) => b.score - a.score || a.column - b.column);
  for (const candidate of sorted) {
    if (taken.has(candidate.column) || candidate.score < ENOUGH) continue;
    const isPart = candidate.field === 'customer.name' && isNamePart(keys[candidate.column] ?? '');
    const joins = isPart && byParts;
    const free = !used.has(candidate.field) || REPEATABLE_FIELDS.has(candidate.field) || joins;
    if (!free) continue;
    if (isPart && !used.has('customer.name')) byParts = true;
    used.add(candidate.field);
    taken.set(candidate.column, candidate);
  }
  return taken;
}

function judge(candidate: Candidate, key: string, summary: ColumnSummary): ColumnGuess {
  const { field, fit } = candidate;
  if (!candidate.byHeader) return { field, confidence: 'check', because: 'values' };
  if (summary.filled === 0) return { field, confidence: 'likely', because: 'empty' };
  if (summary.masked > summary.filled * 0.5) {
    return { field, confidence: 'check', because: 'masked-values' };
  }
  if (fit < 0) return { field, confidence: 'check', because: 'values-disagree' };
  if (field === 'customer.phone' && summary.damagedPhones > 0) {
    return { field, confidence: 'check', because: 'damaged-values' };
  }
  if (TWO_FACED.has(key) && field !== 'customer.name' && fit < 1) {
    return { field, confidence: 'likely', because: 'ambiguous-header' };
  }
  if (candidate.exact && fit >= 0.5) {
    return { field, confidence: 'sure', because: 'header-and-values' };
  }
  if (candidate.exact || fit >= 0.5) return { field, confidence: 'likely', because: 'header' };
  return { field, confidence: 'check', because: 'header' };
}

/**
 * Guesses what each column becomes, by its header's synonyms and by what its values look like. Each
 * field is given once, except those of `REPEATABLE_FIELDS` and the parts of a name. `headers` may be
 * empty texts where the file has none; `summaries` stand in the same order.
 */
export function guessColumns(
  headers: readonly string[],
  summaries: readonly ColumnSummary[],
  context: GuessContext,
): ColumnGuess[] {
  const keys = headers.map(headerKey);
  const plain = headers.map(matchHeader);
  const list = listOf(keys, moneyIn(plain, keys));
  const all =
    list === null
      ? plain
      : plain.map((found, column) => ownOrAbout(list, keys[column] ?? '', found));
  const kind =
    list === null ? fileKind(all, keys) : { products: false, customers: true, sales: false };
  const candidates = summaries.flatMap((summary, column) => {
    const key = keys[column] ?? '';
    const found = all[column] ?? [];
    // An empty column of several that want one field must not win it: it ranks last.
    const byHeader = headerCandidates({ column, key, found, summary }, kind, context);
    const ranked =
      summary.filled === 0 ? byHeader.map((c) => ({ ...c, score: c.score * 0.5 })) : byHeader;
    return found.length > 0 ? ranked : valueCandidates(column, key, summary);
  });
  const taken = assign(withoutCountedDiscounts(candidates, keys), keys);
  return summaries.map((summary, column) => {
    const candidate = taken.get(column);
    if (candidate !== undefined) return judge(candidate, keys[column] ?? '', summary);
    const wanted = (all[column] ?? []).length > 0;
    return { field: 'ignore', confidence: 'none', because: wanted ? 'other-column' : 'unknown' };
  });
}
