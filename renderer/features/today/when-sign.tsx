import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { TodayRow } from '#shared/contract/follow-ups.ts';

/** How late a line is, or when it is due. */
export function WhenSign({ row }: { readonly row: TodayRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { daysLate, dueTime, dueOn } = row;
  if (daysLate > 0)
    return <StatusBadge kind="wrong">{t('today.lateDays', { count: daysLate })}</StatusBadge>;
  const time = dueTime?.replace(':', format.language === 'id' ? '.' : ':') ?? null;
  if (daysLate === 0)
    return (
      <StatusBadge kind="due">
        {time === null ? t('today.dueToday') : t('today.atTime', { time })}
      </StatusBadge>
    );
  return <StatusBadge kind="waiting">{format.date(dueOn, true)}</StatusBadge>;
}
