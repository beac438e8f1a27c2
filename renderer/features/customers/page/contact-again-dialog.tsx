import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { TimeField } from '#renderer/components/fields/time-field.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { FollowUp, FollowUpPlan, Repeat } from '#shared/contract/follow-ups.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './contact-again.module.css';

const NEVER = 'never' as const;
const TIMES = { from: 1, to: 120 };
const UNITS = ['day', 'week', 'month', 'year'] as const;

interface RepeatProps {
  readonly repeat: Repeat | null;
  onChange(repeat: Repeat | null): void;
}

function RepeatFields({ repeat, onChange }: RepeatProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.pair}>
      <Select
        label={t('followUp.repeat')}
        value={repeat?.unit ?? NEVER}
        data={[NEVER, ...UNITS].map((value) => ({ value, label: t(`followUp.unit.${value}`) }))}
        onChange={(value) => {
          const unit = UNITS.find((one) => one === value);
          onChange(unit === undefined ? null : { every: repeat?.every ?? 1, unit });
        }}
      />
      {repeat !== null && (
        <CountField
          label={t('followUp.every')}
          range={TIMES}
          value={repeat.every}
          onChange={(every) => every !== null && onChange({ ...repeat, every })}
        />
      )}
    </div>
  );
}

function planOf(date: FollowUp | null, today: string): FollowUpPlan {
  if (date === null)
    return { dueOn: addDays(today, 7), dueTime: null, reason: '', cause: 'own', repeat: null };
  const { dueOn, dueTime, reason, cause, repeat } = date;
  return { dueOn, dueTime, reason, cause, repeat };
}

interface Props {
  readonly customerId: CustomerId;
  /** Null: a new one. */
  readonly date: FollowUp | null;
  onClose(): void;
}

function usePlanForm({ customerId, date, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const create = useCommand('followUps.create');
  const update = useCommand('followUps.update');
  const remove = useCommand('followUps.delete');
  const [plan, setPlan] = useState(() => planOf(date, format.today));
  const save = async () => {
    const said = t('followUp.saved', { date: format.date(plan.dueOn) });
    const result =
      date === null
        ? await create.run({ customerId, plan }, said)
        : await update.run({ id: date.id, plan }, said);
    if (result.ok) onClose();
  };
  const drop = async (id: FollowUp['id']) => {
    if ((await remove.run({ id }, t('followUp.deleted'))).ok) onClose();
  };
  return {
    plan,
    set: (change: Partial<FollowUpPlan>) => setPlan({ ...plan, ...change }),
    save,
    drop,
    isRunning: create.isRunning || update.isRunning,
    error: create.error ?? update.error ?? remove.error,
  };
}

interface PlanProps {
  readonly plan: FollowUpPlan;
  set(change: Partial<FollowUpPlan>): void;
}

function PlanFields({ plan, set }: PlanProps) {
  const { t } = useTranslation();
  const { today } = useFormat();
  return (
    <>
      <TextInput
        data-autofocus
        label={t('followUp.reason')}
        placeholder={t('followUp.reasonExample')}
        maxLength={400}
        value={plan.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <DayField
          label={t('followUp.day')}
          value={plan.dueOn}
          warn={(day) => (day < today ? t('followUp.past') : null)}
          onChange={(day) => day !== null && set({ dueOn: day })}
        />
        <TimeField
          label={t('followUp.time')}
          value={plan.dueTime ?? ''}
          onChange={(time) => set({ dueTime: time === '' ? null : time })}
        />
      </div>
      <RepeatFields repeat={plan.repeat} onChange={(repeat) => set({ repeat })} />
    </>
  );
}

/** When to contact a customer again, why, and how often. */
export function ContactAgainDialog(props: Props) {
  const { date, onClose } = props;
  const { t } = useTranslation();
  const { plan, set, save, drop, isRunning, error } = usePlanForm(props);
  return (
    <Dialog onClose={onClose} title={t('followUp.title')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <PlanFields plan={plan} set={set} />
        <FormFoot error={error} isRunning={isRunning} onCancel={onClose}>
          {date !== null && (
            <Button variant="subtle" onClick={() => void drop(date.id)}>
              {t('followUp.delete')}
            </Button>
          )}
        </FormFoot>
      </form>
    </Dialog>
  );
}
