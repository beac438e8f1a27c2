import { textWidth } from '../../accountant/files/pdf-page.ts';

/** How a run of text looks. */
export interface Look {
  readonly size: number;
  readonly isBold?: boolean;
}

/** A word that is wider than the column, cut where it has to be. */
function pieces(word: string, width: number, { size, isBold }: Look): string[] {
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
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size, isBold) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
