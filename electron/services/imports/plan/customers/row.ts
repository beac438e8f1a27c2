import { addMonths, type DateReading } from '#shared/domain/calendar/dates.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import { isBlankName, isMasked, nameKey } from '#shared/domain/text/names.ts';
import { isBlankText } from '#shared/domain/text/number-text.ts';
import { phoneDigits, readPhones } from '#shared/domain/text/phone.ts';
import { readCustomerKind, readGender } from '#shared/domain/vocabulary/customer-words.ts';
import type { SourceState } from '../../draft-store.ts';
import { type ColumnsByField, cellText, columnsByField, remember } from '../cells.ts';
import { dayReader } from '../day-reader.ts';
import type { Problem } from '../outcomes.ts';
import { codeColumn } from './code-column.ts';
import { type OwnSlot, ownSources, readOwn } from './own-fields.ts';
import type { Referrer } from './referrals.ts';
import type { CustomerContext } from './source-rules.ts';

/** Any of these says who a row is about. */
export const whoFields = [
  'customer.name',
  'customer.phone',
  'customer.email',
  'customer.externalId',
] as const;

/** Facts that a customer has at most once, by their column in the database. */
export const singleFacts = [
  'kind',
  'birthday_on',
  'gender',
  'occupation',
  'source',
  'tax_id',
  'note',
] as const;
export type SingleFact = (typeof singleFacts)[number];
export const addressParts = ['street', 'district', 'city', 'province', 'postal_code'] as const;
export type AddressPart = (typeof addressParts)[number];

export interface PointKey {
  readonly kind: 'phone' | 'email';
  readonly value: string;
  readonly matchKey: string;
}

/** What one row says about its customer; empty where it says nothing that can be used. */
export interface CustomerRow {
  readonly name: string;
  readonly nameKey: string;
  readonly points: readonly PointKey[];
  readonly identifier: { readonly scheme: string; readonly value: string } | null;
  readonly facts: Readonly<Partial<Record<SingleFact, string>>>;
  readonly address: Readonly<Partial<Record<AddressPart, string>>> | null;
  readonly tags: readonly string[];
  /** What it says of fields that the owner made. */
  readonly own: readonly { readonly field: OwnSlot; readonly value: string }[];
  /** Who brought them. */
  readonly referrer: Referrer | null;
  /** Phones that cannot be read, under their column's title: they are kept as they are written. */
  readonly unread: readonly string[];
  /** What of it was not taken, though the row is. */
  readonly problems: readonly Problem[];
}

const limits: Readonly<Record<string, number>> = {
  name: 200,
  note: 8000,
  street: 400,
  tax_id: 40,
  postal_code: 20,
  tag: 60,
};
const textFields: readonly (readonly [ImportField, SingleFact])[] = [
  ['customer.occupation', 'occupation'],
  ['customer.source', 'source'],
  ['customer.taxId', 'tax_id'],
];
const placeFields: readonly (readonly [ImportField, AddressPart])[] = [
  ['customer.district', 'district'],
  ['customer.city', 'city'],
  ['customer.province', 'province'],
  ['customer.postalCode', 'postal_code'],
];
const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}$/;

/** Reads the customer out of a source's rows; the reader is made once for a source. */
export interface CustomerReader {
  /** The columns it looks at. */
  readonly columns: readonly number[];
  /** The source has a column for phones, e-mails or ids. */
  readonly hasKeys: boolean;
  /** What its codes are kept under; null: it has none. */
  readonly scheme: string | null;
  read(row: readonly Cell[]): CustomerRow;
}

interface Reading {
  readonly today: string;
  readonly row: readonly Cell[];
  readonly columns: ColumnsByField;
  readonly problems: Problem[];
  readonly unread: string[];
  readonly titleOf: (column: number) => string;
}

function joined(reading: Reading, field: ImportField, between: string, limit: string): string {
  const columns = reading.columns.get(field);
  if (columns === undefined) return '';
  const parts = columns
    .map((column) => cellText(reading.row[column]))
    .filter((text) => text !== '' && !isBlankText(text) && !isMasked(text));
  const text = parts.join(between);
  const max = limits[limit] ?? 120;
  if (text.length <= max) return text;
  reading.problems.push({ problem: 'text-cut', column: columns[0] ?? null, value: null });
  return text.slice(0, max);
}

function readName(reading: Reading): string {
  const columns = reading.columns.get('customer.name') ?? [];
  const parts = columns.map((column) => cellText(reading.row[column]));
  if (parts.some(isMasked)) {
    reading.problems.push({ problem: 'name-masked', column: columns[0] ?? null, value: null });
    return '';
  }
  const name = joined(reading, 'customer.name', ' ', 'name');
  return isBlankName(name) ? '' : name;
}

function readPoints(
  reading: Reading,
  phonesOf: (cell: Cell | undefined) => ReturnType<typeof readPhones>,
): PointKey[] {
  const points: PointKey[] = [];
  for (const column of reading.columns.get('customer.phone') ?? []) {
    const { phones, problem } = phonesOf(reading.row[column]);
    for (const phone of phones) {
      points.push({ kind: 'phone', value: phone, matchKey: phoneDigits(phone) });
    }
    if (problem === null) continue;
    const name = problem === 'not-a-phone' ? 'phone-unread' : `phone-${problem}`;
    const value = problem === 'masked' ? null : cellText(reading.row[column]);
    reading.problems.push({ problem: name, column, value });
    if (problem === 'not-a-phone') reading.unread.push(unreadLine(reading, column));
  }
  for (const column of reading.columns.get('customer.email') ?? []) {
    for (const text of cellText(reading.row[column]).split(/[\s,;]+|:::/)) {
      if (text === '' || isBlankText(text) || isMasked(text)) continue;
      if (text.length <= 254 && EMAIL.test(text)) {
        points.push({ kind: 'email', value: text, matchKey: text.toLowerCase() });
      } else reading.problems.push({ problem: 'email-not-valid', column, value: text });
    }
  }
  return points.filter(
    (point, index) => points.findIndex((each) => each.matchKey === point.matchKey) === index,
  );
}

