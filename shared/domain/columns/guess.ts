import { type ImportField, REPEATABLE_FIELDS } from './fields.ts';
import { looksLikeAmounts } from './fit.ts';
import { assign, type Chosen, ENOUGH, fieldsOf, takeBest } from './guessing/assign.ts';
import {
  type Candidate,
  type FileGround,
  type TitledColumn,
  titleCandidates,
  valueCandidates,
  weakCandidates,
} from './guessing/candidates.ts';
import { fileKind, isTwoFaced, LIST_OF_ITS_OWN } from './guessing/file-kind.ts';
import { gapCandidates, saidOfNamed } from './guessing/gaps.ts';
import { isAmount, withoutCountedInTotal, withoutGross } from './guessing/gross-amounts.ts';
import { type ColumnGuess, contradictsItself, type GuessReason, judge } from './guessing/judge.ts';
import { findLineColumns, type LineColumns } from './guessing/line-columns.ts';
import { repeatedColumns } from './guessing/repeated-columns.ts';
import { columnsApart } from './guessing/tables-apart.ts';
import { untitledCandidates } from './guessing/untitled.ts';
import { headerKey } from './headers.ts';
import { listOf } from './list-kind.ts';
import { type ListTitles, matchInList } from './list-titles.ts';
import type { ColumnSummary } from './summary.ts';
import { type HeaderMatch, isNotOurs, matchHeader } from './synonyms.ts';
import { meanings } from './titles/words.ts';

export type { ColumnGuess } from './guessing/judge.ts';

export interface GuessContext {
  /** The shop's country and currency, such as `ID` and `IDR`. */
  readonly country: string;
  readonly currency: string;
  /** Fields that a person gave to columns: these are not guessed, and no other column gets them. */
  readonly chosen?: Chosen;
}

const NONE_CHOSEN: Chosen = new Map();

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
  const isPlain = counted.some((found) => !isTwoFaced(keys[all.indexOf(found)] ?? ''));
  return isPlain ? 'sale' : 'sum';
}

/** In a list with titles of its own those count, and those of whom and what it is about. */
function ownOrAbout(list: ListTitles, key: string, found: readonly HeaderMatch[]): HeaderMatch[] {
  const own = matchInList(list, key);
  if (own.some((match) => match.exact)) return [...own];
  const about = found.filter((match) => ABOUT.has(match.field));
  return about.length > 0 ? about : [...own];
}

/**
 * Where amounts are what is left after discounts, taking one off the sale would count it twice; where
 * prices are, so would one off the line.
 */
function withoutCountedDiscounts(
  candidates: readonly Candidate[],
  keys: readonly string[],
): readonly Candidate[] {
  const isPriceAfter = keys.some((key) => /(?:harga|price).*(?:setelah|after)/.test(key));
  const isNet = keys.some((key) =>
    /(?:setelah diskon|after discount|\b(?:net|netto|bersih)\b)/.test(key),
  );
  const isOfSale = (column: number): boolean =>
    candidates
      .filter((each) => each.column === column && each.field.endsWith('.discount'))
      .toSorted((a, b) => b.score - a.score)[0]?.field === 'sale.discount';
  return candidates.filter(({ field, column }) => {
    const isDiscount = meanings(keys[column] ?? '').includes('diskon');
    if (!isDiscount || !field.endsWith('.discount')) return true;
    return !isPriceAfter && !(isNet && isOfSale(column));
  });
}

/** Of several triples the one whose titles speak most for it, then the one that stands closest. */
function bestLine(
  lines: readonly LineColumns[],
  all: readonly (readonly HeaderMatch[])[],
): LineColumns | null {
  const saysOf = (column: number, field: ImportField): number =>
    all[column]?.find((match) => match.field === field)?.weight ?? 0;
  const rank = ({ quantity, price, amount }: LineColumns): number => {
    const says =
      saysOf(quantity, 'line.quantity') +
      saysOf(price, 'line.unitPrice') +
      Math.max(saysOf(amount, 'line.amount'), saysOf(amount, 'sale.total'));
    const spread = Math.max(quantity, price, amount) - Math.min(quantity, price, amount);
    return says - spread / 1_000;
  };
  return lines.toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}

function candidatesOf(titled: TitledColumn, ground: FileGround, isRepeated: boolean): Candidate[] {
  const all = everyCandidate(titled, ground);
  return isRepeated ? all.filter(({ field }) => REPEATABLE_FIELDS.has(field)) : all;
}

function everyCandidate(titled: TitledColumn, ground: FileGround): Candidate[] {
  if (titled.found.length > 0) return titleCandidates(titled, ground);
  const weak = weakCandidates(titled, ground);
  if (weak.length > 0) return weak;
  return isNotOurs(titled.header) ? [] : valueCandidates(titled, ground);
}

/** A file made ready to be guessed: its columns, what they are judged by, and those set aside. */
interface Prepared {
  readonly columns: readonly TitledColumn[];
  readonly keys: readonly string[];
  readonly ground: FileGround;
  readonly repeated: ReadonlySet<number>;
  readonly apart: ReadonlySet<number>;
}

