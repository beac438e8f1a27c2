import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '#renderer/data/use-query.ts';
import { type CustomerId, customerId } from '#shared/ids.ts';

interface Props {
  readonly value: CustomerId | null;
  /** Name of the one chosen before the form was opened. */
  readonly name: string | null;
  /** The customer whose form it is: nobody brings themselves. */
  readonly self: CustomerId;
  onChange(value: CustomerId | null): void;
}

/** Who brought this customer: found by typing a name or a phone. */
export function RecommenderField({ value, name, self, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name ?? '');
  const [chosen, setChosen] = useState({ id: value, name });
  const [settled] = useDebouncedValue(typed.trim(), 120);
  const { data } = useQuery(
    'search.find',
    { text: settled, limit: 8 },
    { enabled: settled !== '', keepPrevious: true },
  );
  const found = (data?.customers ?? [])
    .filter((one) => one.id !== self)
    .map((one) => ({
      value: String(one.id),
      label: one.name === '' ? (one.phone ?? t('customers.noName')) : one.name,
    }));
  const isListed = value === null || found.some((one) => one.value === String(value));
  const ownName = chosen.id === value ? chosen.name : null;
  const own = { value: String(value), label: ownName ?? t('customer.byId', { id: value ?? 0 }) };
  return (
    <Select
      label={t('customer.field.recommendedBy')}
      placeholder={t('customer.findCustomer')}
      searchable
      clearable
      data={isListed ? found : [own, ...found]}
      filter={({ options }) => options}
      value={value === null ? null : String(value)}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(next, option) => {
        const id = next === null ? null : customerId.parse(Number(next));
        setChosen({ id, name: option?.label ?? null });
        onChange(id);
      }}
    />
  );
}