const longestUnread = 200;

function unreadLine({ row, titleOf }: Reading, column: number): string {
  return `${titleOf(column)}: ${cellText(row[column]).slice(0, longestUnread)}`;
}

function readTags(reading: Reading): string[] {
  const tags: string[] = [];
  for (const column of reading.columns.get('customer.tag') ?? []) {
    for (const part of cellText(reading.row[column]).split(/[,;|]|:::/)) {
      const tag = part.replace(/^\s*\*\s*/, '').trim();
      if (tag === '' || isBlankText(tag) || tag.length > 60 || tags.includes(tag)) continue;
      tags.push(tag);
    }
  }
  return tags;
}

function readAddress(reading: Reading): CustomerRow['address'] {
  const address: Partial<Record<AddressPart, string>> = {};
  const street = joined(reading, 'customer.address', ', ', 'street');
  if (street !== '') address.street = street;
  for (const [field, part] of placeFields) {
    const text = joined(reading, field, ' ', part);
    if (text !== '') address[part] = text;
  }
  return Object.keys(address).length === 0 ? null : address;
}

function readFacts(
  reading: Reading,
  birthdayOf: (cell: Cell | undefined) => DateReading,
): CustomerRow['facts'] {
  const facts: Partial<Record<SingleFact, string>> = {};
  for (const [field, fact] of textFields) {
    const text = joined(reading, field, ' ', fact);
    if (text !== '') facts[fact] = text;
  }
  const note = joined(reading, 'customer.note', '\n', 'note');
  if (note !== '') facts.note = note;
  readBirthday(reading, facts, birthdayOf);
  readWords(reading, facts);
  return facts;
}

/** Nobody is older; a bare number or a workbook's day without month and year ends up before. */
const oldestYears = 120;

function readBirthday(
  reading: Reading,
  facts: Partial<Record<SingleFact, string>>,
  birthdayOf: (cell: Cell | undefined) => DateReading,
): void {
  const [column] = reading.columns.get('customer.birthday') ?? [];
  if (column === undefined) return;
  const cell = reading.row[column];
  const date = birthdayOf(cell);
  if (date.ok && date.date === null) return;
  if (date.ok && date.moved === true) {
    reading.problems.push({ problem: 'other-zone', column, value: null });
  }
  const day = date.ok ? bornOn(date.date ?? '', cell, reading.today) : null;
  if (day !== null) facts.birthday_on = day;
  else {
    const problem = date.ok ? 'birthday-not-likely' : 'birthday-not-a-date';
    reading.problems.push({ problem, column, value: cellText(cell) });
  }
}

/** A year of two digits that would lie ahead is one of the last century; null: nobody was born then. */
function bornOn(day: string, cell: Cell | undefined, today: string): string | null {
  const isShortYear = /\D\d\d$/.test(cellText(cell));
  const born = day > today && isShortYear ? addMonths(day, -1200) : day;
  return born <= today && born >= addMonths(today, -oldestYears * 12) ? born : null;
}

function readWords(reading: Reading, facts: Partial<Record<SingleFact, string>>): void {
  const [gender] = reading.columns.get('customer.gender') ?? [];
  if (gender !== undefined) {
    const read = readGender(cellText(reading.row[gender]));
    if (read !== null) facts.gender = read;
  }
  const [kind] = reading.columns.get('customer.kind') ?? [];
  if (kind !== undefined) {
    const read = readCustomerKind(cellText(reading.row[kind]));
    if (read !== null) facts.kind = read;
  }
}

function readReferrer(reading: Reading): Referrer | null {
  const text = joined(reading, 'customer.referredBy', ' ', 'name');
  const [column] = reading.columns.get('customer.referredBy') ?? [];
  return column === undefined || text === '' ? null : { text, column };
}

/** Prepares a source's customer columns. */
export function customerReader(
  source: SourceState,
  { country, timeZone, today, fields }: CustomerContext,
): CustomerReader {
  const all = columnsByField(source);
  const columns: ColumnsByField = new Map(
    [...all].filter(([field]) => field.startsWith('customer.')),
  );
  const code = codeColumn(source, columns);
  const titleOf = (column: number): string => source.columns[column]?.header || 'Tel';
  const birthday = columns.get('customer.birthday')?.[0];
  const own = ownSources(source, fields);
  const phonesOf = remember((cell) => readPhones(cell, country));
  const birthdayOf = dayReader(source, birthday ?? -1, timeZone);
  return {
    columns: [...columns.values()].flat().sort((a, b) => a - b),
    scheme: code?.scheme ?? null,
    hasKeys: code !== null || columns.has('customer.phone') || columns.has('customer.email'),
    read: (row) => {
      const reading: Reading = { today, row, columns, titleOf, problems: [], unread: [] };
      const name = readName(reading);
      const id = code === null ? '' : cellText(row[code.column]);
      const hasId = id !== '' && !isBlankText(id) && !isMasked(id);
      return {
        name,
        nameKey: nameKey(name),
        points: readPoints(reading, phonesOf),
        identifier: code !== null && hasId ? { scheme: code.scheme, value: id } : null,
        facts: readFacts(reading, birthdayOf),
        address: readAddress(reading),
        tags: readTags(reading),
        own: readOwn(row, own, reading.problems),
        referrer: readReferrer(reading),
        unread: reading.unread,
        problems: reading.problems,
      };
    },
  };
}
