import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ComplaintPage } from '#shared/contract/complaint-page.ts';
import classes from '../forms.module.css';
import { FactsFields, useFactsRules } from './facts-fields.tsx';
import { type FactsValues, factsOf, valuesOf } from './facts-values.ts';
import { fieldErrors } from './new-complaint-dialog.tsx';

interface Props {
  readonly page: ComplaintPage;
  onClose(): void;
}

/** Corrects what was written down; what somebody else changed meanwhile is never overwritten. */
export function EditDialog({ page, onClose }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useSettings().settings;
  const [expected, setExpected] = useState(page.facts);
  const names = { customer: page.customer?.name ?? null, product: page.product?.name ?? null };
  const { run, isRunning, error, clearError } = useCommand('complaints.update');
  const form = useForm<FactsValues>({
    initialValues: valuesOf(page.facts, names, timeZone),
    validate: useFactsRules(),
  });
  const isDirty = form.isDirty();
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
  return (
    <Dialog
      onClose={onClose}
      title={t('complaint.edit.title')}
      size="lg"
      closeOnEscape={!isDirty}
      closeOnClickOutside={!isDirty}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit((values) => void save(values))}
      >
        <FactsFields form={form} canBeNow={false} />
        <div className={`${classes.foot} ${classes.sticky}`}>
          {error !== null && (
            <div className={classes.error}>
              <ErrorState error={error} />
            </div>
          )}
          {error?.code === 'CONFLICT' && (
            <Button mr="auto" onClick={showLatest}>
              {t('customer.showLatest')}
            </Button>
          )}
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" variant="filled" loading={isRunning}>
            {t('app.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
