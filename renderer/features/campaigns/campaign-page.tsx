import { Skeleton } from '@mantine/core';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CampaignId } from '#shared/ids.ts';
import { Builder } from './builder/builder.tsx';
import { CampaignHead } from './campaign-head.tsx';
import classes from './campaigns.module.css';
import { CampaignPapers } from './paper/campaign-papers.tsx';
import { CampaignQueue } from './queue/campaign-queue.tsx';
import { StandingCard } from './standing-card.tsx';

/** One campaign: to be written while it is a draft, then to be worked. */
export function CampaignPage({ id }: { readonly id: CampaignId }) {
  const { data, error, refetch } = useQuery('campaigns.get', { id }, { keepPrevious: true });
  if (data === undefined) {
    if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
    return <Skeleton h="16rem" radius="lg" aria-busy="true" />;
  }
  if (data.state === 'draft') return <Builder stored={data} />;
  return (
    <div className={classes.page}>
      <CampaignHead row={data} />
      <div className={classes.columns}>
        <div className={classes.steps}>
          <CampaignQueue row={data} />
          <CampaignPapers row={data} />
        </div>
        <StandingCard row={data} />
      </div>
    </div>
  );
}

/** A new one. */
export function NewCampaignPage() {
  return <Builder stored={null} />;
}
