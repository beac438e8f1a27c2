import type { OwnField } from '#shared/contract/customers/fields.ts';
import type { ColumnQuestion as ContractQuestion } from '#shared/contract/imports-draft.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { answerHolds } from '#shared/domain/columns/answer-holds.ts';
import {
  type ImportField,
  isImportField,
  REPEATABLE_FIELDS,
} from '#shared/domain/columns/fields.ts';
import { guessColumns } from '#shared/domain/columns/guess.ts';
import { headerKey, saysPercent } from '#shared/domain/columns/headers.ts';
import { lineSums, provenDiscount } from '#shared/domain/columns/line-sums.ts';
import { moneyQuestions } from '#shared/domain/columns/money-question.ts';
import {
  type ColumnQuestion as Asked,
  type ColumnReading,
  provesEnglish,
  type ReadingContext,
  readingsFor,
} from '#shared/domain/columns/reading.ts';
import type { ColumnSummary } from '#shared/domain/columns/summary.ts';
import { ownColumnOf } from '#shared/domain/own-fields/own-column.ts';
import type { OwnFieldType } from '#shared/domain/own-fields/own-fields.ts';
import { LONGEST_VALUE } from '#shared/domain/text/longest.ts';
import type { ColumnState, SourceRole } from './draft-store.ts';
import type { LayoutChoices } from './layout-choices.ts';
import type { RowKind } from './plan/row-kind.ts';
import { isIdle, kindsOf } from './plan/row-kinds.ts';

/** What the reading of columns depends on besides the file. */
export interface ColumnContext {
  readonly settings: ShopSettings;
  readonly today: string;
  /** The fields of the customer that the owner made. */
  readonly ownFields: readonly OwnField[];
}

export function headersOf(row: readonly Cell[] | undefined, width: number): string[] {
  return Array.from({ length: width }, (_, index) =>
    String(row?.[index] ?? '')
      .trim()
      .slice(0, LONGEST_VALUE),
  );
}

export type Choice = Pick<ColumnState, 'field' | 'confidence' | 'because'>;

function guessed(
  headers: readonly string[],
  summaries: readonly ColumnSummary[],
  { settings }: ColumnContext,
  layout: LayoutChoices | null,
): Choice[] {
  const fields = layout?.fields.length === summaries.length ? layout.fields : [];
  const chosen = new Map(
    fields.flatMap((field, index) => (isImportField(field) ? [[index, field] as const] : [])),
  );
  return guessColumns(headers, summaries, { ...settings, chosen });
}

function remembered(guesses: readonly Choice[], layout: LayoutChoices | null): Choice[] {
  if (layout === null || layout.fields.length !== guesses.length) return [...guesses];
  return guesses.map((guess, index) => {
    const field = layout.fields[index] ?? '';
    if (!isImportField(field)) return guess;
    return { field, confidence: 'remembered', because: 'remembered' };
  });
}

/** The answers remembered for a layout that nothing in this file's columns proves wrong. */
export function answersThatHold(
  layout: LayoutChoices | null,
  summaries: readonly ColumnSummary[],
): Readonly<Record<string, ColumnReading>> {
  if (layout === null || layout.fields.length !== summaries.length) return {};
  const asked = new Set(layout.asks);
  const holding = Object.entries(layout.readings).filter(([index, answer]) => {
    const summary = summaries[Number(index)];
    return summary !== undefined && !asked.has(Number(index)) && answerHolds(answer, summary);
  });
  return Object.fromEntries(holding);
}

/** Fields for a source that has just been read: the remembered ones, else guesses. */
export function proposeFields(
  headers: readonly string[],
  summaries: readonly ColumnSummary[],
  layout: LayoutChoices | null,
  context: ColumnContext,
): Choice[] {
  return remembered(guessed(headers, summaries, context, layout), layout);
}

