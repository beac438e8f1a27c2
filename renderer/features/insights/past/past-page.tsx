import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { thinWords } from '#renderer/components/predicted/predicted-words.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import classes from '../insights.module.css';
import { InsightsTabs } from '../insights-tabs.tsx';
import { LookedFromField } from '../looked-from-field.tsx';
import { useLookedFrom } from '../use-looked-from.ts';
import type { Past } from './past-words.ts';
import { SingleCard } from './single-card.tsx';
import { TotalCard } from './total-card.tsx';

function Cards({ past }: { readonly past: Past }) {
  const { t } = useTranslation();
  const { basis, customers, origins } = past;
  if (basis.kind === 'thin' || origins.length === 0) {
    const why =
      basis.kind === 'thin' ? thinWords(t, basis, customers) : t('insights.past.tooShortWhy');
    return <EmptyState title={t('insights.past.tooShort')} text={why} />;
  }
  return (
    <div className={classes.cards}>
      <TotalCard past={past} />
      <SingleCard past={past} />
    </div>
  );
}

/** The shop's own past, predicted from several earlier days and held against what happened. */
export function PastPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { on } = useLookedFrom();
  const { data, error, refetch } = useQuery('insights.backtest', { on }, { keepPrevious: true });
  const isBehind = data !== undefined && data.through < format.today;
  const until = isBehind ? t('insights.asOf.until', { date: format.date(data.through) }) : '';
  return (
    <>
      <PageHeader
        title={t('insights.title')}
        lead={`${t('insights.past.lead')} ${until}`.trim()}
        {...(data === undefined ? {} : { actions: <LookedFromField through={data.through} /> })}
      />
      <InsightsTabs />
      {data !== undefined ? (
        <Cards past={data} />
      ) : error !== null ? (
        <ErrorState error={error.error} onRetry={() => void refetch()} />
      ) : (
        <div className={classes.cards} aria-busy="true">
          <Skeleton h="18rem" radius="lg" />
          <Skeleton h="18rem" radius="lg" />
        </div>
      )}
    </>
  );
}
