import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './entry.module.css';
import type { PointsHeld } from './read-points.ts';
import type { EntryForm } from './use-entry.ts';

interface Props {
  readonly form: EntryForm;
}

interface HeldProps extends Props {
  readonly held: PointsHeld;
}

/** How many points are taken off the price; as many as there are, and as the price can bear, with one click. */
function OffPrice({ form, held }: HeldProps) {
  const { t } = useTranslation();
  const { entry, read } = form;
  const { problem, rewardId, spent, points, offMinor } = read.redeemed;
  const cost = rewardId === null ? 0 : spent - points;
  const leftMinor = read.sums.linesMinor - read.sums.discountMinor + offMinor;
  const most = Math.min(held.balance - cost, Math.floor(leftMinor / held.pointMinor));
  return (
    <div className={classes.pay}>
      <TextInput
        label={t('sales.entry.points.spend')}
        autoComplete="off"
        inputMode="numeric"
        maxLength={12}
        value={entry.points}
        error={problem !== null && t(`sales.entry.points.wrong.${problem}`)}
        onChange={(event) => form.set({ points: event.currentTarget.value })}
      />
      {most > 0 && (
        <div className={classes.choices}>
          <Button size="xs" onClick={() => form.set({ points: String(most) })}>
            {t('sales.entry.points.most', { count: most })}
          </Button>
        </div>
      )}
    </div>
  );
}

function WithReward({ form, held }: HeldProps) {
  const { t } = useTranslation();
  const { entry, read } = form;
  return (
    <Select
      label={t('sales.entry.points.reward')}
      clearable
      placeholder={t('sales.entry.points.noReward')}
      error={held.pointMinor === 0 && read.redeemed.problem !== null}
      value={entry.rewardId === null ? null : String(entry.rewardId)}
      data={held.rewards.map(({ id, name, points }) => ({
        value: String(id),
        label: t('sales.entry.points.choice', { name, count: points }),
      }))}
      onChange={(value) => form.set({ rewardId: value === null ? null : Number(value) })}
    />
  );
}

/** The level that the buyer has reached, and what it gives. */
function Level({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const { data } = useQuery('loyalty.ledger', { customerId, limit: 1 });
  const tier = data?.tier ?? null;
  if (tier === null) return null;
  return (
    <p>
      <b>{t('loyalty.points.tier', { name: tier.name })}</b>
      {tier.gives !== '' && <> {tier.gives}</>}
    </p>
  );
}

/** What the buyer holds, and what of it is spent with this sale. */
export function EntryPoints({ form }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { points: held, read } = form;
  const { customerId } = form.entry;
  if (held === null) return null;
  const { balance, pointMinor, rewards } = held;
  const { spent, problem } = read.redeemed;
  const worth =
    pointMinor === 0
      ? t('sales.entry.points.noWorth')
      : t('sales.entry.points.worth', { worth: format.money(balance * pointMinor) });
  return (
    <section className={classes.side} aria-label={t('sales.entry.points.title')}>
      <p>
        <b>{t('sales.entry.points.held', { count: balance })}</b>
        {balance > 0 && <> {worth}</>}
      </p>
      {customerId !== null && <Level customerId={customerId} />}
      {balance > 0 && pointMinor > 0 && <OffPrice form={form} held={held} />}
      {rewards.length > 0 && <WithReward form={form} held={held} />}
      {spent > 0 && problem === null && (
        <p className={classes.quiet} role="status">
          {t('sales.entry.points.left', { count: balance - spent })}
        </p>
      )}
    </section>
  );
}
