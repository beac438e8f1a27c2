import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DaySpan } from '#renderer/components/fields/day-span.tsx';
import classes from './accountant.module.css';
import { type PeriodChoice, type PeriodState, usePeriodText } from './use-period.ts';

const KINDS = ['month', 'quarter', 'year', 'own'] as const satisfies readonly PeriodChoice[];

/** Which period: one of the calendar with the ones around it, or two days of one's own. */
export function PeriodHead({ state }: { readonly state: PeriodState }) {
  const { t } = useTranslation();
  const textOf = usePeriodText();
  const { kind, period, chooseKind, chooseDays, step } = state;
  const steps = [
    { direction: -1, label: t('accountant.period.before'), Icon: IconChevronLeft },
    { direction: 1, label: t('accountant.period.after'), Icon: IconChevronRight },
  ] as const;
  const [back, on] = steps.map(({ direction, label, Icon }) => (
    <ActionIcon key={direction} variant="subtle" aria-label={label} onClick={() => step(direction)}>
      <Icon size={18} stroke={1.75} aria-hidden="true" />
    </ActionIcon>
  ));
  return (
    <div className={classes.head}>
      {kind === 'own' ? (
        <DaySpan
          days={period}
          labels={{ from: t('accountant.period.from'), to: t('accountant.period.to') }}
          className={classes.day}
          onChange={chooseDays}
        />
      ) : (
        <>
          {back}
          <h2 className={classes.period}>{textOf(kind, period)}</h2>
          {on}
        </>
      )}
      <SegmentedControl
        className={classes.kinds ?? ''}
        size="xs"
        aria-label={t('accountant.period.label')}
        value={kind}
        data={KINDS.map((value) => ({ value, label: t(`accountant.period.${value}`) }))}
        onChange={(value) => chooseKind(value)}
      />
    </div>
  );
}
