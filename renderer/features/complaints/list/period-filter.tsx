import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { ChipPopover } from '#renderer/components/list/chip-popover.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintFilter } from '#shared/contract/complaints-facts.ts';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import classes from './filter-bar.module.css';
import type { ComplaintChoice } from './use-complaints.ts';

type Span = Pick<ComplaintFilter, 'receivedFrom' | 'receivedTo'>;

/** The spans people ask for, ending today or with the month before. */
function usualSpans(today: string) {
  const month = `${today.slice(0, 7)}-01`;
  return {
    month: { receivedFrom: month, receivedTo: today },
    lastMonth: { receivedFrom: addMonths(month, -1), receivedTo: addDays(month, -1) },
    quarter: { receivedFrom: addDays(today, -89), receivedTo: today },
    year: { receivedFrom: `${today.slice(0, 4)}-01-01`, receivedTo: today },
  } satisfies Record<string, Span>;
}

const SPANS = ['month', 'lastMonth', 'quarter', 'year'] as const;

function useSpanText(format: Format) {
  const { t } = useTranslation();
  return ({ receivedFrom: from, receivedTo: to }: Span): string | null => {
    const spans = usualSpans(format.today);
    const usual = SPANS.find(
      (one) => spans[one].receivedFrom === from && spans[one].receivedTo === to,
    );
    if (usual !== undefined) return t(`complaint.period.${usual}`);
    const [first, last] = [from ?? '', to ?? ''].map((day) =>
      day === '' ? '' : format.date(day, true),
    );
    if (from !== null && to !== null) return t('complaint.period.span', { from: first, to: last });
    if (from !== null) return t('complaint.period.since', { from: first });
    return to === null ? null : t('complaint.period.until', { to: last });
  };
}

function OwnDays({ filter, setFilter }: ComplaintChoice) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { receivedFrom, receivedTo } = filter;
  return (
    <div className={classes.days}>
      <DayField
        label={t('complaint.period.from')}
        clearable
        maxDate={receivedTo ?? today}
        value={receivedFrom}
        popoverProps={{ withinPortal: false }}
        onChange={(day) => setFilter({ receivedFrom: day })}
      />
      <DayField
        label={t('complaint.period.to')}
        clearable
        {...(receivedFrom === null ? {} : { minDate: receivedFrom })}
        value={receivedTo}
        popoverProps={{ withinPortal: false }}
        onChange={(day) => setFilter({ receivedTo: day })}
      />
    </div>
  );
}

/** When they came in: a usual span, or two days of one's own. */
export function PeriodFilter({ choice }: { readonly choice: ComplaintChoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { filter, setFilter } = choice;
  const spans = usualSpans(format.today);
  return (
    <ChipPopover
      title={t('complaint.filter.period')}
      chosen={useSpanText(format)(filter)}
      onClear={() => setFilter({ receivedFrom: null, receivedTo: null })}
    >
      {(close) => (
        <>
          <div className={classes.spans}>
            {SPANS.map((one) => (
              <Button
                key={one}
                size="xs"
                onClick={() => {
                  setFilter(spans[one]);
                  close();
                }}
              >
                {t(`complaint.period.${one}`)}
              </Button>
            ))}
          </div>
          <OwnDays {...choice} />
        </>
      )}
    </ChipPopover>
  );
}
