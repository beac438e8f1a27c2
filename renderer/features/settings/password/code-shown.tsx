import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import classes from './password.module.css';

interface Props {
  readonly recoveryCode: string;
  readonly leftOpen: readonly string[];
  /** What became of the open copies in the second folder; null: nothing was to. */
  readonly second: string | null;
  onClose(): void;
}

/** The recovery code, the only time that it is seen: it goes when the owner says that it is kept. */
export function CodeShown({ recoveryCode, leftOpen, second, onClose }: Props) {
  const { t } = useTranslation();
  const [isKept, setKept] = useState(false);
  const [copied, setCopied] = useState<'codeCopied' | 'codeNotCopied' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(recoveryCode).then(
      () => setCopied('codeCopied'),
      () => setCopied('codeNotCopied'),
    );
  return (
    <Dialog
      onClose={onClose}
      title={t('password.codeTitle')}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <div className={classes.form}>
        <p>{t('password.codeLead')}</p>
        <p className={classes.code}>{recoveryCode}</p>
        <div className={classes.buttons}>
          <Button size="xs" data-autofocus onClick={() => void copy()}>
            {t('password.codeCopy')}
          </Button>
          <Button size="xs" onClick={() => window.print()}>
            {t('password.codePrint')}
          </Button>
        </div>
        <p role="status">{copied !== null && t(`password.${copied}`)}</p>
        {leftOpen.length > 0 && (
          <p className={classes.warning}>
            {t('password.leftOpen', { count: leftOpen.length, names: leftOpen.join(', ') })}
          </p>
        )}
        <p role="status">{second}</p>
        <Checkbox
          label={t('password.codeKept')}
          checked={isKept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
        <Button variant="filled" disabled={!isKept} onClick={onClose}>
          {t('password.codeDone')}
        </Button>
      </div>
    </Dialog>
  );
}
