import type { ChartOptions } from 'chart.js';
import { BarChart } from './bar-chart.tsx';
import { type Ink, useInk } from './ink.ts';
import type { Mark, MarksOf } from './marks.ts';

/** One column: its name below, what stands over it, and how far it may be off. */
export interface Column {
  readonly name: string;
  readonly value: number;
  readonly over?: string;
  readonly range?: { readonly low: number; readonly high: number };
  /** `main`: what the sentence is about; `open`: not there yet. */
  readonly look: 'main' | 'plain' | 'middle' | 'open';
}

interface Props {
  readonly label: string;
  readonly columns: readonly Column[];
  /** How the values along the axis are written. */
  number(value: number): string;
}

const HEIGHT_REM = 13;
const ROOM = 1.15;

function colourOf({ look }: Column, ink: Ink): string {
  return { main: ink.top, plain: ink.small, middle: ink.medium, open: ink.rest }[look];
}

function bounds(columns: readonly Column[]): { min: number; max: number } {
  const all = columns.flatMap(({ value, range }) => [value, range?.low ?? 0, range?.high ?? 0]);
  const [least, most] = [Math.min(0, ...all), Math.max(0, ...all)];
  return { min: least * ROOM, max: Math.max(most * ROOM, least === 0 ? 1e-9 : 0) };
}

function optionsOf({ columns, number }: Props, ink: Ink): ChartOptions<'bar'> {
  const font = { family: ink.family, size: 0.75 * ink.rem };
  return {
    layout: { padding: { top: 0.9 * ink.rem } },
    scales: {
      x: {
        grid: { display: false },
        border: { color: ink.line },
        ticks: { color: ink.ink2, font, maxRotation: 0, autoSkip: true },
      },
      y: {
        ...bounds(columns),
        border: { display: false },
        grid: { color: ink.grid },
        ticks: {
          color: ink.ink2,
          font,
          maxTicksLimit: 5,
          includeBounds: false,
          callback: (value) => number(Number(value)),
        },
      },
    },
    plugins: { tooltip: { enabled: false } },
  };
}

/** Over the columns what they are called there, and a line from the least to the most. */
function marksOf(columns: readonly Column[]): MarksOf {
  return (chart, ink) => {
    const { x, y } = chart.scales;
    if (x === undefined || y === undefined) return [];
    return columns.flatMap(({ value, over, range }, index): Mark[] => {
      const middle = x.getPixelForValue(index);
      const top = y.getPixelForValue(Math.max(0, value, range?.high ?? 0));
      const marks: Mark[] = [];
      if (range !== undefined) {
        const [low, high] = [range.low, range.high].map((end) => y.getPixelForValue(end));
        const points = [
          [middle, low ?? 0],
          [middle, high ?? 0],
        ] as const;
        marks.push({ kind: 'line', points, colour: ink.ink2 });
      }
      if (over !== undefined)
        marks.push({
          kind: 'text',
          text: over,
          x: middle,
          y: top - 0.6 * ink.rem,
          align: 'center',
        });
      return marks;
    });
  };
}

/** Columns side by side in the order of time, on an axis from zero. */
export function Columns(props: Props) {
  const ink = useInk();
  const { label, columns } = props;
  const set = {
    data: columns.map(({ value }) => value),
    backgroundColor: columns.map((column) => colourOf(column, ink)),
    barPercentage: 0.8,
    categoryPercentage: 1,
    borderRadius: 2,
  };
  return (
    <BarChart
      label={label}
      heightRem={HEIGHT_REM}
      ink={ink}
      data={{ labels: columns.map(({ name }) => name), datasets: [set] }}
      options={optionsOf(props, ink)}
      marks={marksOf(columns)}
    />
  );
}
