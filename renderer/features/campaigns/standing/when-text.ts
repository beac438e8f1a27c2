import { useTranslation } from 'react-i18next';
import type { StandingFacts } from '#shared/contract/campaigns/standing.ts';

/** When a standing campaign speaks, in a sentence. */
export function useWhenText(): (
  facts: Pick<StandingFacts, 'occasion' | 'season' | 'days'>,
) => string {
  const { t } = useTranslation();
  return ({ occasion, season, days }) => {
    const what = season === null ? null : t(`standing.season.${season}`);
    if (days === 0) return t(`standing.onDay.${occasion}`, { what });
    return t(`standing.when.${occasion}`, { count: days, what });
  };
}
