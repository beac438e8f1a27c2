import { DateInput, type DateInputProps, DatesProvider } from '@mantine/dates';
import 'dayjs/locale/id';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';

/** What a screen reader says of a calendar's buttons. */
export function useCalendarLabels() {
  const { t } = useTranslation();
  return {
    previousMonth: t('customer.calendar.previousMonth'),
    nextMonth: t('customer.calendar.nextMonth'),
    previousYear: t('customer.calendar.previousYear'),
    nextYear: t('customer.calendar.nextYear'),
    previousDecade: t('customer.calendar.previousDecade'),
    nextDecade: t('customer.calendar.nextDecade'),
    monthLevelControl: t('customer.calendar.months'),
    yearLevelControl: t('customer.calendar.years'),
  };
}

/** Calendars below speak the owner's language and start on Monday. */
export function CalendarLanguage({ children }: { readonly children: ReactNode }) {
  const { language } = useFormat();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>{children}</DatesProvider>
  );
}

type Props = Omit<DateInputProps, 'value' | 'onChange' | 'ariaLabels'> & {
  /** `YYYY-MM-DD`, or null. */
  readonly value: string | null;
  onChange(day: string | null): void;
};

/** One calendar day, typed or picked: `12 Mei 2026`. */
export function DayField(props: Props) {
  const labels = useCalendarLabels();
  return (
    <CalendarLanguage>
      <DateInput hideOutsideDates valueFormat="D MMMM YYYY" ariaLabels={labels} {...props} />
    </CalendarLanguage>
  );
}
