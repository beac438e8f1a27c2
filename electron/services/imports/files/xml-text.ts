import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { badFile } from '#shared/errors.ts';
import { Utf8Chunks } from './utf8-chunks.ts';

/** Decodes the bytes of an XML part: UTF-8, or UTF-16 by its mark; anything else is `damaged`. */
export class XmlText {
  readonly #utf8 = new Utf8Chunks();
  #wide: TextDecoder | null = null;
  #isFirst = true;

  feed(bytes: Buffer): string {
    if (this.#isFirst) {
      this.#isFirst = false;
      const mark = bytes.subarray(0, 2).toString('hex');
      if (mark === 'fffe') this.#wide = new TextDecoder('utf-16le', { fatal: true });
      else if (mark === 'feff') this.#wide = new TextDecoder('utf-16be', { fatal: true });
      else if (bytes.subarray(0, 3).toString('hex') === 'efbbbf')
        return this.#narrow(bytes.subarray(3));
    }
    return this.#wide === null ? this.#narrow(bytes) : this.#decodeWide(this.#wide, bytes);
  }

  finish(): void {
    if (this.#wide !== null) this.#decodeWide(this.#wide, null);
    else if (!this.#utf8.isComplete) throw badFile('damaged', 'XML is not UTF-8');
  }

  #decodeWide(decoder: TextDecoder, bytes: Buffer | null): string {
    try {
      return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw badFile('damaged', 'XML is not UTF-16');
    }
  }

  #narrow(bytes: Buffer): string {
    if (this.#utf8.isComplete && isAscii(bytes)) return bytes.toString('latin1');
    const whole = this.#utf8.feed(bytes);
    if (whole === null) throw badFile('damaged', 'XML is not UTF-8');
    return whole.toString('utf8');
  }
}
