import { useTranslation } from 'react-i18next';
import { localeTag } from '#renderer/components/format-date.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';

export interface When {
  /** `Senin, 11 Mei 2026, 09.12`, without the time where only the day is known; `Hari ini, 09.40`. */
  full(instant: string, hasTime?: boolean): string;
  /** The same inside a sentence: `hari ini, 09.40`. */
  inline(instant: string, hasTime?: boolean): string;
  /** As short as a coming moment can be said: `Rabu, 13 Mei, 09.12`; the year where it is another. */
  due(instant: string): string;
  /** Where there is little room: `11.40`, `besok 09.12`, `13 Mei 09.12`. */
  short(instant: string): string;
  /** `11 Mei 2026` where the shop is. */
  day(instant: string, short?: boolean): string;
}

/** Moments in words, by the clock on the shop's wall. */
export function useWhen(): When {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings, today } = useSettings();
  const full = (instant: string, hasTime = true) => {
    const day = localDay(instant, settings.timeZone);
    const time = format.time(instant);
    if (day === today)
      return hasTime ? t('complaint.when.today', { time }) : t('complaint.row.today');
    const named = format.weekday(day);
    return hasTime ? t('complaint.when.full', { day: named, time }) : named;
  };
  return {
    full,
    inline: (instant, hasTime = true) => {
      if (localDay(instant, settings.timeZone) !== today) return full(instant, hasTime);
      const time = format.time(instant);
      return hasTime ? t('complaint.when.inline', { time }) : t('complaint.when.inlineDay');
    },
    due: (instant) => {
      const day = localDay(instant, settings.timeZone);
      const isOtherYear = day.slice(0, 4) !== today.slice(0, 4);
      const named = new Intl.DateTimeFormat(localeTag(format.language), {
        weekday: 'long',
        day: 'numeric',
        month: 'short',
        ...(isOtherYear ? { year: 'numeric' } : {}),
        timeZone: settings.timeZone,
      }).format(new Date(instant));
      const time = format.time(instant);
      return day === today
        ? t('complaint.when.today', { time })
        : t('complaint.when.full', { day: named, time });
    },
    short: (instant) => {
      const day = localDay(instant, settings.timeZone);
      const time = format.time(instant);
      if (day === today) return time;
      const isTomorrow = day === addDays(today, 1);
      const named = isTomorrow ? t('complaint.when.tomorrow') : format.dayOfYear(day);
      return t('complaint.when.short', { day: named, time });
    },
    day: (instant, short = false) => format.date(localDay(instant, settings.timeZone), short),
  };
}
