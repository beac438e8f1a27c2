import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/base/error-text.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import classes from './kiosk.module.css';

interface Props {
  /** What leaves: a word of its own, or the shop's password. */
  readonly opensBy: 'word' | 'password';
}

/** For the owner: the word, or the password, that takes the screen back. */
export function LeaveForm({ opensBy }: Props) {
  const { t } = useTranslation();
  const leave = useCommand('feedback.kioskLeave');
  const [isOpen, setOpen] = useState(false);
  const [secret, setSecret] = useState('');
  if (!isOpen)
    return (
      <footer className={classes.foot}>
        <Button variant="subtle" size="xs" onClick={() => setOpen(true)}>
          {t('feedback.kiosk.leave')}
        </Button>
      </footer>
    );
  const run = async () => {
    const left = await leave.run({ secret });
    if (!left.ok) return setSecret('');
    const { surveyId } = left.value;
    window.location.hash = surveyId === null ? '/feedback' : `/feedback/${surveyId}`;
  };
  return (
    <footer className={classes.foot}>
      <form
        className={classes.acts}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (secret.trim() !== '') void run();
        }}
      >
        <PasswordInput
          autoFocus
          label={t(`feedback.kiosk.${opensBy}`)}
          autoComplete="off"
          maxLength={200}
          value={secret}
          error={leave.error !== null && errorText(t, leave.error).text}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        <Button type="submit" loading={leave.isRunning}>
          {t('feedback.kiosk.back')}
        </Button>
        <Button variant="subtle" onClick={() => setOpen(false)}>
          {t('app.cancel')}
        </Button>
      </form>
    </footer>
  );
}
