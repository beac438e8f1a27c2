import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { StopsRunning } from '#renderer/components/running/stops-running.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import classes from './password.module.css';
import { SecretField } from './secret-field.tsx';

/** Only who knows the password takes it off. */
export function RemovePasswordDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { run, error, isRunning } = useCommand('password.remove');
  const [current, setCurrent] = useState('');
  const [isTried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (current === '') return;
    const result = await run({ current }, t('password.removed'));
    if (result.ok) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('password.removeTitle')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{t('password.removeLead')}</p>
        <SecretField
          isFirst
          label={t('password.current')}
          value={current}
          problem={isTried && current === '' ? t('password.missing') : null}
          onChange={setCurrent}
        />
        <StopsRunning />
        <FormFoot
          save={t('password.removeButton')}
          error={error}
          isRunning={isRunning}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
