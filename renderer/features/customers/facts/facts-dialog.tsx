import { Button, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type FormErrors, useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerFacts, CustomerProfile } from '#shared/contract/customers.ts';
import { checkEmail, checkPhone } from './check-contact.ts';
import { AddressFields, ContactFields, type FactsForm } from './contact-fields.tsx';
import classes from './facts-dialog.module.css';
import { mergeFacts, tidyFacts } from './facts-values.ts';
import { RecommenderField } from './recommender-field.tsx';

interface SectionProps {
  readonly form: FactsForm;
  readonly profile: CustomerProfile;
}

const NONE = 'none' as const;

function WhoFields({ form, profile }: SectionProps) {
  const { t } = useTranslation();
  const { kind, relation, mark, gender, birthdayOn, recommendedBy } = form.values;
  const set = form.setFieldValue;
  const some = <const V extends string>(values: readonly V[], text: (value: V) => string) =>
    values.map((value) => ({ value, label: text(value) }));
  return (
    <div className={classes.form}>
      <TextInput
        data-autofocus
        label={t('customer.field.name')}
        maxLength={200}
        {...form.getInputProps('name')}
      />
      <div className={classes.pair}>
        <Select
          label={t('customer.field.kind')}
          value={kind}
          data={some(['person', 'business'], (one) => t(`customers.kind.${one}`))}
          onChange={(value) => value !== null && set('kind', value)}
        />
        <Select
          label={t('customer.field.relation')}
          value={relation}
          data={some(['customer', 'partner', 'supplier'], (one) => t(`customer.relation.${one}`))}
          onChange={(value) => value !== null && set('relation', value)}
        />
        {profile.purchases === 0 && (
          <Select
            label={t('customer.field.mark')}
            value={mark ?? NONE}
            data={some([NONE, 'suspect', 'rest-of-world'], (one) => t(`customer.mark.${one}`))}
            onChange={(value) => set('mark', value === NONE ? null : value)}
          />
        )}
        <DayField
          label={t('customer.field.birthdayOn')}
          clearable
          value={birthdayOn}
          onChange={(value) => set('birthdayOn', value)}
        />
        <Select
          label={t('customer.field.gender')}
          value={gender ?? NONE}
          data={some([NONE, 'female', 'male', 'other'], (one) => t(`customer.gender.${one}`))}
          onChange={(value) => set('gender', value === NONE ? null : value)}
        />
        <RecommenderField
          value={recommendedBy}
          name={profile.recommendedByName}
          self={profile.id}
          onChange={(value) => set('recommendedBy', value)}
        />
      </div>
    </div>
  );
}

function KnownFields({ form }: { readonly form: FactsForm }) {
  const { t } = useTranslation();
  const { data } = useQuery('customers.facets', {});
  const text = (name: 'uses' | 'tastes' | 'matters' | 'note') => ({
    label: t(`customer.field.${name}`),
    ...form.getInputProps(name),
    value: form.values[name] ?? '',
    autosize: true,
    minRows: 1,
    maxRows: 8,
  });
  const line = (name: 'occupation' | 'source' | 'taxId') => ({
    label: t(`customer.field.${name}`),
    ...form.getInputProps(name),
    value: form.values[name] ?? '',
    maxLength: name === 'taxId' ? 40 : 120,
  });
  return (
    <fieldset className={classes.section} aria-label={t('customer.section.knows')}>
      <h3>{t('customer.section.knows')}</h3>
      <Textarea {...text('uses')} maxLength={2000} />
      <Textarea {...text('tastes')} maxLength={2000} />
      <Textarea {...text('matters')} maxLength={2000} />
      <div className={classes.pair}>
        <TextInput {...line('occupation')} />
        <TextInput {...line('source')} />
        <TextInput {...line('taxId')} />
      </div>
      <TagsInput
        label={t('customer.field.tags')}
        placeholder={t('customer.tagsHint')}
        data={data?.tags.map(({ value }) => value) ?? []}
        maxTags={40}
        {...form.getInputProps('tags')}
      />
      <Textarea {...text('note')} maxLength={8000} />
    </fieldset>
  );
}

function useFactsForm(profile: CustomerProfile): FactsForm {
  const { t } = useTranslation();
  const { country } = useSettings().settings;
  return useForm<CustomerFacts>({
    initialValues: profile.facts,
    validate: {
      name: (name, { contactPoints }) =>
        name.trim() === '' && contactPoints.every(({ value }) => value.trim() === '')
          ? t('problem.nameOrPhone')
          : null,
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

interface Props {
  readonly profile: CustomerProfile;
  onClose(): void;
}

/** All facts of a customer in one form; what somebody else changed meanwhile is never overwritten. */
export function FactsDialog({ profile, onClose }: Props) {
  const { t } = useTranslation();
  const [expected, setExpected] = useState(profile.facts);
  const form = useFactsForm(profile);
  const { run, isRunning, error, clearError } = useCommand('customers.update');
  const isDirty = form.isDirty();
  const focusFirst = (errors: FormErrors) => {
    const [path] = Object.keys(errors);
    if (path !== undefined) form.getInputNode(path)?.focus();
  };
  const save = async (values: CustomerFacts) => {
    const facts = tidyFacts(values);
    const said = t('customer.saved', { name: facts.name });
    const result = await run({ id: profile.id, facts, expected }, said);
    if (result.ok) onClose();
  };
  const showLatest = () => {
    clearError();
    setExpected(profile.facts);
    form.setValues(mergeFacts(expected, form.values, profile.facts));
  };
  return (
    <Dialog
      onClose={onClose}
      title={t('customer.editFacts')}
      size="xl"
      closeOnEscape={!isDirty}
      closeOnClickOutside={!isDirty}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit((values) => void save(values), focusFirst)}
      >
        <WhoFields form={form} profile={profile} />
        <ContactFields form={form} />
        <AddressFields form={form} />
        <KnownFields form={form} />
        <div className={`${classes.foot} ${classes.sticky}`}>
          {error !== null && (
            <div className={classes.error}>
              <ErrorState error={error} />
            </div>
          )}
          {error === null && isDirty && <p className={classes.unsaved}>{t('customer.unsaved')}</p>}
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
