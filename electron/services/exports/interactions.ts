import { type InteractionToExport, interactionsToExport } from '#db/queries/interactions/export.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { interactionWord } from '#shared/domain/vocabulary/interaction-words.ts';
import type { TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { type AreaColumn, columnsIn, shownBy } from './area-columns.ts';
import { shownMoment } from './shown-moment.ts';
import { writeTable } from './write-table.ts';

const columns: readonly AreaColumn<InteractionToExport>[] = [
  {
    title: { id: 'Tgl Kontak', en: 'Contact Date' },
    type: 'date',
    width: 18,
    cell: (row, { timeZone }) => shownMoment(row.happenedAt, row.hasTime === 1, timeZone),
  },
  {
    title: { id: 'Nama Pelanggan', en: 'Customer Name' },
    type: 'text',
    cell: (row) => row.customer,
  },
  { title: { id: 'No HP', en: 'Phone' }, type: 'phone', cell: (row) => row.phone },
  { title: { id: 'Email', en: 'Email' }, type: 'text', cell: (row) => row.email },
  {
    title: { id: 'Media Kontak', en: 'Contact Channel' },
    type: 'text',
    width: 16,
    cell: (row, { language }) => interactionWord.channel(row.channel, language),
  },
  {
    title: { id: 'Arah', en: 'Direction' },
    type: 'text',
    width: 10,
    cell: (row, { language }) => interactionWord.direction(row.direction, language),
  },
  {
    title: { id: 'Topik Kontak', en: 'Topic' },
    type: 'text',
    width: 12,
    cell: (row, { language }) => interactionWord.topic(row.topic, language),
  },
  {
    title: { id: 'Catatan Kontak', en: 'Contact Note' },
    type: 'text',
    width: 60,
    cell: (row) => row.text,
  },
  {
    title: { id: 'Hasil Kontak', en: 'Outcome' },
    type: 'text',
    width: 16,
    cell: ({ outcome }, { language }) =>
      outcome === null ? null : interactionWord.outcome(outcome, language),
  },
  { title: { id: 'Petugas', en: 'Handled By' }, type: 'text', cell: (row) => row.handledBy },
];

/** Writes the interactions with one customer or with all; an import takes the file back as it is. */
export async function exportInteractions(
  ctx: TaskContext,
  input: Parsed<'interactions.export'>,
  { path }: ChosenPath,
): Promise<Output<'interactions.export'>> {
  const { db } = ctx.open();
  const { settings } = await readSettings(db);
  const { language, currency } = settings;
  const { format, profile, titles } = input;
  const sheet = titles.sheet ?? (language === 'id' ? 'Riwayat kontak' : 'History');
  return writeTable(
    ctx,
    { path, format, profile, sheet, language, currency },
    columnsIn(columns, shownBy(settings)),
    interactionsToExport(db, input.customerId),
  );
}
