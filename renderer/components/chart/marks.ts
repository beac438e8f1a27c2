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

function drawMarks(context: CanvasRenderingContext2D, marks: readonly Mark[], ink: Ink): void {
  context.save();
  context.textBaseline = 'middle';
  for (const mark of marks) {
    if (mark.kind === 'line') {
      drawLine(context, mark);
      continue;
    }
    context.font = chartFont(ink, mark.isBold);
    context.fillStyle = mark.colour ?? ink.ink2;
    context.textAlign = mark.align ?? 'left';
    context.fillText(mark.text, mark.x, mark.y);
  }
  context.restore();
}

/** Draws what `current` answers on top of the bars: the labels that make a legend needless. */
export function marksPlugin(current: () => { marks: MarksOf; ink: Ink }): Plugin<'bar'> {
  return {
    id: 'marks',
    afterDatasetsDraw(chart) {
      const { marks, ink } = current();
      drawMarks(chart.ctx, marks(chart as Chart<'bar'>, ink), ink);
    },
  };
}
