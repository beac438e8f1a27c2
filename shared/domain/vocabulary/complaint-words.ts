import type { Cell } from '../cell.ts';
import { nameKey } from '../text/names.ts';
import type { CompensationKind, ComplaintKind, ComplaintState, Severity } from './complaints.ts';
import { type Language, readWord, wordOf, wordTable } from './word-table.ts';

const severities = wordTable<Severity>({
  light: 'Ringan|Light|rendah|kecil|low|minor|biasa|1|hijau|green',
  medium: 'Sedang|Medium|menengah|normal|moderate|2|kuning|yellow',
  severe:
    'Berat|Severe|tinggi|parah|serius|high|major|critical|kritis|urgent|penting|darurat|gawat|3|' +
    'merah|red|besar',
});

const kinds = wordTable<ComplaintKind>({
  customer: 'Pelanggan|Customer|konsumen|pembeli|umum|consumer|client',
  employee: 'Karyawan|Employee|pegawai|staf|staff|internal',
  regulator: 'Regulator|Regulator|pemerintah|dinas|bpom|instansi|otoritas|authority|government',
});

const states = wordTable<ComplaintState>(
  {
    received:
      'Baru|New|diterima|masuk|open|terbuka|received|belum|belum dijawab|belum ditangani|' +
      'belum diproses|menunggu|pending|belum selesai|unresolved|registered|tercatat',
    answered:
      'Dijawab|Answered|proses|diproses|dalam proses|sedang diproses|on progress|in progress|' +
      'on process|process|processing|ditanggapi|dibalas|sudah dijawab|ditangani|' +
      'sedang ditangani|dalam penanganan|follow up|ditindaklanjuti|acknowledged|responded|reopened|' +
      'dibuka lagi|dibuka kembali',
    diagnosed:
      'Sebab diketahui|Cause known|penyebab diketahui|diagnosed|diperiksa|dicek|sudah dicek|' +
      'investigasi|investigated|diketahui sebabnya|penyebab ketemu',
    resolved:
      'Selesai|Resolved|sudah selesai|beres|sudah beres|tuntas|solved|done|teratasi|terselesaikan|' +
      'diselesaikan|finished|finish|ok|oke|clear|complete|completed|sudah|fixed',
    improved: 'Diperbaiki|Improved|perbaikan|sudah diperbaiki|improvement|perbaikan dilakukan',
    closed: 'Ditutup|Closed|tutup|close|sudah ditutup|case closed|selesai ditutup|closing',
  },
  [
    [/\b(?:belum|not|tidak|blm)\b/, 'received'],
    [/\b(?:ditutup|closed)\b/, 'closed'],
    [/\b(?:selesai|resolved|beres|tuntas|solved)\b/, 'resolved'],
    [/\b(?:proses|diproses|progress|ditangani)\b/, 'answered'],
  ],
);

const compensations = wordTable<CompensationKind>(
  {
    return: 'Retur|Return|retur barang|pengembalian barang|dikembalikan|tukar|ditukar|tukar barang',
    discount: 'Diskon|Discount|potongan|potongan harga|potong harga|disc',
    voucher: 'Voucher|voucher|kupon|coupon|voucer|gift card|poin',
    refund:
      'Uang kembali|Refund|pengembalian uang|uang dikembalikan|kembali uang|pengembalian dana|' +
      'refunded|money back|ganti uang',
    replacement:
      'Ganti baru|Replacement|penggantian|diganti|ganti|ganti barang|barang baru|replaced|' +
      'dibuatkan baru|dikirim ulang|kirim ulang|buat ulang|ganti produk|diganti baru',
    other: 'Lainnya|Other|lain|lain lain',
  },
  [
    [/\b(?:voucher|voucer|kupon)\b/, 'voucher'],
    [/\b(?:diskon|potongan|discount)\b/, 'discount'],
    [/\b(?:refund|uang kembali|uang)\b/, 'refund'],
    [/\b(?:ganti|diganti|kirim ulang|dikirim ulang|replace\w*)\b/, 'replacement'],
    [/\b(?:retur|tukar|ditukar|return)\b/, 'return'],
  ],
);

const none = new Set(
  'tidak ada|tdk ada|tanpa|none|no|tidak|nihil|belum ada|belum|n a|nil'.split('|'),
);

/** Reads how bad a complaint is, from words or the digits 1–3. */
export const readSeverity = (cell: Cell): Severity | null =>
  readWord(typeof cell === 'number' ? String(cell) : cell, severities);
export const readComplaintKind = (cell: Cell): ComplaintKind | null => readWord(cell, kinds);
/** Reads how far a complaint is; `selesai` is resolved, `ditutup` is closed. */
export const readComplaintState = (cell: Cell): ComplaintState | null => readWord(cell, states);
/** Reads what was given for a complaint; null for unknown text. */
export const readCompensation = (cell: Cell): CompensationKind | null =>
  readWord(cell, compensations);

/** Whether a text says that nothing was given. */
export function saysNothing(text: string): boolean {
  return none.has(nameKey(text));
}

/** Whether a text is one of the words for compensation and says no more. */
export function isCompensationWord(text: string): boolean {
  return compensations.exact.has(nameKey(text));
}

/** The words an export writes; each is read back as the same value. */
export const complaintWord = {
  severity: (value: Severity, language: Language): string => wordOf(value, language, severities),
  kind: (value: ComplaintKind, language: Language): string => wordOf(value, language, kinds),
  state: (value: ComplaintState, language: Language): string => wordOf(value, language, states),
  compensation: (value: CompensationKind, language: Language): string =>
    wordOf(value, language, compensations),
};
