import type { Draft, DraftColumn, DraftSource } from '#shared/contract/imports-draft.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { readDate } from '#shared/domain/calendar/dates.ts';
import { discountText } from '#shared/domain/columns/discount-question.ts';
import { fieldType } from '#shared/domain/columns/fields.ts';
import type { ColumnReading } from '#shared/domain/columns/reading.ts';
import type { OwnFieldType } from '#shared/domain/own-fields/own-fields.ts';
import { readOwnCell } from '#shared/domain/own-fields/read-cell.ts';
import { formatE4 } from '#shared/domain/text/decimal.ts';
import { readDiscount } from '#shared/domain/text/discounts.ts';
import { readNumber } from '#shared/domain/text/numbers.ts';
import { readPhones } from '#shared/domain/text/phone.ts';
import {
  readCompensation,
  readComplaintKind,
  readComplaintState,
  readSeverity,
} from '#shared/domain/vocabulary/complaint-words.ts';
import {
  readChannel,
  readDirection,
  readOutcome,
  readTopic,
} from '#shared/domain/vocabulary/interaction-words.ts';
import { readSaleStatus } from '#shared/domain/vocabulary/sale-words.ts';
import type { ColumnState, DraftState, SourceState } from './draft-store.ts';
import { isReturned } from './mending/returned.ts';
import { leadOf } from './plan/row-kinds.ts';
import { blockersOf, bringsOf } from './source-brings.ts';

/** Longest text of a cell that a draft shows. */
const maxShown = 400;

function ownSample(type: OwnFieldType, text: string, reading: ColumnReading): string | null {
  const kind = { type, choices: [] };
  return readOwnCell(kind, text, text.trim(), { ...reading, takesAnyChoice: true });
}

function daySample(text: string, { dateOrder = 'dmy' }: ColumnReading, timeZone: string) {
  const date = readDate(text, { order: dateOrder, timeZone });
  if (!date.ok || date.date === null) return null;
  return date.time === null ? date.date : `${date.date} ${date.time}`;
}

/** Where the shop is: phones without a country code, and times, are read by it. */
type ReadingPlace = Pick<ShopSettings, 'country' | 'timeZone'>;

/** A sample as it will be read: ISO day, plain decimal, E.164; null: it cannot be, or not yet. */
export function readSample(
  column: Pick<ColumnState, 'field' | 'reading'> & Partial<Pick<ColumnState, 'own'>>,
  text: string,
  { country, timeZone }: ReadingPlace,
): string | null {
  const { reading } = column;
  if (reading === null) return null;
  switch (fieldType(column.field)) {
    case 'none':
      return null;
    case 'money':
    case 'number': {
      const number = readNumber(text, reading.numberStyle ?? 'plain');
      return number.ok && number.e4 !== null ? formatE4(number.e4) : null;
    }
    case 'discount': {
      const read = readDiscount(text, reading.numberStyle ?? 'plain', reading.discount ?? 'money');
      return read.ok && read.discount !== null ? discountText(read.discount) : null;
    }
    case 'date':
      return daySample(text, reading, timeZone);
    case 'own':
      return ownSample(column.own?.type ?? 'text', text, reading);
    case 'phone': {
      const { phones } = readPhones(text, country);
      return phones.length === 0 ? null : phones.join(' / ');
    }
    case 'status':
      return readSaleStatus(text);
    case 'complaintStatus':
      return readComplaintState(text);
    case 'complaintKind':
      return readComplaintKind(text);
    case 'severity':
      return readSeverity(text);
    case 'compensation':
      return readCompensation(text) ?? 'other';
    case 'channel':
      return readChannel(text);
    case 'direction':
      return readDirection(text);
    case 'topic':
      return readTopic(text);
    case 'outcome':
      return readOutcome(text);
    default:
      return text.trim();
  }
}

function presentColumn(column: ColumnState, place: ReadingPlace): DraftColumn {
  const { samples, reading } = column;
  return {
    ...column,
    samples: samples.map((text) => text.slice(0, maxShown)),
    read: samples.map((text) => readSample(column, text, place)?.slice(0, maxShown) ?? null),
    reading: reading === null || Object.keys(reading).length === 0 ? null : { ...reading },
  };
}

/** Its rows are the customers themselves, not what was sold to them or said by them. */
export function isListOfCustomers({ columns, role = null }: SourceState): boolean {
  return leadOf(columns, role)?.name === 'customers';
}

function presentSource(source: SourceState, place: ReadingPlace): DraftSource {
  const { id, fileName, sheetName, format, encoding, separator } = source;
  return {
    id,
    fileName,
    sheetName,
    format,
    encoding,
    separator,
    chat: source.chat,
    isIncluded: source.isIncluded,
    isHidden: source.isHidden,
    headerRow: source.headerRow,
    head: source.head.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell) => (typeof cell === 'string' ? cell.slice(0, maxShown) : cell)),
    })),
    rows: source.rows,
    columns: source.columns.map((column) => presentColumn(column, place)),
    blockers: blockersOf(source),
    brings: bringsOf(source.columns, source.role),
    existing: isListOfCustomers(source) ? (source.existing ?? 'correct') : null,
    existingFrom: source.existingFrom ?? 'default',
    existingMemory: source.existingMemory ?? 'no',
    isRememberable: source.columns.some(({ header }) => header !== ''),
    isReturned: isReturned(source),
    asks: [...(source.asks ?? [])],
    steps: [...(source.steps ?? [])],
    unusedSteps: (source.unused ?? []).map(({ kept: { step }, header }) => ({ step, header })),
    importedBefore: source.importedBefore,
  };
}

/** Whether everything that is to be imported can be checked. */
export function isReady(state: DraftState): boolean {
  const included = state.sources.filter((source) => source.isIncluded);
  return included.length > 0 && included.every((source) => blockersOf(source).length === 0);
}

/** A draft as the window gets it. */
export function presentDraft(state: DraftState, place: ReadingPlace): Draft {
  return {
    id: state.id,
    sources: state.sources.map((source) => presentSource(source, place)),
    refused: state.refused.map(({ fileName, reason, detail }) => ({ fileName, reason, detail })),
    isReady: isReady(state),
  };
}
