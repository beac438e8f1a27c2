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

export const pageWidth = 595;
export const pageHeight = 842;

/** Widths of Helvetica in thousandths of its size, from the blank to the tilde (Adobe's metrics of it). */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const USUAL_WIDTH = 556;

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

function widthOf(letters: string, size: number): number {
  const thousandths = [...letters].map(
    (letter) => WIDTHS[(letter.codePointAt(0) ?? 0) - 32] ?? USUAL_WIDTH,
  );
  return (thousandths.reduce((sum, width) => sum + width, 0) * size) / 1000;
}

function drawText({ text, x, y, size, isBold = false, align = 'left' }: PageText): string {
  const { letters } = pageLetters(text);
  const left = align === 'right' ? x - widthOf(letters, size) : x;
  const escaped = letters.replace(/[\\()]/g, '\\$&');
  return `BT /${isBold ? 'B' : 'R'} ${size} Tf ${left.toFixed(2)} ${y.toFixed(2)} Td (${escaped}) Tj ET\n`;
}

function drawRule({ from, to, y }: PageRule): string {
  return `0.5 w ${from} ${y.toFixed(2)} m ${to} ${y.toFixed(2)} l S\n`;
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

/**
 * A page of A4 as a PDF of its own, in the fonts that every reader has. Nothing in it says when it was
 * made: the same texts are the same bytes.
 */
export function onePagePdf(texts: readonly PageText[], rules: readonly PageRule[]): Buffer {
  const drawn = [...rules.map(drawRule), ...texts.map(drawText)].join('');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents 6 0 R ` +
      '/Resources << /Font << /R 4 0 R /B 5 0 R >> >> >>',
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Length ${drawn.length} >>\nstream\n${drawn}endstream`,
  ];
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
