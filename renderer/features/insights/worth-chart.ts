import type { ChartOptions } from 'chart.js';
import type { Ink } from '#renderer/components/chart/ink.ts';
import { chartFont, type Mark, type MarksOf } from '#renderer/components/chart/marks.ts';
import { localeTag } from '#renderer/components/format-date.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import { minorDigits } from '#shared/domain/currency.ts';

export type Worth = Output<'insights.worth'>;
export type Band = Worth['bands'][number];
type Bar = Band['bars'][number];

/** A bar with its band and its place on the axis, in bar widths. */
export interface PlacedBar extends Bar {
  readonly band: Band;
  readonly x: number;
}

/** Words that stand in the chart itself. */
export interface WorthWords {
  bandName(band: Band): string;
  people(count: number): string;
  /** Under the last, open bar. */
  readonly more: string;
}

const BAND_GAP = 0.35;

/** All bars in a row, with a gap between the bands. */
export function placeBars(worth: Worth): PlacedBar[] {
  const bands = worth.bands.filter((band) => band.bars.length > 0);
  const placed: PlacedBar[] = [];
  for (const [index, band] of bands.entries()) {
    for (const bar of band.bars) placed.push({ ...bar, band, x: placed.length + index * BAND_GAP });
  }
  return placed;
}

/** The colour of a bar: its band's, and a warning for those who bring nothing or cost something. */
export function barColour(bar: PlacedBar, ink: Ink): string {
  return bar.fromMinor === null ? ink.alert : bandColour(bar.band.band, ink);
}

/** The ramp's colour of a band: the high ones stand out. */
export function bandColour(band: Band['band'], ink: Ink): string {
  return { low: ink.small, middle: ink.medium, high: ink.top }[band];
}

/** `100 rb`, `1,5 jt` without the currency, which the line above the chart names. */
export function compactAmount(minor: number, format: Format): string {
  const units = minor / 10 ** minorDigits(format.currency);
  return new Intl.NumberFormat(localeTag(format.language), {
    notation: 'compact',
    maximumFractionDigits: 1,
  })
    .format(units)
    .replace(/\s/g, '\u00a0')
    .replace(/^-/, '\u2212');
}

/** Axes of the distribution: places along x, customers from zero up, nothing drawn but the bars. */
export function worthOptions(bars: readonly PlacedBar[], ink: Ink): ChartOptions<'bar'> {
  const most = Math.max(1, ...bars.map((bar) => bar.customers));
  return {
    layout: { padding: { top: 2.4 * ink.rem, bottom: 1.3 * ink.rem } },
    scales: {
      x: {
        type: 'linear',
        offset: false,
        display: false,
        min: -0.5,
        max: (bars.at(-1)?.x ?? 0) + 0.5,
        // Bars are as wide as the smallest distance, that between ticks included.
        afterBuildTicks: (axis) => {
          axis.ticks = [];
        },
      },
      y: { display: false, min: 0, max: most },
    },
  };
}

/** Labels of the distribution: each band's name and people, each bar's count, the edges below. */
export function worthMarks(bars: readonly PlacedBar[], words: WorthWords, format: Format): MarksOf {
  return (chart, ink) => {
    const { x, y } = chart.scales;
    if (x === undefined || y === undefined) return [];
    const left = (bar: PlacedBar) => x.getPixelForValue(bar.x - 0.47);
    const counts = bars.map(
      (bar): Mark => ({
        kind: 'text',
        text: format.number(bar.customers),
        x: x.getPixelForValue(bar.x),
        y: y.getPixelForValue(bar.customers) - 0.55 * ink.rem,
        align: 'center',
        colour: bar.customers === 0 ? ink.ink3 : ink.ink,
      }),
    );
    const heads = bars
      .filter((bar, index) => bars[index - 1]?.band !== bar.band)
      .flatMap((bar) => headOf({ context: chart.ctx, ink }, bar.band, left(bar), words));
    const base: Mark = {
      kind: 'line',
      points: [
        [chart.chartArea.left, chart.chartArea.bottom + 0.5],
        [chart.chartArea.right, chart.chartArea.bottom + 0.5],
      ],
      colour: ink.grid,
    };
    chart.ctx.font = chartFont(ink);
    const axis: Axis = {
      pixel: (value) => x.getPixelForValue(value),
      y: chart.chartArea.bottom + 0.75 * ink.rem,
      widthOf: (text) => chart.ctx.measureText(text).width,
    };
    return [base, ...counts, ...heads, ...edgeMarks(bars, axis, words, format)];
  };
}

interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly ink: Ink;
}

/** A band's name and its people, from `x` on. */
function headOf({ context, ink }: Pen, band: Band, x: number, words: WorthWords): Mark[] {
  const name = words.bandName(band);
  const y = 0.5 * ink.rem;
  context.font = chartFont(ink, true);
  const after = x + context.measureText(name).width + 0.4 * ink.rem;
  return [
    { kind: 'text', text: name, x, y, isBold: true, colour: ink.ink },
    { kind: 'text', text: words.people(band.customers), x: after, y },
  ];
}

/** The line of text under the bars, in pixels. */
interface Axis {
  pixel(x: number): number;
  readonly y: number;
  widthOf(text: string): number;
}

/** The values at the bars' edges, left to right, leaving out what would run into the one before. */
function edgeMarks(
  bars: readonly PlacedBar[],
  { pixel, y, widthOf }: Axis,
  words: WorthWords,
  format: Format,
): Mark[] {
  const marks: Mark[] = [];
  let end = Number.NEGATIVE_INFINITY;
  const add = (text: string, at: number, align: 'left' | 'center' | 'right') => {
    const width = widthOf(text);
    const from = { left: at, center: at - width / 2, right: at - width }[align];
    if (from < end + 4) return;
    end = from + width;
    marks.push({ kind: 'text', text, x: at, y, align });
  };
  const first = bars[0];
  if (first !== undefined && first.fromMinor !== null) {
    add(compactAmount(first.fromMinor, format), pixel(-0.5) + 1, 'left');
  }
  for (const [index, bar] of bars.entries()) {
    if (bar.fromMinor === null) {
      add('\u2264\u00a00', pixel(bar.x), 'center');
      continue;
    }
    const next = bars[index + 1];
    const at = next === undefined ? bar.x + 0.5 : (bar.x + next.x) / 2;
    if (bar.toMinor !== null) add(compactAmount(bar.toMinor, format), pixel(at), 'center');
    else add(words.more, pixel(at), 'right');
  }
  return marks;
}

/** Axes of the strip that shows what part of the value each band brings. */
export function shareOptions(ink: Ink): ChartOptions<'bar'> {
  return {
    indexAxis: 'y',
    layout: { padding: { top: 1.25 * ink.rem } },
    scales: {
      x: { display: false, stacked: true, min: 0, max: 1 },
      y: { display: false, stacked: true },
    },
  };
}

/** Over each part of the strip its share, the largest with the word for it. */
export function shareMarks(
  bands: readonly Band[],
  shareText: (share: number, isMain: boolean) => string,
): MarksOf {
  const main = [...bands].sort((one, other) => other.valueShare - one.valueShare)[0];
  return (chart, ink) => {
    const { x } = chart.scales;
    if (x === undefined) return [];
    chart.ctx.font = chartFont(ink, true);
    let start = 0;
    const marks: Mark[] = [];
    for (const band of bands) {
      const from = x.getPixelForValue(start);
      start += band.valueShare;
      const isMain = band === main;
      const text = shareText(band.valueShare, isMain);
      if (chart.ctx.measureText(text).width > x.getPixelForValue(start) - from) continue;
      const colour = isMain ? ink.ink : ink.ink2;
      marks.push({ kind: 'text', text, x: from, y: 0.5 * ink.rem, isBold: isMain, colour });
    }
    return marks;
  };
}
