import { type FormErrors, useForm } from '@mantine/form';
import { type FormEventHandler, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnFields } from '#renderer/components/own-fields/use-own-fields.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { CustomerFacts, CustomerProfile } from '#shared/contract/customers.ts';
import { isOwnValue } from '#shared/domain/own-fields/own-fields.ts';
import type { AppError } from '#shared/errors.ts';
import { checkEmail, checkPhone } from './check-contact.ts';
import type { FactsForm } from './contact-fields.tsx';
import { mergeFacts, tidyFacts } from './facts-values.ts';

function useFields(profile: CustomerProfile): FactsForm {
  const { t } = useTranslation();
  const { country } = useSettings().settings;
  const fields = useOwnFields();
  return useForm<CustomerFacts>({
    initialValues: profile.facts,
    validate: {
      name: (name, { contactPoints }) =>
        name.trim() === '' && contactPoints.every(({ value }) => value.trim() === '')
          ? t('problem.nameOrPhone')
          : null,
      own: (own) => {
        const isRead = own.every(({ fieldId, value }) => {
          const field = fields.find(({ id }) => id === fieldId);
          return field === undefined || isOwnValue(field, value);
        });
        return isRead ? null : t('problem.own-value');
      },
      contactPoints: {
        value: (value, { contactPoints }, path) => {
          const index = Number(path.split('.')[1]);
          const kind = contactPoints[index]?.kind;
          const problem =
            kind === 'phone'
              ? checkPhone(value, country)
              : kind === 'email'
                ? checkEmail(value)
                : null;
          return problem === null ? null : t(`problem.${problem}`);
        },
      },
    },
  });
}

export interface FactsEdit {
  readonly form: FactsForm;
  readonly submit: FormEventHandler<HTMLFormElement>;
  /** Takes in what somebody else changed meanwhile; what was typed here stays. */
  showLatest(): void;
  readonly isRunning: boolean;
  readonly error: AppError | null;
}

/** The facts of a customer as they are being edited. */
export function useFactsForm(profile: CustomerProfile, onSaved: () => void): FactsEdit {
  const { t } = useTranslation();
  const [expected, setExpected] = useState(profile.facts);
  const form = useFields(profile);
  const { run, isRunning, error, clearError } = useCommand('customers.update');
  const focusFirst = (errors: FormErrors) => {
    const [path] = Object.keys(errors);
    if (path !== undefined) form.getInputNode(path)?.focus();
  };
  const save = async (values: CustomerFacts) => {
    const facts = tidyFacts(values);
    const said = t('customer.saved', { name: facts.name });
    const result = await run({ id: profile.id, facts, expected }, said);
    if (result.ok) onSaved();
  };
  const showLatest = () => {
    clearError();
    setExpected(profile.facts);
    form.setValues(mergeFacts(expected, form.values, profile.facts));
  };
  const submit = form.onSubmit((values) => void save(values), focusFirst);
  return { form, submit, showLatest, isRunning, error };
}
