import { useForm } from '@mantine/form';
import { type FormEventHandler, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readAmount, readDecimal } from '#renderer/components/fields/read-field.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ProspectFacts, ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import type { CustomerId, ProspectId } from '#shared/ids.ts';

/** A prospect as it stands in the form: amounts as people type them. */
export interface ProspectValues {
  readonly customerId: CustomerId | null;
  readonly customerName: string | null;
  /** Somebody new: what was typed. */
  readonly newCustomer: string | null;
  readonly title: string;
  readonly worth: string;
  readonly chance: string;
  readonly expectedOn: string | null;
  readonly stepOn: string | null;
  readonly stepReason: string;
  readonly note: string;
}

const PERCENT = { from: 0, to: 100, digits: 0 };
const LARGE_AMOUNTS = ['IDR', 'VND', 'KRW', 'LAK', 'KHR'];

function useReading() {
  const { t } = useTranslation();
  const { currency, language, money } = useFormat();
  const amount = (text: string) => readAmount(text, currency, language);
  const units = LARGE_AMOUNTS.includes(currency) ? 900_000 : 900;
  const example = money(units * 10 ** minorDigits(currency));
  return {
    write: (minor: number | null) => (minor === null ? '' : money(minor)),
    worthOf: (text: string) => {
      const read = amount(text);
      return read.ok ? read.value : null;
    },
    chanceOf: (text: string) => {
      const read = readDecimal(text, PERCENT);
      return read.ok ? read.value : null;
    },
    checks: {
      worth: (text: string) =>
        amount(text).ok ? null : t('prospects.form.amount', { amount: example }),
      chance: (text: string) =>
        readDecimal(text, PERCENT).ok ? null : t('prospects.form.percent'),
      title: (text: string) => (text.trim() === '' ? t('prospects.form.whatMissing') : null),
      stepOn: (on: string | null, { stepReason }: ProspectValues) =>
        on === null && stepReason.trim() !== '' ? t('prospects.form.stepDay') : null,
      customerId: (id: CustomerId | null, { newCustomer }: ProspectValues) =>
        id === null && newCustomer === null ? t('prospects.form.customerMissing') : null,
    },
  };
}

function useFields(row: ProspectRow | null, customer: Customer | null) {
  const { checks, ...reading } = useReading();
  const form = useForm<ProspectValues>({
    initialValues: {
      customerId: row?.customerId ?? customer?.id ?? null,
      customerName: row?.customerName ?? customer?.name ?? null,
      newCustomer: null,
      title: row?.title ?? '',
      worth: reading.write(row?.worthMinor ?? null),
      chance: row === null || row.chancePercent === null ? '' : String(row.chancePercent),
      expectedOn: row?.expectedOn ?? null,
      stepOn: row?.nextStep?.dueOn ?? null,
      stepReason: row?.nextStep?.reason ?? '',
      note: row?.note ?? '',
    },
    validateInputOnBlur: ['worth', 'chance'],
    validate: checks,
  });
  return { form, reading };
}

function factsOf({ title, worthMinor, chancePercent, expectedOn, note }: ProspectFacts) {
  return { title, worthMinor, chancePercent, expectedOn, note };
}

/** Somebody new by what was typed: a phone has digits and no letters. */
function newCustomerOf(typed: string): { readonly name: string; readonly phone: string } {
  const isPhone = /\d{6,}/.test(typed.replace(/[\s().+-]/g, '')) && !/\p{L}/u.test(typed);
  return isPhone ? { name: '', phone: typed } : { name: typed, phone: '' };
}

export interface Customer {
  readonly id: CustomerId;
  readonly name: string;
}

interface Options {
  /** Null: a new one. */
  readonly row: ProspectRow | null;
  /** Of whom a new one is. */
  readonly customer: Customer | null;
  onSaved(id: ProspectId): void;
}

/** A prospect as it is being written; what somebody else changed meanwhile is never overwritten. */
export function useProspectForm({ row, customer, onSaved }: Options) {
  const { t } = useTranslation();
  const [stored] = useState(row);
  const { form, reading } = useFields(stored, customer);
  const create = useCommand('prospects.create');
  const update = useCommand('prospects.update');
  const save = async (values: ProspectValues) => {
    const { title, expectedOn, note, stepOn, stepReason, newCustomer, customerId } = values;
    const worthMinor = reading.worthOf(values.worth);
    const chancePercent = reading.chanceOf(values.chance);
    const facts = { title: title.trim(), expectedOn, note, worthMinor, chancePercent };
    const nextStep = stepOn === null ? null : { dueOn: stepOn, reason: stepReason };
    const said = t('prospects.form.saved', { title: facts.title });
    const fresh = newCustomer === null ? null : newCustomerOf(newCustomer);
    const result =
      stored === null
        ? await create.run({ customerId, newCustomer: fresh, facts, nextStep }, said)
        : await update.run({ id: stored.id, expected: factsOf(stored), facts, nextStep }, said);
    if (result.ok) onSaved(result.value.id);
  };
  return {
    form,
    submit: form.onSubmit((values) => void save(values)) as FormEventHandler<HTMLFormElement>,
    isRunning: create.isRunning || update.isRunning,
    error: create.error ?? update.error,
    /** Writes the worth as it is read. */
    settle: () => {
      const minor = reading.worthOf(form.values.worth);
      if (minor !== null) form.setFieldValue('worth', reading.write(minor));
    },
  };
}

export type ProspectForm = ReturnType<typeof useProspectForm>;
