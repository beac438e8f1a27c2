import { TextDecoder } from 'node:util';
import { badFile } from '#shared/errors.ts';
import { windows1252 } from '../text-encoding.ts';

const WIDE = 1;
const FAR_EAST = 4;
const RICH = 8;

/** The parts that a text may go over: within one, a part begins by saying again how wide it is. */
export class TextParts {
  readonly #parts: readonly Buffer[];
  #part = 0;
  #at = 0;

  constructor(parts: readonly Buffer[]) {
    this.#parts = parts;
  }

  u8(): number {
    this.#findBytes();
    const value = this.#parts[this.#part]?.readUInt8(this.#at) ?? 0;
    this.#at += 1;
    return value;
  }

  u16(): number {
    return this.u8() + this.u8() * 256;
  }

  u32(): number {
    return this.u16() + this.u16() * 65_536;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      this.#findBytes();
      const here = Math.min(left, (this.#parts[this.#part]?.length ?? 0) - this.#at);
      this.#at += here;
      left -= here;
    }
  }

  /** A text of so many characters, whose head has been read up to its flags. */
  unicode(count: number): string {
    const flags = this.u8();
    const runs = (flags & RICH) === 0 ? 0 : this.u16();
    const extra = (flags & FAR_EAST) === 0 ? 0 : this.u32();
    const text = this.#characters(count, (flags & WIDE) !== 0);
    this.skip(runs * 4 + extra);
    return text;
  }

  #characters(count: number, startsWide: boolean): string {
    let [text, isWide, left] = ['', startsWide, count];
    while (left > 0) {
      const part = this.#parts[this.#part];
      if (part === undefined) throw badFile('damaged', 'a text is cut off');
      const here = Math.min(left, Math.floor((part.length - this.#at) / (isWide ? 2 : 1)));
      const end = this.#at + here * (isWide ? 2 : 1);
      text += part.toString(isWide ? 'utf16le' : 'latin1', this.#at, end);
      this.#at = end;
      left -= here;
      if (left === 0) break;
      this.#part += 1;
      this.#at = 0;
      isWide = (this.u8() & WIDE) !== 0;
    }
    return text;
  }

  #findBytes(): void {
    for (;;) {
      const part = this.#parts[this.#part];
      if (part === undefined) throw badFile('damaged', 'a text is cut off');
      if (this.#at < part.length) return;
      this.#part += 1;
      this.#at = 0;
    }
  }
}

/** Names of the code pages that workbooks from before Excel 97 may be in. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  32768: 'macintosh',
  65001: 'utf-8',
};

function labelOf(codePage: number): string | undefined {
  return codePage >= 1_250 && codePage <= 1_258 ? `windows-${codePage}` : CODE_PAGES[codePage];
}

/** Reads texts of a code page; fails with `encoding` at a letter of one that is not known. */
export function codePageReader(codePage: number): (bytes: Buffer) => string {
  const isWestern = codePage === 1_252 || codePage === 32_769 || codePage === 0;
  const label = labelOf(codePage);
  return (bytes) => {
    if (bytes.every((byte) => byte < 128)) return bytes.toString('latin1');
    if (isWestern) return windows1252(bytes).toString('utf8');
    if (label === undefined) throw badFile('encoding', `code page ${codePage}`);
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      throw badFile('encoding', label);
    }
  };
}
