import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import classes from '../forms.module.css';
import { CauseFields } from './cause-fields.tsx';

export type Correctable = 'answer' | 'cause' | 'solution';

interface Props {
  readonly page: ComplaintPage;
  readonly what: Correctable;
  onClose(): void;
}

interface Values {
  readonly text: string;
  readonly note: string;
}

function useCorrectForm({ page, what, onClose }: Props) {
  const { t } = useTranslation();
  const { run, isRunning, error } = useCommand('complaints.correct');
  const form = useForm<Values>({
    initialValues: { text: page[what] ?? '', note: page.causeNote },
    validate: { text: (text) => (text.trim() === '' ? t('complaint.required') : null) },
  });
  const save = async ({ text, note }: Values) => {
    const part = what === 'cause' ? { cause: text, causeNote: note } : { [what]: text };
    const said = t('complaint.page.corrected', { number: page.number });
    const result = await run({ id: page.id, ...part }, said);
    if (result.ok) onClose();
  };
  return { form, submit: form.onSubmit((values) => void save(values)), isRunning, error };
}

/** Puts right what a step that was taken says; the step itself stays taken. */
export function CorrectDialog(props: Props) {
  const { what, onClose } = props;
  const { t } = useTranslation();
  const { form, submit, isRunning, error } = useCorrectForm(props);
  const title = t(what === 'solution' ? 'complaint.solution.what' : `complaint.${what}.title`);
  return (
    <Dialog onClose={onClose} title={`${t('complaint.page.correct')}: ${title}`}>
      <form className={classes.form} noValidate onSubmit={submit}>
        {what === 'cause' ? (
          <CauseFields
            cause={form.getInputProps('text')}
            note={{
              value: form.values.note,
              onChange: (text) => form.setFieldValue('note', text),
            }}
          />
        ) : (
          <Textarea
            data-autofocus
            label={title}
            autosize
            minRows={3}
            maxRows={14}
            maxLength={4000}
            {...form.getInputProps('text')}
          />
        )}
        <FormFoot error={error} isRunning={isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
