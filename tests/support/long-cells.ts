import { parentPort, workerData } from 'node:worker_threads';
import { XmlScanner } from '#electron/services/imports/files/xml-scanner.ts';
import { readDate } from '#shared/domain/calendar/dates.ts';
import { readTime } from '#shared/domain/calendar/times.ts';
import { IMPORT_FIELDS } from '#shared/domain/columns/fields.ts';
import { fitOf } from '#shared/domain/columns/fit.ts';
import { guessColumns } from '#shared/domain/columns/guess.ts';
import { findHeaderRow } from '#shared/domain/columns/header-row.ts';
import { headerKey } from '#shared/domain/columns/headers.ts';
import {
  bareNameKey,
  isBlankName,
  isMasked,
  looksLikeBusiness,
} from '#shared/domain/text/names.ts';
import { readNumber } from '#shared/domain/text/numbers.ts';
import { readPhones } from '#shared/domain/text/phone.ts';
import { readCompensation, readComplaintState } from '#shared/domain/vocabulary/complaint-words.ts';
import { readCustomerKind } from '#shared/domain/vocabulary/customer-words.ts';
import { readChannel, readOutcome } from '#shared/domain/vocabulary/interaction-words.ts';
import { readSaleStatus } from '#shared/domain/vocabulary/sale-words.ts';
import { AppFailure } from '#shared/errors.ts';
import { summaryOf } from '#tests/support/column-evidence.ts';

const SHOP = { country: 'ID', currency: 'IDR' };

/** Everything of the import that looks at the text of a cell or of a title, each on its own. */
const LOOKS: Readonly<Record<string, (text: string) => unknown>> = {
  evidence: (text) => {
    const summary = summaryOf([text, 'x1']);
    for (const field of IMPORT_FIELDS) fitOf(field, summary);
    guessColumns([text], [summary], SHOP);
  },
  title: (text) => {
    headerKey(text);
    findHeaderRow([
      [text, 'Total'],
      [text, 1],
    ]);
  },
  date: (text) => readDate(text, { order: 'dmy' }),
  time: readTime,
  number: (text) => readNumber(text, 'id'),
  phone: (text) => readPhones(text, 'ID'),
  name: (text) => [bareNameKey(text), isBlankName(text), isMasked(text), looksLikeBusiness(text)],
  markup: (text) => {
    const scanner = new XmlScanner({ name: 'a', namespaces: [''] }, { open: () => undefined });
    try {
      scanner.feed(Buffer.from(`<a></a${text}>`));
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error;
    }
  },
  words: (text) => [
    readSaleStatus(text),
    readCustomerKind(text),
    readComplaintState(text),
    readCompensation(text),
    readChannel(text),
    readOutcome(text),
  ],
};

/** What a cell begins with, what is repeated in it, and what it ends with. */
export interface LongCell {
  readonly start: string;
  readonly middle: string;
  readonly end: string;
}

function textOf({ start, middle, end }: LongCell, length: number): string {
  return `${start}${middle.repeat(Math.ceil(length / middle.length))}${end}`;
}

if (parentPort !== null) {
  const { cells, length } = workerData as { cells: readonly LongCell[]; length: number };
  for (const cell of cells) {
    const text = textOf(cell, length);
    for (const [name, look] of Object.entries(LOOKS)) {
      parentPort.postMessage(`${name} of ${JSON.stringify(cell)}`);
      look(text);
    }
  }
  parentPort.postMessage('all looked at');
}
