import { Button, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CustomerField } from '#renderer/components/customer-field.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { ErasedBefore } from '#renderer/components/privacy/erased-before.tsx';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { isOpen } from '#shared/domain/vocabulary/prospects.ts';
import type { ProspectId } from '#shared/ids.ts';
import classes from '../prospects.module.css';
import { type Customer, type ProspectForm, useProspectForm } from './use-prospect-form.ts';

interface FieldsProps {
  readonly edit: ProspectForm;
}

/** Whom it is of: somebody known, or somebody new. */
function WhoField({ edit: { form } }: FieldsProps) {
  const { t } = useTranslation();
  const { customerId, customerName, newCustomer } = form.values;
  if (newCustomer !== null)
    return (
      <div className={classes.fresh}>
        <span>{t('sales.entry.newBuyer', { name: newCustomer })}</span>
        <Button size="xs" onClick={() => form.setFieldValue('newCustomer', null)}>
          {t('sales.entry.otherBuyer')}
        </Button>
        <ErasedBefore phone={newCustomer} />
      </div>
    );
  return (
    <CustomerField
      label={t('prospects.form.customer')}
      placeholder={t('sales.entry.buyerHint')}
      value={customerId}
      name={customerName}
      error={form.errors.customerId}
      onChange={(id, name) => form.setValues({ customerId: id, customerName: name })}
      onNew={(typed) =>
        form.setValues({ newCustomer: typed, customerId: null, customerName: null })
      }
    />
  );
}

function WorthFields({ edit: { form, settle } }: FieldsProps) {
  const { t } = useTranslation();
  const { onBlur, ...worth } = form.getInputProps('worth') as ReturnType<
    typeof form.getInputProps
  > & { onBlur(event: unknown): void };
  return (
    <div className={classes.pair}>
      <TextInput
        label={t('prospects.form.worth')}
        maxLength={40}
        {...worth}
        onBlur={(event) => {
          onBlur(event);
          settle();
        }}
      />
      <TextInput
        label={t('prospects.form.chance')}
        inputMode="numeric"
        maxLength={8}
        {...form.getInputProps('chance')}
      />
    </div>
  );
}

function StepFields({ edit: { form } }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.pair}>
      <TextInput
        label={t('prospects.form.stepReason')}
        placeholder={t('prospects.form.stepExample')}
        maxLength={400}
        {...form.getInputProps('stepReason')}
      />
      <DayField
        label={t('prospects.form.stepOn')}
        clearable
        value={form.values.stepOn}
        error={form.errors.stepOn}
        onChange={(on) => form.setFieldValue('stepOn', on)}
      />
    </div>
  );
}

function Fields({ edit, row }: FieldsProps & { readonly row: ProspectRow | null }) {
  const { t } = useTranslation();
  const { form } = edit;
  return (
    <>
      {row === null && <WhoField edit={edit} />}
      <TextInput
        label={t('prospects.form.what')}
        placeholder={t('prospects.form.whatExample')}
        maxLength={200}
        {...form.getInputProps('title')}
      />
      <WorthFields edit={edit} />
      <DayField
        label={t('prospects.form.expected')}
        clearable
        value={form.values.expectedOn}
        onChange={(on) => form.setFieldValue('expectedOn', on)}
      />
      {(row === null || isOpen(row.stage)) && <StepFields edit={edit} />}
      <Textarea
        label={t('prospects.form.note')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
    </>
  );
}

interface Props {
  /** Null: a new one. */
  readonly row: ProspectRow | null;
  /** Of whom a new one is. */
  readonly customer?: Customer | null;
  onClose(): void;
  onSaved?(id: ProspectId): void;
}

/** Writes a prospect down, or corrects one. */
export function ProspectDialog({ row, customer = null, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const edit = useProspectForm({
    row,
    customer,
    onSaved: (id) => {
      onClose();
      onSaved?.(id);
    },
  });
  const isDirty = edit.form.isDirty();
  return (
    <Dialog
      onClose={onClose}
      title={row === null ? t('prospects.form.titleNew') : t('prospects.form.titleEdit')}
      closeOnEscape={!isDirty}
      closeOnClickOutside={!isDirty}
    >
      <form className={classes.form} noValidate onSubmit={edit.submit}>
        <Fields edit={edit} row={row} />
        <FormFoot error={edit.error} isRunning={edit.isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
