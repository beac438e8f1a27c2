import { type ComplaintToExport, complaintsToExport } from '#db/queries/complaints/export.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { complaintWord } from '#shared/domain/vocabulary/complaint-words.ts';
import { interactionWord } from '#shared/domain/vocabulary/interaction-words.ts';
import type { TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { type AreaColumn, columnsIn, type Shown, shownBy } from './area-columns.ts';
import { shownMoment } from './shown-moment.ts';
import { writeTable } from './write-table.ts';

type Instant = 'answeredAt' | 'resolvedAt' | 'closedAt';

/** Without hours, a date that was taken from the receipt says its day and no more. */
function stepMoment(row: ComplaintToExport, step: Instant, { timeZone }: Shown): string | null {
  const at = shownMoment(row[step], row.hasTime === 1, timeZone);
  const isTaken = row.hasTime === 0 && row[step] === row.receivedAt;
  return at?.slice(0, isTaken ? 10 : 19) ?? null;
}

function compensationText(row: ComplaintToExport, { language }: Shown): string | null {
  const { compensationKind, compensationNote } = row;
  if (compensationKind === null) return null;
  const isNamed = compensationNote === null || compensationKind !== 'other';
  return isNamed ? complaintWord.compensation(compensationKind, language) : compensationNote;
}

const columns: readonly AreaColumn<ComplaintToExport>[] = [
  {
    title: { id: 'No Keluhan', en: 'Complaint No' },
    type: 'text',
    width: 14,
    cell: (row) => row.number,
  },
  {
    title: { id: 'Tgl Diterima', en: 'Received On' },
    type: 'date',
    width: 18,
    cell: (row, { timeZone }) => shownMoment(row.receivedAt, row.hasTime === 1, timeZone),
  },
  {
    title: { id: 'Jenis Pengadu', en: 'Complaint From' },
    type: 'text',
    width: 14,
    cell: (row, { language }) => complaintWord.kind(row.kind, language),
  },
  {
    title: { id: 'Media Keluhan', en: 'Complaint Channel' },
    type: 'text',
    width: 16,
    cell: (row, { language }) => interactionWord.channel(row.channel, language),
  },
  {
    title: { id: 'Tingkat Keluhan', en: 'Severity' },
    type: 'text',
    width: 12,
    cell: (row, { language }) => complaintWord.severity(row.severity, language),
  },
  {
    title: { id: 'Nama Pelanggan', en: 'Customer Name' },
    type: 'text',
    cell: (row) => row.customer,
  },
  { title: { id: 'No HP', en: 'Phone' }, type: 'phone', cell: (row) => row.phone },
  { title: { id: 'Email', en: 'Email' }, type: 'text', cell: (row) => row.email },
  {
    title: { id: 'Judul Keluhan', en: 'Complaint Title' },
    type: 'text',
    width: 40,
    cell: (row) => row.title,
  },
  {
    title: { id: 'Isi Keluhan', en: 'Complaint Text' },
    type: 'text',
    width: 60,
    cell: (row) => row.words,
  },
  { title: { id: 'Nama Produk', en: 'Product Name' }, type: 'text', cell: (row) => row.product },
  { title: { id: 'SKU', en: 'SKU' }, type: 'text', width: 12, cell: (row) => row.sku },
  { title: { id: 'No Nota', en: 'Invoice No' }, type: 'text', width: 14, cell: (row) => row.sale },
  {
    title: { id: 'Status Keluhan', en: 'Complaint Status' },
    type: 'text',
    width: 16,
    cell: (row, { language }) => complaintWord.state(row.state, language),
  },
  {
    title: { id: 'Tgl Dijawab', en: 'Answered On' },
    type: 'date',
    width: 18,
    cell: (row, shown) => stepMoment(row, 'answeredAt', shown),
  },
  {
    title: { id: 'Isi Jawaban', en: 'Answer' },
    type: 'text',
    width: 40,
    cell: (row) => row.answer,
  },
  { title: { id: 'Penyebab', en: 'Cause' }, type: 'text', cell: (row) => row.cause },
  {
    title: { id: 'Catatan Penyebab', en: 'Cause Note' },
    type: 'text',
    cell: (row) => row.causeNote,
  },
  {
    title: { id: 'Solusi', en: 'Solution' },
    type: 'text',
    width: 40,
    cell: (row) => row.solution,
  },
  {
    title: { id: 'Tgl Selesai', en: 'Resolved On' },
    type: 'date',
    width: 18,
    cell: (row, shown) => stepMoment(row, 'resolvedAt', shown),
  },
  {
    title: { id: 'Jenis Ganti Rugi', en: 'Compensation Kind' },
    type: 'text',
    width: 20,
    cell: compensationText,
  },
  {
    title: { id: 'Nilai Ganti Rugi', en: 'Compensation Amount' },
    type: 'money',
    cell: ({ compensationMinor: amount }, { scale }) => (amount === null ? null : amount / scale),
  },
  {
    title: { id: 'Tgl Ditutup', en: 'Closed On' },
    type: 'date',
    width: 18,
    cell: (row, shown) => stepMoment(row, 'closedAt', shown),
  },
  { title: { id: 'Petugas', en: 'Handled By' }, type: 'text', cell: (row) => row.handledBy },
];

/** Writes the complaints that the filter shows; an import takes the file back as it is. */
export async function exportComplaints(
  ctx: TaskContext,
  input: Parsed<'complaints.export'>,
  { path }: ChosenPath,
): Promise<Output<'complaints.export'>> {
  const { db } = ctx.open();
  const { settings } = await readSettings(db);
  const { language, timeZone, currency } = settings;
  const now = ctx.clock.instant();
  const moment = { now, today: localDay(now, timeZone), timeZone };
  const { format, profile, titles } = input;
  const sheet = titles.sheet ?? (language === 'id' ? 'Keluhan' : 'Complaints');
  return writeTable(
    ctx,
    { path, format, profile, sheet, language, currency },
    columnsIn(columns, shownBy(settings)),
    complaintsToExport(db, input.filter, moment),
  );
}
