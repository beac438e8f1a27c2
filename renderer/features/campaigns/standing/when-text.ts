import { useTranslation } from 'react-i18next';
import { dayOfYear } from '#renderer/components/time-names.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { StandingFacts } from '#shared/contract/campaigns/standing.ts';

/** When a standing campaign speaks, in a sentence. */
export function useWhenText(): (
  facts: Pick<StandingFacts, 'occasion' | 'season' | 'monthDay' | 'days'>,
) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ occasion, season, monthDay, days }) => {
    const named = season === null ? null : t(`standing.season.${season}`);
    const what = monthDay === null ? named : dayOfYear(format, monthDay);
    if (days === 0) return t(`standing.onDay.${occasion}`, { what });
    return t(`standing.when.${occasion}`, { count: days, what });
  };
}
