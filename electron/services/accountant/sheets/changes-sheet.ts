import type { AreaColumn, Shown } from '../../exports/area-columns.ts';
import type { ChangedEntry, PackSource, Said } from '../pack.ts';
import type { SheetPlan } from './sheet.ts';

const KINDS: Readonly<Record<ChangedEntry['kind'], Said>> = {
  new: { id: 'Baru', en: 'New' },
  changed: { id: 'Berubah', en: 'Changed' },
  gone: { id: 'Tidak ada lagi', en: 'Gone' },
};
const ENTITIES: Readonly<Record<ChangedEntry['entity'], Said>> = {
  sales: { id: 'Penjualan', en: 'Sale' },
  payments: { id: 'Pembayaran', en: 'Payment' },
  compensations: { id: 'Ganti rugi', en: 'Compensation' },
};

type Column = AreaColumn<ChangedEntry>;

function money(title: Said, of: (row: ChangedEntry) => number | null): Column {
  const cell = (row: ChangedEntry, { scale }: Shown) => {
    const minor = of(row);
    return minor === null ? null : minor / scale;
  };
  return { title, type: 'money', cell };
}

const columns: readonly Column[] = [
  {
    title: { id: 'Perubahan', en: 'Change' },
    type: 'text',
    cell: ({ kind }, { language }) => KINDS[kind][language],
  },
  {
    title: { id: 'Jenis', en: 'Kind' },
    type: 'text',
    cell: ({ entity }, { language }) => ENTITIES[entity][language],
  },
  { title: { id: 'Nomor', en: 'Number' }, type: 'text', cell: ({ label }) => label },
  { title: { id: 'Tanggal Dulu', en: 'Date Before' }, type: 'date', cell: ({ wasOn }) => wasOn },
  { title: { id: 'Tanggal Sekarang', en: 'Date Now' }, type: 'date', cell: ({ isOn }) => isOn },
  money({ id: 'Jumlah Dulu', en: 'Amount Before' }, ({ wasMinor }) => wasMinor),
  money({ id: 'Jumlah Sekarang', en: 'Amount Now' }, ({ isMinor }) => isMinor),
  money({ id: 'Selisih', en: 'Difference' }, (row) => (row.isMinor ?? 0) - (row.wasMinor ?? 0)),
];

/** What is no longer as the last pack of the period had it; nothing for the first one. */
export function changesSheet({ changes }: PackSource): SheetPlan<ChangedEntry> {
  return { name: { id: 'Perubahan', en: 'Changes' }, columns, rows: changes, sums: [] };
}
