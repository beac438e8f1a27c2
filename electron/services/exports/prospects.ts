import type { ReadHandle } from '#db/file/client.ts';
import { listProspects } from '#db/queries/prospects/list.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { lostWord, stageWord } from '#shared/domain/vocabulary/prospect-words.ts';
import type { TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { type AreaColumn, columnsIn, shownBy } from './area-columns.ts';
import { writeTable } from './write-table.ts';

const pageSize = 500;

const columns: readonly AreaColumn<ProspectRow>[] = [
  { title: { id: 'Prospek', en: 'Prospect' }, type: 'text', width: 30, cell: (row) => row.title },
  {
    title: { id: 'Nama Pelanggan', en: 'Customer Name' },
    type: 'text',
    width: 24,
    cell: (row) => row.customerName,
  },
  {
    title: { id: 'Tahap', en: 'Stage' },
    type: 'text',
    width: 16,
    cell: ({ stage }, { language }) => stageWord(stage, language),
  },
  { title: { id: 'Sejak', en: 'Since' }, type: 'date', cell: (row) => row.since },
  { title: { id: 'Hari di Tahap', en: 'Days in Stage' }, type: 'integer', cell: (row) => row.days },
  {
    title: { id: 'Nilai', en: 'Worth' },
    type: 'money',
    cell: ({ worthMinor }, { scale }) => (worthMinor === null ? null : worthMinor / scale),
  },
  {
    title: { id: 'Peluang (%)', en: 'Chance (%)' },
    type: 'integer',
    cell: (row) => row.chancePercent,
  },
  { title: { id: 'Perkiraan Jadi', en: 'Expected' }, type: 'date', cell: (row) => row.expectedOn },
  {
    title: { id: 'Langkah Berikut', en: 'Next Step' },
    type: 'text',
    width: 24,
    cell: ({ nextStep }) => nextStep?.reason ?? null,
  },
  {
    title: { id: 'Tanggal Langkah', en: 'Next Step On' },
    type: 'date',
    cell: ({ nextStep }) => nextStep?.dueOn ?? null,
  },
  {
    title: { id: 'Alasan Tidak Jadi', en: 'Why Lost' },
    type: 'text',
    width: 20,
    cell: ({ lost }, { language }) => (lost === null ? null : lostWord(lost.reason, language)),
  },
  {
    title: { id: 'Keterangan Tidak Jadi', en: 'Lost: Note' },
    type: 'text',
    width: 24,
    cell: ({ lost }) => lost?.note ?? null,
  },
  {
    title: { id: 'No Nota', en: 'Sale Number' },
    type: 'text',
    cell: ({ sale }) => sale?.number ?? null,
  },
  { title: { id: 'Catatan', en: 'Note' }, type: 'text', width: 30, cell: (row) => row.note },
];

async function* pages(
  db: ReadHandle,
  { filter, order }: Parsed<'prospects.export'>,
  today: string,
): AsyncGenerator<ProspectRow> {
  let after: { skip: number } | null = null;
  do {
    const page: { rows: ProspectRow[]; next: { skip: number } | null } = await listProspects(db, {
      ...{ filter, order, after, today },
      limit: pageSize,
    });
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}

/** Writes the prospects that the list shows, in its order. */
export async function exportProspects(
  ctx: TaskContext,
  input: Parsed<'prospects.export'>,
  { path }: ChosenPath,
): Promise<Output<'prospects.export'>> {
  const { db } = ctx.open();
  const { settings } = await readSettings(db);
  const { language, currency } = settings;
  const { format, profile, titles } = input;
  const sheet = titles.sheet ?? (language === 'id' ? 'Prospek' : 'Prospects');
  return writeTable(
    ctx,
    { path, format, profile, sheet, language, currency },
    columnsIn(columns, shownBy(settings)),
    pages(db, input, ctx.clock.today()),
  );
}
