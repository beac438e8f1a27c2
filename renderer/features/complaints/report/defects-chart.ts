import type { ChartOptions } from 'chart.js';
import type { Ink } from '#renderer/components/chart/ink.ts';
import type { Mark, MarksOf } from '#renderer/components/chart/marks.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';

export type Product = ComplaintReport['defects'][number];
export type Month = Product['months'][number];

/** Words beside the chart's lines. */
export interface DefectWords {
  readonly upper: string;
  readonly centre: string;
  month(month: Month): string;
  number(value: number): string;
}

/** The highest of all that is drawn. */
function topOf(product: Product): number {
  const values = product.months.flatMap((month) => [month.per100 ?? 0, month.upper ?? 0]);
  return Math.max(0.01, ...values) * 1.12;
}

/** Months along x, defects per 100 up from zero, room at the right for the names of the lines. */
export function defectOptions(product: Product, words: DefectWords, ink: Ink): ChartOptions<'bar'> {
  const font = { family: ink.family, size: 0.75 * ink.rem };
  return {
    layout: { padding: { top: 0.9 * ink.rem, right: 5.2 * ink.rem } },
    scales: {
      x: {
        grid: { display: false },
        border: { color: ink.line },
        ticks: { color: ink.ink2, font, maxRotation: 0, autoSkip: true },
      },
      y: {
        min: 0,
        max: topOf(product),
        border: { display: false },
        grid: { color: ink.grid },
        ticks: {
          color: ink.ink2,
          font,
          maxTicksLimit: 5,
          includeBounds: false,
          callback: (value) => words.number(Number(value)),
        },
      },
    },
  };
}

/** A stepped line over the months that have that limit, broken where nothing was sold. */
function steps(
  product: Product,
  limit: (month: Month) => number | null,
  at: { x(index: number): number; y(value: number): number; half: number },
  colour: string,
): Mark[] {
  const runs: [number, number][][] = [[]];
  for (const [index, month] of product.months.entries()) {
    const value = limit(month);
    if (value === null) runs.push([]);
    else {
      const middle = at.x(index);
      runs.at(-1)?.push([middle - at.half, at.y(value)], [middle + at.half, at.y(value)]);
    }
  }
  return runs
    .filter((points) => points.length > 0)
    .map((points) => ({ kind: 'line', points, colour }));
}

/** The limits and the centre with their names, and the rate over every bar that is out of them. */
export function defectMarks(product: Product, words: DefectWords): MarksOf {
  return (chart, ink) => {
    const { x, y } = chart.scales;
    const centre = product.per100;
    if (x === undefined || y === undefined || centre === null) return [];
    const step = x.getPixelForValue(1) - x.getPixelForValue(0);
    const at = {
      x: (index: number) => x.getPixelForValue(index),
      y: (value: number) => y.getPixelForValue(value),
      half: step / 2,
    };
    const end = chart.chartArea.right + 0.4 * ink.rem;
    const last = product.months.findLast((month) => month.upper !== null)?.upper ?? centre;
    const name = (text: string, value: number, nudge = 0): Mark => ({
      kind: 'text',
      text,
      x: end,
      y: at.y(value) + nudge,
      colour: ink.ink3,
    });
    const isClose = Math.abs(at.y(last) - at.y(centre)) < ink.rem;
    const out = product.months.flatMap((month, index): Mark[] => {
      if (!month.isOut || month.per100 === null) return [];
      const top = at.y(month.per100) - 0.55 * ink.rem;
      const text = words.number(month.per100);
      const colour = ink.alert;
      return [
        { kind: 'text', text, x: at.x(index), y: top, align: 'center', isBold: true, colour },
      ];
    });
    return [
      ...steps(product, (month) => month.upper, at, ink.ink3),
      ...steps(product, (month) => (month.lower === 0 ? null : month.lower), at, ink.ink3),
      ...steps(product, (month) => (month.per100 === null ? null : centre), at, ink.line),
      ...out,
      name(words.upper, last, isClose ? -0.5 * ink.rem : 0),
      name(words.centre, centre, isClose ? 0.5 * ink.rem : 0),
    ];
  };
}