/** What stands beyond the titles of a text file is no column of its own, unless it was one before. */
export function withoutSurplus(choices: readonly Choice[], width: number | null): Choice[] {
  return choices.map((choice, index) =>
    width === null || index < width || choice.confidence === 'remembered'
      ? choice
      : { field: 'ignore', confidence: 'none', because: 'unknown' },
  );
}

/** What a row says of one thing that was bought. */
const ofThings = /^(?:product|line)\./;
const named: ReadonlySet<ImportField> = new Set(['product.name', 'product.sku']);
const priced: ReadonlySet<ImportField> = new Set(['line.amount', 'line.unitPrice']);

/**
 * Columns whose titles come again, group after group, say the same of further things in the row: they
 * become what the first of them became. Only where each group names a thing and its price.
 */
export function withRepeats(headers: readonly string[], choices: readonly Choice[]): Choice[] {
  const firsts = new Map<string, ImportField>();
  const again = new Map<number, ImportField>();
  headers.forEach((header, index) => {
    const key = headerKey(header);
    const first = firsts.get(key);
    const field = choices[index]?.field ?? 'ignore';
    if (first !== undefined) again.set(index, first);
    else if (header !== '' && ofThings.test(field)) firsts.set(key, field);
  });
  const fields = new Set(again.values());
  const counts = [...fields].map((field) => [...again.values()].filter((one) => one === field));
  const isEven = new Set(counts.map((same) => same.length)).size === 1;
  const has = (wanted: ReadonlySet<ImportField>) => [...fields].some((field) => wanted.has(field));
  if (!isEven || !has(named) || !has(priced)) return [...choices];
  return choices.map((choice, index) => {
    const field = again.get(index);
    if (field === undefined || choice.confidence === 'remembered') return choice;
    return { field, confidence: 'likely', because: 'header' };
  });
}

/** Whether several columns may have a field, by themselves or as parts of a name. */
function isShared(field: ImportField): boolean {
  return REPEATABLE_FIELDS.has(field) || field === 'customer.name';
}

/** What a person says of some columns of a source, and what is known of them all. */
interface Choosing {
  readonly headers: readonly string[];
  readonly summaries: readonly ColumnSummary[];
  readonly columns: readonly Choice[];
  readonly chosen: Readonly<Record<string, ImportField>>;
}

/**
 * The fields of a source with some chosen by a person. A field that only one column may have moves over
 * to the chosen one; a field that is free again goes to the column that would have had it.
 */
export function chooseFields(
  { headers, summaries, columns, chosen }: Choosing,
  { settings }: ColumnContext,
): Choice[] {
  const taken = new Set(Object.values(chosen).filter((field) => !isShared(field)));
  const fixed = new Map<number, ImportField>();
  for (const [index, { field, confidence }] of columns.entries()) {
    const isFixed = confidence === 'chosen' || confidence === 'remembered';
    const now = chosen[String(index)] ?? (isFixed && !taken.has(field) ? field : undefined);
    if (now !== undefined) fixed.set(index, now);
  }
  const free = guessColumns(headers, summaries, settings);
  const guesses = guessColumns(headers, summaries, { ...settings, chosen: fixed });
  return columns.map((column, index): Choice => {
    const field = chosen[String(index)];
    if (field !== undefined) return { field, confidence: 'chosen', because: 'chosen' };
    if (fixed.has(index) || (column.field !== 'ignore' && isShared(column.field))) return column;
    const [guess, alone] = [guesses[index] ?? column, free[index] ?? column];
    // What a column was taken for is moved away, not what it is: it becomes nothing else instead.
    if (alone.field === 'ignore' || alone.field === guess.field) return guess;
    return { field: 'ignore', confidence: 'none', because: 'other-column' };
  });
}

/** A source's columns with what was chosen and answered for them; the lists go column by column. */
interface Unsettled {
  readonly headers: readonly string[];
  readonly summaries: readonly ColumnSummary[];
  readonly choices: readonly Choice[];
  readonly answers: Readonly<Record<string, ColumnReading>>;
  /** Cells whose formula no program has calculated. */
  readonly uncalculated: readonly number[];
  /** What it is to other sources. */
  readonly role?: SourceRole | null | undefined;
}

