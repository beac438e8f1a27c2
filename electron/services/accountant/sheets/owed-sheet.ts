import { type OpenItem, openItems } from '#db/queries/accountant/owed.ts';
import { type AgeBand, ageBand, ageBands } from '#shared/domain/books/ageing.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';
import type { AreaColumn } from '../../exports/area-columns.ts';
import type { PackSource, Said } from '../pack.ts';
import type { SheetPlan } from './sheet.ts';

const KINDS: Readonly<Record<OpenItem['kind'], Said>> = {
  sale: { id: 'Penjualan', en: 'Sale' },
  return: { id: 'Retur', en: 'Return' },
  payment: { id: 'Uang muka', en: 'Paid ahead' },
};

/** How the ages of what is owed are called. */
export const bandWords: Readonly<Record<AgeBand, Said>> = {
  notDue: { id: 'Belum jatuh tempo', en: 'Not yet due' },
  to30: { id: '1–30 hari', en: '1–30 days' },
  to60: { id: '31–60 hari', en: '31–60 days' },
  to90: { id: '61–90 hari', en: '61–90 days' },
  over90: { id: 'Lebih dari 90 hari', en: 'Over 90 days' },
};

/** What is owed at a day's end, each with the band of its age. */
async function* agedItems({ db, period }: PackSource): AsyncGenerator<OpenItem & Aged> {
  for await (const item of openItems(db, period.to)) {
    const { day, dueOn } = item;
    const age = Math.max(0, daysBetween(dueOn ?? day, period.to));
    yield { ...item, age, band: ageBand(day, dueOn, period.to) };
  }
}

interface Aged {
  readonly age: number;
  readonly band: AgeBand;
}

type Row = OpenItem & Aged;

const columns: readonly AreaColumn<Row>[] = [
  { title: { id: 'Tanggal', en: 'Date' }, type: 'date', cell: ({ day }) => day },
  { title: { id: 'Nomor', en: 'Number' }, type: 'text', cell: ({ number }) => number },
  {
    title: { id: 'Jenis', en: 'Kind' },
    type: 'text',
    cell: ({ kind }, { language }) => KINDS[kind][language],
  },
  {
    title: { id: 'Nama Pelanggan', en: 'Customer Name' },
    type: 'text',
    cell: ({ customer }) => customer,
  },
  { title: { id: 'Jatuh Tempo', en: 'Due' }, type: 'date', cell: ({ dueOn }) => dueOn },
  {
    title: {
      id: 'Hari lewat (tanpa jatuh tempo: sejak nota)',
      en: 'Days past (not due: since sold)',
    },
    type: 'integer',
    width: 16,
    cell: ({ age }) => age,
  },
  {
    title: { id: 'Piutang', en: 'Owed' },
    type: 'money',
    cell: ({ openMinor }, { scale }) => openMinor / scale,
  },
  ...ageBands.map(
    (band): AreaColumn<Row> => ({
      title: bandWords[band],
      type: 'money',
      cell: (row, { scale }) => (row.band === band ? row.openMinor / scale : null),
    }),
  ),
];

/** What is owed at the period's end, and how long; money paid ahead is below zero. */
export function owedSheet(source: PackSource): SheetPlan<Row> {
  return {
    name: { id: 'Piutang', en: 'Owed' },
    columns,
    rows: () => agedItems(source),
    sums: [
      {
        title: { id: 'Piutang akhir', en: 'Owed at the end' },
        of: ({ openMinor }) => openMinor,
        expectedMinor: source.figures.closing.minor,
      },
    ],
  };
}
