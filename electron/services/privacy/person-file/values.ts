import type { RawHandle } from '#db/file/client.ts';
import { ownFieldOf } from '#db/queries/customers/own-fields.ts';
import { nameOfRecord, type PersonRow } from '#db/queries/privacy/read-person.ts';
import type { Table } from '#db/schema/schema.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { senseOf } from '#shared/domain/history/columns.ts';
import type { Told } from '#shared/domain/history/sense.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { en, id } from '#shared/locale/index.ts';

const E4 = 10_000;
/** English as it is written in Britain: the day first, and 24 hours. */
const tags = { id: 'id-ID', en: 'en-GB' } as const;
/** A birthday before it is one of which nobody knows the year. */
const firstBorn = '1880';

/** What a page is written with. */
export interface Writing {
  readonly raw: RawHandle;
  readonly settings: ShopSettings;
}

/** A word of the locale by its whole path; null: there is none. */
export function wordAt({ settings }: Writing, path: string): string | null {
  let found: unknown = settings.language === 'id' ? id : en;
  for (const step of path.split('.'))
    found = (found as Readonly<Record<string, unknown>> | undefined)?.[step];
  return typeof found === 'string' ? found : null;
}

/** A day as it is written in the shop's language. */
export function dayText({ settings }: Writing, iso: string, isYearKnown = true): string {
  return new Intl.DateTimeFormat(tags[settings.language], {
    ...{ day: 'numeric', month: 'long', timeZone: 'UTC' },
    ...(isYearKnown ? { year: 'numeric' } : {}),
  }).format(new Date(`${iso}T00:00:00Z`));
}

/** An instant as the shop's clock showed it; what only looks like one stands as it is. */
export function momentText({ settings }: Writing, iso: string): string {
  if (!/^\d{4}-\d\d-\d\dT.*Z$/.test(iso)) return iso;
  const { language, timeZone } = settings;
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(tags[language], style).format(new Date(iso));
}

function numberText({ settings }: Writing, value: number): string {
  return new Intl.NumberFormat(tags[settings.language], { maximumFractionDigits: 4 }).format(value);
}

function moneyText({ settings }: Writing, minor: number): string {
  const { currency, language } = settings;
  return formatMoney(minor, currency, language);
}

function codeText(writing: Writing, words: string, value: string): string {
  const path = words.includes('.') ? `${words}.${value}` : `history.value.${words}.${value}`;
  return wordAt(writing, path) ?? value;
}

function told(writing: Writing, { as, words, table }: Told, value: string | number): string {
  const text = String(value);
  switch (as) {
    case 'money':
      return moneyText(writing, Number(value));
    case 'price':
      return moneyText(
        writing,
        Math.round((Number(value) / E4) * 10 ** minorDigits(writing.settings.currency)),
      );
    case 'quantity':
      return numberText(writing, Number(value) / E4);
    case 'rate':
      return `${numberText(writing, Number(value) / 100)} %`;
    case 'day':
      return dayText(writing, text);
    case 'birthday':
      return dayText(writing, text, text >= firstBorn);
    case 'instant':
      return momentText(writing, text);
    case 'flag':
      return wordAt(writing, `history.value.${value === 1 ? 'yes' : 'no'}`) ?? text;
    case 'code':
      return codeText(writing, words ?? '', text);
    case 'record':
      return (
        nameOfRecord(writing.raw, (table ?? 'customers') as Table, Number(value)) ?? `#${text}`
      );
    default:
      return text;
  }
}

/** What a field that the owner made holds, under the name it has. */
function ownSaid(
  writing: Writing,
  row: PersonRow,
): { readonly name: string; readonly text: string } {
  const { name, type } = ownFieldOf(writing.raw, Number(row['field_id']));
  const value = String(row['value']);
  if (type === 'day') return { name, text: dayText(writing, value) };
  if (type === 'number') return { name, text: numberText(writing, Number(value)) };
  if (type === 'yesno') return { name, text: wordAt(writing, `customers.own.${value}`) ?? value };
  return { name, text: value };
}

/** What a row says to a person, in the order of its columns: a word for each and what stands there. */
export function saidOf(
  writing: Writing,
  table: Table,
  row: PersonRow,
): { readonly name: string; readonly text: string }[] {
  if (table === 'custom_values') return [ownSaid(writing, row)];
  return Object.entries(row).flatMap(([column, value]) => {
    const sense = senseOf(table, column);
    if (sense === 'silent' || column === 'customer_id' || value === null || value === '') return [];
    const name = wordAt(writing, `history.column.${table}.${column}`);
    // Of what is no record of its own, such as a draft, only the words are said.
    if (name === null && column !== 'text') return [];
    return [{ name: name ?? tableName(writing, table), text: told(writing, sense, value) }];
  });
}

/** What is told of nobody else: what rows of a table are called. */
export function tableName(writing: Writing, table: Table): string {
  return (
    wordAt(writing, `privacy.table.${table}`) ?? wordAt(writing, `history.record.${table}`) ?? table
  );
}
