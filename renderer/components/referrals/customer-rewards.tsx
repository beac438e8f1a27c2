import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './referrals.module.css';
import { type ReferralPair, RewardDialog } from './reward-dialog.tsx';
import { RewardList } from './reward-list.tsx';

/** More than these are in the list of rewards, one click away. */
const SHOWN = 4;
/** So many whom one brought can be chosen from. */
const CHOSEN_FROM = 500;

interface Props {
  readonly customerId: CustomerId;
  readonly by: Output<'referrals.ofCustomer'>['by'];
}

function NewReward({ customerId, by, onClose }: Props & { onClose(): void }) {
  const { t } = useTranslation();
  const { data: own } = useQuery('customers.get', { id: customerId });
  const { data: brought } = useQuery('customers.list', {
    ...{ filter: { referredBy: customerId }, limit: CHOSEN_FROM },
  });
  if (own === undefined || brought === undefined) return null;
  const called = (name: string) => (name === '' ? t('customers.noName') : name);
  const self = { id: customerId, name: called(own.facts.name) };
  const above = by
    .slice(0, 1)
    .map(({ id, name }) => ({ bringer: { id, name: called(name) }, brought: self }));
  const below = brought.rows.map(({ id, name }) => ({
    ...{ bringer: self, brought: { id, name: called(name) } },
  }));
  const pairs: readonly ReferralPair[] = [...below, ...above];
  return <RewardDialog pairs={pairs} onClose={onClose} />;
}

/** What a customer was given, or is owed, for bringing others and for having come. */
export function CustomerRewards({ customerId, by }: Props) {
  const { t } = useTranslation();
  const [isNoting, setNoting] = useState(false);
  const { data } = useQuery('referrals.rewards', { filter: { customerId }, limit: SHOWN });
  if (data === undefined) return null;
  const count = data.sums.owed + data.sums.given;
  return (
    <section className={classes.card} aria-label={t('referrals.reward.plural')}>
      {data.rows.length > 0 && <RewardList rows={data.rows} />}
      {count > data.rows.length && (
        <Link href={lists.rewards.showing({ customerId })}>
          {t('referrals.reward.all', { count })}
        </Link>
      )}
      <div>
        <Button size="xs" onClick={() => setNoting(true)}>
          {t('referrals.reward.note')}
        </Button>
      </div>
      {isNoting && <NewReward customerId={customerId} by={by} onClose={() => setNoting(false)} />}
    </section>
  );
}
