import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { Card } from '#renderer/components/card.tsx';
import { RewardList } from '#renderer/components/referrals/reward-list.tsx';
import { useQuery } from '#renderer/data/use-query.ts';

/** More than these are in the list of rewards, one click away. */
const SHOWN = 3;

/** Rewards that are still owed, the longest first; nothing where none is. */
export function RewardsCard() {
  const { t } = useTranslation();
  const filter = { state: 'owed' } as const;
  const { data } = useQuery('referrals.rewards', { filter, limit: SHOWN }, { keepPrevious: true });
  if (data === undefined || data.sums.owed === 0) return null;
  return (
    <Card title={t('today.rewards.title')} count={data.sums.owed}>
      <RewardList rows={data.rows} />
      <Link href={lists.rewards.showing(filter)}>
        {t('today.rewards.all', { count: data.sums.owed })}
      </Link>
    </Card>
  );
}
