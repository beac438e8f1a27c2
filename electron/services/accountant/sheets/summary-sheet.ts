import type { PeriodFigures } from '#shared/contract/accountant/pack.ts';
import type { PackSource, Said } from '../pack.ts';
import { kindWords } from './amends-sheet.ts';
import type { SheetPlan } from './sheet.ts';

/** A figure of the period: how many rows it is made of (null: it is a sum of others) and what they come to. */
export interface SummaryRow {
  readonly what: Said;
  readonly count: number | null;
  readonly minor: number;
  readonly isTotal: boolean;
}

function row(what: Said, minor: number, count: number | null = null): SummaryRow {
  return { what, count, minor, isTotal: false };
}

function total(what: Said, minor: number, count: number | null = null): SummaryRow {
  return { what, count, minor, isTotal: true };
}

/** Only where there is anything to say. */
function unlessNone(one: SummaryRow): SummaryRow[] {
  return one.minor === 0 && (one.count ?? 0) === 0 ? [] : [one];
}

function owedRows(figures: PeriodFigures): SummaryRow[] {
  const { opening, netMinor, taxMinor, unexplainedMinor, received, closing } = figures;
  const { owedShippingMinor } = figures;
  return [
    row({ id: 'Piutang awal', en: 'Owed at the start' }, opening.minor, opening.count),
    row({ id: 'Ditambah penjualan bersih', en: 'Plus net sales' }, netMinor),
    ...unlessNone(row({ id: 'Ditambah pajak', en: 'Plus tax' }, taxMinor)),
    ...unlessNone(
      row(
        { id: 'Ditambah yang perlu dijelaskan', en: 'Plus what is to be explained' },
        unexplainedMinor,
      ),
    ),
    ...unlessNone(
      row({ id: 'Ditambah ongkos kirim tempo', en: 'Plus shipping on account' }, owedShippingMinor),
    ),
    row(
      { id: 'Dikurangi pembayaran diterima', en: 'Less payments received' },
      -received.minor,
      received.count,
    ),
    total({ id: 'Piutang akhir', en: 'Owed at the end' }, closing.minor, closing.count),
  ];
}

function amendsRows({ compensation, byKind, vouchers }: PeriodFigures): SummaryRow[] {
  return [
    row({ id: 'Ganti rugi keluhan', en: 'Compensation' }, compensation.minor, compensation.count),
    ...byKind.map(({ kind, minor, count }) => {
      const { id, en } = kindWords[kind];
      return row({ id: `… ${id}`, en: `… ${en}` }, minor, count);
    }),
    row({ id: 'Voucher beredar', en: 'Vouchers still good' }, vouchers.minor, vouchers.count),
  ];
}

/** The points that customers hold: how many, and what they are worth. */
function pointRows({ points }: PeriodFigures): SummaryRow[] {
  if (points === null) return [];
  const what =
    points.pointMinor === 0
      ? {
          id: 'Poin beredar (nilai satu poin belum ditetapkan)',
          en: 'Points held (no value of a point is set)',
        }
      : { id: 'Poin beredar', en: 'Points held by customers' };
  return [row(what, points.minor, points.points)];
}

/** The figures of a period, in the order in which they make each other up. */
export function summaryRows(figures: PeriodFigures): SummaryRow[] {
  const { gross, discounts, returns, netMinor, taxMinor, shippingMinor } = figures;
  const { notCounted, nameless } = figures;
  return [
    row({ id: 'Penjualan kotor', en: 'Gross sales' }, gross.minor, gross.count),
    row({ id: 'Dikurangi diskon', en: 'Less discounts' }, -discounts.minor, discounts.count),
    row({ id: 'Dikurangi retur', en: 'Less returns' }, -returns.minor, returns.count),
    total({ id: 'Penjualan bersih', en: 'Net sales' }, netMinor),
    ...unlessNone(row({ id: 'Pajak', en: 'Tax' }, taxMinor)),
    ...owedRows(figures),
    ...amendsRows(figures),
    ...pointRows(figures),
    ...unlessNone(
      row({ id: 'Tanpa nama pelanggan', en: 'Without a customer' }, nameless.minor, nameless.count),
    ),
    ...unlessNone(
      row(
        {
          id: 'Batal atau belum dibayar (tidak dihitung)',
          en: 'Cancelled or not paid (not counted)',
        },
        notCounted.minor,
        notCounted.count,
      ),
    ),
    ...unlessNone(
      row({ id: 'Ongkos kirim (bukan omzet)', en: 'Shipping (no revenue)' }, shippingMinor),
    ),
  ];
}

/** What the period comes to. */
export function summarySheet({ figures }: PackSource): SheetPlan<SummaryRow> {
  return {
    name: { id: 'Ringkasan', en: 'Summary' },
    columns: [
      {
        title: { id: 'Pos', en: 'Item' },
        type: 'text',
        width: 44,
        cell: ({ what }, { language }) => what[language],
      },
      { title: { id: 'Banyaknya', en: 'Count' }, type: 'integer', cell: ({ count }) => count },
      {
        title: { id: 'Jumlah', en: 'Amount' },
        type: 'money',
        cell: ({ minor }, { scale }) => minor / scale,
      },
    ],
    rows: () => summaryRows(figures),
    sums: [],
  };
}
