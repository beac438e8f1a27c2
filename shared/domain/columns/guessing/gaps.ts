import { isPaymentMethod } from '../../vocabulary/payment-words.ts';
import { readSaleStatus } from '../../vocabulary/sale-words.ts';
import type { ImportField } from '../fields.ts';
import { fitOf, looksLikeAmounts, looksLikeCodes, numericShare } from '../fit.ts';
import { provenDiscount } from '../line-sums.ts';
import type { ColumnSummary } from '../summary.ts';
import { isNotOurs } from '../synonyms.ts';
import { meanings } from '../titles/words.ts';
import type { Candidate, FileGround, TitledColumn } from './candidates.ts';
import { hasAddress, isSomebody } from './untitled.ts';

/** What titles call that which is sold, whatever the trade. */
const GOODS: ReadonlySet<string> = new Set(
  (
    'jenis paket program jasa layanan service kue makanan minuman menu treatment tindakan perawatan cucian ' +
    'jahitan cetakan tipe model judul alat produk'
  ).split(' '),
);
/** What a thing is like, or who was at it: none of them is its name. */
const TRAITS: ReadonlySet<string> = new Set(
  (
    'ukuran size warna color colour varian variasi variation variant bahan material merk grade kualitas ' +
    'kadar finishing kondisi motif keluhan diagnosa diagnosis poli rute route kendaraan kamar kelas shift ' +
    'meja sumber channel agama hari bulan wali ortu alasan lokasi area wilayah rayon tempat'
  ).split(' '),
);
/** Words before or after what a number is of: `No. Bukti`, `Ticket #`. */
const NUMBERED: ReadonlySet<string> = new Set(['no', 'id', 'kode']);
/** What carries a number of its own, and is no sale. */
const OTHER_NUMBERS: ReadonlySet<string> = new Set(
  (
    'telp wa pelanggan produk kartu rekening rek seri serial imei rangka mesin urut antrian antri meja ' +
    'kamar rak npwp pos pengiriman kendaraan lot versi'
  ).split(' '),
);
/** People beside the one who bought. */
const OTHERS: ReadonlySet<string> = new Set(
  'orang tua ortu ibu ayah wali suami istri pasangan anak panggilan stnk darurat pengirim'.split(
    ' ',
  ),
);
const PRICED: ReadonlySet<string> = new Set('harga tarif ongkos biaya rate'.split(' '));
const PAID: ReadonlySet<string> = new Set(
  'bayar dibayar harga biaya ongkos tarif total jumlah nominal nilai besar transaksi sewa bulanan'.split(
    ' ',
  ),
);
/** Shops are what a distributor sells to; of one only, it is the shop's own. */
const SHOPS: ReadonlySet<string> = new Set('outlet toko store dealer mitra agen cabang'.split(' '));

const LINE: ReadonlySet<ImportField> = new Set<ImportField>([
  'line.quantity',
  'line.unitPrice',
  'line.amount',
  'sale.total',
]);

/** A file whose columns have been given out, but for those that no title names. */
export interface GivenOut {
  readonly columns: readonly TitledColumn[];
  readonly fields: readonly ImportField[];
  readonly ground: FileGround;
  /** Columns that nothing is to be found for. */
  readonly closed: (column: number) => boolean;
}

function candidate(
  { column, summary }: TitledColumn,
  field: ImportField,
  score: number,
  ground: Candidate['ground'] = 'values',
): Candidate {
  return { column, field, score, fit: fitOf(field, summary), exact: false, ground };
}

function isWords(summary: ColumnSummary): boolean {
  return summary.words > summary.filled * 0.7 && !looksLikeCodes(summary);
}

function share({ values }: ColumnSummary, is: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(is).length / values.length;
}

function has(key: string, words: ReadonlySet<string>): boolean {
  return meanings(key).some((word) => words.has(word));
}

