/** A property of a card: `item1.TEL;TYPE=CELL:0812` is TEL, with what follows the colon. */
export interface CardProperty {
  readonly name: string;
  readonly value: string;
  readonly types: readonly string[];
}

/** Pictures, sounds and keys: nothing here keeps them, and they are most of a file. */
const BINARY = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)\b/i;
const QUOTED = /^[^:]*;\s*(?:ENCODING\s*=\s*)?QUOTED-PRINTABLE[;:]/i;
/** A longer one is no property of a person. */
const LONGEST_LINE = 262_144;

/** Puts together lines that were folded, or broken within quoted-printable; binary ones are left out. */
export class LogicalLines {
  #pending = '';
  readonly #take: (line: string) => void;

  constructor(take: (line: string) => void) {
    this.#take = take;
  }

  add(line: string): void {
    const isQuoted = QUOTED.test(this.#pending.slice(0, 200));
    if (isQuoted && this.#pending.endsWith('=')) {
      this.#join(this.#pending.slice(0, -1), line.replace(/^[ \t]/, ''));
      return;
    }
    if (/^[ \t]/.test(line) && this.#pending !== '') {
      if (!BINARY.test(this.#pending)) this.#join(this.#pending, line.slice(1));
      return;
    }
    this.finish();
    this.#pending = line;
  }

  #join(before: string, after: string): void {
    if (before.length + after.length <= LONGEST_LINE) this.#pending = before + after;
  }

  finish(): void {
    const line = this.#pending;
    this.#pending = '';
    if (line !== '' && !BINARY.test(line)) this.#take(line);
  }
}

function decodeQuoted(text: string, charset: string | undefined): string {
  const bytes = Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
  try {
    return new TextDecoder(charset ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Where the value begins: the first colon that stands in no quotes. */
function colonIn(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ':' && !isQuoted) return at;
  }
  return -1;
}

/** A line as a property; null: it is none. */
export function propertyOf(line: string): CardProperty | null {
  const colon = colonIn(line);
  if (colon <= 0) return null;
  const [head = '', ...parameters] = line.slice(0, colon).split(';');
  const name = head
    .replace(/^[\w-]+\./, '')
    .trim()
    .toUpperCase();
  const types = parameters.flatMap((each) =>
    each
      .replace(/^[^=]*=/, '')
      .replaceAll('"', '')
      .toUpperCase()
      .split(','),
  );
  const charset = parameters.find((each) => /^charset=/i.test(each))?.slice(8);
  const text = line.slice(colon + 1);
  const value = types.includes('QUOTED-PRINTABLE') ? decodeQuoted(text, charset) : text;
  return { name, value, types };
}

/** The parts of a value between its semicolons, or other signs, as they read without escapes. */
export function partsOf(value: string, separator = ';'): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < value.length; at += 1) {
    const sign = value[at] ?? '';
    if (sign === '\\') {
      at += 1;
      const next = value[at] ?? '';
      part += next === 'n' || next === 'N' ? '\n' : next;
    } else if (sign === separator) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  return [...parts, part].map((each) => each.trim());
}

/** A value as it reads: its escapes resolved. */
export function plainOf(value: string): string {
  return partsOf(value, '').join('');
}
