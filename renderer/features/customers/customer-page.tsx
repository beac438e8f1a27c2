import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerId } from '#shared/ids.ts';
import { CustomerHead } from './customer-head.tsx';
import classes from './customer-page.module.css';
import { FactsCard } from './facts-card.tsx';
import { FactsDialog } from './facts-dialog.tsx';
import { HistoryList } from './history-list.tsx';
import { PurchaseList } from './purchase-list.tsx';
import { RhythmCard } from './rhythm-card.tsx';
import { WorthCard } from './worth-card.tsx';

function Record({ id }: { readonly id: CustomerId }) {
  const { t } = useTranslation();
  return (
    <Tabs defaultValue="purchases" className={classes.record} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="purchases">{t('customer.tabs.purchases')}</Tabs.Tab>
        <Tabs.Tab value="history">{t('customer.tabs.history')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="purchases" className={classes.panel}>
        <PurchaseList customerId={id} />
      </Tabs.Panel>
      <Tabs.Panel value="history" className={classes.panel}>
        <HistoryList customerId={id} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** Everything about one customer: facts, what they bought, what they are worth. */
export function CustomerPage({ id }: { readonly id: CustomerId }) {
  const [isEditing, setEditing] = useState(false);
  const { data: profile, error, refetch } = useQuery('customers.get', { id });
  const { data: worth } = useQuery('insights.customerWorth', { customerId: id });
  if (error !== null) {
    return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  }
  if (profile === undefined) return null;
  const edit = () => setEditing(true);
  return (
    <article className={classes.page}>
      <CustomerHead profile={profile} isSilent={worth?.rhythm?.isSilent === true} />
      <div className={classes.columns}>
        <div className={classes.facts}>
          <FactsCard profile={profile} onEdit={edit} />
        </div>
        <Record id={id} />
        <div className={classes.worth}>
          {worth !== undefined && <WorthCard worth={worth} />}
          {worth !== undefined && <RhythmCard worth={worth} />}
        </div>
      </div>
      {isEditing && <FactsDialog profile={profile} onClose={() => setEditing(false)} />}
    </article>
  );
}
