/** A text as a PDF of ours draws it: points from the lower left corner. */
interface Drawn {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const signs: Readonly<Record<string, string>> = { '\u0096': '–', '\u0092': '’', '\u0097': '—' };

function drawnOn(pdf: string): Drawn[] {
  const streams = [...pdf.matchAll(/\/Length \d+ >>\nstream\n([^\0]*?)endstream/g)]
    .map(([, stream = '']) => stream)
    .filter((stream) => stream.includes(' Tj ET'));
  return streams.flatMap((stream, page) =>
    [...stream.matchAll(/ ([\d.-]+) ([\d.-]+) Td \((.*)\) Tj/g)].map(([, x, y, text = '']) => ({
      ...{ page, x: Number(x), y: Number(y) },
      text: text
        .replace(/\\([\\()])/g, '$1')
        .replace(/[\u0080-\u009f]/g, (sign) => signs[sign] ?? sign),
    })),
  );
}

/** What a PDF of ours reads as, page by page and from the top down: the cells of each row from the left. */
export function paperRows(pdf: Buffer): string[][][] {
  const pages: string[][][] = [];
  const drawn = drawnOn(pdf.toString('latin1'));
  for (let page = 0; page <= Math.max(-1, ...drawn.map((one) => one.page)); page += 1) {
    const own = drawn.filter((one) => one.page === page);
    const heights = [...new Set(own.map(({ y }) => y))].sort((one, other) => other - one);
    pages.push(
      heights.map((height) =>
        own
          .filter(({ y }) => y === height)
          .sort((one, other) => one.x - other.x)
          .map(({ text }) => text),
      ),
    );
  }
  return pages;
}

/** Hundredths that a figure on paper says: `Rp 1.250.000`, `-5.000,50`. */
export function hundredths(text: string, language: 'id' | 'en'): number {
  const [group, mark] = language === 'id' ? ['.', ','] : [',', '.'];
  const plain = text.replace(/^(-?)Rp\s?(-?)/, '$1$2').replaceAll(group ?? '', '');
  if (!/^-?\d+([.,]\d{2})?$/.test(plain)) throw new Error(`no figure: ${text}`);
  return Math.round(Number(plain.replace(mark ?? '', '.')) * 100);
}
