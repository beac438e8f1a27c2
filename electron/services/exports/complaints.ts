import { type ComplaintToExport, complaintsToExport } from '#db/queries/complaints/export.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { complaintWord } from '#shared/domain/vocabulary/complaint-words.ts';
import type {
  CompensationKind,
  ComplaintKind,
  ComplaintState,
  Severity,
} from '#shared/domain/vocabulary/complaints.ts';
import { interactionWord } from '#shared/domain/vocabulary/interaction-words.ts';
import type { Channel } from '#shared/domain/vocabulary/interactions.ts';
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
  { id: 'No Keluhan', en: 'Complaint No', type: 'text', width: 14 },
  { id: 'Tgl Diterima', en: 'Received On', type: 'date', width: 18 },
  { id: 'Jenis Pengadu', en: 'Complaint From', type: 'text', width: 14 },
  { id: 'Media Keluhan', en: 'Complaint Channel', type: 'text', width: 16 },
  { id: 'Tingkat Keluhan', en: 'Severity', type: 'text', width: 12 },
  { id: 'Nama Pelanggan', en: 'Customer Name', type: 'text' },
  { id: 'No HP', en: 'Phone', type: 'phone' },
  { id: 'Email', en: 'Email', type: 'text' },
  { id: 'Judul Keluhan', en: 'Complaint Title', type: 'text', width: 40 },
  { id: 'Isi Keluhan', en: 'Complaint Text', type: 'text', width: 60 },
  { id: 'Nama Produk', en: 'Product Name', type: 'text' },
  { id: 'SKU', en: 'SKU', type: 'text', width: 12 },
  { id: 'No Nota', en: 'Invoice No', type: 'text', width: 14 },
  { id: 'Status Keluhan', en: 'Complaint Status', type: 'text', width: 16 },
  { id: 'Tgl Dijawab', en: 'Answered On', type: 'date', width: 18 },
  { id: 'Isi Jawaban', en: 'Answer', type: 'text', width: 40 },
  { id: 'Penyebab', en: 'Cause', type: 'text' },
  { id: 'Catatan Penyebab', en: 'Cause Note', type: 'text' },
  { id: 'Solusi', en: 'Solution', type: 'text', width: 40 },
  { id: 'Tgl Selesai', en: 'Resolved On', type: 'date', width: 18 },
  { id: 'Jenis Ganti Rugi', en: 'Compensation Kind', type: 'text', width: 20 },
  { id: 'Nilai Ganti Rugi', en: 'Compensation Amount', type: 'money' },
  { id: 'Tgl Ditutup', en: 'Closed On', type: 'date', width: 18 },
  { id: 'Petugas', en: 'Handled By', type: 'text' },
];

function compensationText(row: ComplaintToExport, language: Language): string | null {
  if (row.compensationKind === null) return null;
  const word = complaintWord.compensation(row.compensationKind as CompensationKind, language);
  return row.compensationNote === null || row.compensationKind !== 'other'
    ? word
    : row.compensationNote;
}

interface Shown {
  readonly language: Language;
  readonly timeZone: string;
  /** Minor units of one unit of money. */
  readonly scale: number;
}

function cellsOf(row: ComplaintToExport, { language, timeZone, scale }: Shown): Cell[] {
  const at = (instant: string | null) => shownMoment(instant, row.hasTime === 1, timeZone);
  // Without hours, a date that was taken from the receipt says its day and no more.
  const isTaken = (instant: string | null) => row.hasTime === 0 && instant === row.receivedAt;
  const step = (instant: string | null) =>
    at(instant)?.slice(0, isTaken(instant) ? 10 : 19) ?? null;
  return [
    row.number,
    at(row.receivedAt),
    complaintWord.kind(row.kind as ComplaintKind, language),
    interactionWord.channel(row.channel as Channel, language),
    complaintWord.severity(row.severity as Severity, language),
    row.customer,
    row.phone,
    row.email,
    row.title,
    row.words,
    row.product,
    row.sku,
    row.sale,
    complaintWord.state(row.state as ComplaintState, language),
    step(row.answeredAt),
    row.answer,
    row.cause,
    row.causeNote,
    row.solution,
    step(row.resolvedAt),
    compensationText(row, language),
    row.compensationMinor === null ? null : row.compensationMinor / scale,
    step(row.closedAt),
    row.handledBy,
  ];
}

/** Writes the complaints that the filter shows; an import takes the file back as it is. */
export async function exportComplaints(
  ctx: TaskContext,
  input: Parsed<'complaints.export'>,
  prepared: unknown,
): Promise<Output<'complaints.export'>> {
  const { path } = prepared as { path: string };
  const { db } = ctx.open();
  const { settings } = await readSettings(db);
  const { language, timeZone, currency } = settings;
  const now = ctx.clock.instant();
  const moment = { now, today: localDay(now, timeZone), timeZone };
  const shown = { language, timeZone, scale: 10 ** minorDigits(currency) };
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const row of complaintsToExport(db, input.filter, moment)) yield cellsOf(row, shown);
  }
  const { format, profile, titles } = input;
  const sheet = titles.sheet ?? (language === 'id' ? 'Keluhan' : 'Complaints');
  return writeTable(
    ctx,
    { path, format, profile, sheet, language, currency },
    columns.map((column) => ({ ...column, title: column[language] })),
    rows(),
  );
}
