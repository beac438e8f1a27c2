import { letterWidth } from './letter-widths.ts';

/** A text on a page: points from the lower left corner; `right`: it ends at `x`. */
export interface PageText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isBold?: boolean;
  readonly align?: 'left' | 'right';
}

/** A hairline across a page. */
export interface PageRule {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** A filled bar of a chart: points from its lower left corner; `grey`: 0 black, 1 white. */
export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly grey: number;
}

export const pageWidth = 595;
export const pageHeight = 842;

/** A picture as a JPEG file has it: points from the lower left corner. */
export interface PagePicture {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A page: what stands on it, and a word written across it in grey. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PageText[];
  readonly rules: readonly PageRule[];
  readonly boxes?: readonly PageBox[];
  readonly across?: string | null;
  /** Where the file's picture stands on it. */
  readonly picture?: PagePicture | null;
  /** Where else. */
  readonly pictures?: readonly PagePicture[];
}

/** A JPEG file as a PDF takes it: as it is. */
export interface JpegPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly isGrey: boolean;
}

/** Signs of ours that the page's encoding has at another place, or has none of. */
const OTHERS: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2212': '-',
  '\u2013': '\u0096',
  '\u2014': '\u0097',
  '\u2018': '\u0091',
  '\u2019': '\u0092',
  '\u201c': '\u0093',
  '\u201d': '\u0094',
  '\u2026': '\u0085',
  '\u20ac': '\u0080',
};

/** A text in the encoding of the page's fonts; letters that it has not are shown as `?`. */
export function pageLetters(text: string): { readonly letters: string; readonly isWhole: boolean } {
  if (/^[\u0020-\u007e]*$/.test(text)) return { letters: text, isWhole: true };
  let isWhole = true;
  const letters = [...text.normalize('NFC')].map((letter) => {
    const other = OTHERS[letter];
    if (other !== undefined) return other;
    if (/[\u0020-\u007e\u00a1-\u00ff]/.test(letter)) return letter;
    const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
    if (/^[\u0020-\u007e]$/.test(bare)) return bare;
    isWhole = false;
    return '?';
  });
  return { letters: letters.join(''), isWhole };
}

/** How wide a text is on paper, in thousandths of its size: as wide as its words and the blanks between them. */
export function textThousandths(text: string, isBold = false): number {
  const { letters } = pageLetters(text);
  let sum = 0;
  for (let at = 0; at < letters.length; at += 1) sum += letterWidth(letters.charCodeAt(at), isBold);
  return sum;
}

/** How wide a text is on paper, in points. */
export function textWidth(text: string, size: number, isBold = false): number {
  return (textThousandths(text, isBold) * size) / 1000;
}

function escaped(letters: string): string {
  return letters.replace(/[\\()]/g, '\\$&');
}

function drawText({ text, x, y, size, isBold = false, align = 'left' }: PageText): string {
  const { letters } = pageLetters(text);
  const left = align === 'right' ? x - textWidth(text, size, isBold) : x;
  return `BT /${isBold ? 'B' : 'R'} ${size} Tf ${left.toFixed(2)} ${y.toFixed(2)} Td (${escaped(letters)}) Tj ET\n`;
}

function drawRule({ from, to, y }: PageRule): string {
  return `0.5 w ${from} ${y.toFixed(2)} m ${to} ${y.toFixed(2)} l S\n`;
}

function drawBox({ x, y, width, height, grey }: PageBox): string {
  const place = [x, y, width, height].map((part) => part.toFixed(2)).join(' ');
  return `q ${grey.toFixed(2)} g ${place} re f Q\n`;
}

/** From the lower left up to the right, as large as fits, in a grey that leaves the rest readable. */
function drawAcross(word: string, { width, height }: PdfPage): string {
  const slope = Math.atan2(height, width);
  const size = (0.7 * Math.hypot(width, height)) / textWidth(word, 1, true);
  const shown = Math.min(size, width / 4);
  const half = textWidth(word, shown, true) / 2;
  const [cos, sin] = [Math.cos(slope), Math.sin(slope)];
  const x = width / 2 - half * cos + (shown / 3) * sin;
  const y = height / 2 - half * sin - (shown / 3) * cos;
  const matrix = [cos, sin, -sin, cos, x, y].map((part) => part.toFixed(4)).join(' ');
  const { letters } = pageLetters(word);
  return `q 0.85 g BT /B ${shown.toFixed(2)} Tf ${matrix} Tm (${escaped(letters)}) Tj ET Q\n`;
}

function drawPicture({ x, y, width, height }: PagePicture): string {
  return `q ${width.toFixed(2)} 0 0 ${height.toFixed(2)} ${x.toFixed(2)} ${y.toFixed(2)} cm /P Do Q\n`;
}

function drawPage(page: PdfPage): string {
  return [
    ...(page.across ? [drawAcross(page.across, page)] : []),
    ...(page.picture ? [drawPicture(page.picture)] : []),
    ...(page.pictures ?? []).map(drawPicture),
    ...(page.boxes ?? []).map(drawBox),
    ...page.rules.map(drawRule),
    ...page.texts.map(drawText),
  ].join('');
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

function pictureObject({ bytes, width, height, isGrey }: JpegPicture): string {
  const facts = `/Width ${width} /Height ${height} /BitsPerComponent 8 /Filter /DCTDecode`;
  const colours = `/ColorSpace /Device${isGrey ? 'Gray' : 'RGB'}`;
  return (
    `<< /Type /XObject /Subtype /Image ${facts} ${colours} /Length ${bytes.length} >>\n` +
    `stream\n${bytes.toString('latin1')}\nendstream`
  );
}

/** The objects of a file of pages, the first of them number 1. */
function objectsOf(pages: readonly PdfPage[], picture: JpegPicture | null): string[] {
  const before = picture === null ? 4 : 5;
  const kids = pages.map((_, index) => `${before + 1 + 2 * index} 0 R`).join(' ');
  const picked = picture === null ? '' : ' /XObject << /P 5 0 R >>';
  const own = pages.flatMap((page, index) => {
    const drawn = drawPage(page);
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] ` +
        `/Contents ${before + 2 + 2 * index} 0 R ` +
        `/Resources << /Font << /R 3 0 R /B 4 0 R >>${picked} >> >>`,
      `<< /Length ${drawn.length} >>\nstream\n${drawn}endstream`,
    ];
  });
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...(picture === null ? [] : [pictureObject(picture)]),
    ...own,
  ];
}

/**
 * Pages as a PDF of its own, in the fonts that every reader has. Nothing in it says when it was made:
 * the same pages are the same bytes.
 */
export function pagesPdf(pages: readonly PdfPage[], picture: JpegPicture | null = null): Buffer {
  const objects = objectsOf(pages, picture);
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** One page of A4. */
export function onePagePdf(texts: readonly PageText[], rules: readonly PageRule[]): Buffer {
  return pagesPdf([{ width: pageWidth, height: pageHeight, texts, rules }]);
}
