import { type LineToExport, linesToExport } from '#db/queries/sales/export.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { SaleStatus } from '#shared/domain/vocabulary/sales.ts';
import type { TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { type AreaColumn, columnsIn, type Shown, shownBy } from './area-columns.ts';
import { writeTable } from './write-table.ts';

const E4 = 10_000;

/** Words that an import reads back as the same status. */
const WORDS: Readonly<Record<Shown['language'], Readonly<Record<SaleStatus, string>>>> = {
  id: {
    completed: 'Selesai',
    processing: 'Diproses',
    unpaid: 'Belum bayar',
    cancelled: 'Dibatalkan',
    returned: 'Retur',
  },
  en: {
    completed: 'Completed',
    processing: 'Processing',
    unpaid: 'Unpaid',
    cancelled: 'Cancelled',
    returned: 'Returned',
  },
};

/** Money of a row as the file has it: below zero for what came back. */
function signed(row: LineToExport, minor: number, { scale }: Shown): number {
  return (row.kind === 'return' ? -Math.abs(minor) : minor) / scale;
}

/** What belongs to a sale as a whole stands on its first line alone, so that sums of a column are true. */
function once(row: LineToExport, minor: number, { scale }: Shown): number | null {
  return row.position > 0 || minor === 0 ? null : minor / scale;
}

const columns: readonly AreaColumn<LineToExport>[] = [
  { title: { id: 'Tanggal', en: 'Date' }, type: 'date', cell: (row) => row.soldOn },
  { title: { id: 'Jam', en: 'Time' }, type: 'text', width: 8, cell: (row) => row.time },
  {
    title: { id: 'No Nota', en: 'Invoice No' },
    type: 'text',
    width: 16,
    cell: (row) => row.number,
  },
  {
    title: { id: 'Status', en: 'Status' },
    type: 'text',
    width: 12,
    cell: ({ status }, { language }) => WORDS[language][status],
  },
  {
    title: { id: 'Nama Pelanggan', en: 'Customer Name' },
    type: 'text',
    width: 24,
    cell: (row) => row.customer,
  },
  { title: { id: 'No HP', en: 'Phone' }, type: 'phone', cell: (row) => row.phone },
  {
    title: { id: 'Nama Produk', en: 'Product Name' },
    type: 'text',
    width: 30,
    cell: (row) => row.product,
  },
  { title: { id: 'SKU', en: 'SKU' }, type: 'text', width: 12, cell: (row) => row.sku },
  {
    title: { id: 'Qty', en: 'Quantity' },
    type: 'decimal',
    cell: ({ quantityE4 }) => (quantityE4 === null ? null : quantityE4 / E4),
  },
  {
    title: { id: 'Harga Satuan', en: 'Unit Price' },
    type: 'money',
    cell: ({ unitPriceE4 }) => (unitPriceE4 === null ? null : unitPriceE4 / E4),
  },
  {
    title: { id: 'Diskon Barang', en: 'Item Discount' },
    type: 'money',
    cell: ({ lineDiscountMinor: off }, { scale }) => (off === 0 ? null : off / scale),
  },
  {
    title: { id: 'Subtotal', en: 'Subtotal' },
    type: 'money',
    cell: (row, shown) => signed(row, row.amountMinor ?? row.totalMinor, shown),
  },
  {
    title: { id: 'Diskon Nota', en: 'Invoice Discount' },
    type: 'money',
    cell: (row, shown) => once(row, row.saleDiscountMinor, shown),
  },
  {
    title: { id: 'Ongkos Kirim', en: 'Shipping' },
    type: 'money',
    cell: (row, shown) => once(row, row.shippingMinor, shown),
  },
  {
    title: { id: 'Metode Pembayaran', en: 'Payment Method' },
    type: 'text',
    cell: (row) => row.paymentMethod,
  },
  { title: { id: 'Catatan', en: 'Note' }, type: 'text', width: 30, cell: (row) => row.note },
];

/** Writes the lines of the sales that the filter shows; an import takes the file back as it is. */
export async function exportSales(
  ctx: TaskContext,
  input: Parsed<'sales.export'>,
  { path }: ChosenPath,
): Promise<Output<'sales.export'>> {
  const { db } = ctx.open();
  const { settings } = await readSettings(db);
  const { language, currency } = settings;
  const { format, profile, titles } = input;
  const sheet = titles.sheet ?? (language === 'id' ? 'Penjualan' : 'Sales');
  return writeTable(
    ctx,
    { path, format, profile, sheet, language, currency },
    columnsIn(columns, shownBy(settings)),
    linesToExport(db, input.filter, ctx.clock.today()),
  );
}
