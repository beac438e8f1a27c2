import { useTranslation } from 'react-i18next';
import { DerivationModal } from '#renderer/components/derivation/derivation-modal.tsx';
import { formulaSteps } from '#renderer/components/derivation/worth-steps.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerId } from '#shared/ids.ts';

interface Props {
  readonly customer: { readonly id: CustomerId; readonly name: string };
  onClose(): void;
}

/** How one customer's formula value came about. */
export function CustomerDerivation({ customer, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery('insights.customerWorth', { customerId: customer.id });
  const formula = data?.formula ?? null;
  if (formula === null) return null;
  return (
    <DerivationModal
      isOpen
      onClose={onClose}
      title={`${t('customer.worth.formulaTitle')}: ${customer.name}`}
      lead={t('customer.worth.formulaLead')}
      steps={formulaSteps(t, format, formula)}
    />
  );
}
