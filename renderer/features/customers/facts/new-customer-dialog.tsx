import { Anchor, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { ErasedBefore } from '#renderer/components/privacy/erased-before.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { CustomerId } from '#shared/ids.ts';
import { AlreadyThere } from './already-there.tsx';
import { checkEmail, checkPhone, firstPhone } from './check-contact.ts';
import classes from './facts-dialog.module.css';
import { EMPTY_ADDRESS, EMPTY_FACTS, emptyContact, tidyFacts } from './facts-values.ts';
import { RecommenderField } from './recommender-field.tsx';

interface Values {
  readonly kind: 'person' | 'business';
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly city: string;
  readonly note: string;
  readonly recommendedBy: CustomerId | null;
}

const EMPTY: Values = {
  ...{ kind: 'person', name: '', phone: '', email: '', city: '', note: '' },
  recommendedBy: null,
};

function factsOf(values: Values) {
  const { kind, name, phone, email, city, note, recommendedBy } = values;
  return tidyFacts({
    ...EMPTY_FACTS,
    kind,
    name,
    note,
    recommendedBy,
    contactPoints: [
      { ...emptyContact('phone'), value: phone },
      { ...emptyContact('email'), value: email },
    ],
    addresses: [{ ...EMPTY_ADDRESS, city }],
  });
}

/** Says how a typed number is read, and who already has it. */
function PhoneHint({ text, onOpen }: { readonly text: string; onOpen(id: CustomerId): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { country } = useSettings().settings;
  const [settled] = useDebouncedValue(text, 150);
  const phone = firstPhone(settled, country);
  const { data } = useQuery(
    'search.find',
    { text: phone ?? '', limit: 5 },
    { enabled: phone !== null },
  );
  if (phone === null) return null;
  const owner = data?.customers.find((one) => one.phone === phone);
  return (
    <span role="status">
      {t('customers.new.readAs', { phone: format.phone(phone) })}
      {owner !== undefined && (
        <>
          {'. '}
          {t('customers.new.usedBy', {
            name: owner.name === '' ? t('customers.noName') : owner.name,
          })}{' '}
          <Anchor component="button" type="button" inherit onClick={() => onOpen(owner.id)}>
            {t('customers.new.open')}
          </Anchor>
        </>
      )}
    </span>
  );
}

function useNewCustomer(onClose: () => void) {
  const { t } = useTranslation();
  const go = useGo();
  const { country } = useSettings().settings;
  const { run, isRunning, error } = useCommand('customers.create');
  const form = useForm<Values>({
    initialValues: EMPTY,
    validateInputOnBlur: ['phone', 'email'],
    validate: {
      name: (name, { phone }) =>
        name.trim() === '' && phone.trim() === '' ? t('problem.nameOrPhone') : null,
      phone: (phone) => (checkPhone(phone, country) === null ? null : t('problem.phone')),
      email: (email) => (checkEmail(email) === null ? null : t('problem.email')),
    },
  });
  const open = (id: CustomerId) => {
    onClose();
    go({ customer: id });
  };
  const save = async (values: Values) => {
    const name = values.name.trim() === '' ? values.phone.trim() : values.name.trim();
    const result = await run(factsOf(values), t('customers.new.saved', { name }));
    if (result.ok) open(result.value.id);
  };
  return { form, submit: form.onSubmit((values) => void save(values)), open, isRunning, error };
}

function KindField(props: ReturnType<UseFormReturnType<Values>['getInputProps']>) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('customers.new.kind')}
      data={[
        { value: 'person', label: t('customers.kind.person') },
        { value: 'business', label: t('customers.kind.business') },
      ]}
      {...props}
    />
  );
}

function NewCustomerForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { form, submit, open, isRunning, error } = useNewCustomer(onClose);
  const { name, phone, email, city } = form.values;
  const typed = { name, phone, email, city };
  const field = (name: Exclude<keyof Values, 'recommendedBy'>) => ({
    label: t(`customers.new.${name}`),
    ...form.getInputProps(name),
  });
  return (
    <form className={classes.form} noValidate onSubmit={submit}>
      <p className={classes.lead}>{t('customers.new.lead')}</p>
      <TextInput {...field('name')} data-autofocus maxLength={200} />
      <TextInput
        {...field('phone')}
        type="tel"
        maxLength={254}
        description={<PhoneHint text={form.values.phone} onOpen={open} />}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
      />
      <div className={classes.pair}>
        <TextInput {...field('email')} type="email" maxLength={254} />
        <TextInput {...field('city')} maxLength={120} />
      </div>
      <ErasedBefore phone={form.values.phone} email={form.values.email} />
      <RecommenderField
        value={form.values.recommendedBy}
        name={null}
        self={null}
        onChange={(id) => form.setFieldValue('recommendedBy', id)}
      />
      <Textarea {...field('note')} autosize minRows={2} maxRows={6} maxLength={8000} />
      <KindField {...form.getInputProps('kind')} />
      <AlreadyThere {...typed} onOpen={open} />
      <FormFoot
        save={t('customers.new.save')}
        error={error}
        isRunning={isRunning}
        onCancel={onClose}
      />
    </form>
  );
}

/** Ctrl+N: a customer from as little as a phone. */
export function NewCustomerDialog() {
  const { t } = useTranslation();
  const { isNewCustomerOpen, setNewCustomerOpen } = useUi();
  const close = () => setNewCustomerOpen(false);
  return (
    <Modal opened={isNewCustomerOpen} onClose={close} title={t('customers.new.title')}>
      <NewCustomerForm onClose={close} />
    </Modal>
  );
}
