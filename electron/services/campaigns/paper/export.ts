import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ReadContext, TaskContext } from '../../../context.ts';
import type { ChosenPath } from '../../../tasks/prepared.ts';
import { asReport } from '../../../tasks/report.ts';
import { type AreaColumn, columnsIn, shownBy } from '../../exports/area-columns.ts';
import { writeTable } from '../../exports/write-table.ts';
import { type PaperPerson, peopleOf, requireWay, waitingNow } from './whom.ts';
import { wordsOf } from './words.ts';

interface Row extends PaperPerson {
  readonly number: number;
}

/** What a call came to is written in by hand. */
function empty(): null {
  return null;
}

const columns: readonly AreaColumn<Row>[] = [
  { title: { id: 'No', en: 'No' }, type: 'integer', cell: ({ number }) => number },
  {
    title: { id: 'Nama Pelanggan', en: 'Customer Name' },
    type: 'text',
    width: 24,
    cell: ({ name }) => name,
  },
  { title: { id: 'No HP', en: 'Phone' }, type: 'phone', cell: ({ reach }) => reach },
  {
    title: { id: 'Terakhir Membeli', en: 'Last Purchase' },
    type: 'date',
    cell: ({ lastPurchaseOn }) => lastPurchaseOn,
  },
  {
    title: { id: 'Barang Terakhir', en: 'Last Product' },
    type: 'text',
    cell: ({ product }) => product,
  },
  {
    title: { id: 'Yang Dibicarakan', en: 'What to Say' },
    type: 'text',
    width: 60,
    cell: ({ text }) => text,
  },
  { title: { id: 'Tersambung', en: 'Reached' }, type: 'text', cell: empty },
  { title: { id: 'Tidak Tersambung', en: 'Not Reached' }, type: 'text', cell: empty },
  {
    title: { id: 'Tidak Mau Penawaran Lagi', en: 'No More Offers' },
    type: 'text',
    cell: empty,
  },
];

async function rowsOf(ctx: ReadContext, { id, most }: Parsed<'campaigns.exportCalls'>) {
  const { on, facts } = await waitingNow(ctx, id, most);
  requireWay(facts, { what: 'calls' });
  const people = await peopleOf(ctx, facts, on);
  const rows = people.map((person, index): Row => ({ ...person, number: index + 1 }));
  return { rows, settings: ctx.settings };
}

async function* inOrder<R>(rows: readonly R[]): AsyncGenerator<R> {
  yield* rows;
}

const read = asReport(rowsOf);

/** Writes the list to call by, in its turns, as CSV or as a workbook. */
export async function exportCalls(
  ctx: TaskContext,
  input: Parsed<'campaigns.exportCalls'>,
  { path }: ChosenPath,
): Promise<Output<'campaigns.exportCalls'>> {
  const { rows, settings } = await read(ctx, input);
  const { language, currency } = settings;
  const sheet = wordsOf(language).campaigns.paper.calls;
  return writeTable(
    ctx,
    { path, format: input.format, profile: 'spreadsheet', sheet, language, currency },
    columnsIn(columns, shownBy(settings)),
    inOrder(rows),
  );
}
