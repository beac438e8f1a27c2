import i18next from 'i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { ownText } from '#renderer/components/own-fields/own-text.ts';
import type { Format } from '#renderer/components/use-format.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { senseOf } from '#shared/domain/history/columns.ts';
import type { Told } from '#shared/domain/history/sense.ts';
import type { OwnFieldType } from '#shared/domain/own-fields/own-fields.ts';

const E4 = 10_000;
/** Years before this stand for one that nobody knows. */
const FIRST_BORN = '1880';

type Loose = (key: string) => string;

/** What a column of a record is called. */
export function columnName(t: Translate, table: string, column: string): string {
  const key = `history.column.${table}.${column}`;
  // One that a later version recorded has no word in this one.
  return i18next.exists(key) ? (t as unknown as Loose)(key) : t('customer.field.other');
}

function codeText(t: Translate, words: string, value: string): string {
  const key = words.includes('.') ? `${words}.${value}` : `history.value.${words}.${value}`;
  return i18next.exists(key) ? (t as unknown as Loose)(key) : value;
}

function contactText(format: Format, value: string): string {
  return /^\+\d{6,15}$/.test(value) ? format.phone(value) : value;
}

function birthdayText(format: Format, value: string): string {
  // Without the year that nobody knows.
  const isKnown = value >= FIRST_BORN;
  return isKnown
    ? format.date(value)
    : format.dayOfYear(`${format.today.slice(0, 4)}${value.slice(4)}`);
}

/** What can be chosen, as one line. */
function listText({ language }: Format, value: string): string {
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'short' });
  return list.format(JSON.parse(value) as string[]);
}

type Kinds = Readonly<
  Record<
    Exclude<Told['as'], 'code' | 'record' | 'text' | 'own'>,
    (format: Format, value: string) => string
  >
>;

const written: Omit<Kinds, 'flag'> = {
  number: (format, value) => format.number(Number(value), 4),
  money: (format, value) => format.money(Number(value)),
  price: (format, value) => format.money((Number(value) / E4) * 10 ** minorDigits(format.currency)),
  quantity: (format, value) => format.number(Number(value) / E4, 4),
  rate: (format, value) => format.percent(Number(value) / E4, 2),
  percent: (format, value) => format.percent(Number(value) / 100),
  day: (format, value) => format.date(value),
  birthday: birthdayText,
  instant: (format, value) => format.moment(value),
  time: (_, value) => value,
  month: (format, value) => format.month(value),
  contact: contactText,
  list: listText,
};

interface Stored {
  readonly stored: string;
  /** What the record is called that it names. */
  readonly name: string | null;
  /** Of a field that the owner made: how its values are written. */
  readonly type?: OwnFieldType | undefined;
}

/** A recorded value as the rest of the window writes it. */
export function valueText(t: Translate, format: Format, told: Told, value: Stored): string {
  const { stored, name, type } = value;
  if (told.as === 'own') return ownText(t, format, type ?? 'text', stored);
  if (told.as === 'text') return stored;
  if (told.as === 'record') return nameText(t, format, name);
  if (told.as === 'code') return codeText(t, told.words ?? '', stored);
  if (told.as === 'flag') return t(stored === '1' ? 'history.value.yes' : 'history.value.no');
  return written[told.as](format, stored);
}

/** A record by its name; a sale without a number goes by its day. */
export function nameText(t: Translate, format: Format, name: string | null): string {
  if (name === null) return t('history.goneRecord');
  if (name === '') return t('customers.noName');
  if (/^\d{4}-\d\d-\d\d$/.test(name)) return format.date(name);
  return contactText(format, name);
}

/** What a column says, where it says anything. */
export function toldOf(table: string, column: string): Told | null {
  const sense = senseOf(table, column);
  return sense === 'silent' ? null : sense;
}
