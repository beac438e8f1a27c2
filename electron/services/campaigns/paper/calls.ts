import type { CampaignFacts } from '#shared/contract/campaigns/shapes.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { formatPhone } from '#shared/domain/text/phone.ts';
import {
  type PdfPage,
  pageHeight,
  pageLetters,
  pageWidth,
} from '../../accountant/files/pdf-page.ts';
import { figuresOf } from '../../sales/paper/figures.ts';
import { isShownWhole, Sheet } from '../../sales/paper/sheets.ts';
import { wordsOf as paperWordsOf } from '../../sales/paper/words.ts';
import { type Look, wrapText } from '../../sales/paper/wrap.ts';
import type { PaperPerson } from './whom.ts';
import { filled, type Words, wordsOf } from './words.ts';

const margin = 36;
const edges = { width: pageWidth, left: margin, right: pageWidth - margin };
/** Below this the foot begins. */
const lowest = pageHeight - margin - 14;
const look = { size: 8.5 } as const;
const bold = { ...look, isBold: true } as const;
const small = { size: 7.5 } as const;
const pitch = 12;
const box = 10;
const columns = { who: 60, say: 208, ticks: [416, 464, 512] } as const;
const widths = { who: 140, say: 198, tick: 46 } as const;
/** What a call can come to, in the order of its squares; the key that enters each. */
const ends = [
  ['reached', '2'],
  ['notReached', '4'],
  ['refused', '5'],
] as const;

/** What the list says besides its people. */
export interface CallFacts {
  readonly settings: ShopSettings;
  readonly facts: CampaignFacts;
  readonly today: string;
  /** Who is on it and who is not, a line each; and of how many letters have no shape. */
  counts(unshown: number): readonly string[];
}

/** A list on its pages, and of how many people letters have no shape there. */
interface LaidCalls {
  readonly pages: readonly PdfPage[];
  readonly unshown: number;
}

interface Line {
  readonly text: string;
  readonly look: Look;
}

/** A number as people read it. */
export function shownPhone(e164: string, { country }: Pick<ShopSettings, 'country'>): string {
  return formatPhone(e164, country === 'ID' ? 'national' : 'international');
}

function wrapped(text: string, width: number, style: Look): Line[] {
  return wrapText(text, width, style).map((line) => ({ text: line, look: style }));
}

/** What is known of the last purchase, so that a call begins well. */
export function lastBought(
  { lastPurchaseOn, product }: Pick<PaperPerson, 'lastPurchaseOn' | 'product'>,
  { language, currency }: Pick<ShopSettings, 'language' | 'currency'>,
): string {
  const { queue } = wordsOf(language).campaigns;
  if (lastPurchaseOn === null) return queue.neverBought;
  const date = figuresOf(language, currency).day(lastPurchaseOn);
  return product === null
    ? filled(queue.lastBought, { date })
    : filled(queue.lastProduct, { date, product });
}

function drawTick(sheet: Sheet, x: number): void {
  const y = sheet.y + 2;
  sheet.boxes.push({ x, y, width: box, height: box, grey: 0 });
  sheet.boxes.push({ x: x + 0.8, y: y - 0.8, width: box - 1.6, height: box - 1.6, grey: 1 });
}

function drawTitles(sheet: Sheet, { campaigns }: Words): void {
  const top = sheet.y;
  const titles = ends.map(([end, key]) =>
    wrapText(`${campaigns.paper.call[end]} (${key})`, widths.tick, small),
  );
  const rows = Math.max(...titles.map((lines) => lines.length));
  for (const [index, lines] of titles.entries())
    for (const [row, line] of lines.entries()) {
      sheet.y = top + (rows - lines.length + row + 1) * 9;
      sheet.put(line, columns.ticks[index] ?? 0, small);
    }
  sheet.y = top + rows * 9;
  sheet.put(campaigns.paper.call.who, columns.who, bold);
  sheet.put(campaigns.text.call, columns.say, bold);
  sheet.down(5);
  sheet.rule();
}

