import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { NumberRow } from '../number-row.tsx';
import { SettingRow } from '../setting-row.tsx';
import classes from '../settings.module.css';
import { NewPasswordDialog } from './new-password-dialog.tsx';
import { RemovePasswordDialog } from './remove-password-dialog.tsx';

type Open = 'set' | 'change' | 'remove' | null;

function Protected({ onOpen }: { onOpen(open: Open): void }) {
  const { t } = useTranslation();
  const lock = useCommand('password.lock');
  return (
    <>
      <SettingRow label={t('password.title')} hint={t('password.onHint')}>
        <StatusBadge kind="good">{t('password.on')}</StatusBadge>
        <div className={classes.buttons}>
          <Button size="xs" onClick={() => onOpen('change')}>
            {t('password.change')}
          </Button>
          <Button size="xs" onClick={() => onOpen('remove')}>
            {t('password.remove')}
          </Button>
          <Button size="xs" onClick={() => void lock.run({})}>
            {t('password.lockNow')}
          </Button>
        </div>
        {lock.error !== null && <ErrorState error={lock.error} />}
      </SettingRow>
      <NumberRow
        of="lockAfterMinutes"
        label={t('password.lockAfter')}
        hint={t('password.lockAfterHint')}
        unit={t('password.minutes')}
        range={{ from: 0, to: 240 }}
        problem={t('password.lockAfterWrong')}
      />
    </>
  );
}

/** Whether the shop asks for a password, and what can be done about it. */
export function PasswordSection() {
  const { t } = useTranslation();
  const { isSample } = useSettings();
  const { data } = useQuery('password.state', {});
  const [open, setOpen] = useState<Open>(null);
  if (data === undefined) return null;
  const close = () => setOpen(null);
  return (
    <Card title={t('password.title')}>
      {data.isProtected ? (
        <Protected onOpen={setOpen} />
      ) : (
        <SettingRow label={t('password.title')} hint={t('password.off')}>
          <Button size="xs" disabled={isSample} onClick={() => setOpen('set')}>
            {t('password.set')}
          </Button>
        </SettingRow>
      )}
      {(open === 'set' || open === 'change') && <NewPasswordDialog of={open} onClose={close} />}
      {open === 'remove' && <RemovePasswordDialog onClose={close} />}
    </Card>
  );
}
