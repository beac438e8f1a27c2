import type { Cell } from '../cell.ts';
import type { Channel, Direction, Outcome, Topic } from './interactions.ts';
import { type Language, readWord, wordOf, wordTable } from './word-table.ts';

const channels = wordTable<Channel>(
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

const directions = wordTable<Direction>({
  in: 'Masuk|In|dari pelanggan|dari customer|pelanggan|incoming|inbound|diterima|terima|i|received',
  out: 'Keluar|Out|dari kami|kami|dari toko|outgoing|outbound|dikirim|kirim|o|sent|menghubungi',
});

const topics = wordTable<Topic>({
  contact: 'Kontak|Contact|biasa|umum|kabar|general',
  suggestion: 'Saran|Suggestion|usul|usulan|masukan|ide|idea|feedback',
  criticism: 'Kritik|Criticism|kritikan|critic',
  need: 'Kebutuhan|Need|butuh|permintaan|request|needs|keperluan',
});

const outcomes = wordTable<Outcome>({
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

/** Reads by what way an interaction came about (`wa`, `Telp`, `datang ke toko`); null for empty or unknown text. */
export const readChannel = (cell: Cell): Channel | null => readWord(cell, channels);
/** Reads who turned to whom: `in` is the customer to us. */
export const readDirection = (cell: Cell): Direction | null => readWord(cell, directions);
export const readTopic = (cell: Cell): Topic | null => readWord(cell, topics);
/** Reads what came of an interaction. */
export const readOutcome = (cell: Cell): Outcome | null => readWord(cell, outcomes);

/** The words an export writes; each is read back as the same value. */
export const interactionWord = {
  channel: (value: Channel, language: Language): string => wordOf(value, language, channels),
  direction: (value: Direction, language: Language): string => wordOf(value, language, directions),
  topic: (value: Topic, language: Language): string => wordOf(value, language, topics),
  outcome: (value: Outcome, language: Language): string => wordOf(value, language, outcomes),
};
