import type { Translate } from '#renderer/base/i18n.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';

export type Past = Output<'insights.backtest'>;
type Origin = Past['origins'][number];
export type Method = Origin['results'][number]['method'];
type Errors = Origin['results'][number]['purchases'];

/** Every method in the order it is shown: the simplest first. */
export const METHODS: readonly Method[] = ['zero', 'naive', 'formula', 'silence', 'bg', 'model'];

/** What a method did at every day that was tried. */
export function errorsOf(past: Past, method: Method): Errors[] {
  return past.origins.flatMap(({ results }) =>
    results.filter((one) => one.method === method).map((one) => one.purchases),
  );
}

/** What it expected of what came, over all days together; null where nothing came. */
export function partOf(past: Past, method: Method): number | null {
  const all = errorsOf(past, method);
  const came = all.reduce((sum, one) => sum + one.actual, 0);
  return came > 0 ? all.reduce((sum, one) => sum + one.expected, 0) / came : null;
}

/** The mean of one measure over the days. */
export function meanOf(past: Past, method: Method, of: (errors: Errors) => number): number {
  const all = errorsOf(past, method);
  return all.reduce((sum, one) => sum + of(one), 0) / Math.max(1, all.length);
}

/** The answer in a sentence: which method is used, and how near it came. */
export function pastFinding(t: Translate, format: Format, past: Past): string {
  const { basis, origins, customers } = past;
  if (origins.length === 0 || basis.kind === 'thin') return t('insights.past.tooShort');
  const method = t(`insights.method.${basis.method}`);
  const part = partOf(past, basis.method);
  if (part === null) return t('insights.past.nothingCame', { method });
  if (basis.why === 'untried') return t('insights.past.rough', { count: customers });
  return t(`insights.past.finding.${basis.why}`, { method, percent: format.percent(part) });
}
