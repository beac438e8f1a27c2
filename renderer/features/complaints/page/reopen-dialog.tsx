import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { useStep } from '../chain/use-step.ts';
import classes from '../forms.module.css';

interface Props {
  readonly page: ComplaintPage;
  onClose(): void;
}

/** Opens a settled complaint again, with the reason. */
export function ReopenDialog({ page, onClose }: Props) {
  const { t } = useTranslation();
  const { take, isRunning, error } = useStep(page.id);
  const form = useForm({
    initialValues: { note: '' },
    validate: { note: (note) => (note.trim() === '' ? t('complaint.required') : null) },
  });
  const save = async ({ note }: { note: string }) => {
    const said = t('complaint.reopen.done', { number: page.number });
    if (await take({ move: 'reopen', note }, said)) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('complaint.reopen.title')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit((values) => void save(values))}
      >
        <p className={classes.lead}>{t('complaint.reopen.lead')}</p>
        <Textarea
          data-autofocus
          label={t('complaint.reopen.why')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={1000}
          {...form.getInputProps('note')}
        />
        <FormFoot
          save={t('complaint.page.reopen')}
          error={error}
          isRunning={isRunning}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