function prepare(
  headers: readonly string[],
  given: readonly ColumnSummary[],
  currency: string,
): Prepared {
  const titles = given.map((_, column) => headers[column] ?? '');
  const named = titles.map(matchHeader);
  const apart = columnsApart(
    titles.map(headerKey),
    given,
    named.map((found) => found.length > 0),
  );
  const keys = titles.map((title, column) => (apart.has(column) ? '' : headerKey(title)));
  const plain = named.map((found, column) => (apart.has(column) ? [] : found));
  const summaries = given.map((summary, column) =>
    apart.has(column) ? { ...summary, filled: 0, sizes: [] } : summary,
  );
  const list = listOf(keys, moneyIn(plain, keys));
  const all =
    list === null
      ? plain
      : plain.map((found, column) => ownOrAbout(list, keys[column] ?? '', found));
  return {
    columns: summaries.map((summary, column): TitledColumn => {
      const [header = '', key = '', found = []] = [titles[column], keys[column], all[column]];
      return { column, header, key, found, summary };
    }),
    keys,
    ground: {
      kind: list === null ? fileKind({ all, keys, summaries }, currency) : LIST_OF_ITS_OWN,
      currency,
      line: list === null ? bestLine(findLineColumns(summaries), all) : null,
      hasAmounts: summaries.some(
        (summary, column) =>
          all[column]?.some(({ field }) => isAmount(field)) === true &&
          looksLikeAmounts(summary, currency),
      ),
    },
    repeated: new Set(repeatedColumns(keys).flat()),
    apart,
  };
}

/** Takes what fits a gap, then what is said of it: columns that have a field keep it. */
function fillGaps(
  { columns, keys, ground, repeated, apart }: Prepared,
  taken: ReadonlyMap<number, Candidate>,
  chosen: Chosen,
): Map<number, Candidate> {
  let all = new Map(taken);
  if (!ground.kind.sales) return all;
  // What is found tells where the next stands: a sum, then what it was paid for.
  for (const findIn of [gapCandidates, gapCandidates, saidOfNamed]) {
    const now = all;
    const fields = fieldsOf(columns, now, chosen);
    const closed = (column: number): boolean =>
      now.has(column) || chosen.has(column) || repeated.has(column) || apart.has(column);
    const found = findIn({ columns, fields, ground, closed });
    const given = new Map(fields.map((field, column) => [column, field]));
    const open = found.filter(({ column }) => !closed(column));
    all = new Map([...now, ...assign(open, keys, given)]);
  }
  return all;
}

/** Why a column becomes nothing. */
function reasonLeftOut(
  { column, header, found, summary }: TitledColumn,
  candidates: readonly Candidate[],
  given: ReadonlySet<ImportField>,
  { ground: { kind }, repeated, apart }: Prepared,
): GuessReason {
  if (apart.has(column)) return 'other-table';
  if (repeated.has(column)) return 'repeated';
  if (candidates.some(({ field, score }) => score >= ENOUGH && given.has(field))) {
    return 'other-column';
  }
  if (found.length === 0) return isNotOurs(header) ? 'not-ours' : 'unknown';
  if (kind.isRecap) return 'recap';
  if (candidates.length === 0 && summary.filled > 0) return 'values-disagree';
  // What could have been taken was left to the amounts, which are without it already.
  return candidates.some(({ score }) => score >= ENOUGH) ? 'already-counted' : 'other-kind';
}

/**
 * Guesses what each column becomes: by its header's synonyms, by what its values look like, and by what
 * quantity, price and amount come to. Each field is given once, except those of `REPEATABLE_FIELDS` and
 * the parts of a name. `headers` may be empty texts where the file has none; `summaries` stand in the
 * same order.
 */
export function guessColumns(
  headers: readonly string[],
  summaries: readonly ColumnSummary[],
  { currency, chosen = NONE_CHOSEN }: GuessContext,
): ColumnGuess[] {
  const prepared = prepare(headers, summaries, currency);
  const { columns, keys, ground, repeated } = prepared;
  const perColumn = columns.map((titled) =>
    candidatesOf(titled, ground, repeated.has(titled.column)),
  );
  const untitled = keys.every((key) => key === '') ? untitledCandidates(columns, ground) : [];
  const named = withoutGross(withoutCountedDiscounts(perColumn.flat(), keys), summaries);
  const titled = withoutCountedInTotal(named, summaries);
  const candidates = [...titled, ...untitled];
  const titledOnes = takeBest(
    columns,
    candidates.filter(({ column }) => !chosen.has(column)),
    chosen,
  );
  const taken = fillGaps(prepared, titledOnes, chosen);
  const fields = fieldsOf(columns, taken, chosen);
  const given = new Set(fields);
  const isContradicted = contradictsItself(fields, summaries);
  return columns.map((titled): ColumnGuess => {
    const { column, key, summary } = titled;
    const candidate = taken.get(column);
    if (candidate !== undefined) {
      return judge(candidate, { key, summary, currency, isContradicted });
    }
    const because = reasonLeftOut(titled, perColumn[column] ?? [], given, prepared);
    return { field: 'ignore', confidence: 'none', because };
  });
}
