import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Reward } from '#shared/contract/loyalty/shapes.ts';
import classes from '../loyalty.module.css';

function Line({ reward }: { readonly reward: Reward }) {
  const { t } = useTranslation();
  const { run, isRunning } = useCommand('loyalty.removeReward');
  const { sayError } = useUndo();
  const { id, name, points } = reward;
  const remove = async () => {
    const done = await run({ id }, t('loyalty.rewards.removed', { name }));
    if (!done.ok) sayError(done.error);
  };
  return (
    <li className={classes.reward}>
      <b>{name}</b>
      <span>{t('loyalty.rewards.cost', { count: points })}</span>
      <Button
        size="xs"
        variant="subtle"
        disabled={isRunning}
        aria-label={t('loyalty.rewards.removeOne', { name })}
        onClick={() => void remove()}
      >
        {t('loyalty.rewards.remove')}
      </Button>
    </li>
  );
}

function AddForm() {
  const { t } = useTranslation();
  const { run, isRunning, error } = useCommand('loyalty.addReward');
  const [name, setName] = useState('');
  const [points, setPoints] = useState<number | null>(null);
  const add = async () => {
    if (points === null || name.trim() === '') return;
    const done = await run({ name, points }, t('loyalty.rewards.added', { name: name.trim() }));
    if (!done.ok) return;
    setName('');
    setPoints(null);
  };
  return (
    <form
      className={classes.adding}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput
        label={t('loyalty.rewards.name')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <CountField
        label={t('loyalty.rewards.points')}
        range={{ from: 1, to: 10_000_000 }}
        clearable
        value={points}
        onChange={setPoints}
      />
      <Button type="submit" loading={isRunning} disabled={points === null || name.trim() === ''}>
        {t('loyalty.rewards.add')}
      </Button>
      {error !== null && <ErrorState error={error} />}
    </form>
  );
}

/** What points buy, the cheapest first, and a line for another one. */
export function RewardsCard({ rewards }: { readonly rewards: readonly Reward[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('loyalty.rewards.title')} ruled>
      {rewards.length === 0 && <p className={classes.quiet}>{t('loyalty.rewards.none')}</p>}
      <ul className={classes.rules}>
        {rewards.map((reward) => (
          <Line key={reward.id} reward={reward} />
        ))}
      </ul>
      <AddForm />
    </Card>
  );
}
