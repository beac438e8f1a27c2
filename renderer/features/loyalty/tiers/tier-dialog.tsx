import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { AmountField } from '#renderer/components/segments/amount-field.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import type { Output } from '#shared/contract/index.ts';
import type { TierFacts } from '#shared/contract/loyalty/shapes.ts';
import { tierMeasures } from '#shared/domain/vocabulary/loyalty.ts';
import classes from '../loyalty.module.css';

type Tier = Output<'loyalty.tiers'>['rows'][number];

/** A level while it is written: the amount may be missing. */
interface TierDraft extends Omit<TierFacts, 'atLeast'> {
  readonly atLeast: number | null;
}

interface FieldProps {
  readonly draft: TierDraft;
  /** There are others: they are all reached by the same. */
  readonly isMeasureFixed: boolean;
  change(part: Partial<TierDraft>): void;
}

function Reaching({ draft, isMeasureFixed, change }: FieldProps) {
  const { t } = useTranslation();
  const { reachedBy, atLeast } = draft;
  const amount = { label: t('loyalty.tiers.atLeast'), value: atLeast };
  const onChange = (value: number | null) => change({ atLeast: value });
  return (
    <div className={classes.pair}>
      <Select
        label={t('loyalty.tiers.reachedBy')}
        {...(isMeasureFixed ? { description: t('loyalty.tiers.same') } : {})}
        disabled={isMeasureFixed}
        allowDeselect={false}
        data={tierMeasures.map((value) => ({ value, label: t(`loyalty.tiers.measure.${value}`) }))}
        value={reachedBy}
        onChange={(value) => value !== null && change({ reachedBy: value, atLeast: null })}
      />
      {reachedBy === 'points' ? (
        <CountField {...amount} range={{ from: 1, to: 10_000_000 }} clearable onChange={onChange} />
      ) : (
        <AmountField {...amount} isLabelled onChange={onChange} />
      )}
    </div>
  );
}

interface Props {
  /** Null: a new one. */
  readonly tier: Tier | null;
  readonly others: readonly Tier[];
  onClose(): void;
}

function useTierForm({ tier, others, onClose }: Props) {
  const { t } = useTranslation();
  const reachedBy = tier?.reachedBy ?? others[0]?.reachedBy ?? 'points';
  const [draft, setDraft] = useState<TierDraft>(() => ({
    ...{ name: tier?.name ?? '', reachedBy, atLeast: tier?.atLeast ?? null },
    gives: tier?.gives ?? '',
  }));
  const adding = useCommand('loyalty.addTier');
  const changing = useCommand('loyalty.changeTier');
  const { name, atLeast } = draft;
  const save = async () => {
    if (atLeast === null) return;
    const facts = { ...draft, atLeast };
    const said = t('loyalty.tiers.saved', { name: name.trim() });
    if (tier === null) {
      const added = await adding.run({ tier: facts }, said);
      if (added.ok) onClose();
      return;
    }
    const { id, people: _, ...expected } = tier;
    const changed = await changing.run({ id, expected, tier: facts }, said);
    if (changed.ok) onClose();
  };
  return {
    ...{ draft, save },
    change: (part: Partial<TierDraft>) => setDraft((now) => ({ ...now, ...part })),
    canSave: name.trim() !== '' && atLeast !== null && atLeast > 0,
    error: adding.error ?? changing.error,
    isRunning: adding.isRunning || changing.isRunning,
  };
}

/** A level: how it is called, what reaches it, and what it gives. */
export function TierDialog(props: Props) {
  const { t } = useTranslation();
  const form = useTierForm(props);
  const { tier, others, onClose } = props;
  const { draft, change } = form;
  return (
    <Dialog title={t(`loyalty.tiers.${tier === null ? 'add' : 'edit'}`)} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <TextInput
          data-autofocus
          label={t('loyalty.tiers.name')}
          maxLength={60}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Reaching draft={draft} isMeasureFixed={others.length > 0} change={change} />
        <Textarea
          label={t('loyalty.tiers.gives')}
          description={t('loyalty.tiers.givesHint')}
          maxLength={200}
          autosize
          value={draft.gives}
          onChange={(event) => change({ gives: event.currentTarget.value })}
        />
        <FormFoot
          error={form.error}
          isRunning={form.isRunning}
          canSave={form.canSave}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
