import { Autocomplete, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CorrectiveAction } from '#shared/contract/complaints-facts.ts';
import { addDays, daysBetween } from '#shared/domain/calendar/dates.ts';
import classes from './chain.module.css';

export interface ActionValues {
  readonly what: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly checkOn: string | null;
  /** The check day was chosen by hand: it does not follow the due day any more. */
  readonly isOwnCheck: boolean;
}

export type ActionForm = UseFormReturnType<ActionValues>;

/** The action of a form that is right. */
export function actionOf({ what, owner, dueOn, checkOn }: ActionValues): CorrectiveAction {
  return { what: what.trim(), owner: owner.trim(), dueOn: dueOn ?? '', checkOn: checkOn ?? '' };
}

/** What has to be right before a change can be saved. */
export function useActionRules() {
  const { t } = useTranslation();
  return {
    what: (what: string) => (what.trim() === '' ? t('complaint.required') : null),
    dueOn: (day: string | null) => (day === null ? t('complaint.new.dayMissing') : null),
    checkOn: (day: string | null, { dueOn }: ActionValues) => {
      if (day === null) return t('complaint.new.dayMissing');
      return dueOn !== null && day < dueOn ? t('complaint.change.checkEarly') : null;
    },
  };
}

interface FormProps {
  readonly form: ActionForm;
}

/** Until when, and when we look; the second follows the first until it is chosen by hand. */
function DayFields({ form }: FormProps) {
  const { t } = useTranslation();
  const { settings, today } = useSettings();
  const { dueOn, checkOn, isOwnCheck } = form.values;
  const apart = dueOn === null || checkOn === null ? null : daysBetween(dueOn, checkOn);
  return (
    <>
      <DayField
        label={t('complaint.change.due')}
        minDate={today}
        value={dueOn}
        error={form.errors.dueOn}
        onChange={(day) => {
          form.setFieldValue('dueOn', day);
          if (day !== null && !isOwnCheck)
            form.setFieldValue('checkOn', addDays(day, settings.sameCauseDays));
        }}
      />
      <DayField
        label={t('complaint.change.check')}
        description={
          apart === null || apart < 0
            ? undefined
            : t('complaint.change.checkHint', { count: apart, days: apart })
        }
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        minDate={dueOn ?? today}
        value={checkOn}
        error={form.errors.checkOn}
        onChange={(day) => {
          form.setFieldValue('checkOn', day);
          form.setFieldValue('isOwnCheck', true);
        }}
      />
    </>
  );
}

/** What we change, who does it, by when, and when we look whether it helped. */
export function ActionFields({ form }: FormProps) {
  const { t } = useTranslation();
  const { data: words } = useQuery('complaints.words', {});
  return (
    <>
      <Textarea
        label={t('complaint.change.what')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        {...form.getInputProps('what')}
      />
      <div className={classes.row}>
        <Autocomplete
          label={t('complaint.change.owner')}
          data={words?.handlers ?? []}
          maxLength={80}
          {...form.getInputProps('owner')}
        />
        <DayFields form={form} />
      </div>
    </>
  );
}
