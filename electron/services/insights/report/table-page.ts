import type { Cell } from '#shared/domain/cell.ts';
import { textWidth } from '../../accountant/files/pdf-page.ts';
import { lineHeight, type Sheet } from '../../sales/paper/sheets.ts';
import { type Look, wrapText } from '../../sales/paper/wrap.ts';
import type { ReportColumn, ReportTable } from './part.ts';
import type { Words } from './words.ts';

/** What writes a page: a table only says how much room it takes. */
export interface TablePen {
  readonly sheet: Sheet;
  /** Goes on to the next page where so much does not fit on this one; true: it did. */
  room(height: number): boolean;
}

interface Placed {
  readonly column: ReportColumn;
  readonly isNumber: boolean;
  readonly width: number;
  readonly x: number;
}

const look: Look = { size: 8.5 };
const bold: Look = { size: 8.5, isBold: true };
const gap = 10;
/** A table of more points than this may go on to another page. */
const parted = 90;
/** A longer word is cut where it has to be. */
const widestWord = 90;
const line = look.size * lineHeight;

/** A cell as it is read on paper. */
export function cellText(cell: Cell, { type }: ReportColumn, words: Words): string {
  if (cell === null) return '';
  if (typeof cell !== 'number') return type === 'phone' ? words.phone(String(cell)) : String(cell);
  if (type === 'money') return words.amount(cell);
  return words.number(cell, type === 'decimal' ? 2 : 0);
}

function isNumber({ type }: ReportColumn): boolean {
  return type === 'money' || type === 'integer' || type === 'decimal';
}

function widest(texts: readonly string[], own: Look): number {
  return texts.reduce((found, text) => Math.max(found, textWidth(text, own.size, own.isBold)), 0);
}

/** How wide a column would be, and how narrow it may: no word is cut. */
function needOf(column: ReportColumn, cells: readonly string[]): { wide: number; narrow: number } {
  const words = cells.flatMap((text) => text.split(' '));
  const titleWords = widest(column.title.split(' '), bold);
  const narrow = Math.max(widest(words, look), titleWords) + 1;
  const isFixed = isNumber(column) || column.type === 'phone';
  const wide = Math.max(widest(cells, look) + 1, narrow);
  return { wide, narrow: isFixed ? wide : Math.min(narrow, widestWord) };
}

/** Where the columns stand: figures and phones get the room they take, texts share the rest. */
function place(columns: readonly ReportColumn[], texts: readonly string[][], sheet: Sheet) {
  const { left, right } = sheet.edges;
  const needs = columns.map((column, at) =>
    needOf(
      column,
      texts.map((row) => row[at] ?? ''),
    ),
  );
  const sum = (of: (need: { wide: number; narrow: number }) => number) =>
    needs.reduce((all, need) => all + of(need), 0);
  const room = right - left - gap * (columns.length - 1) - sum(({ narrow }) => narrow);
  const wanted = sum(({ wide, narrow }) => wide - narrow);
  const part = wanted > 0 ? Math.max(0, Math.min(1, room / wanted)) : 0;
  let x = left;
  return columns.map((column, index): Placed => {
    const { wide = 0, narrow = 0 } = needs[index] ?? {};
    const width = narrow + (wide - narrow) * part;
    const placed = { column, isNumber: isNumber(column), width, x };
    x += width + gap;
    return placed;
  });
}

function drawRow(sheet: Sheet, placed: readonly Placed[], texts: readonly string[], own: Look) {
  const top = sheet.y;
  let lines = 1;
  for (const [index, { width, x, isNumber: isRight }] of placed.entries()) {
    const wrapped = wrapText(texts[index] ?? '', width + 0.01, own);
    lines = Math.max(lines, wrapped.length);
    for (const [row, text] of wrapped.entries()) {
      sheet.y = top + (row + 1) * line;
      sheet.put(text, isRight ? x + width : x, own, isRight ? 'right' : 'left');
    }
  }
  sheet.y = top + lines * line + 3;
}

function heightOf(placed: readonly Placed[], texts: readonly string[], own: Look): number {
  const lines = placed.map(({ width }, at) => wrapText(texts[at] ?? '', width + 0.01, own).length);
  return Math.max(1, ...lines) * line + 3;
}

/** A table on paper; where it goes on to another page its titles stand there again. */
export function drawTable(pen: TablePen, { columns, rows }: ReportTable, words: Words): void {
  const shown = columns.flatMap((column, index) =>
    column.isInFileOnly ? [] : [{ column, index }],
  );
  const texts = rows.map((row) =>
    shown.map(({ column, index }) => cellText(row[index] ?? null, column, words)),
  );
  const placed = place(
    shown.map(({ column }) => column),
    texts,
    pen.sheet,
  );
  const titles = placed.map(({ column }) => column.title);
  const head = () => {
    drawRow(pen.sheet, placed, titles, bold);
    pen.sheet.rule();
  };
  const whole = texts.reduce((sum, row) => sum + heightOf(placed, row, look), 0);
  // A short table is not parted; of a long one the titles are not left alone at the foot.
  pen.room(heightOf(placed, titles, bold) + Math.min(whole, whole > parted ? 2 * line : parted));
  head();
  for (const row of texts) {
    if (pen.room(heightOf(placed, row, look))) head();
    drawRow(pen.sheet, placed, row, look);
  }
}
