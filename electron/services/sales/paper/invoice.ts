import {
  type JpegPicture,
  type PdfPage,
  pageHeight,
  pageWidth,
} from '../../accountant/files/pdf-page.ts';
import type { PaperDocument, PaperLine } from './document.ts';
import { fitInto, lineHeight, Sheet } from './sheets.ts';
import { wrapText } from './wrap.ts';

const margin = 50;
const edges = { width: pageWidth, left: margin, right: pageWidth - margin };
/** Below this the foot begins. */
const lowest = pageHeight - margin - 24;
const look = { size: 9 } as const;
const bold = { ...look, isBold: true } as const;
/** Right edges of the columns of figures, after the product. */
const columns = { quantity: 315, price: 395, discount: 465, amount: edges.right } as const;
const productWidth = 195;
const sumsFrom = 320;

function newSheet(): Sheet {
  const sheet = new Sheet(edges);
  sheet.down(margin);
  return sheet;
}

/** Title, number and days at the right; logo, name and address at the left. */
function drawHead(sheet: Sheet, document: PaperDocument, logo: JpegPicture | null): void {
  const top = sheet.y;
  sheet.down(16);
  sheet.put(document.title, edges.right, { size: 20, isBold: true }, 'right');
  sheet.down(6);
  for (const { name, text } of document.facts)
    for (const line of wrapText(`${name}: ${text}`, 230, look)) {
      sheet.down(look.size * lineHeight);
      sheet.put(line, edges.right, look, 'right');
    }
  const rightEnd = sheet.y;
  sheet.y = top;
  if (logo !== null) {
    const size = fitInto(logo, { width: 170, height: 60 });
    sheet.down(size.height);
    sheet.picture = { ...size, x: edges.left, y: sheet.y };
    sheet.down(4);
  }
  sheet.paragraph(document.shopName, { size: 13, isBold: true }, 250);
  for (const line of document.shopLines) sheet.paragraph(line, look, 250);
  sheet.y = Math.max(sheet.y, rightEnd);
}

function drawBuyer(sheet: Sheet, { buyer, words }: PaperDocument): void {
  if (buyer.length === 0) return;
  sheet.down(14);
  sheet.paragraph(words.buyer, { size: 8 });
  for (const [index, line] of buyer.entries())
    sheet.paragraph(line, index === 0 ? bold : look, 300);
}

function drawTitles(sheet: Sheet, { words, lines }: PaperDocument): void {
  const hasDiscount = lines.some(({ discount }) => discount !== '');
  sheet.down(18);
  sheet.put(words.product, edges.left, bold);
  for (const name of ['quantity', 'price', 'discount', 'amount'] as const)
    if (name !== 'discount' || hasDiscount) sheet.put(words[name], columns[name], bold, 'right');
  sheet.down(5);
  sheet.rule();
}

function heightOf(line: PaperLine): number {
  const quantity = wrapText(line.quantity, 60, look).length;
  const rows = Math.max(1, quantity, wrapText(line.product, productWidth, look).length);
  return rows * look.size * lineHeight + 3;
}

function drawLine(sheet: Sheet, line: PaperLine): void {
  const end = sheet.y + heightOf(line);
  const top = sheet.y + look.size * lineHeight;
  sheet.paragraph(line.product, look, productWidth);
  sheet.y = top;
  for (const name of ['price', 'discount', 'amount'] as const)
    sheet.put(line[name], columns[name], look, 'right');
  for (const part of wrapText(line.quantity, 60, look)) {
    sheet.put(part, columns.quantity, look, 'right');
    sheet.down(look.size * lineHeight);
  }
  sheet.y = end;
}

/** The pages that the lines fill; each new one says whose it is and repeats the titles. */
function drawLines(first: Sheet, document: PaperDocument): Sheet[] {
  const sheets = [first];
  let sheet = first;
  drawTitles(sheet, document);
  for (const line of document.lines) {
    if (sheet.y + heightOf(line) > lowest) {
      sheet = nextSheet(document);
      sheets.push(sheet);
      drawTitles(sheet, document);
    }
    drawLine(sheet, line);
  }
  sheet.down(5);
  sheet.rule();
  return sheets;
}

function nextSheet({ shopName, title, facts }: PaperDocument): Sheet {
  const sheet = newSheet();
  const [first] = facts;
  sheet.pair(shopName, `${title} ${first?.text ?? ''}`.trim(), bold);
  return sheet;
}

/** Sums, payments, note and closing words; together on a page of their own where the last has no room. */
function drawFoot(sheets: Sheet[], document: PaperDocument): void {
  const { sums, paid, note, closing } = document;
  const rows = [...sums, ...paid];
  const words = [note ?? '', ...closing].flatMap((text) => wrapText(text, 495, look));
  const height = (rows.length * 1.3 + words.length + 3) * look.size * lineHeight;
  const last = sheets.at(-1);
  let sheet = last ?? newSheet();
  if (sheet.y + height > lowest) {
    sheet = nextSheet(document);
    sheets.push(sheet);
  }
  for (const { name, text, isTotal } of rows) {
    sheet.down(2);
    sheet.pair(name, text, isTotal ? { size: 10, isBold: true } : look, sumsFrom);
  }
  for (const texts of [note === null ? [] : [note], closing]) {
    sheet.down(texts.length === 0 ? 0 : 8);
    for (const text of texts) sheet.paragraph(text, look);
  }
}

/** An invoice on A4, with the number of each page where there are more than one. */
export function invoicePages(document: PaperDocument, logo: JpegPicture | null): PdfPage[] {
  const first = newSheet();
  drawHead(first, document, logo);
  drawBuyer(first, document);
  const sheets = drawLines(first, document);
  drawFoot(sheets, document);
  const { words } = document;
  for (const [index, sheet] of sheets.entries()) {
    sheet.y = pageHeight - margin;
    const number = `${words.page} ${index + 1} ${words.of} ${sheets.length}`;
    if (sheets.length > 1) sheet.put(number, edges.right, { size: 8 }, 'right');
  }
  return sheets.map((sheet) => sheet.page(pageHeight, document.across));
}
