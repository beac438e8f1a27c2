import { badFile } from '#shared/errors.ts';
import { readChunks, stopIfAborted } from '../file-chunks.ts';
import type { OpenedFile } from '../open-csv.ts';
import { RowBatches } from '../row-batches.ts';
import { detectEncoding, markLength, toUtf8 } from '../text-encoding.ts';
import type { ChatInfo, OpenOptions, ReadOptions, RowBatch, Workbook } from '../workbook.ts';
import { openZip, type ZipParts } from '../zip-parts.ts';
import { chatTitles, Messages, namedBy, personIn, rowsOfMessage } from './chat.ts';
import { dayReader } from './chat-days.ts';
import { headOf } from './chat-line.ts';

/** Nobody writes a longer line. */
const LONGEST_LINE = 200_000;
/** A group has many; with two, one of them is the owner. */
const MOST_SENDERS = 2;

/** Whether a text begins as WhatsApp writes a chat out. */
export function looksLikeChat(start: string): boolean {
  const first = start.split(/\r\n|\n|\r/).find((line) => line.trim() !== '');
  return first !== undefined && headOf(first) !== null;
}

async function readMessages(
  bytes: AsyncIterable<Buffer>,
  signal: AbortSignal | undefined,
): Promise<Messages> {
  const messages = new Messages();
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bytes) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split(/\r\n|\n/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw badFile('damaged');
    for (const line of lines) messages.add(line);
    stopIfAborted(signal);
  }
  if (rest !== '') messages.add(rest.replace(/\r$/, ''));
  return messages;
}

function bindChat(messages: Messages, options: OpenOptions): Workbook {
  const { senders } = messages;
  if (senders.length === 0) throw badFile('no-rows');
  if (senders.length > MOST_SENDERS) throw badFile('unsupported', 'group-chat');
  const iso = dayReader(messages.all.map(({ day }) => day));
  if (iso === undefined) throw badFile('damaged');
  const named = namedBy(options.name ?? '');
  const choices =
    named !== null && senders.length < 2 ? [...new Set([...senders, named])] : senders;
  const chosen = choices.find((sender) => sender === options.chatWith);
  const person = chosen ?? personIn(senders, named);
  const chat: ChatInfo = { senders: choices, with: person };
  async function* rows({ signal, onProgress }: ReadOptions): AsyncGenerator<RowBatch> {
    const batches = new RowBatches();
    let number = 1;
    batches.add(number, chatTitles(person));
    for (const [index, message] of messages.all.entries()) {
      for (const row of rowsOfMessage(message, person, iso ?? null)) {
        number += 1;
        batches.add(number, row);
      }
      for (const batch of batches.takeFull()) {
        yield batch;
        stopIfAborted(signal);
        onProgress?.(index, messages.all.length);
      }
    }
    yield* batches.takeRest();
  }
  return {
    format: 'csv',
    sheets: [{ index: 0, name: '', hidden: false }],
    text: null,
    date1904: false,
    chat,
    rows(sheetIndex, readOptions = {}) {
      if (sheetIndex !== 0) throw new RangeError('a chat has one sheet');
      return rows(readOptions);
    },
    close: async () => undefined,
  };
}

/**
 * Opens a chat that WhatsApp has written out, from Android or an iPhone, as a table of its messages. Fails with
 * `unsupported` and `group-chat` where more than two write.
 */
export async function openChat(file: OpenedFile, options: OpenOptions): Promise<Workbook> {
  const { handle, start } = file;
  const encoding = await detectEncoding(readChunks(handle, 0, options.signal));
  const chunks = readChunks(handle, markLength(start, encoding), options.signal);
  const messages = await readMessages(toUtf8(chunks, encoding), options.signal);
  await handle.close();
  return bindChat(messages, options);
}

/** The chat in a zip as an iPhone makes it; null: it is another kind of zip. */
export async function openZippedChat(path: string, options: OpenOptions): Promise<Workbook | null> {
  const zip: ZipParts = await openZip(path);
  try {
    const texts = zip.names.filter((name) => /(?:^|\/)[^/]*chat[^/]*\.txt$/i.test(name));
    const [text] = texts;
    if (text === undefined || texts.length > 1 || zip.has('[Content_Types].xml')) return null;
    const messages = await readMessages(zip.read(text, options.signal), options.signal);
    if (messages.all.length === 0) return null;
    const name = /whatsapp/i.test(text) ? (text.split('/').at(-1) ?? '') : options.name;
    return bindChat(messages, { ...options, ...(name === undefined ? {} : { name }) });
  } finally {
    zip.close();
  }
}
