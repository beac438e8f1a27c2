import { Select, TagsInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import type { OwnField } from '#shared/contract/customers/fields.ts';
import {
  longestFieldName,
  mostChoices,
  type OwnFieldType,
  ownFieldTypes,
} from '#shared/domain/own-fields/own-fields.ts';
import classes from './own-fields.module.css';

interface Props {
  /** Null: a new one. */
  readonly field: OwnField | null;
  onClose(): void;
}

function useFieldForm({ field, onClose }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(field?.name ?? '');
  const [type, setType] = useState<OwnFieldType>(field?.type ?? 'text');
  const [choices, setChoices] = useState<string[]>(field?.choices ?? []);
  const add = useCommand('customers.addField');
  const change = useCommand('customers.changeField');
  const save = async () => {
    const values = { name, choices: type === 'choice' ? choices : [] };
    const result =
      field === null
        ? await add.run({ ...values, type }, t('customers.own.added', { name }))
        : await change.run({ ...values, id: field.id }, t('customers.own.changed', { name }));
    if (result.ok) onClose();
  };
  return {
    ...{ name, setName, type, setType, choices, setChoices },
    submit: (event: FormEvent) => {
      event.preventDefault();
      void save();
    },
    isRunning: add.isRunning || change.isRunning,
    error: add.error ?? change.error,
  };
}

/** A field of the customer: its name, what it holds, and of a choice what can be chosen. */
export function FieldDialog({ field, onClose }: Props) {
  const { t } = useTranslation();
  const form = useFieldForm({ field, onClose });
  const types = ownFieldTypes.map((value) => ({ value, label: t(`customers.own.type.${value}`) }));
  return (
    <Dialog
      title={field === null ? t('customers.own.add') : t('customers.own.edit', field)}
      onClose={onClose}
    >
      <form className={classes.form} noValidate onSubmit={form.submit}>
        <TextInput
          data-autofocus
          label={t('customers.own.name')}
          placeholder={t('customers.own.nameExample')}
          maxLength={longestFieldName}
          value={form.name}
          onChange={(event) => form.setName(event.currentTarget.value)}
        />
        <Select
          label={t('customers.own.holds')}
          data={types}
          value={form.type}
          disabled={field !== null}
          description={field === null ? undefined : t('customers.own.typeStays')}
          onChange={(value) => value !== null && form.setType(value)}
        />
        {form.type === 'choice' && (
          <TagsInput
            label={t('customers.own.choices')}
            placeholder={t('customer.tagsHint')}
            maxTags={mostChoices}
            value={form.choices}
            onChange={form.setChoices}
          />
        )}
        <FormFoot
          error={form.error}
          isRunning={form.isRunning}
          canSave={form.name.trim() !== ''}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