/** The day: a column of days that follow one another, where no title names one. */
function days(titled: TitledColumn): Candidate[] {
  const { summary, key, column } = titled;
  const isDay = fitOf('sale.date', summary) === 1 && summary.dates.serialLike === 0;
  return isDay && key !== '' ? [candidate(titled, 'sale.date', 0.4 - column / 1_000)] : [];
}

/** What was bought: words that a title of goods, or a price beside them, tells. */
function goods(titled: TitledColumn, { fields }: GivenOut): Candidate[] {
  const { key, summary, column } = titled;
  if (!fields.some((field) => LINE.has(field))) return [];
  if (!isWords(summary) || has(key, TRAITS)) return [];
  if (share(summary, (value) => readSaleStatus(value) !== null) > 0.5) return [];
  const isBeside = LINE.has(fields[column + 1] ?? 'ignore');
  // `Nama Orang Tua` is called so too: there the values are people.
  const isPeople =
    has(key, OTHERS) || share(summary, hasAddress) >= 0.3 || !fields.includes('customer.name');
  const isCalled = has(key, GOODS) || (meanings(key).includes('nama') && !isPeople);
  if (!isBeside && !isCalled) return [];
  const score = 0.25 + (isCalled ? 0.1 : 0) + (isBeside ? 0.1 : 0);
  return [candidate(titled, 'product.name', score, isCalled ? 'title' : 'values')];
}

/** Who bought: how people are called, or what stands beside a phone number. */
function buyers(titled: TitledColumn, { fields }: GivenOut): Candidate[] {
  const { key, summary, column } = titled;
  if (!isWords(summary) || has(key, TRAITS)) return [];
  const isCalled = meanings(key).includes('nama');
  const isBeside = fields[column + 1] === 'customer.phone';
  const people = share(summary, isSomebody);
  if (!isBeside && !(isCalled && !has(key, GOODS)) && !(isCalled && people >= 0.3)) return [];
  const others = has(key, OTHERS) ? 0.04 : 0;
  return [candidate(titled, 'customer.name', 0.25 + 0.2 * people + (isBeside ? 0.1 : 0) - others)];
}

/** The shops that a distributor sells to. */
function shops(titled: TitledColumn): Candidate[] {
  const { key, summary } = titled;
  const isCalled = meanings(key).includes('nama') && has(key, SHOPS);
  return isCalled && isWords(summary) && summary.distinct > 1
    ? [candidate(titled, 'customer.name', 0.3)]
    : [];
}

/** The number: codes of letters and digits, few of them twice, called a number of something. */
function numbers(titled: TitledColumn): Candidate[] {
  const { key, summary } = titled;
  if (!has(key, NUMBERED) || has(key, OTHER_NUMBERS) || has(key, TRAITS)) return [];
  if (!looksLikeCodes(summary) || summary.distinct < summary.filled * 0.3) return [];
  const isCode = share(summary, (value) => /\p{L}/u.test(value)) > 0.5;
  return isCode ? [candidate(titled, 'sale.number', 0.3)] : [];
}

function payments(titled: TitledColumn): Candidate[] {
  return share(titled.summary, isPaymentMethod) >= 0.75
    ? [candidate(titled, 'sale.paymentMethod', 0.35)]
    : [];
}

/** The only money there is. */
function sums(titled: TitledColumn, { ground }: GivenOut): Candidate[] {
  const { key, summary } = titled;
  if (!meanings(key).every((word) => PAID.has(word))) return [];
  const isMoney = numericShare(summary) > 0.9 && looksLikeAmounts(summary, ground.currency);
  return isMoney ? [candidate(titled, 'sale.total', 0.3)] : [];
}

