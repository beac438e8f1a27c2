import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import type { AppError } from '#shared/errors.ts';
import classes from './start-gate.module.css';

/** Whether the shop waits for its password. */
export function isProtectedError(error: AppError | null): boolean {
  return error?.code === 'STORAGE' && error.reason === 'protected';
}

/** Asks for the password, or the recovery code, and goes on in the shop. */
export function PasswordGate({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const unlock = useCommand('password.unlock');
  const [secret, setSecret] = useState('');
  const [isMissing, setMissing] = useState(false);
  const open = async () => {
    setMissing(secret === '');
    if (secret === '') return;
    const result = await unlock.run({ secret });
    // What was asked for meanwhile was refused: all of it is asked for again.
    if (result.ok) await client.invalidateQueries();
    else setSecret('');
  };
  return (
    <main className={classes.gate}>
      <h1>{title}</h1>
      <p>{t('password.gateLead')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <PasswordInput
          autoFocus
          label={t('password.gateLabel')}
          autoComplete="off"
          value={secret}
          error={isMissing && t('password.missing')}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        {unlock.error !== null && <ErrorState error={unlock.error} />}
        <Button type="submit" variant="filled" loading={unlock.isRunning}>
          {t('password.open')}
        </Button>
      </form>
    </main>
  );
}
