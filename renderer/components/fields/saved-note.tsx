import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import classes from './fields.module.css';
import type { Saved } from './use-saved.ts';

/** Under a field: that it was saved, with Undo; or why it was not. */
export function SavedNote({ saved }: { readonly saved: Pick<Saved, 'takeBack' | 'error'> }) {
  const { t } = useTranslation();
  const { takeBack, error } = saved;
  return (
    <div className={classes.note} role="status">
      {takeBack !== null && (
        <>
          <StatusBadge kind="good">{t('settings.saved')}</StatusBadge>
          <Button size="compact-xs" variant="subtle" onClick={takeBack}>
            {t('app.undo')}
          </Button>
        </>
      )}
      {error !== null && <ErrorState error={error} />}
    </div>
  );
}
