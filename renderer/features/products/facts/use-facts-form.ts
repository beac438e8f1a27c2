import { type UseFormReturnType, useForm } from '@mantine/form';
import { type FormEventHandler, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '#renderer/base/i18n.ts';
import { readAmount } from '#renderer/components/fields/read-field.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { Output } from '#shared/contract/index.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import type { AppError } from '#shared/errors.ts';
import type { ProductId } from '#shared/ids.ts';

export type StoredFacts = Output<'products.get'>['facts'];

/** A product as it stands in the form: amounts as people type them. */
export interface FactsValues {
  readonly name: string;
  readonly sku: string;
  readonly category: string;
  readonly unit: string;
  readonly price: string;
  readonly cost: string;
  readonly isActive: boolean;
}

export type FactsForm = UseFormReturnType<FactsValues>;

const FIELDS = { priceMinor: 'price', costMinor: 'cost' } as const;
const LARGE_AMOUNTS = ['IDR', 'VND', 'KRW', 'LAK', 'KHR'];

function useAmounts() {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, language } = format;
  const read = (text: string) => readAmount(text, currency, language);
  const units = LARGE_AMOUNTS.includes(currency) ? 25_000 : 25;
  const example = format.money(units * 10 ** minorDigits(currency));
  const check = (text: string) =>
    read(text).ok ? null : t('products.form.amount', { amount: example });
  const minorOf = (text: string) => {
    const reading = read(text);
    return reading.ok ? reading.value : null;
  };
  const write = (minor: number | null) => (minor === null ? '' : format.money(minor));
  return { check, minorOf, write };
}

function useFields(facts: StoredFacts | null) {
  const { t } = useTranslation();
  const amounts = useAmounts();
  const form = useForm<FactsValues>({
    initialValues: {
      name: facts?.name ?? '',
      sku: facts?.sku ?? '',
      category: facts?.category ?? '',
      unit: facts?.unit ?? '',
      price: amounts.write(facts?.priceMinor ?? null),
      cost: amounts.write(facts?.costMinor ?? null),
      isActive: facts?.isActive ?? true,
    },
    validateInputOnBlur: ['price', 'cost'],
    validate: {
      name: (name) => (name.trim() === '' ? t('problem.product-name') : null),
      price: amounts.check,
      cost: amounts.check,
    },
  });
  return { form, amounts };
}

export interface FactsEdit {
  readonly form: FactsForm;
  readonly submit: FormEventHandler<HTMLFormElement>;
  readonly isRunning: boolean;
  /** What no field can show. */
  readonly error: AppError | null;
  /** Writes an amount as it is read. */
  settle(field: 'price' | 'cost'): void;
}

interface Options {
  /** Null: a new one. */
  readonly product: { readonly id: ProductId; readonly facts: StoredFacts } | null;
  onSaved(id: ProductId): void;
}

/** The facts of a product as they are being written; what somebody else changed meanwhile is never overwritten. */
export function useFactsForm({ product, onSaved }: Options): FactsEdit {
  const { t } = useTranslation();
  const [expected] = useState(product?.facts ?? null);
  const { form, amounts } = useFields(expected);
  const create = useCommand('products.create');
  const update = useCommand('products.update');
  const [first = null] = [create.error, update.error].filter((one) => one !== null);
  const save = async ({ price, cost, ...facts }: FactsValues) => {
    const all = { ...facts, priceMinor: amounts.minorOf(price), costMinor: amounts.minorOf(cost) };
    const said = t('products.form.saved', { name: facts.name.trim() });
    const result =
      product === null || expected === null
        ? await create.run(all, said)
        : await update.run({ id: product.id, facts: all, expected }, said);
    if (result.ok) onSaved(result.value.id);
    else if (result.error.code === 'VALIDATION')
      for (const { path, problem } of result.error.issues)
        form.setFieldError(
          path in FIELDS ? FIELDS[path as keyof typeof FIELDS] : path,
          textOf(t, 'problem', problem),
        );
  };
  return {
    form,
    submit: form.onSubmit(
      (values) => void save(values),
      (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
    ),
    isRunning: create.isRunning || update.isRunning,
    error: first?.code === 'VALIDATION' ? null : first,
    settle: (field) => {
      const minor = amounts.minorOf(form.values[field]);
      if (minor !== null) form.setFieldValue(field, amounts.write(minor));
    },
  };
}
