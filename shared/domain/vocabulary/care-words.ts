import type { Cell } from '../cell.ts';
import { nameKey } from '../text/names.ts';

/** How a contact was made; the values of the database. */
export type ChannelWord =
  | 'visit'
  | 'call'
  | 'whatsapp'
  | 'email'
  | 'sms'
  | 'letter'
  | 'social'
  | 'marketplace'
  | 'other';
export type DirectionWord = 'in' | 'out';
export type TopicWord = 'contact' | 'suggestion' | 'criticism' | 'need';
export type OutcomeWord = 'reached' | 'no-answer' | 'waiting' | 'ordered' | 'declined';
export type SeverityWord = 'light' | 'medium' | 'severe';
export type ComplaintKindWord = 'customer' | 'employee' | 'regulator';
export type ComplaintStateWord =
  | 'received'
  | 'answered'
  | 'diagnosed'
  | 'resolved'
  | 'improved'
  | 'closed';
export type CompensationWord =
  | 'return'
  | 'discount'
  | 'voucher'
  | 'refund'
  | 'replacement'
  | 'other';

type Language = 'id' | 'en';
type Words<T extends string> = Readonly<Record<T, string>>;
type Part<T extends string> = readonly [RegExp, T];

/** Words of each value; the first is what an export writes in Indonesian, the second in English. */
interface Vocabulary<T extends string> {
  readonly words: Words<T>;
  readonly exact: ReadonlyMap<string, T>;
  readonly parts: readonly Part<T>[];
}

function vocabulary<T extends string>(
  words: Words<T>,
  parts: readonly Part<T>[] = [],
): Vocabulary<T> {
  const exact = new Map<string, T>();
  for (const value of Object.keys(words) as T[]) {
    for (const word of words[value].split('|')) exact.set(nameKey(word), value);
  }
  return { words, exact, parts };
}

