import type { ImportField } from '#shared/domain/columns/fields.ts';
import { badFile } from '#shared/errors.ts';
import { type ChatHead, headOf, messageOf } from './chat-line.ts';

/** One message, or what WhatsApp itself says. */
interface Message {
  readonly day: ChatHead['day'];
  readonly dayText: string;
  readonly time: string;
  /** Null: WhatsApp itself. */
  readonly sender: string | null;
  text: string;
}

/** Nobody writes more with one person. */
const MOST_MESSAGES = 500_000;
const LONGEST_MESSAGE = 200_000;
/** A note holds no more: a longer message becomes several. */
const LONGEST_NOTE = 5_900;
const NUMBER = /^\+?[\d\s().-]{8,24}$/;

/** Gathers the messages of a chat line by line. */
export class Messages {
  readonly all: Message[] = [];

  add(line: string): void {
    const head = headOf(line);
    if (head !== null) {
      const { day, dayText, time, rest } = head;
      this.all.push({ day, dayText, time, ...messageOf(rest) });
      if (this.all.length > MOST_MESSAGES) throw badFile('too-large');
      return;
    }
    const last = this.all.at(-1);
    if (last === undefined) return;
    last.text = `${last.text}\n${line}`;
    if (last.text.length > LONGEST_MESSAGE) throw badFile('damaged');
  }

  /** Everybody who wrote, in the order in which they first did. */
  get senders(): string[] {
    return [...new Set(this.all.flatMap(({ sender }) => sender ?? []))];
  }
}

/** What the columns of a chat are: its rows are ours. Somebody is known by a name or by a number, not by both. */
const columns = {
  day: ['Tanggal', 'contact.date'],
  time: ['Jam', 'contact.time'],
  name: ['Nama', 'customer.name'],
  phone: ['No HP', 'customer.phone'],
  channel: ['Kanal', 'contact.channel'],
  direction: ['Arah', 'contact.direction'],
  text: ['Pesan', 'contact.text'],
  notice: ['Catatan WhatsApp', 'ignore'],
} as const satisfies Readonly<Record<string, readonly [string, ImportField]>>;

/** What a column of a chat becomes, by the title that it has there. */
export function chatField(title: string): ImportField {
  return Object.values(columns).find(([each]) => each === title)?.[1] ?? 'ignore';
}

function isNumber(person: string | null): boolean {
  return person !== null && NUMBER.test(person);
}

/** The titles of a chat with that person. */
export function chatTitles(person: string | null): string[] {
  const who = isNumber(person) ? columns.phone : columns.name;
  const { day, time, channel, direction, text, notice } = columns;
  return [day, time, who, channel, direction, text, notice].map(([title]) => title);
}

function pieces(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += LONGEST_NOTE)
    parts.push(text.slice(at, at + LONGEST_NOTE));
  return parts.length === 0 ? [''] : parts;
}

/** With whom a chat is by the name of its file: `Chat WhatsApp dengan Bu Ratna.txt`. */
export function namedBy(fileName: string): string | null {
  const bare = fileName.replace(/\.(?:txt|zip)$/i, '').replace(/\s*\(\d+\)$/, '');
  const found = /whatsapp(?: chat)?(?: (?:dengan|with|-|–))? +(.+)$/i.exec(bare);
  const name = found?.[1]?.replace(/^(?:-|–|dengan|with)\s+/i, '').trim() ?? '';
  return name === '' ? null : name;
}

/** Whom a chat is with: by its name, or because nobody else wrote; null: that is to be asked. */
export function personIn(senders: readonly string[], named: string | null): string | null {
  const key = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const found = senders.find((sender) => named !== null && key(sender) === key(named));
  if (found !== undefined) return found;
  // Only the owner wrote: the name of the file alone says to whom.
  return named !== null && senders.length < 2 ? named : null;
}

/** A message as rows below those titles: in from the person, out from the shop. */
export function rowsOfMessage(
  message: Message,
  person: string | null,
  iso: ((day: Message['day']) => string) | null,
): string[][] {
  const day = iso === null ? message.dayText : iso(message.day);
  if (message.sender === null) return [['', '', '', '', '', '', message.text]];
  const direction = person === null ? '' : message.sender === person ? 'Masuk' : 'Keluar';
  return pieces(message.text).map((text) => [
    ...[day, message.time, person ?? '', 'WhatsApp', direction, text, ''],
  ]);
}
