import { Button, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { type Days, daysOf, PERIODS, type Period, useReportPeriod } from './period.ts';
import classes from './report.module.css';

/** The days the report is about. */
export function useReportDays(): Days {
  const { today } = useFormat();
  const { period, own } = useReportPeriod();
  return period === 'own' ? (own ?? daysOf('last90', today)) : daysOf(period, today);
}

function OwnDays() {
  const { t } = useTranslation();
  const days = useReportDays();
  const { choose } = useReportPeriod();
  const change = (part: Partial<Days>) => {
    const { from, to } = { ...days, ...part };
    // The day that was not touched gives way.
    if (from <= to) choose('own', { from, to });
    else choose('own', part.from === undefined ? { from: to, to } : { from, to: from });
  };
  return (
    <>
      <DayField
        aria-label={t('complaintReport.from')}
        className={classes.day}
        value={days.from}
        onChange={(from) => from !== null && change({ from })}
      />
      <DayField
        aria-label={t('complaintReport.to')}
        className={classes.day}
        value={days.to}
        onChange={(to) => to !== null && change({ to })}
      />
    </>
  );
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
      {period === 'own' && <OwnDays />}
      <Button
        leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        {t('complaintReport.print')}
      </Button>
    </div>
  );
}