/** The pages of a list, each with whose it is and what its columns hold. */
class Pages {
  readonly sheets: Sheet[] = [];
  readonly #facts: CallFacts;
  readonly #words: Words;
  sheet: Sheet;

  constructor(facts: CallFacts) {
    this.#facts = facts;
    this.#words = wordsOf(facts.settings.language);
    this.sheet = this.next();
  }

  next(): Sheet {
    const { settings, facts, today } = this.#facts;
    const day = figuresOf(settings.language, settings.currency).day(today);
    this.sheet = new Sheet(edges);
    this.sheet.down(margin);
    if (this.sheets.length === 0) {
      this.sheet.paragraph(settings.shopName, { size: 13, isBold: true });
      this.sheet.pair(`${this.#words.campaigns.paper.calls}: ${facts.name}`, day, bold);
      if (facts.goal !== '') this.sheet.paragraph(facts.goal, look);
      this.sheet.down(3);
      this.sheet.paragraph(this.#words.campaigns.paper.call.entry, small);
    } else this.sheet.pair(settings.shopName, `${facts.name}, ${day}`, bold);
    this.sheet.down(8);
    drawTitles(this.sheet, this.#words);
    this.sheets.push(this.sheet);
    return this.sheet;
  }

  /** A new page where so much does not fit any more, but would on a new one. */
  need(height: number): void {
    const room = lowest - 120;
    if (this.sheet.y + Math.min(height, room) > lowest) this.next();
  }
}

/** Returns whether every letter of theirs has a shape on paper. */
function drawPerson(pages: Pages, person: PaperPerson, number: number, facts: CallFacts): boolean {
  const { settings } = facts;
  const name = person.name === '' ? wordsOf(settings.language).customers.noName : person.name;
  const who = [
    ...wrapped(name, widths.who, bold),
    ...wrapped(shownPhone(person.reach, settings), widths.who, { size: 10, isBold: true }),
    ...wrapped(lastBought(person, settings), widths.who, small),
  ];
  const say = wrapped(person.text, widths.say, look);
  const rows = Math.max(who.length, say.length);
  pages.need(rows * pitch + 6);
  for (let row = 0; row < rows; row += 1) {
    if (pages.sheet.y + pitch > lowest) pages.next();
    const { sheet } = pages;
    sheet.down(pitch);
    if (row === 0) {
      sheet.put(String(number), edges.left, look);
      for (const x of columns.ticks) drawTick(sheet, x);
    }
    const [left, right] = [who[row], say[row]];
    if (left !== undefined) sheet.put(left.text, columns.who, left.look);
    if (right !== undefined) sheet.put(right.text, columns.say, right.look);
  }
  pages.sheet.down(6);
  pages.sheet.rule();
  return [...who, ...say].every(({ text }) => pageLetters(text).isWhole);
}

/** A list to call by: who, which number, what to say, and squares for what it came to. */
export function layCalls(people: readonly PaperPerson[], facts: CallFacts): LaidCalls {
  const pages = new Pages(facts);
  const unshown = people.filter(
    (person, index) => !drawPerson(pages, person, index + 1, facts),
  ).length;
  const isWhole = isShownWhole(pages.sheets.map((sheet) => sheet.page(pageHeight, null)));
  const counts = [
    ...facts.counts(unshown),
    ...(isWhole ? [] : [paperWordsOf(facts.settings.language).unshown]),
  ];
  pages.need((counts.length + 1) * pitch);
  pages.sheet.down(8);
  for (const line of counts) pages.sheet.paragraph(line, look);
  const { page, of } = wordsOf(facts.settings.language).campaigns.paper;
  for (const [index, sheet] of pages.sheets.entries()) {
    sheet.y = pageHeight - margin + 8;
    sheet.put(`${page} ${index + 1} ${of} ${pages.sheets.length}`, edges.right, small, 'right');
  }
  return { pages: pages.sheets.map((sheet) => sheet.page(pageHeight, null)), unshown };
}
