import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';

/** How the day stands that something is to be paid by: late, today, later, or none was set. */
export function DueBadge({ dueOn }: { readonly dueOn: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (dueOn === null) return <StatusBadge kind="due">{t('payments.due.none')}</StatusBadge>;
  const late = daysBetween(dueOn, format.today);
  const date = format.dayOfYear(dueOn);
  if (late > 0)
    return (
      <StatusBadge kind="wrong">
        <span title={format.date(dueOn)}>
          {t('payments.due.late', { span: format.span(late) })}
        </span>
      </StatusBadge>
    );
  if (late === 0) return <StatusBadge kind="due">{t('payments.due.today')}</StatusBadge>;
  return <StatusBadge kind="waiting">{t('payments.due.on', { date })}</StatusBadge>;
}
