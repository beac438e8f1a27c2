import { useTranslation } from 'react-i18next';
import { businessSpan } from '#renderer/components/business-time.ts';
import type { SignKind } from '#renderer/components/sign.tsx';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { ComplaintClock } from '#shared/contract/complaint-page.ts';
import { addDays } from '#shared/domain/dates.ts';
import { localDay } from '#shared/domain/zone-time.ts';

const soonMinutes = 120;
const minutesADay = 1440;

function kindOf({ minutesLeft, what }: ComplaintClock): SignKind {
  if (minutesLeft < 0) return 'wrong';
  const isSoon = what === 'answer' ? minutesLeft <= soonMinutes * 2 : minutesLeft <= soonMinutes;
  return isSoon ? 'due' : 'waiting';
}

/** When a moment is, as short as it can be said: `11.40`, `besok 09.12`, `13 Mei 09.12`. */
export function useMoment(): (instant: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings, today } = useSettings();
  return (instant) => {
    const day = localDay(instant, settings.timeZone);
    const time = format.time(instant);
    if (day === today) return time;
    const word = day === addDays(today, 1) ? t('today.tomorrow') : format.dayOfYear(day);
    return t('today.moment', { day: word, time });
  };
}

/** What a complaint waits for and how long there is: colour, shape and words. */
export function ClockSign({ clock }: { readonly clock: ComplaintClock }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings } = useSettings();
  const moment = useMoment();
  const { what, dueAt, minutesLeft } = clock;
  if (what === 'action' || what === 'check') {
    const days = Math.round(Math.abs(minutesLeft) / minutesADay);
    const day = format.date(localDay(dueAt, settings.timeZone), true);
    const word = minutesLeft < 0 ? t('today.clock.lateDays', { count: days }) : day;
    return (
      <StatusBadge kind={minutesLeft < 0 ? 'wrong' : minutesLeft === 0 ? 'due' : 'waiting'}>
        {t(`today.clock.${what}`, { when: word })}
      </StatusBadge>
    );
  }
  const left = businessSpan(t, minutesLeft);
  return (
    <StatusBadge kind={kindOf(clock)}>
      {minutesLeft < 0
        ? t(`today.clock.${what}Late`, { left })
        : t(`today.clock.${what}Before`, { moment: moment(dueAt), left })}
    </StatusBadge>
  );
}
