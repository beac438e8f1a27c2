import type { ShopSettings } from '#shared/contract/settings.ts';
import {
  type JpegPicture,
  type PdfPage,
  pageHeight,
  pageLetters,
  pageWidth,
  textWidth,
} from '../../accountant/files/pdf-page.ts';
import { shopLinesOf } from '../../sales/paper/document.ts';
import { fitInto, lineHeight, Sheet } from '../../sales/paper/sheets.ts';
import { wordsOf } from '../../sales/paper/words.ts';
import { type Look, wrapText } from '../../sales/paper/wrap.ts';
import { addressLines } from './address.ts';
import type { PaperPerson } from './whom.ts';

const margin = 57;
const edges = { width: pageWidth, left: margin, right: pageWidth - margin };
/** Below this nothing stands but what is said of the page. */
const lowest = pageHeight - margin;
const look = { size: 11 } as const;
const small = { size: 9 } as const;

/** What every letter of a campaign has. */
export interface LetterFacts {
  readonly settings: ShopSettings;
  /** As it is written. */
  readonly day: string;
  readonly logo: JpegPicture | null;
}

type Addressee = Pick<PaperPerson, 'name' | 'address' | 'text'>;

/** The sheets of one letter, written from the top down; a line that has no room begins another. */
class Letter {
  readonly sheets: Sheet[] = [];
  readonly #name: string;
  sheet: Sheet;

  constructor(name: string) {
    this.#name = name;
    this.sheet = this.#begin();
  }

  #begin(): Sheet {
    const sheet = new Sheet(edges);
    sheet.down(margin);
    this.sheets.push(sheet);
    return sheet;
  }

  /** Another sheet says whose letter goes on there, on one line. */
  #next(): void {
    this.sheet = this.#begin();
    const number = ` ${this.sheets.length}`;
    const room = edges.right - edges.left - textWidth(number, small.size);
    const [name = ''] = wrapText(this.#name, room, small);
    this.sheet.put(`${name}${number}`.trim(), edges.right, small, 'right');
    this.sheet.down(2 * look.size * lineHeight);
  }

  /** Moves down to a line of its own. */
  down(points: number): void {
    this.sheet.down(points);
    if (this.sheet.y > lowest) this.#next();
  }

  line(text: string, style: Look): void {
    this.down(style.size * lineHeight);
    this.sheet.put(text, edges.left, style);
  }

  paragraph(text: string, style: Look, width = edges.right - edges.left): void {
    for (const line of wrapText(text, width, style)) this.line(line, style);
  }
}

/** Logo, name and address of the shop; the day; whom it goes to. */
function drawHead(letter: Letter, person: Addressee, facts: LetterFacts): void {
  const { settings, day, logo } = facts;
  const { paper, shopName, language } = settings;
  if (logo !== null) {
    const { sheet } = letter;
    const size = fitInto(logo, { width: 170, height: 60 });
    sheet.down(size.height);
    sheet.picture = { ...size, x: edges.left, y: sheet.y };
    sheet.down(4);
  }
  letter.paragraph(shopName, { size: 13, isBold: true });
  for (const line of shopLinesOf(paper, wordsOf(language))) letter.paragraph(line, small);
  letter.down(28);
  letter.sheet.put(day, edges.right, look, 'right');
  for (const line of [person.name, ...addressLines(person.address)])
    letter.paragraph(line, look, 300);
  letter.sheet.down(26);
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

/** One person's letter: a page, and others where it is longer. */
export function layLetter(person: Addressee, facts: LetterFacts): LaidLetter {
  const letter = new Letter(person.name);
  drawHead(letter, person, facts);
  for (const line of linesOf(person.text)) letter.line(line, look);
  const isWhole = letter.sheets.every(({ texts }) =>
    texts.every(({ text }) => pageLetters(text).isWhole),
  );
  letter.sheet.y = pageHeight - margin / 2;
  if (!isWhole) letter.sheet.put(wordsOf(facts.settings.language).unshown, edges.left, { size: 7 });
  const pages = letter.sheets.map((one) => one.page(pageHeight, null));
  return { pages, isWhole };
}
