import { useTranslation } from 'react-i18next';
import { businessSpan } from '#renderer/components/business-time.ts';
import type { SignKind } from '#renderer/components/sign/sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import type { ComplaintState, Severity } from '#shared/contract/complaints-facts.ts';

const SEVERITIES: Record<Severity, SignKind> = { light: 'waiting', medium: 'due', severe: 'wrong' };

/** How bad it is: colour, shape and word. */
export function SeveritySign(props: { readonly severity: Severity; readonly isPill?: boolean }) {
  const { t } = useTranslation();
  const { severity, isPill = false } = props;
  return (
    <StatusBadge kind={SEVERITIES[severity]} isPill={isPill}>
      {t(`complaint.severity.${severity}`)}
    </StatusBadge>
  );
}

function stateKind(state: ComplaintState): SignKind {
  if (state === 'received') return 'new';
  return state === 'closed' ? 'good' : 'waiting';
}

/** How far the chain has come. */
export function StateSign({ state }: { readonly state: ComplaintState }) {
  const { t } = useTranslation();
  return <StatusBadge kind={stateKind(state)}>{t(`complaint.state.${state}`)}</StatusBadge>;
}

/** How long a step took against its limit, both in business minutes. */
export function TookSign(props: { readonly minutes: number; readonly given: number }) {
  const { t } = useTranslation();
  const { minutes, given } = props;
  return (
    <StatusBadge kind={minutes > given ? 'wrong' : 'good'}>
      {t('complaint.took.within', {
        took: businessSpan(t, minutes),
        given: businessSpan(t, given),
      })}
    </StatusBadge>
  );
}
