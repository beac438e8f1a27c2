import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useWhen } from '#renderer/components/use-when.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { findingOf } from '#shared/domain/complaints/check-day.ts';
import classes from './chain.module.css';

interface Props {
  readonly page: ComplaintPage;
}

function isClosedUnchecked({ state, actions }: ComplaintPage): boolean {
  return (
    state === 'closed' && actions.some(({ doneOn, verdict }) => doneOn !== null && verdict === null)
  );
}

/** It was closed before somebody could know whether it came back. */
export function isClosedUnwaited(page: ComplaintPage): boolean {
  const isTooSoon = page.actions.some((action) => findingOf(action) === 'unwaited');
  return page.state === 'closed' && (isTooSoon || isClosedUnchecked(page));
}

const FINDINGS = {
  held: { kind: 'good', text: 'heldOn' },
  'came-back': { kind: 'wrong', text: 'cameBackOn' },
  unwaited: { kind: 'waiting', text: 'unwaitedOn' },
} as const;

/** What was found when somebody looked, and where nobody waited to look. */
export function Verdicts({ page }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = useWhen();
  const checked = page.actions.filter(({ verdict }) => verdict !== null);
  return (
    <div className={classes.extras}>
      {checked.map((action) => {
        const { kind, text } = FINDINGS[findingOf(action) ?? 'unwaited'];
        const day = action.checkedOn === null ? '' : format.date(action.checkedOn);
        return (
          <StatusBadge key={action.id} kind={kind}>
            {t(`complaint.check.${text}`, { day })}
          </StatusBadge>
        );
      })}
      {isClosedUnchecked(page) && page.closedAt !== null && (
        <StatusBadge kind="waiting">
          {t('complaint.check.unwaitedOn', { day: when.day(page.closedAt) })}
        </StatusBadge>
      )}
      {page.actions.length === 0 && t('complaint.check.nothing')}
    </div>
  );
}
