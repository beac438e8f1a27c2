import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { ChipPopover } from '#renderer/components/list/chip-popover.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import classes from './filters.module.css';

/** Days of a filter, both in it; null: open at that end. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

interface Props {
  readonly period: Period;
  /** What the first day is the first day of: `Received from`. */
  readonly fromLabel: string;
  onPick(period: Period): void;
}

/** The spans people ask for, ending today or with the month before. */
function usualSpans(today: string) {
  const month = `${today.slice(0, 7)}-01`;
  return {
    month: { from: month, to: today },
    lastMonth: { from: addMonths(month, -1), to: addDays(month, -1) },
    quarter: { from: addDays(today, -89), to: today },
    year: { from: `${today.slice(0, 4)}-01-01`, to: today },
  } satisfies Record<string, Period>;
}

const SPANS = ['month', 'lastMonth', 'quarter', 'year'] as const;

function useSpanText(format: Format) {
  const { t } = useTranslation();
  return ({ from, to }: Period): string | null => {
    const spans = usualSpans(format.today);
    const usual = SPANS.find((one) => spans[one].from === from && spans[one].to === to);
    if (usual !== undefined) return t(`list.period.${usual}`);
    const [first, last] = [from ?? '', to ?? ''].map((day) =>
      day === '' ? '' : format.date(day, true),
    );
    if (from !== null && to !== null) return t('list.period.span', { from: first, to: last });
    if (from !== null) return t('list.period.since', { from: first });
    return to === null ? null : t('list.period.until', { to: last });
  };
}

function OwnDays({ period, fromLabel, onPick }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { from, to } = period;
  return (
    <div className={classes.days}>
      <DayField
        label={fromLabel}
        clearable
        maxDate={to ?? today}
        value={from}
        popoverProps={{ withinPortal: false }}
        onChange={(day) => onPick({ from: day, to })}
      />
      <DayField
        label={t('list.period.to')}
        clearable
        {...(from === null ? {} : { minDate: from })}
        value={to}
        popoverProps={{ withinPortal: false }}
        onChange={(day) => onPick({ from, to: day })}
      />
    </div>
  );
}

/** When it was: a usual span, or two days of one's own. */
export function PeriodFilter(props: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { period, onPick } = props;
  const spans = usualSpans(format.today);
  return (
    <ChipPopover
      title={t('list.period.title')}
      chosen={useSpanText(format)(period)}
      onClear={() => onPick({ from: null, to: null })}
    >
      {(close) => (
        <>
          <div className={classes.spans}>
            {SPANS.map((one) => (
              <Button
                key={one}
                size="xs"
                onClick={() => {
                  onPick(spans[one]);
                  close();
                }}
              >
                {t(`list.period.${one}`)}
              </Button>
            ))}
          </div>
          <OwnDays {...props} />
        </>
      )}
    </ChipPopover>
  );
}
