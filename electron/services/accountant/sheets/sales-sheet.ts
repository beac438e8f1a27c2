import { bookedSales, type SoldLine, type SoldSale } from '#db/queries/accountant/sales.ts';
import { type LineParts, partsOfSale } from '#shared/domain/books/sale-parts.ts';
import type { AreaColumn, Shown } from '../../exports/area-columns.ts';
import type { PackSource } from '../pack.ts';
import type { SheetPlan } from './sheet.ts';

const E4 = 10_000;

/** A line of a sale, or what the sale says beyond its lines. */
export interface LineRow {
  readonly sale: SoldSale;
  readonly line: SoldLine | null;
  readonly part: LineParts;
  readonly isFirst: boolean;
}

/** The lines of a sale and its rest, which add up to it. */
export function rowsOfSale(sale: SoldSale): LineRow[] {
  const { parts, rest } = partsOfSale(sale, sale.lines);
  const all = [
    ...parts.map((part, index) => ({ part, line: sale.lines[index] ?? null })),
    ...(rest === null ? [] : [{ part: rest, line: null }]),
  ];
  return all.map((row, index) => ({ ...row, sale, isFirst: index === 0 }));
}

function money(
  title: AreaColumn<LineRow>['title'],
  of: (row: LineRow) => number | null,
): AreaColumn<LineRow> {
  const cell = (row: LineRow, { scale }: Shown) => {
    const minor = of(row);
    return minor === null ? null : minor / scale;
  };
  return { title, type: 'money', cell };
}

function text(
  title: AreaColumn<LineRow>['title'],
  width: number,
  cell: AreaColumn<LineRow>['cell'],
): AreaColumn<LineRow> {
  return { title, type: 'text', width, cell };
}

const KINDS = {
  id: { sale: 'Penjualan', return: 'Retur' },
  en: { sale: 'Sale', return: 'Return' },
};
const REST = { id: 'Selisih nota dan barisnya', en: 'Sale less its lines' };
const PAID = {
  id: { true: 'Tempo', false: 'Langsung' },
  en: { true: 'On account', false: 'At once' },
};

/** What of a sale says which one it is and whose. */
const head: readonly AreaColumn<LineRow>[] = [
  { title: { id: 'Tanggal', en: 'Date' }, type: 'date', cell: ({ sale }) => sale.soldOn },
  text({ id: 'No Nota', en: 'Invoice No' }, 16, ({ sale }) => sale.number),
  text({ id: 'Jenis', en: 'Kind' }, 11, ({ sale }, { language }) => KINDS[language][sale.kind]),
  text({ id: 'Retur dari', en: 'Return of' }, 14, ({ sale }) => sale.returnOf),
  text({ id: 'Nama Pelanggan', en: 'Customer Name' }, 24, ({ sale }) => sale.customer),
  { title: { id: 'No HP', en: 'Phone' }, type: 'phone', cell: ({ sale }) => sale.phone },
  text({ id: 'NPWP', en: 'Tax ID' }, 20, ({ sale }) => sale.taxId),
];

const goods: readonly AreaColumn<LineRow>[] = [
  text({ id: 'Nama Barang', en: 'Product Name' }, 30, ({ line }, { language }) =>
    line === null ? REST[language] : line.product,
  ),
  text({ id: 'SKU', en: 'SKU' }, 12, ({ line }) => line?.sku ?? null),
  {
    title: { id: 'Qty', en: 'Quantity' },
    type: 'decimal',
    cell: ({ line }) => (line === null ? null : line.quantityE4 / E4),
  },
  {
    title: { id: 'Harga Satuan', en: 'Unit Price' },
    type: 'money',
    cell: ({ line }) => (line?.unitPriceE4 == null ? null : line.unitPriceE4 / E4),
  },
];

const amounts: readonly AreaColumn<LineRow>[] = [
  money({ id: 'Diskon Barang', en: 'Item Discount' }, ({ line }) => line?.discountMinor ?? null),
  money(
    { id: 'Bagian Diskon Nota', en: 'Share of Invoice Discount' },
    ({ part }) => part.shareMinor,
  ),
  money({ id: 'Bruto tanpa Pajak', en: 'Gross without Tax' }, ({ part }) => part.grossMinor),
  money({ id: 'Diskon tanpa Pajak', en: 'Discount without Tax' }, ({ part }) => part.discountMinor),
  money({ id: 'Neto', en: 'Net' }, ({ part }) => part.netMinor),
  {
    title: { id: 'Tarif Pajak %', en: 'Tax Rate %' },
    type: 'decimal',
    cell: ({ line }) => (line === null || line.taxRateE4 === 0 ? null : line.taxRateE4 / 100),
  },
  money({ id: 'Pajak', en: 'Tax' }, ({ part }) => part.taxMinor),
  money({ id: 'Total', en: 'Total' }, ({ part }) => part.netMinor + part.taxMinor),
  money({ id: 'Ongkos Kirim (bukan omzet)', en: 'Shipping (no revenue)' }, ({ sale, isFirst }) =>
    isFirst && sale.shippingMinor !== 0 ? sale.shippingMinor : null,
  ),
];

const paying: readonly AreaColumn<LineRow>[] = [
  text({ id: 'Dibayar', en: 'Paid' }, 12, ({ sale }, { language }) => {
    return PAID[language][sale.isOnAccount ? 'true' : 'false'];
  }),
  { title: { id: 'Jatuh Tempo', en: 'Due' }, type: 'date', cell: ({ sale }) => sale.dueOn },
  text({ id: 'Metode Pembayaran', en: 'Payment Method' }, 18, ({ sale }) => sale.paymentMethod),
  text({ id: 'Catatan', en: 'Note' }, 30, ({ sale }) => sale.note),
];

async function* linesOf({ db, period }: PackSource): AsyncGenerator<LineRow> {
  for await (const sale of bookedSales(db, period)) yield* rowsOfSale(sale);
}

function ifSale(minor: number, { sale }: LineRow): number {
  return sale.kind === 'sale' ? minor : 0;
}

/** Every line that was sold and came back. Gross less discount is net; net and tax are the total. */
export function salesSheet(source: PackSource): SheetPlan<LineRow> {
  const { gross, discounts, returns, netMinor, taxMinor } = source.figures;
  return {
    name: { id: 'Penjualan', en: 'Sales' },
    columns: [...head, ...goods, ...amounts, ...paying],
    rows: () => linesOf(source),
    sums: [
      {
        title: { id: 'Penjualan kotor', en: 'Gross sales' },
        of: (row) => ifSale(row.part.grossMinor, row),
        expectedMinor: gross.minor,
      },
      {
        title: { id: 'Diskon', en: 'Discounts' },
        of: ({ part }) => part.discountMinor,
        expectedMinor: discounts.minor,
      },
      {
        title: { id: 'Retur', en: 'Returns' },
        of: (row) => (row.sale.kind === 'return' ? -row.part.netMinor : 0),
        expectedMinor: returns.minor,
      },
      {
        title: { id: 'Penjualan bersih', en: 'Net sales' },
        of: ({ part }) => part.netMinor,
        expectedMinor: netMinor,
      },
      {
        title: { id: 'Pajak', en: 'Tax' },
        of: ({ part }) => part.taxMinor,
        expectedMinor: taxMinor,
      },
    ],
  };
}
