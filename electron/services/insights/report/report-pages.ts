import { type PdfPage, pageHeight, pageWidth, textWidth } from '../../accountant/files/pdf-page.ts';
import { isShownWhole, lineHeight, Sheet } from '../../sales/paper/sheets.ts';
import { type Look, wrapText } from '../../sales/paper/wrap.ts';
import type { ReportBar, ReportChart, ReportPart, WorthReport } from './part.ts';
import { drawTable, type TablePen } from './table-page.ts';
import type { Words } from './words.ts';

const margin = 50;
const edges = { width: pageWidth, left: margin, right: pageWidth - margin };
/** Below this the foot begins. */
const lowest = pageHeight - margin - 24;
const small: Look = { size: 9 };
const plain: Look = { size: 10 };
const named: Look = { size: 9, isBold: true };
const nameWidth = 170;
const figureWidth = 110;
const barHeight = 9;
const barRow = 15;
/** Ink and paper only: what stands out is darker. */
const greys = { main: 0.3, other: 0.65 } as const;

/** Writes a report from the top down, page after page. */
class ReportPaper implements TablePen {
  readonly sheets: Sheet[] = [];
  sheet: Sheet;

  constructor() {
    this.sheet = this.#next();
  }

  #next(): Sheet {
    const sheet = new Sheet(edges);
    sheet.down(margin);
    this.sheets.push(sheet);
    return sheet;
  }

  /** Goes on to the next page where so much does not fit on this one; true: it did. */
  room(height: number): boolean {
    if (this.sheet.y + height <= lowest) return false;
    this.sheet = this.#next();
    return true;
  }

  paragraph(text: string, look: Look): void {
    for (const line of wrapText(text, edges.right - edges.left, look)) {
      this.room(look.size * lineHeight);
      this.sheet.down(look.size * lineHeight);
      this.sheet.put(line, edges.left, look);
    }
  }

  down(points: number): void {
    this.sheet.down(points);
  }
}

/** The part of a name that fits, with a sign that there is more of it. */
function fitted(name: string, width: number, look: Look): string {
  if (textWidth(name, look.size, look.isBold) <= width) return name;
  let cut = name;
  while (cut !== '' && textWidth(`${cut}…`, look.size, look.isBold) > width) cut = cut.slice(0, -1);
  return `${cut}…`;
}

function drawBar({ sheet }: ReportPaper, { name, value, text, isMain }: ReportBar, most: number) {
  const { left, right } = edges;
  const from = left + nameWidth;
  const width = most > 0 ? (Math.max(0, value) / most) * (right - figureWidth - from) : 0;
  sheet.down(barRow);
  sheet.put(fitted(name, nameWidth - 8, small), left, small);
  const grey = isMain ? greys.main : greys.other;
  sheet.boxes.push({ x: from, y: sheet.y + 1.5, width, height: barHeight, grey });
  sheet.put(text, from + width + 5, small);
}

function drawChart(paper: ReportPaper, { title, bars }: ReportChart): void {
  const most = bars.reduce((found, { value }) => Math.max(found, value), 0);
  paper.room(barRow * Math.min(bars.length, 3) + 3 * small.size * lineHeight);
  paper.down(8);
  paper.paragraph(title, small);
  for (const bar of bars) {
    paper.room(barRow);
    drawBar(paper, bar, most);
  }
  paper.down(6);
}

function drawPart(paper: ReportPaper, part: ReportPart, words: Words): void {
  // A question is not left alone at the foot of a page.
  paper.room(120);
  paper.down(18);
  paper.sheet.rule();
  paper.down(4);
  paper.paragraph(part.question, small);
  paper.down(2);
  paper.paragraph(part.finding, { size: 13, isBold: true });
  for (const chart of part.charts) drawChart(paper, chart);
  for (const table of part.tables) {
    paper.down(10);
    drawTable(paper, table, words);
  }
  paper.down(6);
  for (const note of part.notes) paper.paragraph(note, small);
}

function drawFront(paper: ReportPaper, report: WorthReport, { say }: Words): void {
  paper.paragraph(report.shopName, plain);
  paper.paragraph(report.title, { size: 20, isBold: true });
  paper.down(6);
  paper.paragraph(report.finding, { size: 14, isBold: true });
  paper.down(4);
  for (const fact of report.facts) paper.paragraph(fact, plain);
  const groups = [
    [say('insights.report.estimated'), report.estimated],
    [say('insights.report.unsaid'), report.unsaid],
  ] as const;
  for (const [title, sentences] of groups) {
    if (sentences.length === 0) continue;
    paper.down(10);
    paper.paragraph(title, named);
    for (const sentence of sentences) paper.paragraph(sentence, plain);
  }
}

function draw(report: WorthReport, words: Words, last: string | null): PdfPage[] {
  const paper = new ReportPaper();
  drawFront(paper, report, words);
  for (const part of report.parts) drawPart(paper, part, words);
  if (last !== null) {
    paper.down(8);
    paper.paragraph(last, small);
  }
  const of = paper.sheets.length;
  return paper.sheets.map((sheet, index) => {
    sheet.y = pageHeight - margin;
    const page = words.say('insights.report.page', { page: index + 1, of });
    sheet.put(`${report.title}, ${report.shopName}`, edges.left, { size: 8 });
    sheet.put(page, edges.right, { size: 8 }, 'right');
    return sheet.page(pageHeight, null);
  });
}

/** The report on A4, and whether every letter has a shape there; where one has none, its end says so. */
export function reportPages(
  report: WorthReport,
  words: Words,
): { readonly pages: readonly PdfPage[]; readonly isWhole: boolean } {
  const pages = draw(report, words, null);
  if (isShownWhole(pages)) return { pages, isWhole: true };
  return { pages: draw(report, words, words.say('insights.report.unshown')), isWhole: false };
}
