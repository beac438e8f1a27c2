import { badFile } from '#shared/errors.ts';
import { decodeXlsxText } from './xlsx-text.ts';
import type { XmlAttributes, XmlListener } from './xml-listener.ts';

/** Bytes of text that one workbook may share between its cells. */
const MAX_TEXT_BYTES = 134_217_728;
const MAX_STRINGS = 8_388_608;
/** Characters a cell may hold; Excel's own limit. */
export const MAX_CELL_LENGTH = 32_767;
const BLOCK_BYTES = 1_048_576;
const CACHE_SIZE = 32_768;

/**
 * The shared strings, packed as UTF-8 outside the script heap (a quarter of the memory of as many
 * JavaScript strings) with a small cache of decoded ones. Beyond 128 MiB of text it fails with
 * `too-large` instead of spilling to a temporary file, where a killed import would leave names.
 */
export class SharedStrings {
  #blocks: Buffer[] = [];
  #used = BLOCK_BYTES;
  /** For each string its block × 1 MiB + offset, then its length in the second list. */
  #starts = new Float64Array(1_024);
  #lengths = new Uint32Array(1_024);
  #count = 0;
  readonly #cache: (string | undefined)[] = new Array(CACHE_SIZE);
  readonly #cached = new Int32Array(CACHE_SIZE).fill(-1);

  get count(): number {
    return this.#count;
  }

  add(text: string): void {
    if (text.length > MAX_CELL_LENGTH) throw badFile('too-large', 'a text over 32,767 characters');
    const bytes = Buffer.byteLength(text, 'utf8');
    if (this.#used + bytes > BLOCK_BYTES) {
      if (this.#blocks.length * BLOCK_BYTES >= MAX_TEXT_BYTES) {
        throw badFile('too-large', 'over 128 MiB of texts');
      }
      this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK_BYTES));
      this.#used = 0;
    }
    if (this.#count === MAX_STRINGS) throw badFile('too-large', 'over 8,388,608 texts');
    if (this.#count === this.#starts.length) this.#grow();
    this.#blocks.at(-1)?.write(text, this.#used, 'utf8');
    this.#starts[this.#count] = (this.#blocks.length - 1) * BLOCK_BYTES + this.#used;
    this.#lengths[this.#count] = bytes;
    this.#used += bytes;
    this.#count += 1;
  }

  /** Fails with `damaged` where there is no such string: a broken index is never an empty cell. */
  get(index: number): string {
    if (index >= this.#count) throw badFile('damaged', 'a cell points at a text that is not there');
    const slot = index % CACHE_SIZE;
    const cached = this.#cache[slot];
    if (this.#cached[slot] === index && cached !== undefined) return cached;
    const start = this.#starts[index] ?? 0;
    const offset = start % BLOCK_BYTES;
    const block = this.#blocks[(start - offset) / BLOCK_BYTES];
    const text = block?.toString('utf8', offset, offset + (this.#lengths[index] ?? 0)) ?? '';
    this.#cache[slot] = text;
    this.#cached[slot] = index;
    return text;
  }

  #grow(): void {
    const starts = new Float64Array(this.#starts.length * 2);
    starts.set(this.#starts);
    this.#starts = starts;
    const lengths = new Uint32Array(this.#lengths.length * 2);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
  }
}

/** Hears `sharedStrings.xml`: plain and rich texts, without the phonetic runs over them. */
export class StringsListener implements XmlListener {
  readonly #strings: SharedStrings;
  #text = '';
  #phoneticDepth = 0;
  #isText = false;

  constructor(strings: SharedStrings) {
    this.#strings = strings;
  }

  open(name: string, _attributes: XmlAttributes, depth: number): void {
    if (depth === 2 && name === 'si') this.#text = '';
    else if (name === 'rPh') this.#phoneticDepth = depth;
    else if (name === 't') this.#isText = this.#phoneticDepth === 0;
  }

  close(name: string, depth: number): void {
    if (name === 't') this.#isText = false;
    else if (name === 'rPh') this.#phoneticDepth = 0;
    else if (depth === 2 && name === 'si') this.#strings.add(decodeXlsxText(this.#text));
  }

  text(text: string): void {
    if (!this.#isText) return;
    this.#text += text;
    if (this.#text.length > MAX_CELL_LENGTH * 7)
      throw badFile('too-large', 'a text over 32,767 characters');
  }
}
