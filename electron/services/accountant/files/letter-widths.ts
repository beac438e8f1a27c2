/** Widths of Helvetica in thousandths of its size, from the blank to the tilde (Adobe's metrics of it). */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** The same of its bold. */
const BOLD_WIDTHS = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
  611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
  278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
const USUAL_WIDTH = 556;
const USUAL_BOLD_WIDTH = 611;

type Widths = readonly [plain: number, bold: number];

/** The same of letters and signs beyond those, in both, where they are not as wide as the letter without its mark. */
const OTHER_WIDTHS: ReadonlyMap<number, Widths> = new Map<number, Widths>([
  // In the encoding of the page: the euro, three dots, quotes and dashes.
  ...([
    [0x80, [556, 556]],
    [0x85, [1000, 1000]],
    [0x91, [222, 278]],
    [0x92, [222, 278]],
    [0x93, [333, 500]],
    [0x94, [333, 500]],
    [0x96, [556, 556]],
    [0x97, [1000, 1000]],
  ] as const),
  ...Object.entries<Widths>({
    ...{ '¡': [333, 333], '¢': [556, 556], '£': [556, 556], '¤': [556, 556], '¥': [556, 556] },
    ...{ '¦': [260, 280], '§': [556, 556], '¨': [333, 333], '©': [737, 737], ª: [370, 370] },
    ...{ '«': [556, 556], '¬': [584, 584], '\u00ad': [333, 333], '®': [737, 737] },
    ...{ '¯': [333, 333], '°': [400, 400], '±': [584, 584], '²': [333, 333], '³': [333, 333] },
    ...{ '´': [333, 333], µ: [556, 611], '¶': [537, 556], '·': [278, 278], '¸': [333, 333] },
    ...{ '¹': [333, 333], º: [365, 365], '»': [556, 556], '¼': [834, 834], '½': [834, 834] },
    ...{ '¾': [834, 834], '¿': [611, 611], Æ: [1000, 1000], æ: [889, 889], Ð: [722, 722] },
    ...{ '×': [584, 584], Ø: [778, 778], ø: [611, 611], '÷': [584, 584], Þ: [667, 667] },
    ...{ ß: [611, 611], ð: [556, 611], þ: [556, 611], ì: [278, 278], í: [278, 278] },
    ...{ î: [278, 278], ï: [278, 278] },
  }).map(([letter, widths]) => [letter.charCodeAt(0), widths] as const),
]);

/** How wide a letter is in the page's encoding, in thousandths of its size; one with a mark as the letter below it. */
export function letterWidth(code: number, isBold: boolean): number {
  const own = (isBold ? BOLD_WIDTHS : WIDTHS)[code - 32];
  if (own !== undefined) return own;
  const other = OTHER_WIDTHS.get(code);
  if (other !== undefined) return other[isBold ? 1 : 0];
  const bare = String.fromCharCode(code).normalize('NFD').charCodeAt(0);
  const usual = isBold ? USUAL_BOLD_WIDTH : USUAL_WIDTH;
  return (isBold ? BOLD_WIDTHS : WIDTHS)[bare - 32] ?? usual;
}
