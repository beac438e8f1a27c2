import { formatMoney } from '#shared/domain/money.ts';
import type { PackSource, Said } from '../pack.ts';
import { summaryRows } from '../sheets/summary-sheet.ts';
import { onePagePdf, type PageRule, type PageText, pageHeight, pageLetters } from './pdf-page.ts';

const LEFT = 56;
const COUNTS = 400;
const RIGHT = 539;
const TOP = pageHeight - 72;
const LINE = 21;

const TITLE: Said = { id: 'Ringkasan untuk akuntan', en: 'Summary for the accountant' };
const FOOT: readonly Said[] = [
  {
    id: 'Rincian tiap angka ada di file Excel dan CSV dari folder yang sama.',
    en: 'What each figure is made of stands in the Excel and CSV files of the same folder.',
  },
  {
    id: 'Piutang awal + penjualan bersih + pajak − pembayaran diterima = piutang akhir.',
    en: 'Owed at the start + net sales + tax − payments received = owed at the end.',
  },
];
const UNSHOWN: Said = {
  id: 'Sebagian huruf tidak bisa ditampilkan di PDF ini; di Excel tertulis lengkap.',
  en: 'Some letters cannot be shown in this PDF; they stand whole in the Excel file.',
};

function dayText(iso: string, language: 'id' | 'en'): string {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${iso}T00:00:00Z`));
}

/** The summary of a period on one page, in the shop's language. */
export function summaryPdf({ settings, period, figures, shown }: PackSource): Buffer {
  const { language } = shown;
  const { currency, shopName } = settings;
  const days = `${dayText(period.from, language)} – ${dayText(period.to, language)}`;
  const texts: PageText[] = [
    { text: shopName, x: LEFT, y: TOP, size: 18, isBold: true },
    { text: `${TITLE[language]}, ${days}`, x: LEFT, y: TOP - 20, size: 11 },
  ];
  const rules: PageRule[] = [{ from: LEFT, to: RIGHT, y: TOP - 34 }];
  let y = TOP - 34 - LINE;
  for (const { what, count, minor, isTotal } of summaryRows(figures)) {
    const look = { y, size: 11, isBold: isTotal };
    const counted = count === null ? '' : new Intl.NumberFormat(language).format(count);
    texts.push({ ...look, text: what[language], x: LEFT });
    texts.push({ ...look, text: counted, x: COUNTS, align: 'right' });
    texts.push({ ...look, text: formatMoney(minor, currency, language), x: RIGHT, align: 'right' });
    if (isTotal) rules.push({ from: LEFT, to: RIGHT, y: y - 7 });
    y -= LINE;
  }
  const isWhole = texts.every(({ text }) => pageLetters(text).isWhole);
  for (const said of isWhole ? FOOT : [...FOOT, UNSHOWN]) {
    texts.push({ text: said[language], x: LEFT, y: y - LINE / 2, size: 9 });
    y -= 14;
  }
  return onePagePdf(texts, rules);
}
