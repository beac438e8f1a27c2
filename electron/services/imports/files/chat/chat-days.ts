import type { ChatHead } from './chat-line.ts';

type Parts = ChatHead['day'];

/** In which order a day is written. */
type Order = 'dmy' | 'mdy' | 'ymd';

function partsIn(order: Order, [one, two, three]: Parts): Parts {
  if (order === 'ymd') return [one, two, three];
  return order === 'dmy' ? [three, two, one] : [three, one, two];
}

function isDay(order: Order, parts: Parts): boolean {
  const [year, month, day] = partsIn(order, parts);
  const isYear =
    order === 'ymd' ? year >= 2009 && year < 2100 : year < 100 || (year >= 2009 && year < 2100);
  return isYear && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function isoOf(order: Order, parts: Parts): string {
  const [year, month, day] = partsIn(order, parts);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year < 100 ? 2000 + year : year}-${two(month)}-${two(day)}`;
}

/** How often a day stands before the day above it: a chat goes on in one direction. */
function stepsBack(order: Order, days: readonly Parts[]): number {
  let before = '';
  let back = 0;
  for (const parts of days) {
    const day = isoOf(order, parts);
    if (day < before) back += 1;
    before = day;
  }
  return back;
}

/** Days from the first to the last: people write on days that follow each other, not once a month. */
function spanOf(order: Order, days: readonly Parts[]): number {
  const times = days.map((parts) => Date.parse(isoOf(order, parts)) / 86_400_000);
  return times.reduce((last, day) => Math.max(last, day), 0) - (times[0] ?? 0);
}

/** So many times as long, and it is the wrong order. */
const muchLonger = 4;

/**
 * How the days of a chat become ISO days; null: they may be read in two ways, and are left as they are written.
 * `undefined`: they are no days.
 */
export function dayReader(days: readonly Parts[]): ((parts: Parts) => string) | null | undefined {
  const orders = (['ymd', 'dmy', 'mdy'] as const).filter((order) =>
    days.every((parts) => isDay(order, parts)),
  );
  if (orders.length === 0) return undefined;
  const least = Math.min(...orders.map((order) => stepsBack(order, days)));
  const likely = orders
    .filter((order) => stepsBack(order, days) === least)
    .map((order) => ({ order, span: spanOf(order, days) }))
    .sort((a, b) => a.span - b.span);
  const [first, second] = likely;
  if (first === undefined) return null;
  const { order } = first;
  const isOne =
    second === undefined ||
    second.span >= Math.max(2, first.span * muchLonger) ||
    days.every((parts) => isoOf(order, parts) === isoOf(second.order, parts));
  return isOne ? (parts) => isoOf(order, parts) : null;
}
