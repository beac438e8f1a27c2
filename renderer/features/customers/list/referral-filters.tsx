import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { LinkedFilter } from '#renderer/components/list/filter-chip.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { customerFilter } from '#shared/contract/customers.ts';
import { customerId } from '#shared/ids.ts';
import type { Customers } from './use-customers.ts';

const WHICH = customerFilter.shape.referral.unwrap().unwrap().options;

/** Whom one customer brought, as that one's page set it. */
function BroughtBy({ id, onClear }: { readonly id: number; onClear(): void }) {
  const { t } = useTranslation();
  const { data } = useQuery('customers.get', { id: customerId.parse(id) });
  if (data === undefined) return null;
  const name = data.facts.name === '' ? t('customers.noName') : data.facts.name;
  return <LinkedFilter text={t('referrals.filter.by', { name })} onClear={onClear} />;
}

/** Who was brought by another, or brought others. */
export function ReferralFilters({ choice }: Pick<Customers, 'choice'>) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  const { referral, referredBy } = filter;
  return (
    <>
      <ChoiceMenu
        title={t('referrals.filter.title')}
        choices={WHICH.map((value) => ({ value, label: t(`referrals.filter.${value}`) }))}
        chosen={referral === null ? [] : [referral]}
        onToggle={(value) => setFilter({ referral: value === referral ? null : value })}
        onClear={() => setFilter({ referral: null })}
      />
      {referredBy !== null && (
        <BroughtBy id={referredBy} onClear={() => setFilter({ referredBy: null })} />
      )}
    </>
  );
}
