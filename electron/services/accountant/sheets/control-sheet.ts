import { taxesTurnover } from '#shared/domain/books/turnover.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { ExportColumn } from '../../exports/files/table.ts';
import type { PackSource, Said } from '../pack.ts';
import type { PackSheet } from './sheet.ts';

/** A sheet with the file that has its data, and the hash of that file. */
export interface HashedSheet {
  readonly sheet: PackSheet;
  /** SHA-256 in hexadecimal of the sheet as exact CSV. */
  readonly hash: string;
}

const COLUMNS: readonly (Omit<ExportColumn, 'title'> & { readonly title: Said })[] = [
  { title: { id: 'Lembar', en: 'Sheet' }, type: 'text', width: 26 },
  { title: { id: 'Keterangan', en: 'Remark' }, type: 'text', width: 40 },
  { title: { id: 'Baris', en: 'Rows' }, type: 'integer' },
  { title: { id: 'Jumlah', en: 'Sum' }, type: 'money' },
  {
    title: { id: 'SHA-256 data (CSV persis)', en: 'SHA-256 of the data (exact CSV)' },
    type: 'text',
    width: 68,
  },
];

const RULES: readonly Said[] = [
  {
    id: 'Lunas pada harinya kecuali nota tempo; piutang = nota tempo − retur tempo − pembayaran.',
    en: 'Settled on its day unless on account; owed = on account − returns on account − payments.',
  },
  {
    id: 'Diskon nota dibagi ke baris dengan sisa terbesar, supaya jumlah baris selalu sama dengan nota.',
    en: 'Invoice discounts are spread over lines by largest remainders: lines add up to the invoice.',
  },
  {
    id: 'Penjualan kotor dan diskon dihitung tanpa pajak; ongkos kirim bukan omzet.',
    en: 'Gross sales and discounts are without tax; shipping is no revenue.',
  },
  {
    id: 'Umur piutang dari jatuh tempo; tanpa jatuh tempo, dari tanggal nota.',
    en: 'Age of what is owed counts from its due day, or from its own where none is said.',
  },
];

const RECAP_RULE: Said = {
  id: 'Rekap: PP 55/2022, batas dan tarif menurut Pengaturan; perkiraan, untuk dipastikan akuntan.',
  en: 'Recap: PP 55/2022, threshold and rate as settled; an estimate, to be confirmed by the accountant.',
};

const POINTS_RULE: Said = {
  id: 'Poin: yang dipegang pelanggan pada hari terakhir periode, kali nilai satu poin hari itu; tidak dijurnal.',
  en: 'Points: what customers hold on the last day of the period, at what a point was worth then; not posted.',
};

function facts({ settings, period, figures, appVersion, shown }: PackSource): Cell[][] {
  const said = (text: Said) => text[shown.language];
  const rows: [Said, string][] = [
    [{ id: 'Toko', en: 'Shop' }, settings.shopName],
    [{ id: 'Periode', en: 'Period' }, `${period.from} – ${period.to}`],
    [{ id: 'Mata uang', en: 'Currency' }, settings.currency],
    [{ id: 'Dibuat dengan', en: 'Made with' }, `Langgan ${appVersion}`],
    // When it was made stands in the app's own list: a file that is made again is the same.
    ...[
      ...RULES,
      ...(figures.points === null ? [] : [POINTS_RULE]),
      ...(taxesTurnover(settings) ? [RECAP_RULE] : []),
    ].map((rule): [Said, string] => [{ id: 'Aturan', en: 'Rule' }, said(rule)]),
  ];
  return rows.map(([what, text]) => [said(what), text, null, null, null]);
}

/** Rows, sums and hash of every sheet, and how they were counted. */
export function controlSheet(
  source: PackSource,
  sheets: readonly HashedSheet[],
): { readonly name: string; readonly columns: readonly ExportColumn[]; readonly rows: Cell[][] } {
  const { language, scale } = source.shown;
  const rows = sheets.flatMap(({ sheet, hash }): Cell[][] => {
    const counted = sheet.counted();
    return [
      [sheet.name, null, counted.rows, null, hash],
      ...counted.sums.map(({ title, minor }): Cell[] => [
        sheet.name,
        title,
        null,
        minor / scale,
        null,
      ]),
    ];
  });
  return {
    name: language === 'id' ? 'Kontrol' : 'Control',
    columns: COLUMNS.map((column) => ({ ...column, title: column.title[language] })),
    rows: [...rows, ...facts(source)],
  };
}
