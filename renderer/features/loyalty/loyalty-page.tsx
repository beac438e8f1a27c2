import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { HeldCard } from './held-card.tsx';
import classes from './loyalty.module.css';
import { PaysCard } from './pays/pays-card.tsx';
import { RewardsCard } from './rewards/rewards-card.tsx';
import { RuleCard } from './rule/rule-card.tsx';
import { RuleDialog } from './rule/rule-dialog.tsx';
import { TiersCard } from './tiers/tiers-card.tsx';

function SetUp() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <EmptyState title={t('loyalty.none')} text={t('loyalty.noneText')}>
      <Button variant="filled" onClick={() => setOpen(true)}>
        {t('loyalty.setUp')}
      </Button>
      {isOpen && <RuleDialog last={null} onClose={() => setOpen(false)} />}
    </EmptyState>
  );
}

/** The points programme: off until it is set up. */
export function LoyaltyPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery('loyalty.programme', {});
  return (
    <div className={classes.page}>
      <PageHeader title={t('loyalty.title')} lead={t('loyalty.lead')} />
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h="12rem" radius="lg" aria-busy="true" />}
      {data?.rules.length === 0 && <SetUp />}
      {data !== undefined && data.rules.length > 0 && (
        <>
          <RuleCard rules={data.rules} />
          <HeldCard />
          <PaysCard />
          <TiersCard />
          <RewardsCard rewards={data.rewards} />
        </>
      )}
    </div>
  );
}
