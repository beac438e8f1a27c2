import type { PaperSettings } from '#shared/contract/sales/paper.ts';
import type { JpegPicture, PdfPage } from '../../accountant/files/pdf-page.ts';
import type { PaperDocument, PaperLine } from './document.ts';
import { fitInto, Sheet } from './sheets.ts';
import type { Look } from './wrap.ts';

const pointsOfMm = 72 / 25.4;

/** A roll's width and what of it a till prints on, in millimetres; the size of its letters in points. */
const rolls = {
  '80': { width: 80, printed: 72, size: 9 },
  '58': { width: 58, printed: 48, size: 8 },
} as const;

function sheetOf(roll: PaperSettings['roll']): { sheet: Sheet; look: Look } {
  const { width, printed, size } = rolls[roll];
  const edge = ((width - printed) / 2) * pointsOfMm;
  const points = width * pointsOfMm;
  const sheet = new Sheet({ width: points, left: edge, right: points - edge });
  sheet.down(10);
  return { sheet, look: { size } };
}

function drawHead(sheet: Sheet, look: Look, document: PaperDocument, logo: JpegPicture | null) {
  const { left, right } = sheet.edges;
  if (logo !== null) {
    const size = fitInto(logo, { width: (right - left) * 0.7, height: 56 });
    sheet.down(size.height);
    sheet.picture = { ...size, x: (left + right - size.width) / 2, y: sheet.y };
    sheet.down(4);
  }
  sheet.centred(document.shopName, { size: look.size + 3, isBold: true });
  for (const line of document.shopLines) sheet.centred(line, look);
  sheet.down(6);
  sheet.rule();
  sheet.down(2);
  sheet.centred(document.title, { size: look.size + 1, isBold: true });
  for (const { name, text } of document.facts) sheet.pair(name, text, look);
  for (const line of document.buyer) sheet.paragraph(line, look);
  sheet.down(6);
  sheet.rule();
}

/** The product over its whole width, and below it how many at which price, and what that comes to. */
function drawLine(sheet: Sheet, look: Look, line: PaperLine, document: PaperDocument): void {
  sheet.down(2);
  sheet.paragraph(line.product, look);
  const times = line.price === '' ? line.quantity : `${line.quantity} × ${line.price}`;
  const off = line.discount === '' ? '' : `, ${document.words.discount} ${line.discount}`;
  sheet.pair(`${times}${off}`, line.amount, look);
}

/** A receipt on a till's roll: one page as long as it has to be. */
export function receiptPages(
  document: PaperDocument,
  roll: PaperSettings['roll'],
  logo: JpegPicture | null,
): PdfPage[] {
  const { sheet, look } = sheetOf(roll);
  drawHead(sheet, look, document, logo);
  for (const line of document.lines) drawLine(sheet, look, line, document);
  if (document.lines.length > 0) {
    sheet.down(6);
    sheet.rule();
  }
  for (const sum of [...document.sums, ...document.paid])
    sheet.pair(sum.name, sum.text, { ...look, isBold: sum.isTotal });
  if (document.note) {
    sheet.down(6);
    sheet.paragraph(document.note, look);
  }
  sheet.down(6);
  for (const line of document.closing) sheet.centred(line, look);
  sheet.down(14);
  return [sheet.page(null, document.across)];
}
