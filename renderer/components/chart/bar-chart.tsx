import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartData,
  type ChartOptions,
  LinearScale,
  Tooltip,
} from 'chart.js';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { Bar } from 'react-chartjs-2';
import classes from './chart.module.css';
import type { Ink } from './ink.ts';
import { type MarksOf, marksPlugin } from './marks.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

interface Props {
  /** What the chart shows, for who cannot see it; the table behind it has the figures. */
  readonly label: string;
  readonly heightRem: number;
  readonly ink: Ink;
  readonly data: ChartData<'bar', (number | [number, number] | { x: number; y: number })[]>;
  readonly options: ChartOptions<'bar'>;
  readonly marks: MarksOf;
  /** A bar was clicked; everything it does must be reachable elsewhere by keyboard. */
  readonly onPick?: (dataset: number, index: number) => void;
}

function tooltipOf(ink: Ink) {
  const font = { family: ink.family, size: 0.75 * ink.rem };
  return {
    animation: false as const,
    displayColors: false,
    backgroundColor: ink.ink,
    titleColor: ink.surface,
    bodyColor: ink.surface,
    titleFont: { ...font, weight: 700 as const },
    bodyFont: font,
    padding: 8,
    cornerRadius: 4,
    caretSize: 4,
  };
}

let hasCanvas: boolean | null = null;

/** Whether there is a canvas to draw on; without one the table has to do. */
function canDraw(): boolean {
  hasCanvas ??= document.createElement('canvas').getContext('2d') !== null;
  return hasCanvas;
}

/** What all charts have in common: still, at least twice as fine as the screen's px so that pictures are sharp. */
function allOptions(
  options: ChartOptions<'bar'>,
  ink: Ink,
  onPick: Props['onPick'],
): ChartOptions<'bar'> {
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    devicePixelRatio: Math.max(2, window.devicePixelRatio),
    ...options,
    font: { family: ink.family, size: 0.75 * ink.rem },
    color: ink.ink2,
    plugins: { ...options.plugins, tooltip: { ...tooltipOf(ink), ...options.plugins?.tooltip } },
    onHover: (event, hit) => {
      const target = event.native?.target;
      if (onPick === undefined || !(target instanceof HTMLElement)) return;
      target.style.cursor = hit.length > 0 ? 'pointer' : 'default';
    },
    onClick: (_event, hit) => {
      const first = hit[0];
      if (first !== undefined) onPick?.(first.datasetIndex, first.index);
    },
  };
}

/** Bars that are still, without a legend, labelled where they end; redrawn when the ink changes. */
export function BarChart(props: Props) {
  const { label, heightRem, ink, data, options, marks, onPick } = props;
  const chart = useRef<Chart<'bar'>>(null);
  const latest = useRef({ marks, ink });
  // Before the chart's own effect draws with it.
  useLayoutEffect(() => {
    latest.current = { marks, ink };
  });
  useEffect(() => {
    let isGone = false;
    // Text that was drawn before its font had come is drawn again.
    void Promise.resolve(document.fonts?.ready).then(() => {
      if (!isGone) chart.current?.update();
    });
    return () => {
      isGone = true;
    };
  }, []);
  const plugins = useMemo(() => [marksPlugin(() => latest.current)], []);
  const all = allOptions(options, ink, onPick);
  if (!canDraw()) return <div role="img" aria-label={label} />;
  return (
    <div className={classes.chart} style={{ height: `${heightRem}rem` }}>
      <Bar
        ref={chart as never}
        role="img"
        aria-label={label}
        data={data as never}
        options={all}
        plugins={plugins}
      />
    </div>
  );
}
