import { Button } from '@mantine/core';
import { type FormErrors, useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type Translate, textOf } from '#renderer/base/i18n.ts';
import { useGo } from '#renderer/base/routes.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { AppError } from '#shared/errors.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from '../forms.module.css';
import { FactsFields, useFactsRules } from './facts-fields.tsx';
import { emptyFacts, type FactsValues, factsOf } from './facts-values.ts';

/** Problems that main found, at the fields they belong to. */
export function fieldErrors(t: Translate, error: AppError): FormErrors {
  if (error.code !== 'VALIDATION') return {};
  return Object.fromEntries(
    error.issues.map(({ path, problem }) => [path, textOf(t, 'problem', problem)]),
  );
}

interface Props {
  readonly customerId: CustomerId | null;
  onClose(): void;
}

function NewComplaintForm({ customerId, onClose }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const { settings, today } = useSettings();
  const { run, isRunning, error } = useCommand('complaints.create');
  const form = useForm<FactsValues>({
    initialValues: emptyFacts(customerId, today),
    validate: useFactsRules(),
  });
  const isDirty = form.isDirty();
  const save = async (values: FactsValues) => {
    const result = await run(factsOf(values, settings.timeZone));
    if (!result.ok) {
      form.setErrors(fieldErrors(t, result.error));
      return;
    }
    onClose();
    go({ complaint: result.value.id });
  };
  const focusFirst = (errors: FormErrors) => {
    const [path] = Object.keys(errors);
    if (path !== undefined) form.getInputNode(path)?.focus();
  };
  return (
    <Dialog
      onClose={onClose}
      title={t('complaint.new.title')}
      size="lg"
      closeOnEscape={!isDirty}
      closeOnClickOutside={!isDirty}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit((values) => void save(values), focusFirst)}
      >
        <FactsFields form={form} canBeNow />
        <div className={`${classes.foot} ${classes.sticky}`}>
          {error !== null && (
            <div className={classes.error}>
              <ErrorState error={error} />
            </div>
          )}
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" variant="filled" loading={isRunning}>
            {t('complaint.new.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A complaint from as little as a sentence: their words first, everything else can follow. */
export function NewComplaintDialog() {
  const newComplaint = useUi((state) => state.newComplaint);
  const close = useUi((state) => state.closeNewComplaint);
  if (newComplaint === 'closed') return null;
  return <NewComplaintForm customerId={newComplaint.customerId} onClose={close} />;
}
