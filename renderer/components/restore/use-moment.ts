import { useTranslation } from 'react-i18next';
import { formatDate, formatTime } from '#renderer/components/format-date.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';

type Language = 'id' | 'en';

/** `12 Mei 2026 10.05` where a shop is; no shop need be open for it. */
export function useMoment(timeZone: string): (at: string) => string {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'id' ? 'id' : 'en';
  return (at) =>
    `${formatDate(localDay(at, timeZone), language)} ${formatTime(at, language, timeZone)}`;
}
