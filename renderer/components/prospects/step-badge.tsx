import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { isOpen } from '#shared/domain/vocabulary/prospects.ts';

/** When the next step of a prospect is due; of one that has ended, how it did. */
export function StepBadge({ row }: { readonly row: ProspectRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { stage, nextStep } = row;
  if (!isOpen(stage))
    return (
      <StatusBadge kind={stage === 'won' ? 'good' : 'waiting'}>
        {row.lost === null
          ? t(`prospects.stage.${stage}`)
          : t(`prospects.reason.${row.lost.reason}`)}
      </StatusBadge>
    );
  if (nextStep === null) return <StatusBadge kind="due">{t('prospects.step.none')}</StatusBadge>;
  const { daysLate, dueOn } = nextStep;
  if (daysLate > 0)
    return <StatusBadge kind="wrong">{t('prospects.step.late', { count: daysLate })}</StatusBadge>;
  if (daysLate === 0) return <StatusBadge kind="due">{t('prospects.step.today')}</StatusBadge>;
  return <StatusBadge kind="waiting">{format.dayOfYear(dueOn)}</StatusBadge>;
}
