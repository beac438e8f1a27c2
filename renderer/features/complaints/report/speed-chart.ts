import type { ChartOptions } from 'chart.js';
import type { Ink } from '#renderer/components/chart/ink.ts';
import type { Mark, MarksOf } from '#renderer/components/chart/marks.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';

export type Times = ComplaintReport['answer'];

/** One row of the chart; its texts stand above the bar. */
export interface SpeedRow {
  readonly name: string;
  readonly times: Times;
  readonly median: string;
  readonly p90: string;
}

const MINUTES_AN_HOUR = 60;
/** Room at the right for the end of the longest bar. */
const END_ROOM = 1.08;

const hours = (minutes: number | null) => (minutes ?? 0) / MINUTES_AN_HOUR;

/** Where the bars of a row end, in hours: half of them done, nine of ten done (0: not reached). */
export function endsOf({ medianMinutes, p90Minutes }: Times): { half: number; most: number } {
  return { half: hours(medianMinutes), most: Math.max(hours(medianMinutes), hours(p90Minutes)) };
}

/** Business hours along x, from zero; the rows' names stand over their bars. */
export function speedOptions(
  rows: readonly SpeedRow[],
  unit: string,
  ink: Ink,
): ChartOptions<'bar'> {
  const font = { family: ink.family, size: 0.75 * ink.rem };
  const longest = Math.max(0.1, ...rows.map((row) => endsOf(row.times).most));
  return {
    indexAxis: 'y',
    scales: {
      x: {
        stacked: false,
        min: 0,
        max: longest * END_ROOM,
        border: { display: false },
        grid: { color: ink.grid },
        ticks: { color: ink.ink2, font, maxTicksLimit: 6, includeBounds: false },
        title: { display: true, text: unit, color: ink.ink3, font, align: 'end', padding: 0 },
      },
      y: { display: false },
    },
    plugins: { tooltip: { enabled: false } },
  };
}

/** Over each row's bar: its name, and the two times in words. */
export function speedMarks(rows: readonly SpeedRow[]): MarksOf {
  return (chart, ink) => {
    const { y } = chart.scales;
    if (y === undefined) return [];
    const { left, right } = chart.chartArea;
    return rows.flatMap((row, index): Mark[] => {
      const line = y.getPixelForValue(index) - 1.15 * ink.rem;
      const text = { kind: 'text', y: line } as const;
      return [
        { ...text, text: row.name, x: left, isBold: true, colour: ink.ink },
        { ...text, text: `${row.median} · ${row.p90}`, x: right, align: 'right' },
      ];
    });
  };
}
