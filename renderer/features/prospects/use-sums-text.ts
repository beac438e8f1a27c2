import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ProspectSums } from '#shared/contract/prospects/prospects.ts';

/** What could not be summed, and how much of it; null: nothing. */
export function useLeftOut(): (sums: ProspectSums) => string | null {
  const { t } = useTranslation();
  return ({ withoutWorth, withoutChance }) => {
    const parts = [
      withoutWorth > 0 && t('prospects.withoutWorth', { count: withoutWorth }),
      withoutChance > 0 && t('prospects.withoutChance', { count: withoutChance }),
    ].filter((part) => part !== false);
    return parts.length === 0 ? null : t('prospects.notSummed', { what: parts.join(', ') });
  };
}

/** How many a filter leaves, what they are worth, and what they are likely to bring. */
export function useSumsText(): (sums: ProspectSums) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ count, worthMinor, weightedMinor }) =>
    [
      t('prospects.rows', { count }),
      t('prospects.worth', { amount: format.money(worthMinor) }),
      t('prospects.weighted', { amount: format.money(weightedMinor) }),
    ].join(' · ');
}
