import type { ImportField } from './fields.ts';
import { looksLikeCodes, numericShare } from './fit.ts';
import { repeatedColumns } from './guessing/repeated-columns.ts';
import { headerKey } from './headers.ts';
import type { ColumnOption, ColumnQuestion } from './question.ts';
import type { ColumnSummary } from './summary.ts';

/** A column as it has been taken, or left out. */
export interface TakenColumn {
  readonly header: string;
  readonly field: ImportField;
  readonly because: string;
  readonly summary: ColumnSummary;
}

const MONEY: ReadonlySet<ImportField> = new Set<ImportField>([
  'sale.total',
  'line.amount',
  'line.unitPrice',
]);

/** What is added up. */
const COUNTED: ReadonlySet<ImportField> = new Set<ImportField>([
  ...MONEY,
  'sale.discount',
  'line.discount',
  'sale.shipping',
  'sale.refund',
  'product.price',
  'product.cost',
]);

/** Reasons of columns of which a person has said what they are. */
const SAID: ReadonlySet<string> = new Set(['chosen', 'remembered']);

function option(value: ImportField, likely: boolean): ColumnOption {
  return { value, read: '', from: null, to: null, afterToday: 0, likely };
}

/** Prices and sums in rupiah end in round numbers; years, counters and postal codes do not. */
function areRound({ sizes, numbers }: ColumnSummary): boolean {
  const given = sizes.filter((size) => size !== null && size !== 0);
  const round = given.filter((size) => size !== null && size % 50 === 0);
  return (numbers.max ?? 0) >= 1_000 && round.length > given.length * 0.6;
}

/** Whether numbers that nobody can place look like money: marked, in groups, or round thousands. */
export function looksLikeMoney(summary: ColumnSummary, currency: string): boolean {
  const { numbers, filled, phones } = summary;
  const { shapes } = numbers;
  if (filled === 0 || numericShare(summary) < 0.8 || phones > filled * 0.5) return false;
  if (numbers.leadingZero > 0 || numbers.percent > 0) return false;
  if (numbers.withCurrency + numbers.withPower > 0) return true;
  const groups = (['dot-groups', 'comma-groups', 'dots-comma', 'commas-dot'] as const).some(
    (shape) => (shapes[shape] ?? 0) > 0,
  );
  if (groups || (shapes['dot-3'] ?? 0) + (shapes['comma-3'] ?? 0) > filled * 0.5) return true;
  if (currency === 'IDR') return areRound(summary);
  return numbers.decimals > filled * 0.5 && !looksLikeCodes(summary);
}

/** What would be lost of a second set of the same columns, asked once for each of them. */
function askRepeated(columns: readonly TakenColumn[]): Map<number, ColumnQuestion> {
  const asked = new Map<number, ColumnQuestion>();
  const keys = columns.map(({ header }) => headerKey(header));
  for (const group of repeatedColumns(keys)) {
    const isSettled = group.some((column) => SAID.has(columns[column]?.because ?? ''));
    const twins = group.filter((column) => {
      const twin = columns[keys.indexOf(keys[column] ?? '')];
      const own = columns[column];
      if (own?.field !== 'ignore' || own.summary.filled === 0) return false;
      return twin !== undefined && MONEY.has(twin.field);
    });
    if (isSettled) continue;
    const column = twins.at(-1);
    const example = columns[column ?? -1]?.summary.samples[0];
    if (column === undefined || example === undefined) continue;
    asked.set(column, { kind: 'repeated-columns', example, options: [option('ignore', false)] });
  }
  return asked;
}

/** The money that only one currency has as its sign; a dollar, a yen and a krone are several. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '£': ['GBP', 'EGP', 'LBP', 'SYP'],
  '€': ['EUR'],
  '₩': ['KRW', 'KPW'],
  '₹': ['INR'],
  '฿': ['THB'],
  '₫': ['VND'],
  '¥': ['JPY', 'CNY'],
};

/** Whether a sign or code may stand for the shop's currency: `$` for every dollar and peso. */
function isOwn(mark: string, currency: string): boolean {
  if (mark === '$') return !/^(?:IDR|EUR|GBP|INR|THB|VND|JPY|CNY|KRW|MYR|PHP)$/.test(currency);
  return mark === currency || (SIGNS[mark] ?? []).includes(currency);
}

/** Codes that titles name; other codes are words of some language too. */
const TRADED: ReadonlySet<string> = new Set(
  'IDR USD EUR GBP SGD MYR AUD JPY CNY THB SAR HKD KRW INR TWD PHP VND CHF CAD NZD AED'.split(' '),
);

/** The currencies that a title names: `Price (GBP)`, `Amount £`. */
function marksIn(header: string): string[] {
  const words = header.match(/[$€£¥₩₹฿₫]|(?<![\p{L}\d])[A-Z]{3}(?![\p{L}\d])/gu) ?? [];
  return words.filter((word) => word.length === 1 || TRADED.has(word));
}

/** Money with the sign of another currency would be counted as the shop's own: it is asked for. */
function askCurrency(
  columns: readonly TakenColumn[],
  currency: string,
): Map<number, ColumnQuestion> {
  const asked = new Map<number, ColumnQuestion>();
  for (const [index, { field, because, header, summary }] of columns.entries()) {
    if (!COUNTED.has(field) || SAID.has(because) || summary.filled === 0) continue;
    const mark = [...summary.numbers.currencies, ...marksIn(header)].find(
      (each) => !isOwn(each, currency),
    );
    if (mark === undefined) continue;
    const options = [option('ignore', false), option(field, false)];
    asked.set(index, { kind: 'other-currency', example: mark, options });
  }
  return asked;
}

/**
 * Questions about money that would be lost: numbers that look like it in a file with customers or days
 * whose money no column gives, and columns that stand there once more with another item each.
 */
export function moneyQuestions(
  columns: readonly TakenColumn[],
  currency: string,
): Map<number, ColumnQuestion> {
  const asked = new Map([...askRepeated(columns), ...askCurrency(columns, currency)]);
  const hasMoney = columns.some(({ field }) => MONEY.has(field));
  const hasReason = columns.some(
    ({ field }) => field === 'sale.date' || field.startsWith('customer.'),
  );
  // What a summary comes to is no money of its own.
  const isRecap = columns.some(({ because }) => because === 'recap');
  if (hasMoney || isRecap || !hasReason) return asked;
  for (const [index, { because, summary }] of columns.entries()) {
    if (because !== 'unknown' || !looksLikeMoney(summary, currency)) continue;
    const options = [
      option('sale.total', true),
      option('line.amount', false),
      option('line.unitPrice', false),
      option('ignore', false),
    ];
    asked.set(index, { kind: 'money-column', example: summary.samples[0] ?? '', options });
  }
  return asked;
}
