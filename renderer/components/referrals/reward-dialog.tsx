import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { AmountField } from '#renderer/components/segments/amount-field.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './referrals.module.css';

interface Person {
  readonly id: CustomerId;
  readonly name: string;
}

/** One who brought another: the two of whom a reward can be. */
export interface ReferralPair {
  readonly bringer: Person;
  readonly brought: Person;
}

const WHO = ['both', 'bringer', 'brought'] as const;
const STATES = ['owed', 'given'] as const;

interface Facts {
  readonly at: number;
  readonly who: (typeof WHO)[number];
  readonly amountMinor: number | null;
  readonly what: string;
  readonly state: (typeof STATES)[number];
  readonly givenOn: string;
}

interface FieldsProps {
  readonly facts: Facts;
  set(change: Partial<Facts>): void;
}

/** Because of whom, and who of the two gets it. */
function ForWhom({ facts, set, pairs }: FieldsProps & { readonly pairs: readonly ReferralPair[] }) {
  const { t } = useTranslation();
  const pair = pairs[facts.at];
  const names = { bringer: pair?.bringer.name ?? '', brought: pair?.brought.name ?? '' };
  return (
    <>
      <Select
        data-autofocus
        label={t('referrals.reward.because')}
        allowDeselect={false}
        searchable={pairs.length > 8}
        value={String(facts.at)}
        data={pairs.map(({ bringer, brought }, index) => ({
          value: String(index),
          label: t('referrals.reward.pair', { bringer: bringer.name, brought: brought.name }),
        }))}
        onChange={(value) => value !== null && set({ at: Number(value) })}
      />
      <Select
        label={t('referrals.reward.who')}
        allowDeselect={false}
        value={facts.who}
        data={WHO.map((value) => ({ value, label: t(`referrals.reward.to.${value}`, names) }))}
        onChange={(value) => {
          const who = WHO.find((one) => one === value);
          if (who !== undefined) set({ who });
        }}
      />
    </>
  );
}

function WhenGiven({ facts, set }: FieldsProps) {
  const { t } = useTranslation();
  const { today } = useFormat();
  return (
    <>
      <Select
        label={t('referrals.reward.state')}
        allowDeselect={false}
        value={facts.state}
        data={STATES.map((value) => ({ value, label: t(`referrals.reward.${value}`) }))}
        onChange={(value) => {
          const state = STATES.find((one) => one === value);
          if (state !== undefined) set({ state });
        }}
      />
      {facts.state === 'given' && (
        <DayField
          label={t('referrals.reward.givenOn')}
          value={facts.givenOn}
          maxDate={today}
          onChange={(givenOn) => givenOn !== null && set({ givenOn })}
        />
      )}
    </>
  );
}

/** What a reward is sent as. */
function inputOf({ who, what, amountMinor, state, givenOn }: Facts, pair: ReferralPair) {
  const [bringer, brought] = [pair.bringer.id, pair.brought.id];
  const customerIds = { both: [bringer, brought], bringer: [bringer], brought: [brought] }[who];
  const given = state === 'given' ? givenOn : null;
  return { customerIds, aboutId: brought, what, amountMinor, givenOn: given };
}

interface Props {
  readonly pairs: readonly ReferralPair[];
  onClose(): void;
}

/** A reward because one brought another, for either or both of them. */
export function RewardDialog({ pairs, onClose }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const note = useCommand('referrals.noteReward');
  const [facts, setFacts] = useState<Facts>({
    ...{ at: 0, who: 'both', amountMinor: null, what: '', state: 'owed', givenOn: today },
  });
  const set = (change: Partial<Facts>) => setFacts({ ...facts, ...change });
  const save = async () => {
    const pair = pairs[facts.at];
    if (pair === undefined) return;
    const result = await note.run(inputOf(facts, pair), t('referrals.reward.saved'));
    if (result.ok) onClose();
  };
  return (
    <Dialog title={t('referrals.reward.title')} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ForWhom facts={facts} set={set} pairs={pairs} />
        <AmountField
          label={t('referrals.reward.amount')}
          isLabelled
          value={facts.amountMinor}
          onChange={(amountMinor) => set({ amountMinor })}
        />
        <TextInput
          label={t('referrals.reward.what')}
          placeholder={t('referrals.reward.example')}
          maxLength={200}
          value={facts.what}
          onChange={(event) => set({ what: event.currentTarget.value })}
        />
        <WhenGiven facts={facts} set={set} />
        <FormFoot error={note.error} isRunning={note.isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
