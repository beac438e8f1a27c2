import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ImportLayout } from '#shared/contract/imports/layouts.ts';
import classes from '../start.module.css';

interface Props {
  readonly layout: ImportLayout;
  /** What it is called so far. */
  readonly called: string;
  onClose(): void;
}

/** Gives a layout the name its owner knows the file by; an empty one takes the name away. */
export function NameDialog({ layout, called, onClose }: Props) {
  const { t } = useTranslation();
  const rename = useCommand('imports.nameLayout');
  const [name, setName] = useState(layout.name ?? '');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const result = await rename.run({ key: layout.key, name }, t('import.layouts.named'));
    if (result.ok) onClose();
  };
  return (
    <Dialog title={t('import.layouts.nameTitle', { name: called })} onClose={onClose}>
      <form className={classes.modal} onSubmit={(event) => void save(event)}>
        <TextInput
          data-autofocus
          label={t('import.layouts.nameLabel')}
          description={t('import.layouts.nameHint')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {rename.error !== null && <ErrorState error={rename.error} />}
        <div className={classes.ways}>
          <Button onClick={onClose}>{t('import.layouts.cancel')}</Button>
          <Button type="submit" variant="filled" loading={rename.isRunning}>
            {t('import.layouts.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
