import type { Translate } from '#renderer/base/i18n.ts';
import type { DerivationStep } from '#renderer/components/derivation/derivation-modal.tsx';
import type { Format } from '#renderer/components/use-format.ts';
import type { CustomerWorth } from '#shared/contract/insights.ts';

/** How the historic value comes about: what was bought, less what came back. */
export function historicSteps(
  t: Translate,
  format: Format,
  historic: CustomerWorth['historic'],
): readonly DerivationStep[] {
  const { revenueMinor, returnsMinor, purchases, returns } = historic;
  const taken = Math.abs(returnsMinor);
  const bought = {
    label: t('customer.worth.bought'),
    note: t('customer.worth.boughtSum', { count: purchases }),
    result: format.money(revenueMinor + taken),
  };
  const back = {
    label: t('customer.worth.returns'),
    note: t('customer.worth.returnsSum', { count: returns }),
    result: format.money(-taken),
  };
  const end = {
    label: t('customer.worth.received'),
    result: format.money(revenueMinor),
    isTotal: true,
  };
  return returns === 0 ? [bought, end] : [bought, back, end];
}
