import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';

interface Span {
  readonly from: string;
  readonly to: string;
}

/** What a period is called: `April 2026`, `2026`, `Januari 2026 sampai Maret 2026`, else by its days. */
export function usePeriodName(): (period: Span) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ from, to }) => {
    const isWhole = from.endsWith('-01') && addDays(to, 1).endsWith('-01');
    if (!isWhole) return t('period.name.span', { from: format.date(from), to: format.date(to) });
    const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
    if (first === last) return format.month(first);
    const isYear = first.endsWith('-01') && last === `${first.slice(0, 4)}-12`;
    if (isYear) return t('period.name.year', { year: first.slice(0, 4) });
    return t('period.name.span', { from: format.month(first), to: format.month(last) });
  };
}
