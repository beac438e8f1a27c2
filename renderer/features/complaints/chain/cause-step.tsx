import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { CauseFields } from './cause-fields.tsx';
import classes from './chain.module.css';
import { useStep } from './use-step.ts';

/** Why it happened, in the word that is used for it every time. */
export function CauseStep({ page }: { readonly page: ComplaintPage }) {
  const { t } = useTranslation();
  const { take, isRunning, error } = useStep(page.id);
  const form = useForm({
    initialValues: { cause: page.cause ?? '', causeNote: page.causeNote },
    validate: { cause: (cause) => (cause.trim() === '' ? t('complaint.required') : null) },
  });
  const save = async (values: { cause: string; causeNote: string }) => {
    const said = t('complaint.cause.saved', { number: page.number });
    await take({ move: 'diagnose', ...values }, said);
  };
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit((values) => void save(values))}
    >
      <CauseFields
        cause={form.getInputProps('cause')}
        note={{
          value: form.values.causeNote,
          onChange: (text) => form.setFieldValue('causeNote', text),
        }}
      />
      {error !== null && <ErrorState error={error} />}
      <div className={classes.foot}>
        <Button type="submit" variant="filled" loading={isRunning}>
          {t('complaint.cause.save')}
        </Button>
      </div>
    </form>
  );
}
