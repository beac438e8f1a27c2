import type { Translate } from '#renderer/base/i18n.ts';
import { rangeWords } from '#renderer/components/predicted/predicted-words.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import { fewestForShares } from '#shared/contract/insights/coming-back.ts';

export type Pays = Output<'loyalty.pays'>;

/** What points have cost. */
export function costWords(t: Translate, format: Format, pays: Pays): string {
  const { people, points, offMinor, rewards, rewardPoints } = pays;
  if (people === 0) return t('loyalty.pays.none');
  const said = [t('loyalty.pays.spent', { count: people, points: format.number(points) })];
  if (offMinor > 0) said.push(t('loyalty.pays.off', { amount: format.money(offMinor) }));
  if (rewards > 0)
    said.push(t('loyalty.pays.rewards', { count: rewards, points: format.number(rewardPoints) }));
  return said.join(' ');
}

/** Whether those who spend points buy more than others like them, where it can be told; null: nobody did. */
export function broughtWords(t: Translate, format: Format, pays: Pays): string | null {
  const { compared } = pays;
  if (pays.people === 0 && compared.alike === 0) return null;
  const { days, alike: count, theirs, others, more } = compared;
  if (count < fewestForShares)
    return t('loyalty.pays.few', { count, days, needs: fewestForShares });
  const [own, other] = [rangeWords(format, theirs), rangeWords(format, others)];
  const way = more.low > 0 ? 'more' : more.high < 0 ? 'less' : 'same';
  return [
    t('loyalty.pays.bought', {
      ...{ days, count, ...own },
      ...{ other: other.mean, otherLow: other.low, otherHigh: other.high },
    }),
    t(`loyalty.pays.${way}`),
    t('loyalty.pays.caution'),
  ].join(' ');
}
