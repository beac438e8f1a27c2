import { TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from '#renderer/data/use-query.ts';
import type { FactsForm } from './contact-fields.tsx';
import classes from './facts-dialog.module.css';

/** What somebody who serves them should remember. */
export function KnownFields({ form }: { readonly form: FactsForm }) {
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
