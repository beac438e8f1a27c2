import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerFacts } from '#shared/contract/customers.ts';
import classes from './facts-dialog.module.css';
import { ADDRESS_FIELDS, EMPTY_ADDRESS, emptyContact } from './facts-values.ts';

export type FactsForm = UseFormReturnType<CustomerFacts>;

const KINDS = ['phone', 'email', 'social', 'website'] as const;

/** Puts the keyboard into a field that the next paint brings. */
function focusSoon(form: FactsForm, path: string): void {
  requestAnimationFrame(() => form.getInputNode(path)?.focus());
}

/** Phones, e-mail addresses and the like: as many as there are. */
export function ContactFields({ form }: { readonly form: FactsForm }) {
  const { t } = useTranslation();
  const kinds = KINDS.map((kind) => ({ value: kind, label: t(`customer.field.${kind}`) }));
  return (
    <fieldset className={classes.section} aria-label={t('customer.section.contact')}>
      <h3>{t('customer.section.contact')}</h3>
      {form.values.contactPoints.map(({ value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the form addresses its lines by place
        <div key={index} className={classes.contact}>
          <Select
            aria-label={t('customer.field.kind')}
            data={kinds}
            {...form.getInputProps(`contactPoints.${index}.kind`)}
          />
          <TextInput
            aria-label={t('customer.field.value')}
            maxLength={254}
            {...form.getInputProps(`contactPoints.${index}.value`)}
          />
          <TextInput
            aria-label={t('customer.field.label')}
            placeholder={t('customer.labelHint')}
            maxLength={60}
            {...form.getInputProps(`contactPoints.${index}.label`)}
            value={form.values.contactPoints[index]?.label ?? ''}
          />
          <ActionIcon
            aria-label={t('customer.removeContact', { value })}
            onClick={() => form.removeListItem('contactPoints', index)}
          >
            <IconX size={16} stroke={1.75} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.75} aria-hidden="true" />}
          onClick={() => {
            const { length } = form.values.contactPoints;
            form.insertListItem('contactPoints', emptyContact('phone'));
            focusSoon(form, `contactPoints.${length}.value`);
          }}
        >
          {t('customer.addContact')}
        </Button>
      </div>
    </fieldset>
  );
}

/** Addresses, each with its parts. */
export function AddressFields({ form }: { readonly form: FactsForm }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.section} aria-label={t('customer.section.address')}>
      <h3>{t('customer.section.address')}</h3>
      {form.values.addresses.map((address, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the form addresses its lines by place
        <div key={index} className={classes.address}>
          <div className={classes.pair}>
            {ADDRESS_FIELDS.map((name) => (
              <TextInput
                key={name}
                label={t(`customer.field.${name}`)}
                maxLength={name === 'street' ? 400 : name === 'postalCode' ? 20 : 80}
                {...form.getInputProps(`addresses.${index}.${name}`)}
                value={address[name] ?? ''}
              />
            ))}
          </div>
          <ActionIcon
            aria-label={t('customer.removeAddress', { number: index + 1 })}
            onClick={() => form.removeListItem('addresses', index)}
          >
            <IconX size={16} stroke={1.75} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.75} aria-hidden="true" />}
          onClick={() => {
            const { length } = form.values.addresses;
            form.insertListItem('addresses', EMPTY_ADDRESS);
            focusSoon(form, `addresses.${length}.street`);
          }}
        >
          {t('customer.addAddress')}
        </Button>
      </div>
    </fieldset>
  );
}
