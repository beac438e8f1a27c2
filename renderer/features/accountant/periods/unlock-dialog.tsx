import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { usePeriodName } from '#renderer/components/locked/use-period-name.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { PackRow } from '#shared/contract/accountant/periods.ts';
import classes from './periods.module.css';

interface Props {
  readonly pack: PackRow;
  onClose(): void;
}

/** Asks why a period is unlocked: the reason stays with it. */
export function UnlockDialog({ pack, onClose }: Props) {
  const { t } = useTranslation();
  const period = usePeriodName()(pack);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { run, isRunning, error } = useCommand('accountant.unlock');
  const isMissing = reason.trim() === '';
  const unlock = async () => {
    setTried(true);
    if (isMissing || pack.lock === null) return;
    const result = await run({ lockId: pack.lock.id, reason }, t('period.unlock.done', { period }));
    if (result.ok) onClose();
  };
  return (
    <Dialog title={t('period.unlock.title', { period })} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <p>{t('period.unlock.lead')}</p>
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          label={t('period.unlock.reason')}
          placeholder={t('period.unlock.example')}
          value={reason}
          error={isTried && isMissing ? t('period.unlock.missing') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FormFoot
          save={t('period.unlock.do')}
          error={error}
          isRunning={isRunning}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
