import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerId } from '#shared/ids.ts';

interface Props {
  readonly customerId: CustomerId;
  readonly name: string;
}

/** Says before a reminder of a debt that its customer wants no offers: it is no ban. */
export function OffersNote({ customerId, name }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery('privacy.consents', { customerId });
  if (data?.mayWrite !== 'no') return null;
  return <StatusBadge kind="due">{t('privacy.may.warnDebt', { name })}</StatusBadge>;
}
