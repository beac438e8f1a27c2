import type { ShopSettings } from '#shared/contract/settings.ts';
import {
  type JpegPicture,
  type PdfPage,
  pageHeight,
  pageWidth,
} from '../../accountant/files/pdf-page.ts';
import { shopLinesOf } from '../../sales/paper/document.ts';
import { figuresOf } from '../../sales/paper/figures.ts';
import { fitInto, isShownWhole, lineHeight, Sheet } from '../../sales/paper/sheets.ts';
import { wordsOf } from '../../sales/paper/words.ts';
import { wrapText } from '../../sales/paper/wrap.ts';
import { addressLines } from './address.ts';
import type { PaperPerson } from './whom.ts';

const margin = 57;
const edges = { width: pageWidth, left: margin, right: pageWidth - margin };
const look = { size: 11 } as const;
const small = { size: 9 } as const;

/** What every letter of a campaign has. */
export interface LetterFacts {
  readonly settings: ShopSettings;
  readonly today: string;
  readonly logo: JpegPicture | null;
}

type Addressee = Pick<PaperPerson, 'name' | 'address' | 'text'>;

function newSheet(): Sheet {
  const sheet = new Sheet(edges);
  sheet.down(margin);
  return sheet;
}

/** Logo, name and address of the shop; the day; whom it goes to. */
function drawHead(sheet: Sheet, person: Addressee, { settings, today, logo }: LetterFacts): void {
  const { paper, shopName, language, currency } = settings;
  if (logo !== null) {
    const size = fitInto(logo, { width: 170, height: 60 });
    sheet.down(size.height);
    sheet.picture = { ...size, x: edges.left, y: sheet.y };
    sheet.down(4);
  }
  sheet.paragraph(shopName, { size: 13, isBold: true });
  for (const line of shopLinesOf(paper, wordsOf(language))) sheet.paragraph(line, small);
  sheet.down(28);
  sheet.put(figuresOf(language, currency).day(today), edges.right, look, 'right');
  for (const line of [person.name, ...addressLines(person.address)])
    sheet.paragraph(line, look, 300);
  sheet.down(26);
}

/** The lines of a message as it was written: an empty one stays empty. */
function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .flatMap((line) =>
      line.trim() === '' ? [''] : wrapText(line, edges.right - edges.left, look),
    );
}

/** The pages of one letter, and whether every letter on them has a shape there. */
export interface LaidLetter {
  readonly pages: readonly PdfPage[];
  readonly isWhole: boolean;
}

/** One person's letter: a page, and others where the message is longer. */
export function layLetter(person: Addressee, facts: LetterFacts): LaidLetter {
  const sheets = [newSheet()];
  let sheet = sheets[0] as Sheet;
  drawHead(sheet, person, facts);
  for (const line of linesOf(person.text)) {
    sheet.down(look.size * lineHeight);
    if (sheet.y > pageHeight - margin) {
      sheet = newSheet();
      sheets.push(sheet);
      sheet.put(`${person.name} ${sheets.length}`.trim(), edges.right, small, 'right');
      sheet.down(2 * look.size * lineHeight);
    }
    sheet.put(line, edges.left, look);
  }
  const laid = () => sheets.map((one) => one.page(pageHeight, null));
  const isWhole = isShownWhole(laid());
  sheet.y = pageHeight - margin / 2;
  if (!isWhole) sheet.put(wordsOf(facts.settings.language).unshown, edges.left, { size: 7 });
  return { pages: laid(), isWhole };
}
