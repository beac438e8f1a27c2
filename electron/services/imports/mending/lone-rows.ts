import type { DraftSource } from '#shared/contract/imports-draft.ts';
import { readDate } from '#shared/domain/calendar/dates.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import type { SourceState } from '../draft-store.ts';
import { cellText, remember } from '../plan/cells.ts';
import { noDataCheck } from '../plan/no-data.ts';
import { quotedRows } from '../plan/quoted-rows.ts';
import { leadOf } from '../plan/row-kinds.ts';
import { surplusCheck } from '../plan/surplus.ts';

/** The day without which a row may be a line of totals, by what the rows of a source are. */
const DAYS: Readonly<Partial<Record<DraftSource['brings'][number], ImportField>>> = {
  sales: 'sale.date',
  contacts: 'contact.date',
  complaints: 'complaint.receivedOn',
};

function noDate(source: SourceState): (row: readonly Cell[]) => boolean {
  const field = DAYS[leadOf(source.columns, source.role)?.name ?? 'customers'];
  const column = source.columns.find((each) => each.field === field);
  if (field === undefined || column === undefined) return () => true;
  const order = column.reading?.dateOrder ?? 'dmy';
  const read = remember((cell) => readDate(cell, { order, excel1904: source.date1904 }));
  return (row) => {
    const date = read(row[column.index]);
    return !date.ok || date.date === null;
  };
}

/** Prepares the look for rows that mending leaves alone: totals, titles again, and what cannot be taken. */
export function isNoData(source: SourceState): (row: readonly Cell[]) => boolean {
  const noData = noDataCheck(source, noDate(source));
  const quoted = quotedRows(source);
  const isTooWide = surplusCheck(source);
  return (row) => noData(row) !== null || quoted.isLeft(row) || isTooWide(row);
}

type RowCheck = (row: readonly Cell[]) => boolean;

function isFilledIn(row: readonly Cell[]): (index: number) => boolean {
  return (index) => cellText(row[index]) !== '';
}

/** A thing with its price, and no word of which sale it is of. */
function isThingOf(source: SourceState): RowCheck {
  const indexes = (start: RegExp) =>
    source.columns.filter(({ field }) => start.test(field)).map(({ index }) => index);
  const heads = indexes(/^(?:sale\.(?:date|number)|customer\.)/);
  const things = indexes(/^product\.(?:name|sku)$/);
  return (row) => things.some(isFilledIn(row)) && !heads.some(isFilledIn(row));
}

/** Nothing but further phones and e-mails. */
function isFurtherPoint(source: SourceState): RowCheck {
  const taken = source.columns.filter(({ field }) => field !== 'ignore');
  const isPoint = ({ field }: (typeof taken)[number]) => /\.(?:phone|email)$/.test(field);
  const [points, others] = [taken.filter(isPoint), taken.filter((each) => !isPoint(each))];
  if (!others.some(({ field }) => field === 'customer.name')) return () => false;
  return (row) =>
    points.some(({ index }) => isFilledIn(row)(index)) &&
    !others.some(({ index }) => isFilledIn(row)(index));
}

/** Prepares the look for rows that are read as a part of the one above, and leave out what stands there. */
export function goesOn(source: SourceState): RowCheck {
  const lead = leadOf(source.columns, source.role)?.name;
  if (lead === 'sales') return isThingOf(source);
  return lead === 'customers' ? isFurtherPoint(source) : () => false;
}

/** However it is set off: `** Grand Total **`, `TOTAL.`, `Jml`, `Omzet hari ini`. */
const TOTAL =
  /^[^\p{L}\d]*(?:(?:grand|sub)[^\p{L}\d]*)?(?:total|jumlah|jml|jlh|omzet|omset)(?!\p{L})/iu;
/** Somebody is called so; `12 orang` is no one. */
const NAME = /^[^\p{L}\d]*\p{L}/u;

/**
 * Prepares the look for rows that may be a line of totals, however many cells they have: the first words in
 * them say so, and no customer stands beside. Read as rows of their own, their money would count twice: to
 * leave one out that is none does less harm than to take one in.
 */
export function mayBeTotal(source: SourceState): RowCheck {
  const whose = source.columns
    .filter(({ field }) => /^customer\.(?:name|phone|email|externalId)$/.test(field))
    .map(({ index, field }) => ({ index, isName: field === 'customer.name' }));
  return (row) => {
    const label = row.findIndex((cell) => typeof cell === 'string' && /\p{L}/u.test(cell));
    if (label < 0 || !TOTAL.test(cellText(row[label]))) return false;
    return !whose.some(({ index, isName }) => {
      const text = index === label ? '' : cellText(row[index]);
      return isName ? NAME.test(text) : text !== '';
    });
  };
}
