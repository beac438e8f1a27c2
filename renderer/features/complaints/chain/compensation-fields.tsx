import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { readAmount } from '#renderer/components/fields/read-field.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { Compensation } from '#shared/contract/complaints-facts.ts';
import { compensationKind } from '#shared/contract/complaints-report.ts';
import classes from './chain.module.css';

export const NO_COMPENSATION = 'none';

/** The solution's form: amounts as they are typed. */
export interface SolutionValues {
  readonly solution: string;
  readonly cause: string;
  readonly causeNote: string;
  readonly kind: Compensation['kind'] | typeof NO_COMPENSATION;
  readonly amount: string;
  readonly cost: string;
  /** The cost was typed by hand: it does not follow the value any more. */
  readonly isOwnCost: boolean;
  readonly approvedBy: string;
  readonly validUntil: string | null;
  readonly note: string;
}

export type SolutionFormState = UseFormReturnType<SolutionValues>;

/** What was typed for an amount, in minor units: 0 for nothing, null where it cannot be read. */
export function minorOf(text: string, format: Format): number | null {
  const read = readAmount(text, format.currency, format.language);
  return read.ok ? (read.value ?? 0) : null;
}

/** The compensation of the form; null: none is given. Only of a form that is right. */
export function compensationOf(values: SolutionValues, format: Format): Compensation | null {
  if (values.kind === NO_COMPENSATION) return null;
  const or = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    kind: values.kind,
    amountMinor: minorOf(values.amount, format) ?? 0,
    costMinor: minorOf(values.cost, format) ?? 0,
    approvedBy: or(values.approvedBy),
    validUntil: values.kind === 'voucher' ? values.validUntil : null,
    note: or(values.note),
  };
}

function Authority({ minor }: { readonly minor: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { authorityMinor } = useSettings().settings;
  const limit = format.money(authorityMinor);
  const isAbove = (minor ?? 0) > authorityMinor;
  return (
    <div className={classes.sign}>
      <StatusBadge kind={isAbove ? 'wrong' : 'good'}>
        {isAbove
          ? t('complaint.solution.above', { limit })
          : t('complaint.solution.within', { limit })}
      </StatusBadge>
    </div>
  );
}

function AmountFields({ form }: { readonly form: SolutionFormState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { amount, isOwnCost } = form.values;
  const write = (name: 'amount' | 'cost') => {
    const minor = minorOf(form.values[name], format);
    if (minor === null || form.values[name].trim() === '') return;
    form.setFieldValue(name, format.money(minor));
    if (name === 'amount' && !isOwnCost) form.setFieldValue('cost', format.money(minor));
  };
  const field = (name: 'amount' | 'cost') => ({
    className: `${classes.amount} ${classes.short}`,
    label: t(`complaint.solution.${name}`),
    inputMode: 'decimal' as const,
    ...form.getInputProps(name),
    onBlur: () => write(name),
  });
  return (
    <>
      <TextInput
        {...field('amount')}
        onChange={(event) => {
          const text = event.currentTarget.value;
          form.setFieldValue('amount', text);
          if (!isOwnCost) form.setFieldValue('cost', text);
        }}
      />
      <TextInput
        {...field('cost')}
        onChange={(event) => {
          form.setFieldValue('cost', event.currentTarget.value);
          form.setFieldValue('isOwnCost', true);
        }}
      />
      {amount.trim() !== '' && <Authority minor={minorOf(amount, format)} />}
    </>
  );
}

/** What the customer gets, what it costs us, and whether we may give it. */
export function CompensationFields({ form }: { readonly form: SolutionFormState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { authorityMinor } = useSettings().settings;
  const { kind, amount, validUntil } = form.values;
  const isGiven = kind !== NO_COMPENSATION;
  const isAbove = isGiven && (minorOf(amount, format) ?? 0) > authorityMinor;
  const kinds = [NO_COMPENSATION, ...compensationKind.options] as const;
  return (
    <>
      <div className={classes.row}>
        <Select
          label={t('complaint.solution.compensation')}
          data={kinds.map((value) => ({ value, label: t(`complaint.compensation.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        {isGiven && <AmountFields form={form} />}
      </div>
      {isGiven && (
        <div className={classes.row}>
          {isAbove && (
            <TextInput
              label={t('complaint.solution.approvedBy')}
              maxLength={80}
              {...form.getInputProps('approvedBy')}
            />
          )}
          {kind === 'voucher' && (
            <DayField
              label={t('complaint.solution.validUntil')}
              clearable
              minDate={format.today}
              value={validUntil}
              onChange={(day) => form.setFieldValue('validUntil', day)}
            />
          )}
          <TextInput
            className={classes.wide}
            label={t('complaint.solution.note')}
            maxLength={400}
            {...form.getInputProps('note')}
          />
        </div>
      )}
    </>
  );
}