function read<T extends string>(cell: Cell, { exact, parts }: Vocabulary<T>): T | null {
  if (typeof cell !== 'string') return null;
  const key = nameKey(cell);
  if (key === '') return null;
  return exact.get(key) ?? parts.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

function word<T extends string>(value: T, language: Language, { words }: Vocabulary<T>): string {
  const [id = value, en = value] = words[value].split('|');
  return language === 'id' ? id : en;
}

const channels = vocabulary<ChannelWord>(
  {
    visit:
      'Datang|Visit|datang langsung|datang sendiri|datang ke toko|toko|di toko|langsung|tatap muka|' +
      'kunjungan|berkunjung|offline|walk in|in person|store|in store|mampir|outlet|kasir|kunjung',
    call:
      'Telepon|Call|telp|tlp|telpon|tel|tlpn|phone|phone call|ditelepon|menelepon|telephone|hp|' +
      'by phone|via telepon|via telp',
    whatsapp: 'WhatsApp|whatsapp|wa|w a|whats app|wa chat|chat wa|chat|via wa|whatsap|wa bisnis',
    email: 'Email|E-mail|surel|mail|via email|gmail',
    sms: 'SMS|sms|pesan singkat|text message|text',
    letter: 'Surat|Letter|pos|post|surat pos|mail letter',
    social:
      'Media sosial|Social media|ig|instagram|dm|dm ig|dm instagram|fb|facebook|messenger|tiktok|' +
      'twitter|x|sosmed|medsos|social|telegram|line|youtube|google review|google|google maps',
    marketplace:
      'Marketplace|marketplace|shopee|tokopedia|tokped|lazada|blibli|bukalapak|tiktok shop|gofood|' +
      'go food|grabfood|grab food|shopeefood|shopee food|chat shopee|chat tokopedia|olshop',
    other: 'Lainnya|Other|lain lain|lain|others|dll|etc',
  },
  [
    [/\b(?:shopee|tokopedia|lazada|gofood|grabfood|marketplace|tokped|blibli)\b/, 'marketplace'],
    [/\b(?:wa|whatsapp)\b/, 'whatsapp'],
    [/\b(?:ig|instagram|facebook|fb|tiktok|sosmed|medsos)\b/, 'social'],
    [/\b(?:email|surel)\b/, 'email'],
    [/\b(?:telp|telepon|telpon|tlp|phone|call)\b/, 'call'],
    [/\b(?:datang|kunjungan|langsung|toko|visit)\b/, 'visit'],
  ],
);

const directions = vocabulary<DirectionWord>({
  in: 'Masuk|In|dari pelanggan|dari customer|pelanggan|incoming|inbound|diterima|terima|i|received',
  out: 'Keluar|Out|dari kami|kami|dari toko|outgoing|outbound|dikirim|kirim|o|sent|menghubungi',
});

const topics = vocabulary<TopicWord>({
  contact: 'Kontak|Contact|biasa|umum|kabar|general',
  suggestion: 'Saran|Suggestion|usul|usulan|masukan|ide|idea|feedback',
  criticism: 'Kritik|Criticism|kritikan|critic',
  need: 'Kebutuhan|Need|butuh|permintaan|request|needs|keperluan',
});

const outcomes = vocabulary<OutcomeWord>({
  reached:
    'Tersambung|Reached|terhubung|bicara|berbicara|ok|oke|berhasil|dijawab|diangkat|sudah|sukses|' +
    'sudah bicara|ketemu|bertemu|answered|dibalas|done|connected',
  'no-answer':
    'Tidak diangkat|No answer|tidak dijawab|tdk diangkat|tdk dijawab|gak diangkat|ga diangkat|' +
    'tidak ada jawaban|tidak aktif|nomor tidak aktif|sibuk|belum dibalas|tidak dibalas|no reply|' +
    'missed|unreachable|voicemail',
  waiting:
    'Menunggu|Waiting|tunggu|menunggu kabar|pikir pikir|pikir dulu|nanti dulu|pending|tunggu kabar|' +
    'menunggu jawaban|masih pikir pikir|on hold|thinking',
  ordered:
    'Pesan|Ordered|order|beli|jadi|jadi beli|jadi pesan|deal|memesan|sudah pesan|closing|bought|won',
  declined:
    'Menolak|Declined|tolak|ditolak|tidak mau|batal|tidak jadi|gak jadi|tdk jadi|belum minat|' +
    'tidak minat|tidak berminat|not interested|rejected|lost',
});

const severities = vocabulary<SeverityWord>({
  light: 'Ringan|Light|rendah|kecil|low|minor|biasa|1|hijau|green',
  medium: 'Sedang|Medium|menengah|normal|moderate|2|kuning|yellow',
  severe:
    'Berat|Severe|tinggi|parah|serius|high|major|critical|kritis|urgent|penting|darurat|gawat|3|' +
    'merah|red|besar',
});

const kinds = vocabulary<ComplaintKindWord>({
  customer: 'Pelanggan|Customer|konsumen|pembeli|umum|consumer|client',
  employee: 'Karyawan|Employee|pegawai|staf|staff|internal',
  regulator: 'Regulator|Regulator|pemerintah|dinas|bpom|instansi|otoritas|authority|government',
});

const states = vocabulary<ComplaintStateWord>(
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

const compensations = vocabulary<CompensationWord>(
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

/** Reads how a contact was made (`wa`, `Telp`, `datang ke toko`); null for empty or unknown text. */
export const readChannel = (cell: Cell): ChannelWord | null => read(cell, channels);
/** Reads who turned to whom: `in` is the customer to us. */
export const readDirection = (cell: Cell): DirectionWord | null => read(cell, directions);
export const readTopic = (cell: Cell): TopicWord | null => read(cell, topics);
/** Reads what came of a contact. */
export const readOutcome = (cell: Cell): OutcomeWord | null => read(cell, outcomes);
/** Reads how bad a complaint is, from words or the digits 1–3. */
export const readSeverity = (cell: Cell): SeverityWord | null =>
  read(typeof cell === 'number' ? String(cell) : cell, severities);
export const readComplaintKind = (cell: Cell): ComplaintKindWord | null => read(cell, kinds);
/** Reads how far a complaint is; `selesai` is resolved, `ditutup` is closed. */
export const readComplaintState = (cell: Cell): ComplaintStateWord | null => read(cell, states);
/** Reads what was given for a complaint; null for unknown text. */
export const readCompensation = (cell: Cell): CompensationWord | null => read(cell, compensations);

/** Whether a text says that nothing was given. */
export function saysNothing(text: string): boolean {
  return none.has(nameKey(text));
}

/** Whether a text is one of the words for compensation and says no more. */
export function isCompensationWord(text: string): boolean {
  return compensations.exact.has(nameKey(text));
}

/** The words an export writes; each is read back as the same value. */
export const careWord = {
  channel: (value: ChannelWord, language: Language): string => word(value, language, channels),
  direction: (value: DirectionWord, language: Language): string =>
    word(value, language, directions),
  topic: (value: TopicWord, language: Language): string => word(value, language, topics),
  outcome: (value: OutcomeWord, language: Language): string => word(value, language, outcomes),
  severity: (value: SeverityWord, language: Language): string => word(value, language, severities),
  kind: (value: ComplaintKindWord, language: Language): string => word(value, language, kinds),
  state: (value: ComplaintStateWord, language: Language): string => word(value, language, states),
  compensation: (value: CompensationWord, language: Language): string =>
    word(value, language, compensations),
};
