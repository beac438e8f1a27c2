import {
  type PagePicture,
  type PdfPage,
  pageHeight,
  pageWidth,
} from '../../accountant/files/pdf-page.ts';
import { wrapText } from '../../sales/paper/wrap.ts';
import { type Block, slipEdges } from './slip.ts';

const margin = 36;
/** What is cut along lies in the middle of it. */
const gap = 26;
const small = { size: 7 } as const;

/** How slips fill pages. */
export interface SlipPages {
  readonly pages: readonly PdfPage[];
  /** Slips on one page; one that needs several pages is 1. */
  readonly slips: number;
}

/** Blocks with their place on a page, from the top down. */
type Placed = { readonly block: Block; readonly top: number };

function moved<T extends { readonly y: number }>(one: T, top: number): T {
  return { ...one, y: pageHeight - top - one.y };
}

/** The page as it is drawn, from below. */
function drawn(placed: readonly Placed[], cuts: readonly number[], foot: string): PdfPage {
  const { left, right } = slipEdges;
  const hint = wrapText(foot, right - left, small);
  const pictures = placed.flatMap(({ block, top }): PagePicture[] =>
    block.picture === null ? [] : [moved(block.picture, top)],
  );
  return {
    ...{ width: pageWidth, height: pageHeight, pictures },
    texts: [
      ...placed.flatMap(({ block, top }) => block.texts.map((one) => moved(one, top))),
      ...hint.map((text, index) => ({
        ...{ text, x: left, y: 14 + (hint.length - 1 - index) * 9, ...small },
      })),
    ],
    rules: [
      ...placed.flatMap(({ block, top }) => block.rules.map((one) => moved(one, top))),
      ...cuts.map((y) => ({ from: 0, to: pageWidth, y: pageHeight - y })),
    ],
    boxes: placed.flatMap(({ block, top }) => block.boxes.map((one) => moved(one, top))),
  };
}

function stacked(blocks: readonly Block[], top: number): Placed[] {
  let y = top;
  return blocks.map((block) => {
    const placed = { block, top: y };
    y += block.height;
    return placed;
  });
}

function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0);
}

const room = pageHeight - 2 * margin;

/** Short ones stand several on a page, with a line to cut along; a long one goes on over pages. */
export function slipPages(blocks: readonly Block[], foot: string, shopName: string): SlipPages {
  const tall = heightOf(blocks);
  const slips = Math.max(1, Math.floor((room + gap) / (tall + gap)));
  if (tall <= room) {
    const tops = Array.from({ length: slips }, (_, index) => margin + index * (tall + gap));
    const cuts = tops.slice(1).map((top) => top - gap / 2);
    return {
      pages: [
        drawn(
          tops.flatMap((top) => stacked(blocks, top)),
          cuts,
          foot,
        ),
      ],
      slips,
    };
  }
  const sheets: Block[][] = [[]];
  for (const block of blocks) {
    const last = sheets.at(-1) ?? [];
    if (last.length > 0 && heightOf(last) + block.height > room) sheets.push([block]);
    else last.push(block);
  }
  // Sheets of one slip come apart in a hand: each says whose it is, and which.
  const pages = sheets.map((sheet, index) => {
    const page = drawn(stacked(sheet, margin), [], foot);
    const text = `${shopName}  ${index + 1}/${sheets.length}`;
    const head = {
      ...small,
      text,
      x: slipEdges.right,
      y: pageHeight - 24,
      align: 'right' as const,
    };
    return { ...page, texts: [...page.texts, head] };
  });
  return { pages, slips };
}
