import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ComplaintPage } from '#shared/contract/complaint-page.ts';
import classes from '../forms.module.css';
import { CauseFields } from './cause-fields.tsx';

export type Correctable = 'answer' | 'cause' | 'solution';

interface Props {
  readonly page: ComplaintPage;
  readonly what: Correctable;
  onClose(): void;
}

/** Puts right what a step that was taken says; the step itself stays taken. */
export function CorrectDialog({ page, what, onClose }: Props) {
  const { t } = useTranslation();
  const { run, isRunning, error } = useCommand('complaints.correct');
  const form = useForm({
    initialValues: {
      text: (what === 'answer' ? page.answer : what === 'cause' ? page.cause : page.solution) ?? '',
      note: page.causeNote,
    },
    validate: { text: (text) => (text.trim() === '' ? t('complaint.required') : null) },
  });
  const titles = {
    answer: t('complaint.answer.title'),
    cause: t('complaint.cause.title'),
    solution: t('complaint.solution.what'),
  };
  const save = async ({ text, note }: { text: string; note: string }) => {
    const part = what === 'cause' ? { cause: text, causeNote: note } : { [what]: text };
    const said = t('complaint.page.corrected', { number: page.number });
    const result = await run({ id: page.id, ...part }, said);
    if (result.ok) onClose();
  };
  return (
    <Dialog onClose={onClose} title={`${t('complaint.page.correct')}: ${titles[what]}`}>
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit((values) => void save(values))}
      >
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
            label={titles[what]}
            autosize
            minRows={3}
            maxRows={14}
            maxLength={4000}
            {...form.getInputProps('text')}
          />
        )}
        {error !== null && <ErrorState error={error} />}
        <div className={classes.foot}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" variant="filled" loading={isRunning}>
            {t('app.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
