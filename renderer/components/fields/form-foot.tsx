import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import type { AppError } from '#shared/errors.ts';
import classes from './form-foot.module.css';

interface Props {
  /** What the button that saves says, where it says more than that. */
  readonly save?: string;
  readonly error: AppError | null;
  readonly isRunning: boolean;
  readonly canSave?: boolean;
  /** A long form scrolls under its foot. */
  readonly isSticky?: boolean;
  /** What stands at the other end. */
  readonly children?: ReactNode;
  onCancel(): void;
}

/** The end of a form in a dialog: why it could not be saved, and the two ways out. */
export function FormFoot(props: Props) {
  const { save, error, isRunning, canSave = true, isSticky = false, children, onCancel } = props;
  const { t } = useTranslation();
  return (
    <div className={classes.foot} data-sticky={isSticky || undefined}>
      {error !== null && (
        <div className={classes.error}>
          <ErrorState error={error} />
        </div>
      )}
      {children !== undefined && <div className={classes.other}>{children}</div>}
      <Button onClick={onCancel}>{t('app.cancel')}</Button>
      <Button type="submit" variant="filled" loading={isRunning} disabled={!canSave}>
        {save ?? t('app.save')}
      </Button>
    </div>
  );
}
