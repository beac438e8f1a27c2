import {
  type LabelSheetName,
  labelPage,
  labelPlace,
  labelSheets,
} from '#shared/domain/campaigns/label-sheets.ts';
import { type PageText, type PdfPage, pageLetters } from '../../accountant/files/pdf-page.ts';
import { wrapText } from '../../sales/paper/wrap.ts';
import { addressLines } from './address.ts';
import type { PaperPerson } from './whom.ts';

const pointsOfMm = 72 / 25.4;
/** Letters of a label, in points: as large as fits, and never too small to be read. */
const [largest, smallest, step] = [11, 6, 0.5];
const lineHeight = 1.2;
/** Where letters stand within the height of their line. */
const baseline = 0.9;

type Addressed = Pick<PaperPerson, 'name' | 'address'>;

/** A label as it is written. */
export interface Label {
  readonly size: number;
  readonly lines: readonly { readonly text: string; readonly isBold: boolean }[];
}

/** Name and address as they fit on a label; null: not even in the smallest letters. */
export function labelOf(person: Addressed, sheet: LabelSheetName): Label | null {
  const { width, height, padding } = labelSheets[sheet];
  const room = {
    width: (width - 2 * padding) * pointsOfMm,
    height: (height - 2 * padding) * pointsOfMm,
  };
  for (let size = largest; size >= smallest; size -= step) {
    const of = (text: string, isBold: boolean) =>
      wrapText(text, room.width, { size, isBold }).map((line) => ({ text: line, isBold }));
    const address = addressLines(person.address).flatMap((line) => of(line, false));
    const lines = [...of(person.name, true), ...address];
    if (lines.length * size * lineHeight <= room.height) return { size, lines };
  }
  return null;
}

/** Whether every letter of a label has a shape on paper. */
export function isLabelWhole({ lines }: Label): boolean {
  return lines.every(({ text }) => pageLetters(text).isWhole);
}

/** One label's texts, in the middle of its height, from the lower left corner of the page. */
function textsOf({ size, lines }: Label, sheet: LabelSheetName, index: number): PageText[] {
  const { padding } = labelSheets[sheet];
  const { x, y, height } = labelPlace(sheet, index);
  const tall = lines.length * size * lineHeight;
  const top = (y + height / 2) * pointsOfMm - tall / 2;
  return lines.map(({ text, isBold }, row) => ({
    ...{ text, size, isBold, x: (x + padding) * pointsOfMm },
    y: labelPage.height * pointsOfMm - top - (row + baseline) * size * lineHeight,
  }));
}

function rounded(mm: number): number {
  return Math.round(mm * pointsOfMm * 100) / 100;
}

/** Labels from the one on that is free, row by row, sheet after sheet. */
export function labelPages(
  labels: readonly Label[],
  sheet: LabelSheetName,
  from: number,
): PdfPage[] {
  const pages: PageText[][] = [];
  for (const [index, label] of labels.entries()) {
    const { page } = labelPlace(sheet, from - 1 + index);
    pages[page] ??= [];
    pages[page].push(...textsOf(label, sheet, from - 1 + index));
  }
  const [width, height] = [rounded(labelPage.width), rounded(labelPage.height)];
  return pages.map((texts) => ({ width, height, texts, rules: [] }));
}
