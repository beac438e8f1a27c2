import { join } from 'node:path';
import type { Cell } from '#shared/domain/cell.ts';
import type { ColumnType, ExportColumn, WriteOptions } from '../../exports/files/table.ts';
import { writeCsv } from '../../exports/files/write-csv.ts';
import { writeXlsx } from '../../exports/files/write-xlsx.ts';
import type { PackSource } from '../pack.ts';
import type { Template, TemplateColumn } from './template.ts';
import { type FieldValue, type TemplateRow, templateRows } from './template-rows.ts';

/** What a template came to: rows written, and rows that had no place or lacked what is required. */
export interface WrittenTemplate {
  readonly id: string;
  readonly files: readonly string[];
  readonly rows: number;
  readonly leftOut: number;
}

const NOTHING: FieldValue = { type: 'text', text: '' };

function fieldOf({ field, otherwise, constant }: TemplateColumn, row: TemplateRow): FieldValue {
  for (const name of [field, otherwise]) {
    const found = name === undefined ? undefined : row.values[name];
    if (found !== undefined && found.text.trim() !== '') return found;
  }
  return constant === undefined ? NOTHING : { type: 'text', text: constant };
}

function dayText(iso: string, pattern: Template['dates']): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  if (pattern === 'yyyy-mm-dd') return iso;
  return pattern === 'dd/mm/yyyy' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
}

function cellOf({ type, text }: FieldValue, { format, dates, decimalMark }: Template): Cell {
  if (text === '') return null;
  if (format === 'xlsx') return type === 'number' ? Number(text) : text;
  if (type === 'day') return dayText(text, dates);
  return type === 'number' ? text.replace('.', decimalMark) : text;
}

const MONEY = new Set(['unitPrice', 'amount', 'tax', 'total', 'owed', 'debit', 'credit']);

function typeOf({ field }: TemplateColumn): ColumnType {
  if (field === 'day' || field === 'dueDay') return 'date';
  if (field === undefined) return 'text';
  if (MONEY.has(field)) return 'money';
  return field === 'quantity' || field === 'taxRate' ? 'decimal' : 'text';
}

/** Walks the rows of a template, one ahead, so that a file can end where its limit is. */
class TemplateCursor {
  readonly #rows: AsyncIterator<TemplateRow>;
  readonly #template: Template;
  #next: { readonly invoice: string; readonly cells: Cell[] } | null = null;
  #invoice = { name: '', rows: 0 };
  rows = 0;
  leftOut = 0;

  constructor(template: Template, rows: AsyncIterator<TemplateRow>) {
    this.#template = template;
    this.#rows = rows;
  }

  /** Reads on to the next row that can be written. */
  async advance(): Promise<boolean> {
    this.#next = null;
    for (;;) {
      const step = await this.#rows.next();
      if (step.done === true) return false;
      this.#next = this.#written(step.value);
      if (this.#next !== null) return true;
      this.leftOut += 1;
    }
  }

  #written(row: TemplateRow): { invoice: string; cells: Cell[] } | null {
    const { columns } = this.#template;
    const values = columns.map((column) => fieldOf(column, row));
    const lacks = columns.some(({ required }, at) => required && values[at]?.text === '');
    if (row.isLeftOut || lacks) return null;
    const invoice = this.#numbered(row.invoice);
    const cells = columns.map((column, at) => {
      const isNumber = column.field === 'number' && this.#template.rows === 'line';
      return isNumber ? invoice : cellOf(values[at] ?? NOTHING, this.#template);
    });
    return { invoice, cells };
  }

  /** An invoice of more rows than one may have goes on under a number of its own. */
  #numbered(name: string): string {
    const limit = this.#template.limits.rowsOfInvoice ?? Number.POSITIVE_INFINITY;
    const rows = this.#invoice.name === name ? this.#invoice.rows + 1 : 1;
    this.#invoice = { name, rows };
    const part = Math.ceil(rows / limit);
    return rows <= limit ? name : `${name}-${part}`;
  }

  /** The rows of one file: up to its limits, whole invoices only. */
  async *file(): AsyncGenerator<Cell[]> {
    const { rows: maxRows, invoices: maxInvoices } = this.#template.limits;
    let [rows, invoices, last] = [0, 0, ''];
    while (this.#next !== null) {
      const { invoice, cells } = this.#next;
      if (invoice !== last) {
        if (invoices === maxInvoices) return;
        [invoices, last] = [invoices + 1, invoice];
      }
      if (rows === maxRows) return;
      rows += 1;
      this.rows += 1;
      yield cells;
      await this.advance();
    }
  }

  get isAtEnd(): boolean {
    return this.#next === null;
  }

  async close(): Promise<void> {
    await this.#rows.return?.();
  }
}

/** Writes what a template asks for, in as many files as its limits make. */
export async function writeTemplate(
  template: Template,
  source: PackSource,
  place: { readonly folder: string; readonly base: string },
  options: WriteOptions,
): Promise<WrittenTemplate> {
  const { format, encoding, separator, columns: asked } = template;
  const columns = asked.map((column): ExportColumn => {
    return { title: column.header, type: format === 'csv' ? 'text' : typeOf(column) };
  });
  const cursor = new TemplateCursor(template, templateRows[template.rows](source));
  const files: string[] = [];
  try {
    await cursor.advance();
    do {
      const number = files.length === 0 ? '' : `-${files.length + 1}`;
      const name = `${place.base}-${template.id}${number}.${format}`;
      const path = join(place.folder, name);
      if (format === 'csv') {
        const bom = encoding === 'utf-8-bom';
        const csv = { ...options, profile: 'exact' as const, separator, bom };
        await writeCsv(path, columns, cursor.file(), csv);
      } else {
        const sheets = [{ name: 'Data', columns, rows: cursor.file() }];
        await writeXlsx(path, sheets, { ...options, currency: source.settings.currency });
      }
      files.push(name);
    } while (!cursor.isAtEnd);
    return { id: template.id, files, rows: cursor.rows, leftOut: cursor.leftOut };
  } finally {
    await cursor.close();
  }
}
