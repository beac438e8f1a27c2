import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './restore.module.css';
import type { Locked } from './use-restore.ts';

interface Props {
  readonly copy: Locked;
  onGiven(secret: string): void;
  onOther(): void;
}

/** Asks for what opens a copy that another password protects than the shop. */
export function CopyPassword({ copy, onGiven, onOther }: Props) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState('');
  const [isMissing, setMissing] = useState(false);
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(secret === '');
        if (secret !== '') onGiven(secret);
      }}
    >
      <p>{t('restore.locked', { file: copy.fileName })}</p>
      <PasswordInput
        autoFocus
        className={classes.choice}
        label={t('restore.lockedLabel')}
        autoComplete="off"
        value={secret}
        error={isMissing && t('password.missing')}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" variant="filled">
          {t('restore.lockedOpen')}
        </Button>
        <Button onClick={onOther}>{t('restore.another')}</Button>
      </div>
    </form>
  );
}
