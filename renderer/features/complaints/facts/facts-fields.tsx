import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { businessSpan } from '#renderer/components/business-time.ts';
import { CustomerField } from '#renderer/components/customer-field.tsx';
import { WordsAbout } from '#renderer/components/privacy/words-about.tsx';
import { ProductField } from '#renderer/components/product-field.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import { complaintKind, severity } from '#shared/contract/complaints-facts.ts';
import { channel } from '#shared/contract/interactions/interactions.ts';
import classes from '../forms.module.css';
import { bareCustomer } from './bare-customer.ts';
import { type FactsValues, isTime, proposeTitle } from './facts-values.ts';
import { MomentFields } from './moment-fields.tsx';
import { SaleField } from './sale-field.tsx';

export type FactsForm = UseFormReturnType<FactsValues>;

interface Props {
  readonly form: FactsForm;
}

/** What has to be right before a complaint can be written down. */
export function useFactsRules() {
  const { t } = useTranslation();
  return {
    title: (title: string, { words }: FactsValues) =>
      title.trim() === '' && proposeTitle(words) === '' ? t('complaint.required') : null,
    day: (day: string | null, { isNow }: FactsValues) =>
      !isNow && day === null ? t('complaint.new.dayMissing') : null,
    time: (time: string, { isNow }: FactsValues) =>
      isNow || time === '' || isTime(time) ? null : t('problem.not-a-time'),
  };
}

/** Their words first; the title follows them until it is written by hand. */
function WordsFields({ form }: Props) {
  const { t } = useTranslation();
  const [isOwn, setOwn] = useState(form.values.title !== '');
  return (
    <>
      <Textarea
        data-autofocus
        label={t('complaint.new.words')}
        description={t('complaint.new.wordsHint')}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={8000}
        {...form.getInputProps('words')}
        onChange={(event) => {
          const words = event.currentTarget.value;
          form.setFieldValue('words', words);
          if (!isOwn) form.setFieldValue('title', proposeTitle(words));
        }}
      />
      <TextInput
        label={t('complaint.new.heading')}
        description={isOwn ? undefined : t('complaint.new.headingHint')}
        maxLength={200}
        {...form.getInputProps('title')}
        onChange={(event) => {
          setOwn(event.currentTarget.value !== '');
          form.setFieldValue('title', event.currentTarget.value);
        }}
      />
    </>
  );
}

function CustomerPart({ form }: Props) {
  const { t } = useTranslation();
  const { country } = useSettings().settings;
  const create = useCommand('customers.create');
  const { sayError } = useUndo();
  const { customerId, customerName } = form.values;
  const known = useQuery(
    'customers.get',
    { id: customerId as NonNullable<typeof customerId> },
    { enabled: customerId !== null && customerName === null },
  );
  const name = customerName ?? known.data?.facts.name ?? null;
  const choose = (id: FactsValues['customerId'], chosen: string | null) => {
    form.setFieldValue('customerId', id);
    form.setFieldValue('customerName', chosen);
    form.setFieldValue('saleId', null);
  };
  const make = async (typed: string) => {
    const said = t('complaint.new.customerAdded', { name: typed });
    const result = await create.run(bareCustomer(typed, country), said);
    if (result.ok) choose(result.value.id, typed);
    else sayError(result.error);
  };
  return (
    <CustomerField
      key={`${customerId} ${name}`}
      label={t('complaint.new.customer')}
      placeholder={t('complaint.new.customerHint')}
      value={customerId}
      name={name}
      error={form.errors.customerId}
      onChange={choose}
      onNew={(typed) => void make(typed)}
    />
  );
}

function WhatPart({ form }: Props) {
  const { t } = useTranslation();
  const { customerId, saleId, productId, productName } = form.values;
  const [hint, setHint] = useState<string | null>(null);
  return (
    <>
      <SaleField
        customerId={customerId}
        value={saleId}
        onChange={(id, sale) => {
          form.setFieldValue('saleId', id);
          setHint(sale?.products[0] ?? null);
        }}
      />
      <ProductField
        label={t('complaint.new.product')}
        value={productId}
        name={productName}
        hint={hint}
        onChange={(id, name) => {
          form.setFieldValue('productId', id);
          form.setFieldValue('productName', name);
        }}
      />
    </>
  );
}

function WhenPart({ form, canBeNow }: Props & { readonly canBeNow: boolean }) {
  const { t } = useTranslation();
  const { isNow, day, time } = form.values;
  return (
    <MomentFields
      label={t('complaint.new.when')}
      moment={{ isNow, day, time }}
      canBeNow={canBeNow}
      dayError={form.errors.day ?? form.errors.receivedAt}
      timeError={form.errors.time}
      onChange={(part) => form.setValues(part)}
    />
  );
}

interface FactsFieldsProps extends Props {
  /** A new one may be heard right now; a corrected one has its day. */
  readonly canBeNow: boolean;
}

/** The way it came, how bad it is, and whose it is. */
function KindSelects({ form }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('complaint.field.channel')}
        data={channel.options.map((value) => ({ value, label: t(`timeline.channel.${value}`) }))}
        {...form.getInputProps('channel')}
      />
      <Select
        label={t('complaint.field.severity')}
        data={severity.options.map((value) => ({
          value,
          label: t(`complaint.severity.${value}`),
        }))}
        {...form.getInputProps('severity')}
      />
      <Select
        label={t('complaint.field.kind')}
        data={complaintKind.options.map((value) => ({
          value,
          label: t(`complaint.kind.${value}`),
        }))}
        {...form.getInputProps('kind')}
      />
    </>
  );
}

/** Everything that is written down when a complaint comes in. */
export function FactsFields({ form, canBeNow }: FactsFieldsProps) {
  const { t } = useTranslation();
  const { serviceLevels } = useSettings().settings;
  const { data: words } = useQuery('complaints.words', {});
  const level = serviceLevels[form.values.severity];
  return (
    <>
      <WordsAbout customerId={form.values.customerId}>
        <WordsFields form={form} />
      </WordsAbout>
      <div className={classes.pair}>
        <CustomerPart form={form} />
        <KindSelects form={form} />
        <WhatPart form={form} />
      </div>
      <p className={classes.quiet}>
        {t('complaint.new.due', {
          answer: businessSpan(t, level.answerMinutes),
          solution: businessSpan(t, level.resolveMinutes),
        })}
      </p>
      <div className={classes.pair}>
        <WhenPart form={form} canBeNow={canBeNow} />
        <Autocomplete
          label={t('complaint.new.handledBy')}
          data={words?.handlers ?? []}
          maxLength={80}
          {...form.getInputProps('handledBy')}
        />
      </div>
    </>
  );
}
