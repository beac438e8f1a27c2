import { badFile } from '#shared/errors.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../row-batches.ts';
import { MAX_CELL_LENGTH } from '../xlsx-strings.ts';

const MAX_TABLES = 5_000;
const MAX_SPAN = 1_000;
/** Cells of all tables together, those that a cell spans counted. */
const MAX_CELLS = 8_388_608;
const TAG = /<(!--|!|\/?)([a-z][a-z0-9:-]*)?/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi;
/** What a page shows on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li']);

/** The rows of one table; null is an empty cell. */
export interface HtmlTable {
  readonly rows: (string | null)[][];
}

function decode(text: string): string {
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
    return point > 0 && point < 0x110000 ? String.fromCodePoint(point) : '';
  });
}

function spanOf(tag: string, of: 'colspan' | 'rowspan'): number {
  const found = new RegExp(`\\s${of}\\s*=\\s*["']?\\s*(\\d{1,6})`, 'i').exec(tag);
  return Math.min(Math.max(Number(found?.[1] ?? 1), 1), MAX_SPAN);
}

/** How many cells more the tables of a page may have. */
class Budget {
  #left = MAX_CELLS;

  take(): void {
    this.#left -= 1;
    if (this.#left < 0) throw badFile('too-large', 'over 8,388,608 cells');
  }
}

/** A table while its tags are met. */
class TableMaker implements HtmlTable {
  readonly #budget: Budget;
  readonly rows: (string | null)[][] = [];
  /** By column, how many rows more a cell above reaches down. */
  #reaches: number[] = [];
  #row: (string | null)[] | null = null;
  #text: string | null = null;
  #spans = { columns: 1, rows: 1 };

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  openRow(): void {
    this.closeRow();
    if (this.rows.length >= MAX_ROWS) throw badFile('too-large', 'over 1,048,576 rows');
    this.#row = [];
    this.rows.push(this.#row);
  }

  openCell(tag: string): void {
    this.closeCell();
    if (this.#row === null) this.openRow();
    this.#text = '';
    this.#spans = { columns: spanOf(tag, 'colspan'), rows: spanOf(tag, 'rowspan') };
  }

  add(text: string): void {
    if (this.#text === null) return;
    this.#text += text;
    if (this.#text.length > MAX_CELL_LENGTH * 7)
      throw badFile('too-large', `row ${this.rows.length}: a cell over 32,767 characters`);
  }

  closeCell(): void {
    const row = this.#row;
    if (this.#text === null || row === null) return;
    const lines = decode(this.#text).split('\u0001');
    const text = lines
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .join('\n')
      .trim();
    this.#text = null;
    if (text.length > MAX_CELL_LENGTH)
      throw badFile('too-large', `row ${this.rows.length}: a cell over 32,767 characters`);
    this.#skipReached(row);
    const { columns, rows } = this.#spans;
    if (row.length + columns > MAX_COLUMNS)
      throw badFile('too-many-columns', `row ${this.rows.length}`);
    for (let index = 0; index < columns; index += 1) {
      if (rows > 1) this.#reaches[row.length] = rows - 1;
      this.#budget.take();
      row.push(index === 0 && text !== '' ? text : null);
    }
  }

  closeRow(): void {
    this.closeCell();
    if (this.#row !== null) this.#skipReached(this.#row);
    this.#row = null;
  }

  #skipReached(row: (string | null)[]): void {
    for (
      let left = this.#reaches[row.length] ?? 0;
      left > 0;
      left = this.#reaches[row.length] ?? 0
    ) {
      this.#reaches[row.length] = left - 1;
      this.#budget.take();
      row.push(null);
    }
  }
}

/** Meets the tags of a page, however loosely they are written, and keeps what is in its tables. */
export class HtmlTables {
  readonly tables: TableMaker[] = [];
  readonly #open: TableMaker[] = [];
  readonly #html: string;
  readonly #budget = new Budget();
  #at = 0;

  constructor(html: string) {
    this.#html = html;
  }

  /** Goes on for some hundred tags; false at the end of the page. */
  step(): boolean {
    for (let count = 0; count < 500; count += 1) if (!this.#stepTag()) return false;
    return true;
  }

  #stepTag(): boolean {
    TAG.lastIndex = this.#at;
    const found = TAG.exec(this.#html);
    const table = this.#open.at(-1);
    table?.add(this.#html.slice(this.#at, found?.index ?? this.#html.length));
    if (found === null) {
      for (const open of this.#open) open.closeRow();
      return false;
    }
    const isComment = found[1] === '!--';
    const name = (found[2] ?? '').toLowerCase();
    if (name === '' && found[1] !== '!' && !isComment) {
      table?.add('<');
      this.#at = found.index + 1;
      return true;
    }
    const end = this.#html.indexOf(isComment ? '-->' : '>', found.index);
    // An honest page has no tag that never ends; what is behind it would be lost.
    if (end === -1) throw badFile('truncated', 'a tag is cut off');
    this.#at = end + (isComment ? 3 : 1);
    if (isComment || found[1] === '!') return true;
    const isClosing = found[1] === '/';
    if (!isClosing && (name === 'script' || name === 'style')) this.#skipTo(name);
    else this.#tag(name, isClosing, this.#html.slice(found.index, end));
    return true;
  }

  #skipTo(name: string): void {
    const end = new RegExp(`</${name}`, 'gi');
    end.lastIndex = this.#at;
    this.#at = end.exec(this.#html)?.index ?? this.#html.length;
  }

  #tag(name: string, isClosing: boolean, tag: string): void {
    const table = this.#open.at(-1);
    if (name === 'table') {
      if (isClosing) this.#open.pop()?.closeRow();
      else this.#openTable();
    } else if (table === undefined) return;
    else if (name === 'tr') isClosing ? table.closeRow() : table.openRow();
    else if (name === 'td' || name === 'th') {
      table.closeCell();
      if (!isClosing) table.openCell(tag);
    } else if (BLOCKS.has(name)) table.add('\u0001');
  }

  #openTable(): void {
    if (this.tables.length >= MAX_TABLES) throw badFile('hostile', 'over 5,000 tables');
    const table = new TableMaker(this.#budget);
    this.tables.push(table);
    this.#open.push(table);
  }
}
