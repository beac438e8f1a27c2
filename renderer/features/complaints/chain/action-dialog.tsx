import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import classes from '../forms.module.css';
import { ActionFields, type ActionValues, actionOf, useActionRules } from './action-fields.tsx';

interface Props {
  readonly page: ComplaintPage;
  readonly action: ComplaintPage['actions'][number];
  onClose(): void;
}

/** Another owner, another day: a change that was decided on can be altered until it is judged. */
export function ActionDialog({ page, action, onClose }: Props) {
  const { t } = useTranslation();
  const { run, isRunning, error } = useCommand('complaints.action');
  const { what, owner, dueOn, checkOn } = action;
  const form = useForm<ActionValues>({
    initialValues: { what, owner, dueOn, checkOn, isOwnCheck: true },
    validate: useActionRules(),
  });
  const save = async (values: ActionValues) => {
    const change = { kind: 'edit', action: actionOf(values) } as const;
    const said = t('complaint.change.saved', { number: page.number });
    const result = await run({ complaintId: page.id, actionId: action.id, change }, said);
    if (result.ok) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('complaint.change.edit')} size="lg">
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit((values) => void save(values))}
      >
        <ActionFields form={form} />
        <FormFoot error={error} isRunning={isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
