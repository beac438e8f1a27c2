import { badFile } from '#shared/errors.ts';
import { MAX_CELL_LENGTH } from '../xlsx-strings.ts';
import type { XmlAttributes } from '../xml-listener.ts';

/** What within a paragraph is no text of the cell: a note, how signs are read. */
const LEFT_OUT: ReadonlySet<string> = new Set(['annotation', '?:text:ruby-text']);

/** Gathers the paragraphs of a cell; depths are counted from the cell. */
export class OdsText {
  #text = '';
  #paragraphs = 0;
  #isIn = false;
  #leftOutDepth = 0;
  /** Blanks in a row are one, unless they are said one by one. */
  #afterBlank = true;

  get value(): string {
    return this.#text;
  }

  clear(): void {
    this.#text = '';
    this.#paragraphs = 0;
    this.#isIn = false;
    this.#leftOutDepth = 0;
  }

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth === 1) {
      if (name !== '?:text:p') return;
      if (this.#paragraphs > 0) this.#add('\n');
      this.#paragraphs += 1;
      this.#isIn = true;
      this.#afterBlank = true;
    } else if (this.#isIn && this.#leftOutDepth === 0) {
      if (LEFT_OUT.has(name)) this.#leftOutDepth = depth;
      else if (name === '?:text:s') this.#blanks(attributes.get('text:c') ?? '1');
      else if (name === '?:text:tab') this.#mark('\t');
      else if (name === '?:text:line-break') this.#mark('\n');
    }
  }

  close(_name: string, depth: number): void {
    if (depth === this.#leftOutDepth) this.#leftOutDepth = 0;
    if (depth === 1) this.#isIn = false;
  }

  text(text: string): void {
    if (!this.#isIn || this.#leftOutDepth > 0) return;
    const single = text.replace(/[ \t\n]+/g, ' ');
    const added = this.#afterBlank && single.startsWith(' ') ? single.slice(1) : single;
    if (added === '') return;
    this.#afterBlank = added.endsWith(' ');
    this.#add(added);
  }

  #blanks(count: string): void {
    const blanks = Number(count);
    if (!Number.isInteger(blanks) || blanks < 1) throw badFile('damaged', 'a broken row of blanks');
    if (blanks > MAX_CELL_LENGTH) throw badFile('too-large', 'a cell over 32,767 characters');
    this.#mark(' '.repeat(blanks));
  }

  #mark(text: string): void {
    this.#afterBlank = false;
    this.#add(text);
  }

  #add(text: string): void {
    this.#text += text;
    if (this.#text.length > MAX_CELL_LENGTH * 2)
      throw badFile('too-large', 'a cell over 32,767 characters');
  }
}
