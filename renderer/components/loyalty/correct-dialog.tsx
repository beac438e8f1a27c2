import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './points.module.css';

const WAYS = ['give', 'take'] as const;

interface Props {
  readonly customerId: CustomerId;
  onClose(): void;
}

type Way = (typeof WAYS)[number];

function WayChoice({ way, onChange }: { readonly way: Way; onChange(way: Way): void }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('loyalty.correct.way')}
      value={way}
      data={WAYS.map((value) => ({ value, label: t(`loyalty.correct.${value}`) }))}
      onChange={(value) => onChange(value === 'take' ? 'take' : 'give')}
    />
  );
}

/** Gives or takes points by hand, with why. */
export function CorrectDialog({ customerId, onClose }: Props) {
  const { t } = useTranslation();
  const { run, isRunning, error } = useCommand('loyalty.correct');
  const [way, setWay] = useState<Way>('give');
  const [points, setPoints] = useState<number | null>(null);
  const [why, setWhy] = useState('');
  const save = async () => {
    if (points === null) return;
    const asked = { customerId, points: way === 'give' ? points : -points, why };
    const done = await run(asked, t('loyalty.correct.saved'));
    if (done.ok) onClose();
  };
  return (
    <Dialog title={t('loyalty.points.correct')} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <WayChoice way={way} onChange={setWay} />
        <CountField
          data-autofocus
          label={t('loyalty.correct.points')}
          range={{ from: 1, to: 10_000_000 }}
          value={points}
          onChange={setPoints}
        />
        <TextInput
          label={t('loyalty.correct.why')}
          description={t('loyalty.correct.whyHint')}
          maxLength={200}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <FormFoot
          error={error}
          isRunning={isRunning}
          canSave={points !== null && why.trim() !== ''}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
