import { type FormErrors, useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type Translate, textOf } from '#renderer/base/i18n.ts';
import { useGo } from '#renderer/base/routes.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
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

function useNewComplaint({ customerId, onClose }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const { settings, today } = useSettings();
  const { run, isRunning, error } = useCommand('complaints.create');
  const form = useForm<FactsValues>({
    initialValues: emptyFacts(customerId, today),
    validate: useFactsRules(),
  });
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
  const submit = form.onSubmit((values) => void save(values), focusFirst);
  return { form, submit, isRunning, error };
}

function NewComplaintForm(props: Props) {
  const { onClose } = props;
  const { t } = useTranslation();
  const { form, submit, isRunning, error } = useNewComplaint(props);
  const isDirty = form.isDirty();
  return (
    <Dialog
      onClose={onClose}
      title={t('complaint.new.title')}
      size="lg"
      closeOnEscape={!isDirty}
      closeOnClickOutside={!isDirty}
    >
      <form className={classes.form} noValidate onSubmit={submit}>
        <FactsFields form={form} canBeNow />
        <FormFoot
          save={t('complaint.new.save')}
          error={error}
          isRunning={isRunning}
          isSticky
          onCancel={onClose}
        />
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
