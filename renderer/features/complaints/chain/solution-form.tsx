import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { AppError } from '#shared/errors.ts';
import { CauseFields } from './cause-fields.tsx';
import classes from './chain.module.css';
import {
  CompensationFields,
  compensationOf,
  minorOf,
  NO_COMPENSATION,
  type SolutionFormState,
  type SolutionValues,
} from './compensation-fields.tsx';
import { useStep } from './use-step.ts';

/** Days a voucher is good for unless told. */
const VOUCHER_DAYS = 90;

function useSolutionForm(page: ComplaintPage, isAtOnce: boolean): SolutionFormState {
  const { t } = useTranslation();
  const format = useFormat();
  const amount = (text: string, { kind }: SolutionValues) =>
    kind !== NO_COMPENSATION && minorOf(text, format) === null
      ? t('complaint.solution.amountWrong')
      : null;
  return useForm<SolutionValues>({
    initialValues: {
      solution: page.solution ?? '',
      cause: page.cause ?? '',
      causeNote: page.causeNote,
      kind: NO_COMPENSATION,
      amount: '',
      cost: '',
      isOwnCost: false,
      approvedBy: '',
      validUntil: addDays(format.today, VOUCHER_DAYS),
      note: '',
    },
    validate: {
      cause: (cause) => (isAtOnce && cause.trim() === '' ? t('complaint.required') : null),
      solution: (solution) => (solution.trim() === '' ? t('complaint.required') : null),
      amount,
      cost: amount,
    },
  });
}

interface TotalProps {
  readonly page: ComplaintPage;
  readonly values: SolutionValues;
}

/** What all compensation to this customer comes to with this one. */
export function CompensationTotal({ page, values }: TotalProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const cost = minorOf(values.cost, format) ?? 0;
  if (page.customer === null || values.kind === NO_COMPENSATION || cost === 0) return null;
  return (
    <span className={`${classes.quiet} ${classes.end}`}>
      {t('complaint.solution.total', {
        amount: format.money(page.customer.compensationCostMinor + cost),
      })}
    </span>
  );
}

export interface Solution {
  readonly form: SolutionFormState;
  readonly isRunning: boolean;
  readonly error: AppError | null;
  /** Saves a form that is right; false where it was refused. */
  save(values: SolutionValues): Promise<boolean>;
}

/** The form of the solution and the step that saves it. */
export function useSolution(page: ComplaintPage, isAtOnce: boolean): Solution {
  const { t } = useTranslation();
  const format = useFormat();
  const { take, isRunning, error } = useStep(page.id);
  const form = useSolutionForm(page, isAtOnce);
  const save = (values: SolutionValues) => {
    const { solution, causeNote } = values;
    const compensation = compensationOf(values, format);
    const cause = isAtOnce ? values.cause : null;
    const step = { move: 'resolve', solution, compensation, cause, causeNote } as const;
    return take(step, t('complaint.solution.saved', { number: page.number }));
  };
  return { form, isRunning, error, save };
}

interface FieldsProps {
  readonly id: string;
  readonly solution: Solution;
  readonly isAtOnce?: boolean;
}

/** The fields of the solution, saved by whoever submits the form `id`. */
export function SolutionFields({ id, solution, isAtOnce = false }: FieldsProps) {
  const { t } = useTranslation();
  const { form, error, save } = solution;
  return (
    <form
      id={id}
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit((values) => void save(values))}
    >
      {isAtOnce && (
        <CauseFields
          cause={form.getInputProps('cause')}
          note={{
            value: form.values.causeNote,
            onChange: (text) => form.setFieldValue('causeNote', text),
          }}
        />
      )}
      <Textarea
        label={t('complaint.solution.what')}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={4000}
        {...form.getInputProps('solution')}
      />
      <CompensationFields form={form} />
      {error !== null && <ErrorState error={error} />}
    </form>
  );
}

/** Settled at the first contact: cause and solution in one, no reply is asked. */
export function AtOnceForm({ page }: { readonly page: ComplaintPage }) {
  const { t } = useTranslation();
  const id = useId();
  const solution = useSolution(page, true);
  return (
    <>
      <SolutionFields id={id} solution={solution} isAtOnce />
      <div className={classes.foot}>
        <Button type="submit" form={id} variant="filled" loading={solution.isRunning}>
          {t('complaint.solution.save')}
        </Button>
        <CompensationTotal page={page} values={solution.form.values} />
      </div>
    </>
  );
}
