import { badFile } from '#shared/errors.ts';
import { readChunks, stopIfAborted } from '../file-chunks.ts';
import type { OpenedFile } from '../open-csv.ts';
import { RowBatches } from '../row-batches.ts';
import { detectEncoding, markLength, toUtf8 } from '../text-encoding.ts';
import type { OpenOptions, ReadOptions, RowBatch, Workbook } from '../workbook.ts';
import { type CardProperty, LogicalLines, propertyOf } from './vcard-lines.ts';
import { type CardWidth, type ContactCard, cardOf, cardRow, cardTitles } from './vcard-row.ts';

/** No address book is larger. */
const MOST_CARDS = 200_000;
const MOST_PROPERTIES = 500;
/** No line of a text is longer. */
const LONGEST_TEXT = 4_194_304;

/** Gathers the cards of a file line by line. */
class Cards {
  readonly all: ContactCard[] = [];
  readonly #lines = new LogicalLines((line) => this.#take(line));
  #open: CardProperty[] | null = null;

  add(line: string): void {
    this.#lines.add(line);
  }

  finish(): void {
    this.#lines.finish();
    this.#close();
  }

  #take(line: string): void {
    if (/^begin:\s*vcard\s*$/i.test(line.trim())) {
      // A card that does not end ends where the next begins.
      this.#close();
      this.#open = [];
      return;
    }
    if (/^end:\s*vcard\s*$/i.test(line.trim())) {
      this.#close();
      return;
    }
    const property = this.#open === null ? null : propertyOf(line);
    if (property !== null && (this.#open?.length ?? 0) < MOST_PROPERTIES)
      this.#open?.push(property);
  }

  #close(): void {
    if (this.#open !== null) this.all.push(cardOf(this.#open));
    this.#open = null;
    if (this.all.length > MOST_CARDS) throw badFile('too-large');
  }
}

async function readCards(file: OpenedFile, options: OpenOptions): Promise<ContactCard[]> {
  const { handle, start } = file;
  const encoding =
    options.encoding ?? (await detectEncoding(readChunks(handle, 0, options.signal)));
  const cards = new Cards();
  let rest = '';
  const decoder = new TextDecoder();
  const chunks = readChunks(handle, markLength(start, encoding), options.signal);
  for await (const bytes of toUtf8(chunks, encoding)) {
    rest += decoder.decode(bytes, { stream: true });
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_TEXT) throw badFile('damaged');
    for (const line of lines) cards.add(line);
    stopIfAborted(options.signal);
  }
  cards.add(rest.replace(/\r$/, ''));
  cards.finish();
  return cards.all;
}

function widthOf(cards: readonly ContactCard[]): CardWidth {
  const width = { phones: 1, emails: 1 };
  for (const { phones, emails } of cards) {
    width.phones = Math.max(width.phones, phones.length);
    width.emails = Math.max(width.emails, emails.length);
  }
  return width;
}

async function* rowsOf(
  cards: readonly ContactCard[],
  { signal, onProgress }: ReadOptions,
): AsyncGenerator<RowBatch> {
  const width = widthOf(cards);
  const batches = new RowBatches();
  batches.add(1, cardTitles(width));
  for (const [index, card] of cards.entries()) {
    batches.add(index + 2, cardRow(card, width));
    for (const batch of batches.takeFull()) {
      yield batch;
      stopIfAborted(signal);
      onProgress?.(index, cards.length);
    }
  }
  yield* batches.takeRest();
}

/**
 * Opens the contacts of a phone (vCard 2.1, 3.0, 4.0) as a table: a row for each card, a column for each
 * phone, e-mail and address that the fullest of them has. What is no card is passed over.
 */
export async function openVcard(file: OpenedFile, options: OpenOptions): Promise<Workbook> {
  const cards = await readCards(file, options);
  await file.handle.close();
  if (cards.length === 0) throw badFile('no-rows');
  return {
    format: 'csv',
    sheets: [{ index: 0, name: '', hidden: false }],
    text: null,
    date1904: false,
    rows(sheetIndex, readOptions = {}) {
      if (sheetIndex !== 0) throw new RangeError('an address book has one sheet');
      return rowsOf(cards, readOptions);
    },
    close: async () => undefined,
  };
}
