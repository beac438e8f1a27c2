import { useTranslation } from 'react-i18next';
import type { SignKind } from '#renderer/components/sign/sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import type { PaidState } from '#shared/contract/payments.ts';

const SIGNS: Readonly<Record<PaidState, SignKind>> = {
  counter: 'good',
  paid: 'good',
  partly: 'due',
  owed: 'waiting',
  overdue: 'wrong',
};

/** Whether a sale is paid, as colour, shape and word. */
export function PaidBadge({ state }: { readonly state: PaidState }) {
  const { t } = useTranslation();
  return <StatusBadge kind={SIGNS[state]}>{t(`payments.state.${state}`)}</StatusBadge>;
}
