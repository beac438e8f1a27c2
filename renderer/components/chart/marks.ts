import type { Chart, Plugin } from 'chart.js';
import type { Ink } from './ink.ts';

/** A text or a line drawn straight onto a chart; px of the canvas. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly align?: CanvasTextAlign;
      readonly isBold?: boolean;
      readonly colour?: string;
    }
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly colour: string;
    };

/** Which marks a chart has, once its scales are laid out. */
export type MarksOf = (chart: Chart<'bar'>, ink: Ink) => readonly Mark[];

/** Font of chart text: 12 px at the usual size of text, growing with it. */
export function chartFont(ink: Ink, isBold = false): string {
  return `${isBold ? 700 : 400} ${0.75 * ink.rem}px ${ink.family}`;
}

function drawLine(context: CanvasRenderingContext2D, mark: Extract<Mark, { kind: 'line' }>): void {
  context.beginPath();
  for (const [x, y] of mark.points) context.lineTo(x, y);
  context.strokeStyle = mark.colour;
  context.lineWidth = 1.5;
  context.stroke();
}

/** Where a text is to stand, and how wide the canvas is for it; px. */
export interface TextPlace {
  readonly x: number;
  readonly align: CanvasTextAlign;
  readonly width: number;
  readonly room: number;
}

/** The left end of a text that would else run over an edge of the canvas: as near as it fits. */
export function leftEnd({ x, align, width, room }: TextPlace): number {
  const isRight = align === 'right' || align === 'end';
  const left = isRight ? x - width : align === 'center' ? x - width / 2 : x;
  return Math.max(0, Math.min(left, room - width));
}

/** A text cut to what fits, with `…` where something is left out. */
export function cutToFit(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  let length = text.length - 1;
  while (length > 0 && widthOf(`${text.slice(0, length).trimEnd()}…`) > room) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}

function drawText(
  context: CanvasRenderingContext2D,
  mark: Extract<Mark, { kind: 'text' }>,
  ink: Ink,
  room: number,
): void {
  context.font = chartFont(ink, mark.isBold);
  context.fillStyle = mark.colour ?? ink.ink2;
  context.textAlign = 'left';
  const widthOf = (text: string) => context.measureText(text).width;
  const text = cutToFit(mark.text, room, widthOf);
  const place = { x: mark.x, align: mark.align ?? 'left', width: widthOf(text), room };
  context.fillText(text, leftEnd(place), mark.y);
}

function drawMarks(chart: Chart<'bar'>, marks: readonly Mark[], ink: Ink): void {
  const context = chart.ctx;
  context.save();
  context.textBaseline = 'middle';
  for (const mark of marks) {
    if (mark.kind === 'line') {
      drawLine(context, mark);
      continue;
    }
    drawText(context, mark, ink, chart.width);
  }
  context.restore();
}

/** Draws what `current` answers on top of the bars: the labels that make a legend needless. */
export function marksPlugin(current: () => { marks: MarksOf; ink: Ink }): Plugin<'bar'> {
  return {
    id: 'marks',
    afterDatasetsDraw(chart) {
      const { marks, ink } = current();
      drawMarks(chart as Chart<'bar'>, marks(chart as Chart<'bar'>, ink), ink);
    },
  };
}