/** A price and what was taken off it, where what is left proves them. */
function pricesOff({ columns, fields, ground, closed }: GivenOut): Candidate[] {
  const sizesAt = (column: number) => columns[column]?.summary.sizes ?? [];
  const at = (field: ImportField) => fields.indexOf(field);
  const net = [at('line.amount'), at('sale.total')].find((column) => column >= 0) ?? -1;
  const isOff = (column: number): boolean => {
    const titled = columns[column];
    return titled !== undefined && !closed(column) && numericShare(titled.summary) > 0.9;
  };
  if (net < 0 || ground.line !== null) return [];
  const priced = columns.filter(({ column, key }) =>
    fields[column] === 'line.unitPrice' ? true : isOff(column) && has(key, PRICED),
  );
  const quantity = at('line.quantity') < 0 ? null : sizesAt(at('line.quantity'));
  return priced.flatMap((price): Candidate[] => {
    const given = { quantity, price: price.summary.sizes, amount: sizesAt(net) };
    const off = columns.find(
      ({ column, summary }) =>
        column !== price.column && isOff(column) && provenDiscount(given, summary.sizes) !== null,
    );
    if (off === undefined) return [];
    const found = [candidate(off, 'line.discount', 0.4, 'arithmetic')];
    if (!closed(price.column)) found.push(candidate(price, 'line.unitPrice', 0.4, 'arithmetic'));
    return found;
  });
}

/**
 * What columns that no title names may be, by what the file still lacks: its day, its money, who bought
 * what, under which number and how it was paid. Each is to be checked.
 */
export function gapCandidates(given: GivenOut): Candidate[] {
  const { columns, fields, closed } = given;
  const lacks = (...wanted: readonly ImportField[]) =>
    !wanted.some((each) => fields.includes(each));
  const lacksMoney = lacks('sale.total', 'line.amount', 'line.unitPrice');
  const off = lacks('line.discount', 'sale.discount') ? pricesOff(given) : [];
  const single = columns.flatMap((titled): Candidate[] => {
    const { column, header, summary } = titled;
    if (closed(column) || summary.filled === 0) return [];
    if (isNotOurs(header)) return lacks('customer.name') ? shops(titled) : [];
    return [
      ...(lacks('sale.date') ? days(titled) : []),
      ...(lacks('product.name') ? goods(titled, given) : []),
      ...(lacks('customer.name') ? [...buyers(titled, given), ...shops(titled)] : []),
      ...(lacks('sale.number') ? numbers(titled) : []),
      ...(lacks('sale.paymentMethod') ? payments(titled) : []),
      ...(lacksMoney ? sums(titled, given) : []),
    ];
  });
  return [...off, ...single];
}

/** What is said of somebody or something by the words that stand beside what it is called. */
const SAID_OF: Readonly<Record<string, readonly [ImportField, ImportField | null]>> = {
  kode: ['customer.externalId', 'product.sku'],
  id: ['customer.externalId', 'product.sku'],
  no: ['customer.externalId', 'product.sku'],
  telp: ['customer.phone', null],
  email: ['customer.email', null],
  alamat: ['customer.address', null],
  kota: ['customer.city', null],
  provinsi: ['customer.province', null],
  kategori: ['customer.tag', 'product.category'],
  satuan: ['product.unit', 'product.unit'],
};

/**
 * What columns say of a thing that another column names in the same words: beside `Outlet Name` an
 * `Outlet Code` is the buyer's, beside `Nama Part` a `Kode Part` the product's.
 */
export function saidOfNamed({ columns, fields, closed }: GivenOut): Candidate[] {
  const namedBy = (field: ImportField): readonly string[] =>
    meanings(columns[fields.indexOf(field)]?.key ?? '').filter((word) => word !== 'nama');
  const named = [namedBy('customer.name'), namedBy('product.name')];
  return columns.flatMap((titled): Candidate[] => {
    if (closed(titled.column) || titled.summary.filled === 0) return [];
    const words = meanings(titled.key);
    return named.flatMap((own, place): Candidate[] => {
      const rest = words.filter((word) => !own.includes(word));
      const field = SAID_OF[rest[0] ?? '']?.[place] ?? null;
      const isSame = own.length > 0 && rest.length === 1 && rest.length < words.length;
      if (!isSame || field === null || fields.includes(field)) return [];
      return fitOf(field, titled.summary) < 0 ? [] : [candidate(titled, field, 0.4, 'title')];
    });
  });
}
