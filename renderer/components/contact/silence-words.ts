import type { Translate } from '#renderer/base/i18n.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';

type Silent = Pick<
  Output<'insights.slipping'>['rows'][number],
  'boughtDays' | 'usualGapDays' | 'silentDays'
>;

/** Why somebody counts as slipping away: their usual gap, or that they bought on a day or two, and the silence. */
export function silenceWords(
  t: Translate,
  format: Format,
  { boughtDays, usualGapDays, silentDays }: Silent,
): string {
  const silent = format.span(silentDays);
  if (usualGapDays === null) return t('today.slippingFew', { count: boughtDays, silent });
  return t('today.slippingReason', { gap: format.span(Math.max(1, usualGapDays)), silent });
}
