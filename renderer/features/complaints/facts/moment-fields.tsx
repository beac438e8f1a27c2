import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { TimeField } from '#renderer/components/fields/time-field.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import classes from '../forms.module.css';

export interface Moment {
  /** It is happening right now: day and time are not asked. */
  readonly isNow: boolean;
  readonly day: string | null;
  /** `HH:MM`; empty: not known. */
  readonly time: string;
}

interface Props {
  readonly label: string;
  readonly moment: Moment;
  readonly canBeNow: boolean;
  readonly dayError?: ReactNode;
  readonly timeError?: ReactNode;
  onChange(part: Partial<Moment>): void;
}

/** Just now, or a day with its time where that is known. */
export function MomentFields(props: Props) {
  const { label, moment, canBeNow, dayError, timeError, onChange } = props;
  const { t } = useTranslation();
  const { today } = useSettings();
  const id = useId();
  return (
    <div className={classes.when}>
      {canBeNow && (
        <div>
          <span className={classes.label} id={id}>
            {label}
          </span>
          <SegmentedControl
            size="xs"
            aria-labelledby={id}
            value={moment.isNow ? 'now' : 'earlier'}
            data={(['now', 'earlier'] as const).map((value) => ({
              value,
              label: t(`complaint.new.${value}`),
            }))}
            onChange={(value) => onChange({ isNow: value === 'now' })}
          />
        </div>
      )}
      {!moment.isNow && (
        <>
          <DayField
            label={t('complaint.new.day')}
            maxDate={today}
            value={moment.day}
            error={dayError}
            onChange={(day) => onChange({ day })}
          />
          <TimeField
            label={t('complaint.new.time')}
            description={t('complaint.new.timeHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={moment.time}
            error={timeError}
            onChange={(time) => onChange({ time })}
          />
        </>
      )}
    </div>
  );
}
