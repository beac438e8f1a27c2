import { Button, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DaySpan, type Days } from '#renderer/components/fields/day-span.tsx';
import {
  daysOf,
  PERIODS,
  type Period,
  useReportPeriod,
} from '#renderer/components/report-period.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import classes from './report.module.css';

/** The days the report is about. */
export function useReportDays(): Days {
  const { today } = useFormat();
  const { period, own } = useReportPeriod();
  return period === 'own' ? (own ?? daysOf('last90', today)) : daysOf(period, today);
}

/** Which days, and the way onto paper. */
export function PeriodChoice() {
  const { t } = useTranslation();
  const days = useReportDays();
  const { period, choose } = useReportPeriod();
  return (
    <div className={classes.controls}>
      <Select
        aria-label={t('complaintReport.period')}
        className={classes.period}
        allowDeselect={false}
        data={PERIODS.map((value) => ({ value, label: t(`complaintReport.periods.${value}`) }))}
        value={period}
        onChange={(value) => choose((value ?? 'last90') as Period, value === 'own' ? days : null)}
      />
      {period === 'own' && (
        <DaySpan
          days={days}
          labels={{ from: t('complaintReport.from'), to: t('complaintReport.to') }}
          className={classes.day}
          onChange={(own) => choose('own', own)}
        />
      )}
      <Button
        leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        {t('complaintReport.print')}
      </Button>
    </div>
  );
}
