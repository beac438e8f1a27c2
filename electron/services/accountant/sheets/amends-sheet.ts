import {
  type GivenCompensation,
  givenWithin,
  usedWithin,
  vouchersOn,
} from '#db/queries/accountant/compensations.ts';
import { bookedReturns } from '#db/queries/accountant/sales.ts';
import type { CompensationKind } from '#shared/domain/vocabulary/complaints.ts';
import type { AreaColumn, Shown } from '../../exports/area-columns.ts';
import type { PackSource, Said } from '../pack.ts';
import type { SheetPlan } from './sheet.ts';

/** What went back to customers, or is owed to them. Minor units; null: of another kind. */
interface AmendsRow {
  readonly day: string;
  readonly what: Said;
  readonly number: string | null;
  readonly customer: string | null;
  readonly detail: Said | null;
  readonly returnMinor: number | null;
  readonly taxMinor: number | null;
  readonly compensationMinor: number | null;
  readonly usedMinor: number | null;
  readonly openMinor: number | null;
  readonly validUntil: string | null;
  readonly note: string | null;
}

/** How what a customer gets for a complaint is called. */
export const kindWords: Readonly<Record<CompensationKind, Said>> = {
  return: { id: 'Barang ditukar uang', en: 'Goods taken back' },
  discount: { id: 'Diskon', en: 'Discount' },
  voucher: { id: 'Voucher', en: 'Voucher' },
  refund: { id: 'Uang kembali', en: 'Refund' },
  replacement: { id: 'Barang pengganti', en: 'Replacement' },
  other: { id: 'Lainnya', en: 'Other' },
};

const NONE = {
  returnMinor: null,
  taxMinor: null,
  compensationMinor: null,
  usedMinor: null,
  openMinor: null,
  validUntil: null,
};

function amends(
  one: GivenCompensation,
  day: string,
  what: Said,
  amounts: Partial<AmendsRow>,
): AmendsRow {
  const { complaint, customer, kind, note } = one;
  return {
    ...NONE,
    day,
    what,
    number: complaint,
    customer,
    detail: kindWords[kind],
    note,
    ...amounts,
  };
}

async function* rowsOf({ db, period }: PackSource): AsyncGenerator<AmendsRow> {
  for await (const sale of bookedReturns(db, period)) {
    const { soldOn: day, number, customer, returnOf, note } = sale;
    const detail = returnOf === null ? null : { id: returnOf, en: returnOf };
    const back = { returnMinor: -sale.revenueMinor, taxMinor: -sale.taxMinor };
    yield {
      ...NONE,
      day,
      what: { id: 'Retur', en: 'Return' },
      number,
      customer,
      detail,
      ...back,
      note,
    };
  }
  const given = { id: 'Ganti rugi', en: 'Compensation' };
  for await (const one of givenWithin(db, period))
    yield amends(one, one.givenOn, given, { compensationMinor: one.amountMinor });
  const used = { id: 'Voucher dipakai', en: 'Voucher used' };
  for await (const one of usedWithin(db, period))
    yield amends(one, one.usedOn ?? one.givenOn, used, { usedMinor: one.amountMinor });
  const open = { id: 'Voucher beredar', en: 'Voucher still good' };
  for await (const one of vouchersOn(db, period.to)) {
    const { amountMinor: openMinor, validUntil } = one;
    yield amends(one, one.givenOn, open, { openMinor, validUntil });
  }
}

function money(
  title: Said,
  key: 'returnMinor' | 'taxMinor' | 'compensationMinor' | 'usedMinor' | 'openMinor',
): AreaColumn<AmendsRow> {
  const cell = (row: AmendsRow, { scale }: Shown) => {
    const minor = row[key];
    return minor === null ? null : minor / scale;
  };
  return { title, type: 'money', cell };
}

const columns: readonly AreaColumn<AmendsRow>[] = [
  { title: { id: 'Tanggal', en: 'Date' }, type: 'date', cell: ({ day }) => day },
  {
    title: { id: 'Jenis', en: 'Kind' },
    type: 'text',
    width: 18,
    cell: ({ what }, { language }) => what[language],
  },
  {
    title: { id: 'No Nota atau Keluhan', en: 'Invoice or Complaint' },
    type: 'text',
    cell: (row) => row.number,
  },
  {
    title: { id: 'Nama Pelanggan', en: 'Customer Name' },
    type: 'text',
    cell: (row) => row.customer,
  },
  {
    title: { id: 'Bentuk, atau Nota Asal', en: 'Form, or Invoice It Is Of' },
    type: 'text',
    cell: ({ detail }, { language }) => detail?.[language] ?? null,
  },
  money({ id: 'Retur', en: 'Returns' }, 'returnMinor'),
  money({ id: 'Pajak Retur', en: 'Tax of Returns' }, 'taxMinor'),
  money({ id: 'Ganti Rugi', en: 'Compensation' }, 'compensationMinor'),
  money({ id: 'Voucher Dipakai', en: 'Vouchers Used' }, 'usedMinor'),
  money({ id: 'Voucher Beredar', en: 'Vouchers Still Good' }, 'openMinor'),
  {
    title: { id: 'Berlaku Sampai', en: 'Good Until' },
    type: 'date',
    cell: (row) => row.validUntil,
  },
  { title: { id: 'Catatan', en: 'Note' }, type: 'text', cell: ({ note }) => note },
];

/** Returns, what was given for complaints, and the vouchers that are owed at the period's end. */
export function amendsSheet(source: PackSource): SheetPlan<AmendsRow> {
  const { returns, compensation, vouchers } = source.figures;
  return {
    name: { id: 'Retur & ganti rugi', en: 'Returns & compensation' },
    columns,
    rows: () => rowsOf(source),
    sums: [
      {
        title: { id: 'Retur', en: 'Returns' },
        of: ({ returnMinor }) => returnMinor ?? 0,
        expectedMinor: returns.minor,
      },
      {
        title: { id: 'Ganti rugi', en: 'Compensation' },
        of: ({ compensationMinor }) => compensationMinor ?? 0,
        expectedMinor: compensation.minor,
      },
      {
        title: { id: 'Voucher beredar', en: 'Vouchers still good' },
        of: ({ openMinor }) => openMinor ?? 0,
        expectedMinor: vouchers.minor,
      },
    ],
  };
}
