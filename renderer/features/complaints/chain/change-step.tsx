import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { ActionFields, type ActionValues, actionOf, useActionRules } from './action-fields.tsx';
import classes from './chain.module.css';
import { useStep } from './use-step.ts';

/** Days until a change is expected to be made, unless told. */
const DUE_DAYS = 7;

interface Props {
  readonly page: ComplaintPage;
}

/** Why this step cannot be skipped; null: it can. */
export function useRequiredText({ isActionRequired, sameCause }: ComplaintPage): string | null {
  const { t } = useTranslation();
  if (!isActionRequired) return null;
  const { count, days } = sameCause;
  return count > 1
    ? t('complaint.change.required', { count, days })
    : t('complaint.change.requiredPlain');
}

function ActionForm({ page }: Props) {
  const { t } = useTranslation();
  const { settings, today } = useSettings();
  const { take, isRunning, error } = useStep(page.id);
  const dueOn = addDays(today, DUE_DAYS);
  const form = useForm<ActionValues>({
    initialValues: {
      what: '',
      owner: page.facts.handledBy ?? '',
      dueOn,
      checkOn: addDays(dueOn, settings.sameCauseDays),
      isOwnCheck: false,
    },
    validate: useActionRules(),
  });
  const save = async (values: ActionValues) => {
    const said = t('complaint.change.saved', { number: page.number });
    await take({ move: 'improve', action: actionOf(values) }, said);
  };
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit((values) => void save(values))}
    >
      <ActionFields form={form} />
      {error !== null && <ErrorState error={error} />}
      <div className={classes.foot}>
        <Button type="submit" variant="filled" loading={isRunning}>
          {t('complaint.change.save')}
        </Button>
      </div>
    </form>
  );
}

function NothingForm({ page }: Props) {
  const { t } = useTranslation();
  const { take, isRunning, error } = useStep(page.id);
  const form = useForm({
    initialValues: { reason: page.noActionReason ?? '' },
    validate: { reason: (reason) => (reason.trim() === '' ? t('complaint.required') : null) },
  });
  const save = async ({ reason }: { reason: string }) => {
    const said = t('complaint.change.saved', { number: page.number });
    await take({ move: 'improve', action: null, noActionReason: reason }, said);
  };
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit((values) => void save(values))}
    >
      <Textarea
        label={t('complaint.change.why')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
      {error !== null && <ErrorState error={error} />}
      <div className={classes.foot}>
        <Button type="submit" variant="filled" loading={isRunning}>
          {t('complaint.change.saveNothing')}
        </Button>
      </div>
    </form>
  );
}

/** What we change so that it does not come twice; nothing only with a reason, and not where it is required. */
export function ChangeStep({ page }: Props) {
  const { t } = useTranslation();
  const [isNothing, setNothing] = useState(false);
  const required = useRequiredText(page);
  return (
    <>
      {required !== null && <StatusBadge kind="wrong">{required}</StatusBadge>}
      {isNothing ? <NothingForm page={page} /> : <ActionForm page={page} />}
      {required === null && (
        <div className={classes.others}>
          <Button size="xs" variant="subtle" onClick={() => setNothing(!isNothing)}>
            {isNothing ? t('complaint.change.something') : t('complaint.change.nothing')}
          </Button>
        </div>
      )}
    </>
  );
}
