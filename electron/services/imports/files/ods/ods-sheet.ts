import type { Cell } from '#shared/domain/cell.ts';
import { badFile } from '#shared/errors.ts';
import { MAX_COLUMNS, RowMaker } from '../row-batches.ts';
import { percentToText } from '../xlsx-dates.ts';
import { MAX_CELL_LENGTH } from '../xlsx-strings.ts';
import type { XmlAttributes, XmlListener } from '../xml-listener.ts';
import type { OdsOutline } from './ods-styles.ts';
import { OdsText } from './ods-text.ts';
import { readDate, readNumber, readSpan, spanToCell } from './ods-values.ts';

const SHEET_DEPTH = 4;
const MOST_REPEATS = 2_147_483_647;
const CELLS: ReadonlySet<string> = new Set(['?:table:table-cell', '?:table:covered-table-cell']);
const HIDDEN: ReadonlySet<string> = new Set(['collapse', 'filter']);

/** What the cell at hand says of itself. */
interface OpenCell {
  readonly depth: number;
  readonly repeats: number;
  readonly type: string;
  readonly value: string;
  readonly isFormula: boolean;
  readonly isError: boolean;
  readonly style: string | undefined;
}

/** A cell whose formula has no result. */
const UNCALCULATED = Symbol('uncalculated');
type Kept = Cell | typeof UNCALCULATED;

function repeatsOf(attributes: XmlAttributes, of: 'rows' | 'columns'): number {
  const text = attributes.get(`table:number-${of}-repeated`);
  if (text === undefined) return 1;
  const repeats = Number(text);
  if (!Number.isInteger(repeats) || repeats < 1 || repeats > MOST_REPEATS)
    throw badFile('damaged', 'a broken number of repetitions');
  return repeats;
}

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['TRUE', true],
  ['BENAR', true],
  ['FALSE', false],
  ['SALAH', false],
]);
const VALUES: Readonly<Record<string, string>> = {
  float: 'office:value',
  currency: 'office:value',
  percentage: 'office:value',
  date: 'office:date-value',
  time: 'office:time-value',
  boolean: 'office:boolean-value',
  string: 'office:string-value',
};

/** Hears one of the sheets of an OpenDocument and fills its rows. */
export class OdsSheet implements XmlListener {
  readonly rows = new RowMaker();
  /** Whether the sheet has come to its end: what follows is of others. */
  isDone = false;
  readonly #outline: OdsOutline;
  readonly #wanted: number;
  readonly #defaults: { readonly to: number; readonly style: string | undefined }[] = [];
  #sheet = -1;
  #isIn = false;
  #columns = 0;
  #rowNumber = 0;
  #rowRepeats = 1;
  #isHidden = false;
  #rowStyle: string | undefined;
  #column = 0;
  #cells: { readonly column: number; readonly cell: Kept }[] = [];
  #cell: OpenCell | null = null;
  readonly #text = new OdsText();

