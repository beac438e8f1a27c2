import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { type LostReason, lostReasons } from '#shared/domain/vocabulary/prospects.ts';
import classes from '../prospects.module.css';
import { useRunMove } from './use-run-move.ts';

interface Props {
  readonly row: ProspectRow;
  onClose(): void;
}

/** Asks why a prospect was lost; without an answer it is not. */
export function LostDialog({ row, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run, error, isRunning } = useRunMove();
  const [reason, setReason] = useState<LostReason | null>(null);
  const [note, setNote] = useState('');
  const [isHeld, setHeld] = useState(false);
  const save = async () => {
    setHeld(reason === null);
    if (reason === null) return;
    if ((await run(row, 'lost', { reason, note })).ok) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('prospects.lost.title', { title: row.title })}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Select
          data-autofocus
          label={t('prospects.lost.reason')}
          data={lostReasons.map((value) => ({ value, label: t(`prospects.reason.${value}`) }))}
          value={reason}
          error={isHeld && reason === null && t('problem.lost-reason')}
          onChange={(value) => setReason(lostReasons.find((one) => one === value) ?? null)}
        />
        <Textarea
          label={t('prospects.lost.note')}
          autosize
          minRows={2}
          maxLength={400}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {row.nextStep !== null && (
          <p>{t('prospects.lost.drops', { date: format.date(row.nextStep.dueOn) })}</p>
        )}
        <FormFoot
          save={t('prospects.lost.save')}
          error={error}
          isRunning={isRunning}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
