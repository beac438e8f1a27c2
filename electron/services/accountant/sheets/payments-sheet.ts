import { type PaymentWithParts, receivedPayments } from '#db/queries/accountant/payments.ts';
import type { PackSource, Said } from '../pack.ts';
import type { SheetPlan } from './sheet.ts';

const KINDS: Readonly<Record<'atOnce' | 'towards' | 'back', Said>> = {
  atOnce: { id: 'Bersama penjualan', en: 'With the sale' },
  towards: { id: 'Pembayaran piutang', en: 'Towards what is owed' },
  back: { id: 'Uang kembali', en: 'Paid back' },
};

function kindOf({ kind, amountMinor }: PaymentWithParts): Said {
  if (amountMinor < 0) return KINDS.back;
  return kind === 'sale' ? KINDS.atOnce : KINDS.towards;
}

/** Everything that was received, with sales on their day or towards what is owed. */
export function paymentsSheet({ db, period, figures }: PackSource): SheetPlan<PaymentWithParts> {
  return {
    name: { id: 'Pembayaran', en: 'Payments' },
    columns: [
      { title: { id: 'Tanggal', en: 'Date' }, type: 'date', cell: ({ day }) => day },
      {
        title: { id: 'Jenis', en: 'Kind' },
        type: 'text',
        cell: (row, { language }) => kindOf(row)[language],
      },
      { title: { id: 'Nomor', en: 'Number' }, type: 'text', cell: ({ number }) => number },
      {
        title: { id: 'Nama Pelanggan', en: 'Customer Name' },
        type: 'text',
        cell: ({ customer }) => customer,
      },
      { title: { id: 'No HP', en: 'Phone' }, type: 'phone', cell: ({ phone }) => phone },
      { title: { id: 'Metode', en: 'Method' }, type: 'text', cell: ({ method }) => method },
      {
        title: { id: 'Jumlah', en: 'Amount' },
        type: 'money',
        cell: ({ amountMinor }, { scale }) => amountMinor / scale,
      },
      {
        title: { id: 'Untuk Nota', en: 'For Invoices' },
        type: 'text',
        cell: ({ parts }) => {
          return parts.map(({ saleNumber, saleId }) => saleNumber ?? `#${saleId}`).join(', ');
        },
      },
      { title: { id: 'Catatan', en: 'Note' }, type: 'text', cell: ({ note }) => note },
    ],
    rows: () => receivedPayments(db, period),
    sums: [
      {
        title: { id: 'Pembayaran diterima', en: 'Payments received' },
        of: ({ amountMinor }) => amountMinor,
        expectedMinor: figures.received.minor,
      },
      {
        title: { id: 'Termasuk pembayaran piutang', en: 'Of these towards what is owed' },
        of: ({ kind, amountMinor }) => (kind === 'payment' ? amountMinor : 0),
        expectedMinor: figures.settled.minor,
      },
    ],
  };
}
