import type { Cell } from '#shared/domain/cell.ts';
import { badFile } from '#shared/errors.ts';
import { MAX_COLUMNS, RowMaker } from './row-batches.ts';
import { isoCellToText, type NumberKind, numberToCell } from './xlsx-dates.ts';
import { MAX_CELL_LENGTH, type SharedStrings } from './xlsx-strings.ts';
import { decodeXlsxText } from './xlsx-text.ts';
import type { XmlAttributes, XmlListener } from './xml-listener.ts';

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: SharedStrings;
  /** Null where the workbook has no styles at all. */
  readonly kinds: readonly NumberKind[] | null;
  readonly date1904: boolean;
}

/** 0-based column of a reference such as `AB12`, -1 where it is none. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    // Lower-case letters are accepted as Excel does.
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90 || at > 3) break;
    column = column * 26 + letter - 64;
  }
  return at === 0 || at === reference.length ? -1 : column - 1;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** Hears a sheet and fills the batches with its rows. */
export class SheetListener implements XmlListener {
  readonly rows = new RowMaker();
  readonly #context: SheetContext;
  #isInData = false;
  #column = -1;
  #type = '';
  #style = '';
  #value: string | null = null;
  #hasFormula = false;
  #isText = false;
  #phoneticDepth = 0;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth === 2) this.#isInData = name === 'sheetData';
    else if (depth === 3 && name === 'col' && !this.#isInData) this.#openColumns(attributes);
    if (!this.#isInData) return;
    if (depth === 4) {
      if (name === 'c') this.#openCell(attributes);
    } else if (depth === 3) {
      if (name === 'row') this.#openRow(attributes);
    } else if (depth === 5 && name === 'v') {
      this.#isText = this.#type !== 'inlineStr';
      if (this.#isText) this.#value = '';
    } else if (depth === 5 && name === 'f') {
      this.#hasFormula = true;
    } else if (depth > 5) {
      if (name === 'rPh') this.#phoneticDepth = depth;
      else if (name === 't' && this.#type === 'inlineStr') {
        this.#isText = this.#phoneticDepth === 0;
        this.#value ??= '';
      }
    }
  }

  close(name: string, depth: number): void {
    if (!this.#isInData) return;
    if (depth === 4) {
      if (name === 'c') this.#closeCell();
    } else if (depth === 3) {
      if (name === 'row') this.rows.endRow();
    } else if (depth > 4) {
      this.#isText = false;
      if (name === 'rPh') this.#phoneticDepth = 0;
    }
  }

  text(text: string): void {
    if (!this.#isText) return;
    this.#value = this.#value === '' || this.#value === null ? text : this.#value + text;
    // An escape of seven characters stands for one.
    if (this.#value.length > MAX_CELL_LENGTH * 7) this.#refuseLength();
  }

  #openColumns(attributes: XmlAttributes): void {
    const { hiddenColumns } = this.rows.batches;
    if (!isTrue(attributes.get('hidden')) || hiddenColumns.length >= MAX_COLUMNS) return;
    hiddenColumns.push([Number(attributes.get('min')) - 1, Number(attributes.get('max')) - 1]);
  }

  #openRow(attributes: XmlAttributes): void {
    const reference = attributes.get('r');
    const { rows } = this;
    const number = reference === undefined ? rows.number + 1 : Number(reference);
    if (!Number.isInteger(number)) rows.refuse('is followed by a row of a wrong number');
    rows.startRow(number, isTrue(attributes.get('hidden')) || attributes.get('ht') === '0');
  }

  #openCell(attributes: XmlAttributes): void {
    const reference = attributes.get('r');
    this.#column = reference === undefined ? this.rows.next : columnOf(reference);
    this.#type = attributes.get('t') ?? 'n';
    this.#style = attributes.get('s') ?? '';
    this.#value = null;
    this.#hasFormula = false;
  }

  #closeCell(): void {
    const cell = this.#value === null ? null : this.#readCell(this.#value);
    // A formula that was calculated may give an empty text, but nothing else that is empty.
    if (cell === null && this.#hasFormula && this.#type !== 'str')
      this.rows.putUncalculated(this.#column);
    else this.rows.put(this.#column, cell);
  }

  #readCell(value: string): Cell {
    switch (this.#type) {
      case 'n':
        return this.#readNumber(value);
      case 's':
        if (!/^\s*\d{1,9}\s*$/.test(value)) this.#refuse('a broken text index');
        return this.#context.strings.get(Number(value)) || null;
      case 'inlineStr':
      case 'str':
        return this.#readText(value);
      case 'b':
        if (!/^\s*(0|1|true|false)\s*$/.test(value)) this.#refuse('a broken truth value');
        return value.includes('1') || value.includes('t');
      case 'e':
        return this.#readText(value);
      case 'd':
        return isoCellToText(value.trim()) ?? this.#refuse('a broken date');
      default:
        return this.#refuse('a cell of an unknown type');
    }
  }

  #readText(value: string): string | null {
    const text = decodeXlsxText(value);
    if (text.length > MAX_CELL_LENGTH) this.#refuseLength();
    return text === '' ? null : text;
  }

  #readNumber(value: string): Cell {
    const plain = value.trim();
    if (plain === '') return null;
    const number = Number(plain);
    if (!NUMBER.test(plain) || !Number.isFinite(number)) this.#refuse('a broken number');
    const kinds = this.#context.kinds;
    if (this.#style === '' || kinds === null) return number;
    const kind = kinds[Number(this.#style)];
    if (kind === undefined) this.#refuse('a cell format that is not there');
    return numberToCell(number, kind, this.#context.date1904);
  }

  #refuse(what: string): never {
    return this.rows.refuse(what);
  }

  #refuseLength(): never {
    throw badFile('too-large', `row ${this.rows.number}: a cell over 32,767 characters`);
  }
}
