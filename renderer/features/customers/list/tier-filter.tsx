import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { toggled } from '#renderer/components/list/use-filter.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Customers } from './use-customers.ts';

/** The levels of the points programme; where there are none, nothing. */
export function TierFilter({ choice }: Pick<Customers, 'choice'>) {
  const { t } = useTranslation();
  const { data } = useQuery('loyalty.tiers', {});
  const { filter, setFilter } = choice;
  const { tiers } = filter;
  const rows = data?.rows ?? [];
  if (rows.length === 0 && tiers.length === 0) return null;
  const gone = data === undefined ? [] : tiers.filter((id) => !rows.some((row) => row.id === id));
  return (
    <ChoiceMenu
      title={t('customers.column.tier')}
      choices={[
        ...rows.map(({ id, name, people }) => ({ value: String(id), label: name, count: people })),
        ...gone.map((id) => ({ value: String(id), label: t('segments.goneRecord'), count: 0 })),
      ]}
      chosen={tiers.map(String)}
      onToggle={(value) => setFilter({ tiers: toggled(tiers, Number(value)) })}
      onClear={() => setFilter({ tiers: [] })}
    />
  );
}
