import { type CarriedTable, carriedTables } from '#db/table-facts.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import type { Said } from '../../accountant/pack.ts';
import { type ManifestTable, manifestFile, tableFile } from './manifest.ts';
import { tableWords } from './words/table-words.ts';

/** What the file begins with; `counts` are of this folder. */
interface ReadmeFacts {
  readonly settings: ShopSettings;
  readonly today: string;
  readonly appVersion: string;
  readonly tables: readonly ManifestTable[];
}

const heads: Readonly<Record<'id' | 'en', (facts: ReadmeFacts) => readonly string[]>> = {
  id: ({ settings, today, appVersion }) => [
    `Semua data ${settings.shopName === '' ? 'toko' : settings.shopName}, ${today}`,
    `Dibuat dengan Langgan ${appVersion}.`,
    '',
    'PENTING: folder ini berisi semuanya: nama, nomor HP, alamat, catatan, keluhan, dan penjualan. Simpan',
    'di tempat yang aman, dan hapus kalau sudah tidak perlu.',
    '',
    'Isinya',
    `  csv/           tiap jenis data satu file CSV, lengkap dan persis`,
    '  customers.vcf  pelanggan untuk buku kontak HP (vCard); yang di tempat sampah tidak ikut',
    '  follow-ups.ics janji hubungi lagi, batas waktu keluhan, dan jatuh tempo piutang untuk kalender',
    `  ${manifestFile}  untuk program: versi, banyaknya baris, dan sidik tiap file`,
    '  SHA256SUMS     sidik tiap file, untuk diperiksa dengan sha256sum -c',
    '',
    'Yang ikut: semua yang Anda tulis atau impor, yang di tempat sampah, pengaturan, riwayat perubahan',
    '(masih bisa diurungkan), catatan impor, dan file akuntan yang pernah dibuat beserta kuncinya.',
    'Yang tidak ikut: angka yang bisa dihitung lagi, cadangan, contoh file akuntan buatan sendiri, dan isi',
    'file yang dulu diimpor.',
    '',
    'Dimasukkan lagi ke toko kosong lewat Pengaturan, Data, hasilnya toko yang sama. Jangan ubah file di',
    'folder ini kalau masih mau dimasukkan lagi: file yang berubah ditolak.',
    '',
    'Cara membaca file CSV',
    '  UTF-8, koma di antara kolom, baris pertama nama kolom. Spreadsheet bisa mengubah nomor HP dan',
    '  tanggal: buka salinannya saja. Teks yang mulai dengan = + - @ ditulis apa adanya.',
    '  Kosong berarti tidak ada; "" berarti teks kosong.',
    `  Kolom *_minor: uang dalam ${unitOf(settings, 'id')}.`,
    '  Kolom *_on: tanggal, TTTT-BB-HH. Kolom *_at: saat dalam UTC (WIB dikurangi 7 jam).',
    '',
  ],
  en: ({ settings, today, appVersion }) => [
    `Everything of ${settings.shopName === '' ? 'the shop' : settings.shopName}, ${today}`,
    `Made with Langgan ${appVersion}.`,
    '',
    'IMPORTANT: this folder holds everything: names, phone numbers, addresses, notes, complaints and sales.',
    'Keep it in a safe place, and delete it once it is not needed.',
    '',
    'What is in it',
    '  csv/           one CSV file for each kind of data, complete and exact',
    "  customers.vcf  customers for a phone's address book (vCard); the trash is left out",
    '  follow-ups.ics contact-again dates, deadlines of complaints and due days for a calendar',
    `  ${manifestFile}  for programs: version, number of rows, and a fingerprint of each file`,
    '  SHA256SUMS     a fingerprint of each file, to be checked with sha256sum -c',
    '',
    'What goes along: all you wrote or imported, the trash, the settings, the history of changes (which can',
    'still be undone), the record of imports, and the packs made for the accountant with their locks.',
    "What does not: figures that can be counted again, backups, the shop's own templates for accounting",
    'programs, and the files that were once imported.',
    '',
    'Brought into an empty shop, under Settings, Data, it makes the same shop. Do not change a file in this',
    'folder if it is to be brought in again: a changed file is refused.',
    '',
    'How to read the CSV files',
    '  UTF-8, a comma between columns, the names of the columns in the first row. A spreadsheet may change',
    '  phone numbers and dates: open a copy only. Texts that begin with = + - @ are written as they are.',
    '  Blank is nothing; "" is an empty text.',
    `  Columns *_minor: money in ${unitOf(settings, 'en')}.`,
    '  Columns *_on: days, YYYY-MM-DD. Columns *_at: moments in UTC.',
    '',
  ],
};

function unitOf({ currency }: ShopSettings, language: 'id' | 'en'): string {
  const digits = minorDigits(currency);
  const scale = 10 ** digits;
  if (digits === 0) return currency;
  return language === 'id'
    ? `satuan terkecil ${currency}: 1 ${currency} ditulis ${scale}`
    : `the smallest unit of ${currency}: 1 ${currency} is written ${scale}`;
}

function tableLines(table: CarriedTable, rows: number, language: 'id' | 'en'): string[] {
  const { holds, columns } = tableWords[table];
  const count = language === 'id' ? `${rows} baris` : `${rows} ${rows === 1 ? 'row' : 'rows'}`;
  const words: Readonly<Record<string, Said>> = columns;
  const width = Math.max(...Object.keys(words).map((name) => name.length));
  return [
    `${tableFile(table)}: ${holds[language]} (${count})`,
    ...Object.entries(words).map(([name, said]) => `  ${name.padEnd(width)}  ${said[language]}`),
    '',
  ];
}

/** Explains every file and every column in the shop's language. */
export function readmeText(facts: ReadmeFacts): string {
  const { language } = facts.settings;
  const rows = new Map(facts.tables.map((one) => [one.table, one.rows]));
  const lines = carriedTables.flatMap((table) => tableLines(table, rows.get(table) ?? 0, language));
  // Notepad of old shows no other line end.
  return [...heads[language](facts), ...lines].map((line) => `${line}\r\n`).join('');
}
