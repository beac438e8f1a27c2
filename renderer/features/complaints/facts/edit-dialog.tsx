import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import classes from '../forms.module.css';
import { FactsFields, useFactsRules } from './facts-fields.tsx';
import { type FactsValues, factsOf, valuesOf } from './facts-values.ts';
import { fieldErrors } from './new-complaint-dialog.tsx';

interface Props {
  readonly page: ComplaintPage;
  onClose(): void;
}

function useEditForm({ page, onClose }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useSettings().settings;
  const [expected, setExpected] = useState(page.facts);
  const names = { customer: page.customer?.name ?? null, product: page.product?.name ?? null };
  const { run, isRunning, error, clearError } = useCommand('complaints.update');
  const form = useForm<FactsValues>({
    initialValues: valuesOf(page.facts, names, timeZone),
    validate: useFactsRules(),
  });
  const save = async (values: FactsValues) => {
    const { receivedAt, ...rest } = factsOf(values, timeZone);
    const facts = { ...rest, receivedAt: receivedAt ?? page.facts.receivedAt };
    const said = t('complaint.edit.saved', { number: page.number });
    const result = await run({ id: page.id, facts, expected }, said);
    if (result.ok) onClose();
    else form.setErrors(fieldErrors(t, result.error));
  };
  const showLatest = () => {
    clearError();
    setExpected(page.facts);
    form.setValues(valuesOf(page.facts, names, timeZone));
  };
  const submit = form.onSubmit((values) => void save(values));
  return { form, submit, showLatest, isRunning, error };
}

/** Corrects what was written down; what somebody else changed meanwhile is never overwritten. */
export function EditDialog(props: Props) {
  const { onClose } = props;
  const { t } = useTranslation();
  const { form, submit, showLatest, isRunning, error } = useEditForm(props);
  const isDirty = form.isDirty();
  return (
    <Dialog
      onClose={onClose}
      title={t('complaint.edit.title')}
      size="lg"
      closeOnEscape={!isDirty}
      closeOnClickOutside={!isDirty}
    >
      <form className={classes.form} noValidate onSubmit={submit}>
        <FactsFields form={form} canBeNow={false} />
        <FormFoot error={error} isRunning={isRunning} isSticky onCancel={onClose}>
          {error?.code === 'CONFLICT' && (
            <Button onClick={showLatest}>{t('customer.showLatest')}</Button>
          )}
        </FormFoot>
      </form>
    </Dialog>
  );
}
