import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { FilterBar } from '#renderer/components/list/filter-bar.tsx';
import { LinkedFilter } from '#renderer/components/list/filter-chip.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { RewardList } from '#renderer/components/referrals/reward-list.tsx';
import { CustomersTabs } from '#renderer/components/segments/customers-tabs.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { RewardFilter } from '#shared/contract/referrals/referrals.ts';

const STATES = ['owed', 'given'] as const;
/** More than these are not drawn; that is said. */
const MOST = 500;

/** What is owed and what was given, in a sentence. */
function Sums({ sums }: Pick<Output<'referrals.rewards'>, 'sums'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { owed, owedMinor, given, givenMinor } = sums;
  return (
    <p>
      {t('referrals.reward.sumOwed', { count: owed, amount: format.money(owedMinor) })}{' '}
      {t('referrals.reward.sumGiven', { count: given, amount: format.money(givenMinor) })}
    </p>
  );
}

interface FiltersProps {
  readonly filter: RewardFilter;
  setFilter(change: Partial<RewardFilter>): void;
}

function Filters({ filter, setFilter }: FiltersProps) {
  const { t } = useTranslation();
  const { customerId, state } = filter;
  const { data: whose } = useQuery(
    'customers.get',
    { id: customerId ?? (1 as never) },
    { enabled: customerId !== null },
  );
  return (
    <FilterBar>
      <ChoiceMenu
        title={t('referrals.reward.state')}
        choices={STATES.map((value) => ({ value, label: t(`referrals.reward.${value}`) }))}
        chosen={state === null ? [] : [state]}
        onToggle={(value) => setFilter({ state: value === state ? null : value })}
        onClear={() => setFilter({ state: null })}
      />
      {customerId !== null && whose !== undefined && (
        <LinkedFilter
          text={t('referrals.reward.of', { name: whose.facts.name })}
          onClear={() => setFilter({ customerId: null })}
        />
      )}
    </FilterBar>
  );
}

/** Every reward for bringing somebody and for having come: what is owed first. */
export function RewardsPage() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const filter = lists.rewards.read(useSearch());
  const asked = useQuery('referrals.rewards', { filter, limit: MOST }, { keepPrevious: true });
  const { data, error } = asked;
  const setFilter = (change: Partial<RewardFilter>) =>
    navigate(lists.rewards.showing({ ...filter, ...change }), { replace: true });
  return (
    <>
      <PageHeader title={t('nav.rewards')} />
      <CustomersTabs />
      <Filters filter={filter} setFilter={setFilter} />
      {error !== null && <ErrorState error={error.error} onRetry={() => void asked.refetch()} />}
      {data !== undefined && data.sums.owed + data.sums.given === 0 && (
        <EmptyState title={t('referrals.reward.none')} text={t('referrals.reward.noneText')} />
      )}
      {data !== undefined && data.sums.owed + data.sums.given > 0 && (
        <Card title={t('referrals.reward.plural')} count={data.rows.length}>
          <Sums sums={data.sums} />
          {data.rows.length === 0 && <p>{t('referrals.reward.noneHere')}</p>}
          <RewardList rows={data.rows} />
          {data.rows.length === MOST && <p>{t('referrals.reward.cut', { count: MOST })}</p>}
        </Card>
      )}
    </>
  );
}
