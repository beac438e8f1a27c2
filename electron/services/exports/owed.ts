import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Debtor } from '#shared/contract/payments.ts';
import type { Age } from '#shared/domain/books/account.ts';
import type { TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { asReport } from '../../tasks/report.ts';
import { owedRows } from '../payments/owed.ts';
import { type AreaColumn, columnsIn, shownBy } from './area-columns.ts';
import { writeTable } from './write-table.ts';

const NOBODY = { id: 'Tanpa pelanggan', en: 'No customer' } as const;

function ageColumn(age: Age, days: string): AreaColumn<Debtor> {
  return {
    title: { id: `${days} Hari`, en: `${days} Days` },
    type: 'money',
    cell: ({ ages }, { scale }) => ages[age].amountMinor / scale,
  };
}

const columns: readonly AreaColumn<Debtor>[] = [
  {
    title: { id: 'Nama Pelanggan', en: 'Customer Name' },
    type: 'text',
    width: 24,
    cell: ({ customerId, name }, { language }) => (customerId === null ? NOBODY[language] : name),
  },
  { title: { id: 'No HP', en: 'Phone' }, type: 'phone', cell: (row) => row.phone },
  { title: { id: 'Jatuh Tempo', en: 'Due Date' }, type: 'date', cell: (row) => row.dueOn },
  {
    title: { id: 'Lewat Hari', en: 'Days Overdue' },
    type: 'integer',
    cell: ({ daysLate }) => (daysLate === null || daysLate <= 0 ? null : daysLate),
  },
  { title: { id: 'Banyak Nota', en: 'Sales' }, type: 'integer', cell: (row) => row.sales },
  ageColumn('to30', '0–30'),
  ageColumn('to60', '31–60'),
  ageColumn('to90', '61–90'),
  ageColumn('over90', '>90'),
  {
    title: { id: 'Lewat Tempo', en: 'Overdue' },
    type: 'money',
    cell: ({ overdueMinor }, { scale }) => overdueMinor / scale,
  },
  {
    title: { id: 'Sisa Piutang', en: 'Owed' },
    type: 'money',
    cell: ({ owedMinor }, { scale }) => owedMinor / scale,
  },
  {
    title: { id: 'Diingatkan', en: 'Reminded' },
    type: 'date',
    cell: (row) => row.remindedOn,
  },
];

const readRows = asReport(owedRows);

/** One by one, as a table is written. */
async function* inOrder<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

/** Writes who owes, in the order of the list, as CSV or as a workbook. */
export async function exportOwed(
  ctx: TaskContext,
  input: Parsed<'payments.export'>,
  { path }: ChosenPath,
): Promise<Output<'payments.export'>> {
  const { settings } = await readSettings(ctx.open().db);
  const { language, currency } = settings;
  const { format, titles } = input;
  const sheet = titles.sheet ?? (language === 'id' ? 'Piutang' : 'Owed');
  return writeTable(
    ctx,
    { path, format, profile: 'spreadsheet', sheet, language, currency },
    columnsIn(columns, shownBy(settings)),
    inOrder(await readRows(ctx, input)),
  );
}