/** A column of formulas without a result is not there, unless a person says what it is. */
function withoutFormulas(choice: Choice, summary: ColumnSummary, uncalculated: number): Choice {
  const isSaid = choice.confidence === 'chosen' || choice.confidence === 'remembered';
  if (isSaid || uncalculated === 0 || summary.filled > 0) return choice;
  return { field: 'ignore', confidence: 'none', because: 'formulas' };
}

/**
 * Settles how each column is read: by its own values, by an answer given for it now or when the
 * layout was last imported, or leaves a question open.
 */
export function settleColumns(
  { headers, summaries, choices: given, answers, uncalculated, role }: Unsettled,
  { settings, today, ownFields }: ColumnContext,
): ColumnState[] {
  const choices = summaries.map((summary, index): Choice => {
    const choice = given[index] ?? { field: 'ignore', confidence: 'none', because: 'unknown' };
    return withoutFormulas(choice, summary, uncalculated[index] ?? 0);
  });
  const english = summaries.map((summary) => provesEnglish(summary));
  const fields = choices.map((choice) => choice.field);
  const sums = lineSums(fields, summaries);
  const contextOf = (index: number, ownType: OwnFieldType | undefined): ReadingContext => ({
    ownType,
    locale: settings.language,
    currency: settings.currency,
    today,
    englishElsewhere: english.some((proves, other) => proves && other !== index),
    discount: {
      saysPercent: saysPercent(headers[index] ?? ''),
      proven: sums === null ? null : provenDiscount(sums, summaries[index]?.sizes ?? []),
    },
  });
  const columns = summaries.map((summary, index): ColumnState => {
    const choice = choices[index] ?? { field: 'ignore', confidence: 'none', because: 'unknown' };
    const header = headers[index] ?? '';
    const answer = answers[String(index)];
    const isOwn = choice.field === 'customer.own';
    const own = isOwn ? ownColumnOf(header, summary, ownFields, answer?.own) : null;
    const settled = readingsFor(choice.field, summary, contextOf(index, own?.type), answer);
    return {
      index,
      header,
      own,
      ...choice,
      reading: settled.reading,
      question: presentQuestion(settled.question),
      filled: summary.filled,
      distinct: summary.distinct,
      damaged: choice.field === 'customer.phone' ? summary.damagedPhones : 0,
      masked: summary.masked,
      uncalculated: uncalculated[index] ?? 0,
      samples: summary.samples,
    };
  });
  const brought = kindsOf(columns, role);
  const settled = columns.map((column) => withoutIdleQuestion(column, brought));
  const isOfItsOwn = brought.some((kind) => kind.columns === 'alone');
  return isOfItsOwn ? settled : askForMoney(settled, summaries, settings.currency);
}

/** Money that would be lost is asked for where it stands. */
function askForMoney(
  columns: readonly ColumnState[],
  summaries: readonly ColumnSummary[],
  currency: string,
): ColumnState[] {
  const taken = columns.flatMap((column, index) => {
    const summary = summaries[index];
    return summary === undefined ? [] : [{ ...column, summary }];
  });
  const asked = moneyQuestions(taken, currency);
  return columns.map((column, index): ColumnState => {
    const question = presentQuestion(asked.get(index) ?? null);
    return question === null ? column : { ...column, reading: null, question };
  });
}

function presentQuestion(question: Asked | null): ContractQuestion | null {
  if (question === null) return null;
  return { ...question, options: question.options.map((option) => ({ ...option })) };
}

/** Where rows are no sales, how their day would be read is nobody's concern; so with the others. */
function withoutIdleQuestion(column: ColumnState, brought: readonly RowKind[]): ColumnState {
  return column.question !== null && isIdle(column, brought)
    ? { ...column, question: null }
    : column;
}
