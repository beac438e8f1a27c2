import type { Cell } from '#shared/domain/cell.ts';
import { AppFailure } from '#shared/errors.ts';
import { excelSerial } from './excel-serial.ts';
import type { ColumnType, ExportColumn } from './table.ts';
import { escapeXml, STYLE } from './xlsx-parts.ts';

/** Characters a cell may hold; Excel's own limit. */
const MAX_CELL_LENGTH = 32_767;
const KEEPS_BLANKS = /^\s|\s$|[\n\t]| {2}/;
const WIDTHS: Readonly<Record<ColumnType, number>> = {
  text: 24,
  integer: 10,
  decimal: 12,
  money: 16,
  date: 12,
  phone: 18,
};

/** The letters of a 0-based column. */
export function columnLetters(column: number): string {
  let rest = column + 1;
  let letters = '';
  while (rest > 0) {
    const letter = (rest - 1) % 26;
    letters = String.fromCharCode(65 + letter) + letters;
    rest = (rest - 1 - letter) / 26;
  }
  return letters;
}

/** Width in characters, between the title's and Excel's limit of 255. */
export function columnWidth(column: ExportColumn): number {
  const width = column.width ?? Math.max(WIDTHS[column.type], column.title.length + 3);
  return Math.min(255, Math.max(1, width));
}

/** A text cell; fails with `VALIDATION` where Excel could not hold it rather than cutting it. */
export function textCell(reference: string, text: string, style: number, title: string): string {
  if (text.length > MAX_CELL_LENGTH) {
    throw new AppFailure({
      code: 'VALIDATION',
      issues: [{ path: `${title}.${reference}`, problem: 'tooLong' }],
    });
  }
  const space = KEEPS_BLANKS.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${escapeXml(text)}</t></is></c>`;
}

function isNumeric(type: ColumnType): type is 'integer' | 'decimal' | 'money' {
  return type === 'integer' || type === 'decimal' || type === 'money';
}

/** One cell typed by its column; nothing for an empty one. Never a formula. */
export function cellXml(reference: string, cell: Cell, column: ExportColumn | undefined): string {
  if (cell === null || cell === '') return '';
  const type = column?.type ?? 'text';
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') {
    if (isNumeric(type) && Number.isFinite(cell)) {
      return `<c r="${reference}" s="${STYLE[type]}"><v>${cell}</v></c>`;
    }
  } else if (type === 'date') {
    const serial = excelSerial(cell);
    if (serial !== null) {
      const style = cell.length > 10 ? STYLE.dateTime : STYLE.date;
      return `<c r="${reference}" s="${style}"><v>${serial}</v></c>`;
    }
  }
  return textCell(reference, String(cell), STYLE.text, column?.title ?? '');
}
