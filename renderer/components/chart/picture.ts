import type { Ink } from './ink.ts';

/** What a chart needs to be understood without the screen around it. */
export interface PictureText {
  readonly title: string;
  readonly plotted: string;
  /** Whose figures, of which day. */
  readonly source: string;
}

const MARGIN = 16;
const GAP = 8;

/** Breaks a text into lines no wider than `width` px in the context's font. */
function wrap(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && context.measureText(longer).width <= width) {
      lines[lines.length - 1] = longer;
    } else lines.push(word);
  }
  return lines;
}

interface Line {
  readonly text: string;
  readonly font: string;
  readonly colour: string;
  readonly height: number;
}

function linesOf(
  context: CanvasRenderingContext2D,
  words: PictureText,
  ink: Ink,
  width: number,
): { head: Line[]; foot: Line[] } {
  const make = (text: string, size: number, weight: number, colour: string): Line[] => {
    const font = `${weight} ${size * ink.rem}px ${ink.family}`;
    context.font = font;
    const height = size * ink.rem * 1.35;
    return wrap(context, text, width).map((line) => ({ text: line, font, colour, height }));
  };
  return {
    head: [...make(words.title, 0.9375, 700, ink.ink), ...make(words.plotted, 0.75, 400, ink.ink2)],
    foot: make(words.source, 0.75, 400, ink.ink3),
  };
}

/** Draws the charts below their title on one canvas, at the charts' own resolution. */
export function drawPicture(
  charts: readonly HTMLCanvasElement[],
  words: PictureText,
  ink: Ink,
): HTMLCanvasElement {
  const first = charts[0];
  const scale = first === undefined ? 1 : first.width / Math.max(1, first.clientWidth);
  const width = Math.max(...charts.map((chart) => chart.width / scale));
  const picture = document.createElement('canvas');
  const context = picture.getContext('2d');
  if (context === null) return picture;
  const { head, foot } = linesOf(context, words, ink, width);
  const heightOf = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + line.height, 0);
  const chartsHeight = charts.reduce((sum, chart) => sum + chart.height / scale + GAP, 0);
  picture.width = Math.ceil((width + 2 * MARGIN) * scale);
  picture.height = Math.ceil(
    (heightOf([...head, ...foot]) + chartsHeight + 2 * MARGIN + GAP) * scale,
  );
  context.scale(scale, scale);
  context.fillStyle = ink.surface;
  context.fillRect(0, 0, picture.width, picture.height);
  context.textBaseline = 'top';
  let y = MARGIN;
  const write = (lines: readonly Line[]) => {
    for (const line of lines) {
      context.font = line.font;
      context.fillStyle = line.colour;
      context.fillText(line.text, MARGIN, y);
      y += line.height;
    }
  };
  write(head);
  y += GAP;
  for (const chart of charts) {
    context.drawImage(chart, MARGIN, y, chart.width / scale, chart.height / scale);
    y += chart.height / scale + GAP;
  }
  write(foot);
  return picture;
}

function blobOf(picture: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    picture.toBlob((blob) => {
      if (blob === null) reject(new Error('the picture is empty'));
      else resolve(blob);
    }, 'image/png');
  });
}

function save(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Puts a picture on the clipboard; where that is refused it is saved as a file. Says which. */
export async function copyPicture(
  picture: HTMLCanvasElement,
  fileName: string,
): Promise<'copied' | 'saved'> {
  const blob = await blobOf(picture);
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    return 'copied';
  } catch {
    save(blob, fileName);
    return 'saved';
  }
}
