import type { ChartOptions } from 'chart.js';
import type { Ink } from '#renderer/components/chart/ink.ts';
import type { Mark, MarksOf } from '#renderer/components/chart/marks.ts';

/** Room for the amounts over the bars. */
const TOP_REM = 1.2;

/** Months along x, amounts from zero. */
export function pricesOptions(most: number, ink: Ink): ChartOptions<'bar'> {
  const font = { family: ink.family, size: 0.75 * ink.rem };
  return {
    layout: { padding: { top: TOP_REM * ink.rem } },
    scales: {
      x: {
        grid: { display: false },
        border: { color: ink.line },
        ticks: { color: ink.ink2, font, maxRotation: 0 },
      },
      y: { display: false, min: 0, max: Math.max(1, most) },
    },
    plugins: { tooltip: { enabled: false } },
  };
}

/** The amount over each bar; of narrow ones over the first and the last alone. */
export function pricesMarks(amounts: readonly string[]): MarksOf {
  return (chart, ink) => {
    const room = chart.chartArea.width / Math.max(1, amounts.length);
    const bars = chart.getDatasetMeta(0).data;
    const isNarrow = room < 4.5 * ink.rem;
    return bars.flatMap((bar, index): Mark[] => {
      if (isNarrow && index > 0 && index < bars.length - 1) return [];
      const y = bar.y - 0.55 * ink.rem;
      const text = amounts[index] ?? '';
      return [{ kind: 'text', text, x: bar.x, y, align: 'center', colour: ink.ink }];
    });
  };
}
