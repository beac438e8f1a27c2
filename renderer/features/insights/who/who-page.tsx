import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NamelessSales } from '#renderer/components/before-customers/nameless-sales.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import classes from '../insights.module.css';
import { InsightsTabs } from '../insights-tabs.tsx';
import { LookedFromField } from '../looked-from-field.tsx';
import { useLookedFrom } from '../use-looked-from.ts';
import { RfmCard } from './rfm-card.tsx';
import { SlippingCard } from './slipping-card.tsx';

/** Who buys how, and who is slipping away. */
export function WhoPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { on } = useLookedFrom();
  const rfm = useQuery('insights.rfm', { on }, { keepPrevious: true });
  const slipping = useQuery('insights.slipping', { on, limit: 50 }, { keepPrevious: true });
  const sold = useQuery('insights.sales', {});
  const failed = [rfm, slipping, sold].find((one) => one.error !== null && one.data === undefined);
  const title = t('insights.title');
  const to = rfm.data?.to;
  const until = to !== undefined && to < format.today ? format.date(to) : null;
  const lead = until === null ? undefined : t('insights.through', { date: until });
  const asOf = until === null ? undefined : t('insights.asOf.chosen', { date: until });
  return (
    <>
      <PageHeader
        title={title}
        lead={on === null ? lead : asOf}
        {...(to === undefined ? {} : { actions: <LookedFromField through={to} /> })}
      />
      <InsightsTabs />
      {failed !== undefined && failed.error !== null ? (
        <ErrorState error={failed.error.error} onRetry={() => void failed.refetch()} />
      ) : rfm.data === undefined || slipping.data === undefined || sold.data === undefined ? (
        <div className={classes.cards} aria-busy="true">
          <Skeleton h="18rem" radius="lg" />
          <Skeleton h="18rem" radius="lg" />
        </div>
      ) : sold.data.named === 0 && sold.data.firstOn !== null ? (
        <NamelessSales sold={sold.data} lacks="who" />
      ) : rfm.data.firstOn === null ? (
        <EmptyState title={t('insights.empty')} text={t('insights.emptyText')} />
      ) : (
        <div className={classes.cards}>
          <RfmCard rfm={rfm.data} />
          <SlippingCard slipping={slipping.data} />
        </div>
      )}
    </>
  );
}
