import type { Cell } from '../cell.ts';
import { nameKey } from '../text/names.ts';
import { type SaleStatus, saleStatuses } from './sales.ts';

const EXACT: Readonly<Record<SaleStatus, string>> = {
  completed:
    'selesai|lunas|sukses|berhasil|complete|completed|done|paid|success|successful|delivered|' +
    'diterima|sudah diterima|terkirim|tiba di tujuan|sampai|pesanan selesai|pesanan diterima|' +
    'transaksi selesai|closed|fulfilled|ok|sold|terjual|finished|finish|sudah dibayar|sudah bayar|' +
    'dibayar|belum lunas|hutang|utang|piutang|kredit|tempo|payment|sale|penjualan|shipped and paid|' +
    'diambil|sudah diambil|dibayar sebagian|bayar sebagian|partially paid|partial|charge|order|' +
    'pesanan|jual|retur sebagian|dikembalikan sebagian|partially refunded|partial refund',
  unpaid:
    'belum bayar|belum dibayar|belum transfer|unpaid|to pay|menunggu pembayaran|pending payment',
  cancelled:
    'batal|dibatalkan|pembatalan|cancel|canceled|cancelled|void|voided|pesanan dibatalkan|' +
    'dibatalkan penjual|dibatalkan pembeli|dibatalkan sistem|gagal|failed|expired|kedaluwarsa|' +
    'kadaluarsa|ditolak|rejected|pengiriman gagal|failed delivery|tidak jadi|batal otomatis',
  returned:
    'retur|return|returned|refund|refunded|pengembalian|dikembalikan|pengembalian dana|' +
    'pengembalian barang|pengembalian dana barang|barang dikembalikan|dana dikembalikan|' +
    'return refund|retur penjualan|credit note|nota kredit',
  processing:
    'dikirim|sedang dikirim|perlu dikirim|siap dikirim|telah dikirim|sudah dikirim|dalam pengiriman|' +
    'pengiriman|diproses|sedang diproses|proses|dalam proses|dikemas|sedang dikemas|menunggu|' +
    'menunggu konfirmasi|pending|processing|process|cod|bayar di tempat|siap|siap diambil|' +
    'in process|in progress|open|new|baru|pesanan baru|to ship|ready to ship|shipped|' +
    'awaiting shipment|awaiting collection|in transit|shipping|on hold|draft|confirmed|' +
    'dikonfirmasi|booking|dp|uang muka|pesanan diproses|sedang disiapkan|perlu diproses',
};

const BY_WORD: ReadonlyMap<string, SaleStatus> = new Map(
  saleStatuses.flatMap((status) =>
    EXACT[status].split('|').map((word): [string, SaleStatus] => [word, status]),
  ),
);

/** Longer texts by their telling word; the first that is found decides. */
const BY_PART: readonly (readonly [RegExp, SaleStatus])[] = [
  [/\b(?:batal|dibatalkan|cancel\w*|pembatalan)\b/, 'cancelled'],
  [/\b(?:retur|dikembalikan|pengembalian|refund\w*|return\w*)\b/, 'returned'],
  [/\b(?:menunggu|perlu|sedang|dalam|pending|awaiting)\b/, 'processing'],
  [/\b(?:selesai|completed?|diterima|delivered|lunas)\b/, 'completed'],
  [/\b(?:dikirim|diproses|dikemas|shipped|processing)\b/, 'processing'],
];
/** Somebody waits for the money: `Menunggu konfirmasi pembayaran`, `Blm dibayar`, `Payment pending`. */
const NOT_PAID: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:menunggu|tunggu|nunggu|belum|blm|pending|awaiting|waiting|perlu|not|no)\b/,
    /\b(?:bayar|dibayar|membayar|pembayaran|transfer|ditransfer|payment|pay|paid)\b/,
  ],
  [/\b(?:payment|pembayaran)\b/, /\b(?:pending|awaiting|tertunda|menunggu|belum)\b/],
];
const PAID_IN_PART = /\b(?:sudah|dp|uang muka|sebagian|partial\w*|lunas)\b/;
const NEGATION = /\b(?:tidak|tdk|belum|bukan|not|non|tanpa|no|diajukan|requested|request)\b/;

/** Words of a column that tells sales from refunds row by row, rather than how an order stands. */
const ROW_KINDS: ReadonlySet<string> = new Set(
  'sale|sales|order|payment|charge|penjualan|jual|pesanan'.split('|'),
);

/** Whether a column's words say what each row is, so that a refund is a row beside the sale it takes back. */
export function tellsRefundsApart(values: readonly string[]): boolean {
  return values.some((value) => ROW_KINDS.has(nameKey(value)));
}

/**
 * Reads a sale's status from Indonesian, English and marketplace words; null for empty or unknown
 * text. `lunas` and `belum lunas` are both completed: what is owed is a matter of payments. `belum
 * bayar` is an order that nobody has paid anything for.
 */
export function readSaleStatus(cell: Cell): SaleStatus | null {
  if (typeof cell !== 'string') return null;
  const [first = ''] = cell.split(/[,;(]| [-–] /);
  return statusOf(nameKey(cell)) ?? statusOf(nameKey(first));
}

/** Whether one word stands before the other; each is looked for once, however long the text. */
function isFollowed(key: string, [first, then]: readonly [RegExp, RegExp]): boolean {
  const at = key.search(first);
  return at >= 0 && then.test(key.slice(at));
}

function statusOf(key: string): SaleStatus | null {
  const exact = BY_WORD.get(key);
  if (exact !== undefined || key === '') return exact ?? null;
  const [cancelled] = BY_PART;
  const isUnpaid = NOT_PAID.some((words) => isFollowed(key, words));
  if (isUnpaid && !PAID_IN_PART.test(key) && cancelled?.[0].test(key) !== true) return 'unpaid';
  if (NEGATION.test(key)) return null;
  return BY_PART.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}
