import { Autocomplete, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ProductId } from '#shared/ids.ts';
import classes from './facts-dialog.module.css';
import { type FactsEdit, type StoredFacts, useFactsForm } from './use-facts-form.ts';

interface Props {
  /** Null: a new one. */
  readonly product: { readonly id: ProductId; readonly facts: StoredFacts } | null;
  onClose(): void;
  onSaved(id: ProductId): void;
}

/** What it is sold for and what it costs, as people write amounts (`25rb`). */
function AmountFields({ edit }: { readonly edit: FactsEdit }) {
  const { t } = useTranslation();
  const { form, settle } = edit;
  const field = (name: 'price' | 'cost') => {
    const { onBlur, ...input } = form.getInputProps(name) as ReturnType<
      typeof form.getInputProps
    > & { onBlur(event: unknown): void };
    return {
      label: t(`products.form.${name}`),
      ...input,
      onBlur: (event: unknown) => {
        onBlur(event);
        settle(name);
      },
    };
  };
  return (
    <div className={classes.pair}>
      <TextInput {...field('price')} maxLength={40} />
      <TextInput
        {...field('cost')}
        maxLength={40}
        description={t('products.form.costHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
      />
    </div>
  );
}

function Fields({ edit }: { readonly edit: FactsEdit }) {
  const { t } = useTranslation();
  const { form } = edit;
  const { data } = useQuery('products.summary', {});
  const categories = (data?.categories ?? []).map(({ value }) => value);
  const text = (name: 'name' | 'sku' | 'unit' | 'category') => ({
    label: t(`products.form.${name}`),
    maxLength: 200,
    ...form.getInputProps(name),
  });
  return (
    <>
      <TextInput data-autofocus {...text('name')} />
      <AmountFields edit={edit} />
      <div className={classes.pair}>
        <TextInput {...text('sku')} />
        <TextInput placeholder={t('products.form.unitExample')} {...text('unit')} />
      </div>
      <Autocomplete data={categories} {...text('category')} />
      <Switch
        label={t('products.form.isActive')}
        description={t('products.form.isActiveHint')}
        {...form.getInputProps('isActive', { type: 'checkbox' })}
      />
    </>
  );
}

/** Writes a product down, or corrects one. */
export function FactsDialog({ product, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const edit = useFactsForm({
    product,
    onSaved: (id) => {
      onClose();
      onSaved(id);
    },
  });
  const { submit, isRunning, error } = edit;
  const isDirty = edit.form.isDirty();
  return (
    <Dialog
      onClose={onClose}
      title={
        product === null
          ? t('products.form.titleNew')
          : t('products.form.titleEdit', { name: product.facts.name })
      }
      closeOnEscape={!isDirty}
      closeOnClickOutside={!isDirty}
    >
      <form className={classes.form} noValidate onSubmit={submit}>
        <Fields edit={edit} />
        <FormFoot error={error} isRunning={isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
