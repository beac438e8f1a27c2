import { type InteractionToExport, interactionsToExport } from '#db/queries/interactions/export.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { interactionWord } from '#shared/domain/vocabulary/interaction-words.ts';
import type { Channel, Direction, Outcome, Topic } from '#shared/domain/vocabulary/interactions.ts';
import type { TaskContext } from '../../context.ts';
import type { ColumnType } from './files/table.ts';
import { shownMoment } from './shown-moment.ts';
import { writeTable } from './write-table.ts';

type Language = 'id' | 'en';

/** Titles that an import recognises by itself, in both languages. */
const columns: readonly {
  readonly id: string;
  readonly en: string;
  readonly type: ColumnType;
  readonly width?: number;
}[] = [
  { id: 'Tgl Kontak', en: 'Contact Date', type: 'date', width: 18 },
  { id: 'Nama Pelanggan', en: 'Customer Name', type: 'text' },
  { id: 'No HP', en: 'Phone', type: 'phone' },
  { id: 'Email', en: 'Email', type: 'text' },
  { id: 'Media Kontak', en: 'Contact Channel', type: 'text', width: 16 },
  { id: 'Arah', en: 'Direction', type: 'text', width: 10 },
  { id: 'Topik Kontak', en: 'Topic', type: 'text', width: 12 },
  { id: 'Catatan Kontak', en: 'Contact Note', type: 'text', width: 60 },
  { id: 'Hasil Kontak', en: 'Outcome', type: 'text', width: 16 },
  { id: 'Petugas', en: 'Handled By', type: 'text' },
];

function cellsOf(row: InteractionToExport, language: Language, timeZone: string): Cell[] {
  const { outcome } = row;
  return [
    shownMoment(row.happenedAt, row.hasTime === 1, timeZone),
    row.customer,
    row.phone,
    row.email,
    interactionWord.channel(row.channel as Channel, language),
    interactionWord.direction(row.direction as Direction, language),
    interactionWord.topic(row.topic as Topic, language),
    row.text,
    outcome === null ? null : interactionWord.outcome(outcome as Outcome, language),
    row.handledBy,
  ];
}

/** Writes the interactions with one customer or with all; an import takes the file back as it is. */
export async function exportInteractions(
  ctx: TaskContext,
  input: Parsed<'interactions.export'>,
  prepared: unknown,
): Promise<Output<'interactions.export'>> {
  const { path } = prepared as { path: string };
  const { db } = ctx.open();
  const { settings } = await readSettings(db);
  const { language, timeZone, currency } = settings;
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const row of interactionsToExport(db, input.customerId)) {
      yield cellsOf(row, language, timeZone);
    }
  }
  const { format, profile, titles } = input;
  const sheet = titles.sheet ?? (language === 'id' ? 'Riwayat kontak' : 'History');
  return writeTable(
    ctx,
    { path, format, profile, sheet, language, currency },
    columns.map((column) => ({ ...column, title: column[language] })),
    rows(),
  );
}
