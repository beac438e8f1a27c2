import type { ReadHandle } from '#db/file/client.ts';
import { type Cursor, listCustomers } from '#db/queries/customers/list.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { CustomerRow } from '#shared/contract/customers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import type { TaskContext } from '../../context.ts';
import type { ExportColumn } from './files/table.ts';
import { writeTable } from './write-table.ts';

const pageSize = 500;

type Field = Exclude<keyof CustomerRow, 'id'>;

const fields: readonly { readonly field: Field; readonly type: ExportColumn['type'] }[] = [
  { field: 'name', type: 'text' },
  { field: 'kind', type: 'text' },
  { field: 'phone', type: 'phone' },
  { field: 'city', type: 'text' },
  { field: 'layer', type: 'text' },
  { field: 'lastPurchaseOn', type: 'date' },
  { field: 'contactAgainOn', type: 'date' },
  { field: 'purchases', type: 'integer' },
  { field: 'activeRevenueMinor', type: 'money' },
  { field: 'revenueMinor', type: 'money' },
  { field: 'clvMinor', type: 'money' },
];

/** Layers and kinds as the owner reads them; what has no title goes out as it is. */
function cellOf(
  row: CustomerRow,
  field: Field,
  scale: number,
  titles: Record<string, string>,
): Cell {
  const value = row[field];
  if (typeof value === 'number' && field.endsWith('Minor')) return value / scale;
  if (field === 'layer' || field === 'kind') return titles[`${field}.${value}`] ?? value;
  return value;
}

async function* pages(
  db: ReadHandle,
  input: Parsed<'customers.export'>,
): AsyncGenerator<CustomerRow> {
  let after: Cursor | null = null;
  do {
    const page: { rows: CustomerRow[]; next: Cursor | null } = await listCustomers(db, {
      ...input,
      after,
      limit: pageSize,
    });
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}

/** Writes the customers that the list shows, in its order, as CSV or as a workbook. */
export async function exportCustomers(
  ctx: TaskContext,
  input: Parsed<'customers.export'>,
  prepared: unknown,
): Promise<Output<'customers.export'>> {
  const { path } = prepared as { path: string };
  const { db } = ctx.open();
  const { settings } = await readSettings(db);
  const scale = 10 ** minorDigits(settings.currency);
  const columns = fields.map(({ field, type }) => ({ title: input.titles[field] ?? field, type }));
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const row of pages(db, input))
      yield fields.map(({ field }) => cellOf(row, field, scale, input.titles));
  }
  const { language, currency } = settings;
  const { format, profile } = input;
  const sheet = input.titles.sheet ?? 'Customers';
  return writeTable(ctx, { path, format, profile, sheet, language, currency }, columns, rows());
}
