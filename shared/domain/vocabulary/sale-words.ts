import type { Cell } from '../cell.ts';
import { nameKey } from '../text/names.ts';
import { type SaleStatus, saleStatuses } from './sales.ts';

const EXACT: Readonly<Record<SaleStatus, string>> = {
  completed:
    'selesai|lunas|sukses|berhasil|complete|completed|done|paid|success|successful|delivered|' +
    'diterima|sudah diterima|terkirim|tiba di tujuan|sampai|pesanan selesai|pesanan diterima|' +
    'transaksi selesai|closed|fulfilled|ok|sold|terjual|finished|finish|sudah dibayar|sudah bayar|' +
    'dibayar|belum lunas|hutang|utang|piutang|kredit|tempo|payment|sale|penjualan|shipped and paid',
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
    'menunggu pembayaran|menunggu konfirmasi|belum bayar|belum dibayar|pending|processing|process|' +
    'in process|in progress|open|new|baru|pesanan baru|unpaid|to ship|ready to ship|shipped|' +
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
const NEGATION = /\b(?:tidak|tdk|belum|bukan|not|non|tanpa|no|diajukan|requested|request)\b/;

/**
 * Reads a sale's status from Indonesian, English and marketplace words; null for empty or unknown
 * text. `lunas` and `belum lunas` are both completed: what is owed is a matter of payments.
 */
export function readSaleStatus(cell: Cell): SaleStatus | null {
  if (typeof cell !== 'string') return null;
  const key = nameKey(cell);
  const exact = BY_WORD.get(key);
  if (exact !== undefined) return exact;
  if (key === '' || NEGATION.test(key)) return null;
  return BY_PART.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}
