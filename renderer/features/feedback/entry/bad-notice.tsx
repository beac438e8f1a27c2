import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import type { AnswerRow } from '#shared/contract/feedback/shapes.ts';
import { ComplainButton } from '../complain-button.tsx';
import classes from '../feedback.module.css';
import type { useComplain } from '../use-complain.ts';

interface Props {
  readonly row: AnswerRow;
  readonly complaining: ReturnType<typeof useComplain>;
}

/** That the answer written down last is bad, and what can be done about it. */
export function BadNotice({ row, complaining }: Props) {
  const { t } = useTranslation();
  const { id, complaintId, complaintNumber } = row;
  return (
    <div className={classes.acts} role="status">
      <StatusBadge kind="due">{t('feedback.entry.bad')}</StatusBadge>
      {complaintId === null ? (
        <ComplainButton
          hasKey
          isRunning={complaining.isRunning}
          onClick={() => void complaining.complain(id)}
        />
      ) : (
        <Link href={addressOf({ complaint: complaintId })}>{complaintNumber}</Link>
      )}
    </div>
  );
}
