import { readSettings } from '#db/queries/settings.ts';
import type { TodayRow } from '#shared/contract/follow-ups.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { asReport } from '../../tasks/report.ts';
import { todayList } from '../follow-ups/today.ts';
import type { ColumnType } from './files/table.ts';
import { writeTable } from './write-table.ts';

const pageSize = 200;

type Titles = Parsed<'followUps.export'>['titles'];

/** A column of the list; its title comes with the request, under this name. */
interface TodayColumn {
  readonly name: 'dueOn' | 'dueTime' | 'name' | 'phone' | 'why' | 'turns' | 'lastPurchaseOn';
  readonly type: ColumnType;
  readonly width?: number;
  cell(row: TodayRow, titles: Titles): Cell;
}

const columns: readonly TodayColumn[] = [
  { name: 'dueOn', type: 'date', cell: (row) => row.dueOn },
  { name: 'dueTime', type: 'text', width: 8, cell: (row) => row.dueTime },
  { name: 'name', type: 'text', width: 24, cell: (row) => row.name },
  { name: 'phone', type: 'phone', cell: (row) => row.phone },
  {
    name: 'why',
    type: 'text',
    width: 40,
    cell: ({ reason, cause }, titles) =>
      reason === '' ? (titles[`cause.${cause}`] ?? cause) : reason,
  },
  { name: 'turns', type: 'integer', cell: (row) => row.turns },
  { name: 'lastPurchaseOn', type: 'date', cell: (row) => row.lastPurchaseOn },
];

const readPage = asReport(todayList);

async function* everyRow(
  ctx: TaskContext,
  span: Parsed<'followUps.export'>['span'],
): AsyncGenerator<TodayRow> {
  let after: Parsed<'followUps.today'>['after'] = null;
  do {
    const page: Output<'followUps.today'> = await readPage(ctx, { span, after, limit: pageSize });
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}

/** Writes the Today list of a span, in its order, as CSV or as a workbook. */
export async function exportTodayList(
  ctx: TaskContext,
  input: Parsed<'followUps.export'>,
  { path }: ChosenPath,
): Promise<Output<'followUps.export'>> {
  const { settings } = await readSettings(ctx.open().db);
  const { language, currency } = settings;
  const { span, format, titles } = input;
  return writeTable(
    ctx,
    { path, format, profile: 'spreadsheet', sheet: titles.sheet ?? 'Today', language, currency },
    columns.map(({ name, cell, ...column }) => ({
      ...column,
      title: titles[name] ?? name,
      cell: (row: TodayRow) => cell(row, titles),
    })),
    everyRow(ctx, span),
  );
}
