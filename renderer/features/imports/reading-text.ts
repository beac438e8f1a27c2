import type { Translate } from '#renderer/base/i18n.ts';
import { localeTag } from '#renderer/components/format-date.ts';
import { ownText } from '#renderer/components/own-fields/own-text.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { DraftColumn } from '#shared/contract/imports-draft.ts';
import { fieldType, isImportField, type WordType } from '#shared/domain/columns/fields.ts';
import type { SaleStatus } from '#shared/domain/vocabulary/sales.ts';
import { lowerFirst } from './problem-groups.ts';

/**
 * A plain decimal (`1169.91`) as money of the shop, with every digit it has: nothing is rounded for
 * showing. Up to eight decimals, none where there are none.
 */
export function exactMoney(decimal: string, format: Format): string {
  const text = new Intl.NumberFormat(localeTag(format.language), {
    style: 'currency',
    currency: format.currency,
    currencyDisplay: format.currency === 'IDR' ? 'narrowSymbol' : 'symbol',
    minimumFractionDigits: /\.\d/.test(decimal) ? 2 : 0,
    maximumFractionDigits: 8,
  }).format(decimal as `${number}`);
  return text.replace(/^([^\d]*)-/, '$1\u2212').replace(/ /g, '\u00a0');
}

/** A word's value as the owner reads it: `selesai`, `WhatsApp`. */
export function wordText(t: Translate, type: WordType, value: string): string {
  const loose = t as unknown as (key: string) => string;
  return loose(`import.word.${type}.${value}`);
}

/** The values a column of words may have. */
export const wordValues: Readonly<Partial<Record<WordType, readonly string[]>>> = {
  complaintStatus: ['received', 'answered', 'diagnosed', 'resolved', 'improved', 'closed'],
  complaintKind: ['customer', 'employee', 'regulator'],
  severity: ['light', 'medium', 'severe'],
  compensation: ['return', 'discount', 'voucher', 'refund', 'replacement', 'other'],
  channel: [
    'visit',
    'call',
    'whatsapp',
    'email',
    'sms',
    'letter',
    'social',
    'marketplace',
    'other',
  ],
  direction: ['in', 'out'],
  topic: ['contact', 'suggestion', 'criticism', 'need'],
  outcome: ['reached', 'no-answer', 'waiting', 'ordered', 'declined'],
};

/** One sample as it will be stored, in the words and forms of the shop; null stays null. */
export function readText(
  t: Translate,
  format: Format,
  field: string,
  read: string | null,
): string | null {
  if (read === null || !isImportField(field)) return null;
  switch (fieldType(field)) {
    case 'money':
      return exactMoney(read, format);
    case 'discount':
      return read.endsWith('%')
        ? format.percent(Number(read.slice(0, -1)) / 100, 4)
        : exactMoney(read, format);
    case 'number':
      return format.number(Number(read), 4);
    case 'date': {
      const [day = '', time] = read.split(' ');
      return time === undefined ? format.date(day, true) : `${format.date(day, true)} ${time}`;
    }
    case 'phone':
      return read.split(' / ').map(format.phone).join(', ');
    case 'status':
      return t(`import.status.${read as SaleStatus}`);
    case 'complaintStatus':
    case 'complaintKind':
    case 'severity':
    case 'compensation':
    case 'channel':
    case 'direction':
    case 'topic':
    case 'outcome':
      return wordText(t, fieldType(field) as WordType, read);
    default:
      return read;
  }
}

/** A value typed as a fix, as a person says it: a status by its word, a day written out. */
export function fixText(t: Translate, format: Format, field: string, to: string): string {
  const type = isImportField(field) ? fieldType(field) : 'text';
  const isDay = type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(to);
  const isWord = type === 'status' || type in wordValues;
  return isWord || isDay ? (readText(t, format, field, to) ?? to) : to;
}

const READ_BY_VALUE: ReadonlySet<string> = new Set([
  'money',
  'discount',
  'number',
  'date',
  'phone',
  'status',
  ...Object.keys(wordValues),
]);

/** Beyond it distinct values are no longer counted. */
const MOST_DISTINCT = 10_000;

/** Read values that are long: two of them fill the cell. */
const LONG: ReadonlySet<string> = new Set(['date', 'phone']);

function summary(t: Translate, { field, distinct, filled }: DraftColumn): string {
  if (distinct >= MOST_DISTINCT) return t('import.read.values', { count: filled });
  switch (field) {
    case 'sale.number':
      return t('import.read.numbers', {
        count: distinct,
        rows: t('import.columns.rows', { count: filled }),
      });
    case 'complaint.number':
      return t('import.read.complaints', { count: distinct });
    case 'customer.name':
      return t('import.read.names', { count: distinct });
    case 'product.name':
      return t('import.read.products', { count: distinct });
    case 'product.sku':
    case 'customer.externalId':
      return t('import.read.codes', { count: distinct });
    default:
      return t('import.read.values', { count: filled });
  }
}

/** Whether the field is there already or made, what it holds, and the samples as they are read. */
function ownFieldText(
  t: Translate,
  format: Format,
  { read }: DraftColumn,
  { type, isNew }: NonNullable<DraftColumn['own']>,
): string {
  const said = { type: lowerFirst(t(`customers.own.type.${type}`)) };
  const first = t(isNew ? 'import.own.new' : 'import.own.there', said);
  if (type === 'text' || type === 'choice') return first;
  const texts = read.map((each) =>
    each === null ? t('import.read.unreadable') : ownText(t, format, type, each),
  );
  return `${first}: ${[...new Set(texts)].slice(0, 2).join(' · ')}`;
}

/**
 * What a column's values are read as, in a few words: the samples where they are changed by reading
 * (money, dates, phones), else how many there are. Damaged and masked values are told apart.
 */
export function readingText(t: Translate, format: Format, column: DraftColumn): string {
  const { field, samples, read, damaged, masked, uncalculated, filled } = column;
  if (uncalculated > 0 && filled === 0) {
    return t('import.read.uncalculated', { count: uncalculated });
  }
  if (field === 'ignore' || !isImportField(field)) return '';
  if (column.question !== null) return t('import.read.twoWays');
  if (filled === 0) return t('import.read.nothing');
  const parts: string[] = [];
  if (column.own !== null) parts.push(ownFieldText(t, format, column, column.own));
  else if (READ_BY_VALUE.has(fieldType(field)) && samples.length > 0) {
    const texts = read.map(
      (each) => readText(t, format, field, each) ?? t('import.read.unreadable'),
    );
    parts.push([...new Set(texts)].slice(0, LONG.has(fieldType(field)) ? 2 : 3).join(' · '));
  } else parts.push(summary(t, column));
  if (damaged > 0) parts.push(t('import.read.damaged', { count: damaged }));
  if (masked > 0) parts.push(t('import.read.masked', { count: masked }));
  if (uncalculated > 0) parts.push(t('import.read.uncalculated', { count: uncalculated }));
  return parts.join(', ');
}

/** Whether what a field may hold is chosen from a few words. */
export function hasChoices(field: string): boolean {
  const type = isImportField(field) ? fieldType(field) : 'text';
  return type === 'status' || type === 'currency' || type in wordValues;
}
