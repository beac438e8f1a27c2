import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerId } from '#shared/ids.ts';

/** Stands beside the name of whoever does not want to be written to with offers. */
export function NoOffers({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const { data } = useQuery('privacy.consents', { customerId });
  if (data?.mayWrite !== 'no') return null;
  return (
    <StatusBadge kind="wrong" isPill>
      {t('privacy.may.no')}
    </StatusBadge>
  );
}
