import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CampaignId } from '#shared/ids.ts';
import { CampaignHead } from '../campaign-head.tsx';
import classes from '../campaigns.module.css';
import { CostCard } from './cost-card.tsx';
import { ResultCard } from './result-card.tsx';

/** What a campaign brought, as far as it can be told. */
export function CampaignResultPage({ id }: { readonly id: CampaignId }) {
  const { t } = useTranslation();
  const campaign = useQuery('campaigns.get', { id }, { keepPrevious: true });
  const result = useQuery('campaigns.result', { id }, { keepPrevious: true });
  const error = campaign.error ?? result.error;
  if (error !== null)
    return <ErrorState error={error.error} onRetry={() => void result.refetch()} />;
  if (campaign.data === undefined || result.data === undefined)
    return <Skeleton h="16rem" radius="lg" aria-busy="true" />;
  const { data: row } = campaign;
  return (
    <div className={classes.page}>
      <CampaignHead row={row} />
      {row.startedOn === null ? (
        <p>{t('campaigns.notStarted')}</p>
      ) : (
        <div className={classes.columns}>
          <ResultCard row={row} result={result.data} />
          <CostCard key={JSON.stringify([row.costMinor, row.minutes, row.hourMinor])} row={row} />
        </div>
      )}
    </div>
  );
}
