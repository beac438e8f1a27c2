import type { StoredQuestion, SurveyRow } from '#shared/contract/feedback/shapes.ts';
import type { Language } from '#shared/contract/settings.ts';
import { answerKeys } from '#shared/domain/feedback/entry-keys.ts';
import { en, id } from '#shared/locale/index.ts';
import {
  type JpegPicture,
  type PageBox,
  type PagePicture,
  type PageRule,
  type PageText,
  textWidth,
} from '../../accountant/files/pdf-page.ts';
import { fitInto, lineHeight } from '../../sales/paper/sheets.ts';
import { type Look, wrapText } from '../../sales/paper/wrap.ts';

/** Where a slip's words stand, in points from the left of the page. */
export const slipEdges = { left: 45, right: 550 } as const;

const look = { size: 10 } as const;
const bold = { ...look, isBold: true } as const;
const small = { size: 8 } as const;
const box = 10;
/** Room for a hand that writes. */
const writing = 22;

/** A part of a slip that no page breaks; `y` of what stands in it counts from its top down. */
export interface Block {
  readonly height: number;
  readonly texts: readonly PageText[];
  readonly rules: readonly PageRule[];
  readonly boxes: readonly PageBox[];
  readonly picture: PagePicture | null;
}

/** Fills one part from the top down. */
class Pen {
  readonly texts: PageText[] = [];
  readonly rules: PageRule[] = [];
  readonly boxes: PageBox[] = [];
  picture: PagePicture | null = null;
  y = 0;

  lines(text: string, style: Look, left: number = slipEdges.left): void {
    for (const line of wrapText(text, slipEdges.right - left, style)) {
      this.y += style.size * lineHeight;
      this.texts.push({ text: line, x: left, y: this.y, ...style });
    }
  }

  /** A line to write on, behind its name. */
  blank(name: string, from: number, to: number): void {
    this.texts.push({ text: name, x: from, y: this.y, ...small });
    const start = name === '' ? from : from + textWidth(name, small.size) + 6;
    this.rules.push({ from: start, to, y: this.y + 2 });
  }

  /** An empty square to tick. */
  tick(x: number): void {
    this.boxes.push({ x, y: this.y, width: box, height: box, grey: 0 });
    this.boxes.push({ x: x + 0.8, y: this.y - 0.8, width: box - 1.6, height: box - 1.6, grey: 1 });
  }

  block(): Block {
    const { texts, rules, boxes, picture, y: height } = this;
    return { texts, rules, boxes, picture, height };
  }
}

/** What the shop's own words on a slip are. */
function wordsOf(language: Language) {
  return language === 'id' ? id : en;
}

type Words = ReturnType<typeof wordsOf>;

/** What stands beside a tick: the key that enters it, and what it says where that is more. */
function answersOn(question: StoredQuestion, { feedback }: Words) {
  const { kind, choices } = question;
  return answerKeys(question).map(({ number, key }) => {
    const said = kind === 'yesNo' ? (number === 1 ? feedback.yes : feedback.no) : choices[number];
    return { key, said: kind === 'choice' || kind === 'yesNo' ? (said ?? '') : '' };
  });
}

/** Ticks one after the other, in as many rows as they take. */
function drawTicks(pen: Pen, question: StoredQuestion, words: Words): void {
  const left = slipEdges.left + 14;
  let x = left;
  pen.y += box + 6;
  for (const { key, said } of answersOn(question, words)) {
    const room = slipEdges.right - left - box - 6;
    const [label = '', ...more] = wrapText(said === '' ? key : `${key}  ${said}`, room, look);
    const width = box + 5 + textWidth(label, look.size);
    if (x > left && x + width > slipEdges.right) {
      x = left;
      pen.y += box + 7;
    }
    pen.tick(x);
    pen.texts.push({ text: label, x: x + box + 5, y: pen.y, ...look });
    for (const line of more) {
      pen.y += look.size * lineHeight;
      pen.texts.push({ text: line, x: x + box + 5, y: pen.y, ...look });
    }
    x += width + 16;
  }
  pen.y += 3;
}

/** Which end of the numbers is which. */
function endsOf({ kind }: StoredQuestion, { feedback }: Words): string {
  if (kind === 'stars') return `  (${feedback.paper.ends.stars})`;
  return kind === 'scale' ? `  (${feedback.paper.ends.scale})` : '';
}

function questionBlock(question: StoredQuestion, place: number, words: Words): Block {
  const pen = new Pen();
  pen.y += 8;
  pen.lines(`${place}. ${question.text}${endsOf(question, words)}`, bold);
  if (question.kind === 'words')
    for (let line = 0; line < 2; line += 1) {
      pen.y += writing;
      pen.rules.push({ from: slipEdges.left + 14, to: slipEdges.right, y: pen.y });
    }
  else drawTicks(pen, question, words);
  return pen.block();
}

/** Who asks, and why; and whom, where they want to be known. */
function headBlock(row: SurveyRow, facts: SlipFacts): Block {
  const pen = new Pen();
  const { logo, shopName, language } = facts;
  if (logo !== null) {
    const size = fitInto(logo, { width: 120, height: 34 });
    pen.y += size.height;
    pen.picture = { ...size, x: slipEdges.left, y: pen.y };
    pen.y += 2;
  }
  pen.lines(shopName, { size: 13, isBold: true });
  pen.lines(row.facts.intro, look);
  pen.y += writing;
  const { feedback } = wordsOf(language);
  pen.blank(feedback.paper.name, slipEdges.left, 400);
  pen.blank(feedback.paper.day, 412, slipEdges.right);
  pen.y += 2;
  return pen.block();
}

function thanksBlock(row: SurveyRow): Block {
  const pen = new Pen();
  pen.y += 8;
  pen.lines(row.facts.thanks, look);
  return pen.block();
}

/** What a slip says besides its survey. */
export interface SlipFacts {
  readonly shopName: string;
  readonly language: Language;
  readonly logo: JpegPicture | null;
}

/** One slip, part after part: head, every question, thanks. */
export function slipOf(row: SurveyRow, facts: SlipFacts): readonly Block[] {
  const words = wordsOf(facts.language);
  return [
    headBlock(row, facts),
    ...row.questions.map((question, index) => questionBlock(question, index + 1, words)),
    ...(row.facts.thanks === '' ? [] : [thanksBlock(row)]),
  ];
}

/** How the answers are entered, for the foot of each page. */
export function entryHint(language: Language): string {
  const { feedback } = wordsOf(language);
  return `${feedback.paper.forEntry} ${feedback.entry.keysPaper}`;
}
