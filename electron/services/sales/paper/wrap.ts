import { textThousandths, textWidth } from '../../accountant/files/pdf-page.ts';

/** How a run of text looks. */
export interface Look {
  readonly size: number;
  readonly isBold?: boolean;
}

/** A word that is wider than the column, cut where it has to be. */
function pieces(word: string, width: number, { size, isBold }: Look): string[] {
  if (textWidth(word, size, isBold) <= width) return [word];
  const cut: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && textWidth(piece + letter, size, isBold) > width) {
      cut.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...cut, piece];
}

/** A text as lines no wider than the column, broken between words; nothing of it is left out. */
export function wrapText(text: string, width: number, look: Look): string[] {
  const { size, isBold } = look;
  const words = text
    .split(/[ \t\r\n]+/)
    .filter((word) => word !== '')
    .flatMap((word) => pieces(word, width, look));
  // In whole thousandths a line is as wide as its words and the blanks: no line is measured twice.
  const blank = textThousandths(' ', isBold);
  const lines: string[] = [];
  let wide = 0;
  for (const word of words) {
    const own = textThousandths(word, isBold);
    const longer = wide + blank + own;
    const last = lines.at(-1);
    if (last !== undefined && (longer * size) / 1000 <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
      wide = longer;
    } else {
      lines.push(word);
      wide = own;
    }
  }
  return lines;
}