  constructor(outline: OdsOutline, wanted: number) {
    this.#outline = outline;
    this.#wanted = wanted;
  }

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth === SHEET_DEPTH && name === '?:table:table') {
      this.#sheet += 1;
      this.#isIn = this.#sheet === this.#wanted;
    } else if (!this.#isIn) return;
    else if (this.#cell !== null) this.#text.open(name, attributes, depth - this.#cell.depth);
    else if (name === '?:table:table-column') this.#openColumns(attributes);
    else if (name === '?:table:table-row') this.#openRow(attributes);
    else if (CELLS.has(name)) this.#openCell(attributes, depth);
  }

  close(name: string, depth: number): void {
    if (!this.#isIn) return;
    if (this.#cell !== null && depth > this.#cell.depth)
      this.#text.close(name, depth - this.#cell.depth);
    else if (this.#cell !== null) this.#closeCell(this.#cell);
    else if (name === '?:table:table-row') this.#closeRow();
    else if (depth === SHEET_DEPTH) {
      this.#isIn = false;
      this.isDone = true;
    }
  }

  text(text: string): void {
    if (this.#cell !== null) this.#text.text(text);
  }

  #openColumns(attributes: XmlAttributes): void {
    const from = this.#columns;
    this.#columns += repeatsOf(attributes, 'columns');
    const to = this.#columns - 1;
    const style = attributes.get('table:default-cell-style-name');
    if (this.#defaults.length < MAX_COLUMNS) this.#defaults.push({ to, style });
    const { hiddenColumns } = this.rows.batches;
    if (HIDDEN.has(attributes.get('table:visibility') ?? '') && hiddenColumns.length < MAX_COLUMNS)
      hiddenColumns.push([from, to]);
  }

  #openRow(attributes: XmlAttributes): void {
    this.#rowRepeats = repeatsOf(attributes, 'rows');
    this.#isHidden = HIDDEN.has(attributes.get('table:visibility') ?? '');
    this.#rowStyle = attributes.get('table:default-cell-style-name');
    this.#column = 0;
    this.#cells = [];
  }

  #openCell(attributes: XmlAttributes, depth: number): void {
    const type = attributes.get('office:value-type') ?? '';
    this.#cell = {
      depth,
      repeats: repeatsOf(attributes, 'columns'),
      type,
      value: attributes.get(VALUES[type] ?? 'office:string-value') ?? '',
      isFormula: attributes.get('table:formula') !== undefined,
      isError: attributes.get('calcext:value-type') === 'error',
      style: attributes.get('table:style-name'),
    };
    this.#text.clear();
  }

  #closeCell(cell: OpenCell): void {
    this.#cell = null;
    const kept = this.#read(cell);
    const { repeats } = cell;
    if (kept !== null) {
      if (this.#column + repeats > MAX_COLUMNS)
        throw badFile('too-many-columns', `row ${this.#rowNumber + 1}`);
      for (let index = 0; index < repeats; index += 1)
        this.#cells.push({ column: this.#column + index, cell: kept });
    }
    this.#column += repeats;
  }

  #closeRow(): void {
    const { rows } = this;
    if (this.#cells.length > 0) {
      rows.startRow(this.#rowNumber + 1, this.#isHidden);
      for (const { column, cell } of this.#cells) {
        if (cell === UNCALCULATED) rows.putUncalculated(column);
        else rows.put(column, cell);
      }
      rows.endRow();
      for (let left = this.#rowRepeats; left > 1; left -= 1) rows.repeatRow();
    }
    this.#rowNumber += this.#rowRepeats;
    this.#cells = [];
  }

  #read(cell: OpenCell): Kept {
    if (cell.isError) return this.#errorText();
    if (cell.type === '' && cell.isFormula) return UNCALCULATED;
    switch (cell.type) {
      case '':
      case 'string':
        return this.#string(cell.value);
      case 'boolean':
        if (!/^(true|false)$/.test(cell.value)) this.#refuse('a broken truth value');
        return cell.value === 'true';
      case 'date':
        return readDate(cell.value, this.#outline.firstDay) ?? this.#refuse('a broken date');
      case 'time':
        return this.#span(cell);
      case 'percentage':
        return percentToText(readNumber(cell.value) ?? this.#refuse('a broken number'));
      case 'float':
        return this.#truth() ?? readNumber(cell.value) ?? this.#refuse('a broken number');
      case 'currency':
        return readNumber(cell.value) ?? this.#refuse('a broken number');
      default:
        return this.#refuse('a cell of an unknown type');
    }
  }

  /** LibreOffice writes a truth value that came from Excel as 1 or 0, and shows it as what it is. */
  #truth(): boolean | null {
    const shown = this.#text.value.toUpperCase();
    return TRUTHS.get(shown) ?? null;
  }

  #string(value: string): string | null {
    const text = value === '' ? this.#text.value : value;
    if (text.length > MAX_CELL_LENGTH)
      throw badFile('too-large', `row ${this.#rowNumber + 1}: a cell over 32,767 characters`);
    return text === '' ? null : text;
  }

  #errorText(): string {
    const text = this.#string('') ?? '';
    // LibreOffice has numbers of its own for what is an error of values elsewhere.
    return text.startsWith('#') ? text : '#VALUE!';
  }

  #span(cell: OpenCell): Cell {
    const span = readSpan(cell.value) ?? this.#refuse('a broken time');
    const style = cell.style ?? this.#rowStyle ?? this.#columnStyle();
    return spanToCell(span, this.#outline.isSpan(style), this.#outline.firstDay);
  }

  #columnStyle(): string | undefined {
    return this.#defaults.find(({ to }) => this.#column <= to)?.style;
  }

  #refuse(what: string): never {
    throw badFile('damaged', `row ${this.#rowNumber + 1}: ${what}`);
  }
}
