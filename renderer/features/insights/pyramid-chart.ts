import type { ChartData, ChartOptions } from 'chart.js';
import type { Ink } from '#renderer/components/chart/ink.ts';
import { chartFont, type Mark, type MarksOf } from '#renderer/components/chart/marks.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { Layer } from '#shared/contract/customers.ts';
import type { Output } from '#shared/contract/index.ts';

export type Pyramid = Output<'insights.pyramid'>;
export type LayerRow = Pyramid['layers'][number];

/** Names of the layers and heads of the columns. */
export interface PyramidWords {
  layer(layer: Layer): string;
  readonly people: string;
  readonly revenue: string;
  readonly customers: string;
}

/** Room behind a column's longest bar for its label, as a part of that bar. */
const LABEL_ROOM = 0.3;

export function isActiveLayer(layer: Layer): boolean {
  return layer === 'top' || layer === 'large' || layer === 'medium' || layer === 'small';
}

function colourOf(layer: Layer, ink: Ink): string {
  if (layer === 'top' || layer === 'large' || layer === 'medium' || layer === 'small') {
    return ink[layer];
  }
  return ink.rest;
}

/** Where the second column begins, in the unit of both: a share of 1. */
function columnWidth(layers: readonly LayerRow[]): number {
  const shares = layers.flatMap((row) => [row.revenueShare, row.customerShare]);
  return Math.max(0.01, ...shares) * (1 + LABEL_ROOM);
}

/** Two columns of bars on one scale: the share of revenue, and beside it the share of customers. */
export function pyramidData(
  layers: readonly LayerRow[],
  words: PyramidWords,
  ink: Ink,
): ChartData<'bar', [number, number][]> {
  const second = columnWidth(layers);
  const colours = layers.map((row) => colourOf(row.layer, ink));
  const look = {
    backgroundColor: colours,
    grouped: false,
    borderRadius: 2,
    borderSkipped: false as const,
  };
  const bar = { ...look, barPercentage: 0.8, categoryPercentage: 1 };
  return {
    labels: layers.map((row) => words.layer(row.layer)),
    datasets: [
      { ...bar, data: layers.map((row) => [0, Math.max(0, row.revenueShare)]) },
      { ...bar, data: layers.map((row) => [second, second + row.customerShare]) },
    ],
  };
}

/** Names on the left with the people of each layer beside them, nothing else drawn but the bars. */
export function pyramidOptions(
  layers: readonly LayerRow[],
  countRoom: number,
  ink: Ink,
): ChartOptions<'bar'> {
  return {
    indexAxis: 'y',
    layout: { padding: { top: 1.4 * ink.rem } },
    scales: {
      x: { display: false, min: 0, max: 2 * columnWidth(layers) },
      y: {
        grid: { display: false },
        border: { display: false },
        afterFit: (axis) => {
          axis.width += countRoom;
        },
        ticks: {
          crossAlign: 'far',
          autoSkip: false,
          color: ink.ink,
          font: { family: ink.family, size: 0.75 * ink.rem },
        },
      },
    },
  };
}

/** Heads of the columns, the people of each layer, and each bar's share at its end. */
export function pyramidMarks(
  layers: readonly LayerRow[],
  words: PyramidWords,
  format: Format,
): MarksOf {
  const second = columnWidth(layers);
  return (chart, ink) => {
    const { x, y } = chart.scales;
    if (x === undefined || y === undefined) return [];
    const countEnd = chart.chartArea.left - 0.9 * ink.rem;
    const at = (value: number) => x.getPixelForValue(value);
    const head = { kind: 'text', y: 0.5 * ink.rem, colour: ink.ink3 } as const;
    const label = (text: string, end: number, middle: number): Mark => {
      const colour = text === '0' ? ink.ink3 : ink.ink;
      return { kind: 'text', text, x: at(end) + 0.4 * ink.rem, y: middle, colour };
    };
    const rows = layers.flatMap((row, index): Mark[] => {
      const middle = y.getPixelForValue(index);
      const count = format.number(row.customers);
      return [
        { kind: 'text', text: count, x: countEnd, y: middle, align: 'right' },
        label(shareText(format, row.revenueShare), Math.max(0, row.revenueShare), middle),
        label(shareText(format, row.customerShare), second + row.customerShare, middle),
      ];
    });
    return [
      { ...head, text: words.people, x: countEnd, align: 'right' },
      { ...head, text: words.revenue, x: at(0) },
      { ...head, text: words.customers, x: at(second) },
      ...rows,
    ];
  };
}

/** `41`, and one decimal where a whole per cent would hide it (`0,4`). */
export function shareText(format: Format, share: number): string {
  const isSmall = share !== 0 && Math.abs(share) < 0.01;
  return format.number(share * 100, isSmall ? 1 : 0);
}

/** Px that the widest count of people needs, with room on both sides. */
export function countRoomOf(
  layers: readonly LayerRow[],
  words: PyramidWords,
  ink: Ink,
  format: Format,
) {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return 4 * ink.rem;
  context.font = chartFont(ink);
  const texts = [words.people, ...layers.map((row) => format.number(row.customers))];
  return Math.max(...texts.map((text) => context.measureText(text).width)) + 2 * ink.rem;
}
