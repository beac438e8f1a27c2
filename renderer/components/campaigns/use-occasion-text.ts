import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Proposal } from '#shared/contract/campaigns/standing.ts';

type Told = Pick<Proposal, 'occasion' | 'season' | 'on' | 'product'>;

/** Why somebody is written to, in a few words. */
export function useOccasionText(): (told: Told) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ occasion, season, on, product }) => {
    const date = format.date(on);
    if (occasion === 'season') return `${t(`standing.season.${season ?? 'own'}`)}: ${date}`;
    const said = t(`standing.because.${occasion}`, { date });
    return product === null || occasion === 'birthday' || occasion === 'pointsEnd'
      ? said
      : t('standing.because.product', { said, product });
  };
}
