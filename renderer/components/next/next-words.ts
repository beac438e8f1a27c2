import type { Translate } from '#renderer/base/i18n.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';

export type Next = Pick<
  Output<'insights.nextProduct'>,
  'through' | 'from' | 'sales' | 'several' | 'proven' | 'trial'
>;
export type Reason = Output<'insights.nextProduct'>['rows'][number]['reason'];

/** Why a product is suggested: how often it comes along, and how often otherwise. */
export function reasonWords(t: Translate, reason: Reason): string {
  const { from, together, ofFrom, others, ofOthers } = reason;
  return t('insights.next.reason', { from: from.name, together, of: ofFrom, others, ofOthers });
}

/** Why nothing at all is suggested; null: something is, or might be to somebody else. */
export function nothingWords(t: Translate, { proven, trial }: Next): string | null {
  if (proven === 0) return t('insights.next.unproven');
  if (trial !== null && !trial.isBetter) {
    const { asked, hits, popular } = trial;
    return t('insights.next.worse', { count: hits, asked, popular });
  }
  return null;
}

/** How well such suggestions did on the shop's own past, or that it could not be tried. */
export function trialWords(t: Translate, format: Format, { trial }: Next): string {
  if (trial === null) return t('insights.next.untried');
  const { asked, hits, popular, on } = trial;
  return t('insights.next.tried', { count: hits, asked, popular, date: format.date(on) });
}
