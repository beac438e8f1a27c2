import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Input } from '#shared/contract/index.ts';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import classes from './timeline.module.css';

/** When to contact again after this: as the app proposes, never, in so many days, or on a day. */
export type Again =
  | { readonly kind: 'propose' | 'none' | 'tomorrow' | 'threeDays' | 'week' | 'twoWeeks' | 'month' }
  | { readonly kind: 'day'; readonly day: string | null };

const KINDS = [
  'propose',
  'none',
  'tomorrow',
  'threeDays',
  'week',
  'twoWeeks',
  'month',
  'day',
] as const;
const DAYS = { tomorrow: 1, threeDays: 3, week: 7, twoWeeks: 14 } as const;

/** The day a choice stands for; null where it stands for none. */
export function dayOf(again: Again, today: string): string | null {
  if (again.kind === 'day') return again.day;
  if (again.kind === 'propose' || again.kind === 'none') return null;
  return again.kind === 'month' ? addMonths(today, 1) : addDays(today, DAYS[again.kind]);
}

/** The choice as the door takes it. */
export function planOf(again: Again, today: string): Input<'interactions.record'>['contactAgain'] {
  if (again.kind === 'propose') return 'propose';
  const dueOn = dayOf(again, today);
  return dueOn === null ? null : { dueOn };
}

interface Props {
  readonly again: Again;
  onChange(again: Again): void;
}

/** `Hubungi lagi sesudah ini`. */
export function AgainSelect({ again, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const labelOf = (kind: Again['kind']) => {
    const day = dayOf(kind === 'day' ? { kind, day: null } : { kind }, format.today);
    const word = t(`timeline.again.${kind}`);
    return day === null ? word : `${word}, ${format.date(day, true)}`;
  };
  const choose = (kind: Again['kind'] | null) => {
    if (kind === null) return;
    onChange(kind === 'day' ? { kind, day: addDays(format.today, 1) } : { kind });
  };
  return (
    <>
      <span className={classes.again}>{t('timeline.againAfter')}</span>
      <Select
        size="xs"
        w="12rem"
        aria-label={t('timeline.againAfter')}
        value={again.kind}
        data={KINDS.map((value) => ({ value, label: labelOf(value) }))}
        onChange={choose}
      />
      {again.kind === 'day' && (
        <DayField
          size="xs"
          w="10rem"
          aria-label={t('timeline.again.day')}
          minDate={format.today}
          value={again.day}
          onChange={(day) => onChange({ kind: 'day', day })}
        />
      )}
    </>
  );
}
