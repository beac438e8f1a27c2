import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import type { OwnField } from '#shared/contract/customers/fields.ts';
import classes from './own-fields.module.css';

interface Props {
  readonly field: OwnField;
  /** How many customers have a value; undefined: they are being counted. */
  readonly count: number | undefined;
  onClose(): void;
}

/** Asks before a field goes to the trash, with what it holds of how many. */
export function RemoveDialog({ field, count, onClose }: Props) {
  const { t } = useTranslation();
  const { run, isRunning, error } = useCommand('customers.removeField');
  const { id, name } = field;
  const remove = async (event: FormEvent) => {
    event.preventDefault();
    const result = await run({ id }, t('customers.own.removed', { name }));
    if (result.ok) onClose();
  };
  return (
    <Dialog title={t('customers.own.remove', { name })} onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void remove(event)}>
        <p>
          {count === undefined ? '' : t('customers.own.loses', { count })}{' '}
          {t('customers.own.comesBack')}
        </p>
        <FormFoot
          save={t('customers.own.toTrash')}
          error={error}
          isRunning={isRunning}
          canSave={count !== undefined}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
