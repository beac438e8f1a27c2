import type { ChartOptions } from 'chart.js';
import { BarChart } from './bar-chart.tsx';
import { type Ink, useInk } from './ink.ts';
import type { Mark, MarksOf } from './marks.ts';

/** One bar: its name on the left, what it comes to at its end. */
export interface LabelledBar {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  /** In a column of its own at the right. */
  readonly beside?: string;
  readonly isMain: boolean;
}

interface Props {
  readonly label: string;
  readonly bars: readonly LabelledBar[];
  /** Heads of the bars and of the column beside them. */
  readonly heads?: { readonly bars: string; readonly beside: string };
  readonly onPick?: (index: number) => void;
}

const LONGEST_NAME = 26;
const TEXT_ROOM = 1.35;
const BESIDE_ROOM = 1.9;

function short(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name;
}

function optionsOf(bars: readonly LabelledBar[], hasHeads: boolean, ink: Ink): ChartOptions<'bar'> {
  const hasBeside = bars.some((bar) => bar.beside !== undefined);
  const most = Math.max(1e-9, ...bars.map((bar) => bar.value));
  return {
    indexAxis: 'y',
    layout: { padding: { top: hasHeads ? 1.4 * ink.rem : 0 } },
    scales: {
      x: { display: false, min: 0, max: most * (hasBeside ? BESIDE_ROOM : TEXT_ROOM) },
      y: {
        grid: { display: false },
        border: { display: false },
        ticks: {
          crossAlign: 'far',
          autoSkip: false,
          color: ink.ink,
          font: { family: ink.family, size: 0.75 * ink.rem },
        },
      },
    },
    plugins: { tooltip: { enabled: false } },
  };
}

function marksOf(bars: readonly LabelledBar[], heads: Props['heads']): MarksOf {
  return (chart, ink) => {
    const { x, y } = chart.scales;
    if (x === undefined || y === undefined) return [];
    const { left, right } = chart.chartArea;
    const rows = bars.flatMap((bar, index): Mark[] => {
      const middle = y.getPixelForValue(index);
      const end = x.getPixelForValue(bar.value) + 0.4 * ink.rem;
      const colour = bar.value === 0 ? ink.ink3 : ink.ink;
      const own: Mark = { kind: 'text', text: bar.text, x: end, y: middle, colour };
      if (bar.beside === undefined) return [own];
      return [own, { kind: 'text', text: bar.beside, x: right, y: middle, align: 'right' }];
    });
    if (heads === undefined) return rows;
    const head = { kind: 'text', y: 0.5 * ink.rem, colour: ink.ink3 } as const;
    return [
      { ...head, text: heads.bars, x: left },
      { ...head, text: heads.beside, x: right, align: 'right' },
      ...rows,
    ];
  };
}

/** Bars from the left, the greatest first, each named and labelled; those the sentence is about stand out. */
export function LabelledBars({ label, bars, heads, onPick }: Props) {
  const ink = useInk();
  const set = {
    data: bars.map((bar) => bar.value),
    backgroundColor: bars.map((bar) => (bar.isMain ? ink.top : ink.small)),
    barPercentage: 0.75,
    categoryPercentage: 1,
    borderRadius: 2,
  };
  return (
    <BarChart
      label={label}
      heightRem={bars.length * 1.625 + (heads === undefined ? 0.25 : 1.65)}
      ink={ink}
      data={{ labels: bars.map((bar) => short(bar.name)), datasets: [set] }}
      options={optionsOf(bars, heads !== undefined, ink)}
      marks={marksOf(bars, heads)}
      {...(onPick === undefined ? {} : { onPick: (_set: number, index: number) => onPick(index) })}
    />
  );
}
