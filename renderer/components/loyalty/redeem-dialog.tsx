import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Reward } from '#shared/contract/loyalty/shapes.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './points.module.css';

interface Props {
  readonly customerId: CustomerId;
  readonly balance: number;
  onClose(): void;
}

interface ChoiceProps {
  readonly rewards: readonly Reward[];
  readonly chosen: Reward | null;
  readonly balance: number;
  onChoose(id: number): void;
}

/** What there is for points, and what is left of them afterwards. */
function RewardChoice({ rewards, chosen, balance, onChoose }: ChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (rewards.length === 0) return <p>{t('loyalty.redeem.none')}</p>;
  const left = chosen === null ? null : balance - chosen.points;
  return (
    <>
      <Select
        data-autofocus
        label={t('loyalty.redeem.which')}
        allowDeselect={false}
        value={chosen === null ? null : String(chosen.id)}
        data={rewards.map(({ id, name, points }) => ({
          value: String(id),
          label: t('loyalty.redeem.choice', { name, points: format.number(points) }),
        }))}
        onChange={(value) => value !== null && onChoose(Number(value))}
      />
      {left !== null && (
        <p role="status">
          {left < 0
            ? t('loyalty.redeem.few', { count: -left })
            : t('loyalty.redeem.left', { count: left })}
        </p>
      )}
    </>
  );
}

/** Spends points on a reward; refused in words where there are too few. */
export function RedeemDialog({ customerId, balance, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run, isRunning, error } = useCommand('loyalty.redeem');
  const { data } = useQuery('loyalty.programme', {});
  const [id, setId] = useState<number | null>(null);
  if (data === undefined) return null;
  const chosen = data.rewards.find((one) => one.id === id) ?? null;
  const save = async () => {
    if (chosen === null) return;
    const said = { name: chosen.name, points: format.number(chosen.points) };
    const done = await run({ customerId, rewardId: chosen.id }, t('loyalty.redeem.done', said));
    if (done.ok) onClose();
  };
  return (
    <Dialog title={t('loyalty.redeem.title')} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <RewardChoice rewards={data.rewards} chosen={chosen} balance={balance} onChoose={setId} />
        <FormFoot
          error={error}
          isRunning={isRunning}
          canSave={chosen !== null && chosen.points <= balance}
          save={t('loyalty.redeem.title')}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
