import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '#renderer/data/use-query.ts';
import { type CustomerId, customerId } from '#shared/ids.ts';

const NEW = 'new';

interface Props {
  readonly label: string;
  readonly value: CustomerId | null;
  /** Name of the one chosen before the form was opened. */
  readonly name: string | null;
  /** One who cannot be chosen: nobody brings themselves. */
  readonly self?: CustomerId | null;
  readonly error?: ReactNode;
  readonly placeholder?: string;
  onChange(value: CustomerId | null, name: string | null): void;
  /** Offers to make a customer of what was typed where nobody is found. */
  onNew?(typed: string): void;
}

/** A customer, found by typing a name or a phone. */
export function CustomerField(props: Props) {
  const { label, value, name, self = null, error, placeholder, onChange, onNew } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name ?? '');
  const [chosen, setChosen] = useState({ id: value, name });
  const [settled] = useDebouncedValue(typed.trim(), 120);
  const { data } = useQuery(
    'search.find',
    { text: settled, limit: 8 },
    { enabled: settled !== '', keepPrevious: true },
  );
  const nameOf = (one: { readonly name: string; readonly phone: string | null }) =>
    one.name === '' ? (one.phone ?? t('customers.noName')) : one.name;
  const found = (data?.customers ?? [])
    .filter((one) => one.id !== self)
    .map((one) => ({ value: String(one.id), label: nameOf(one) }));
  const isListed = value === null || found.some((one) => one.value === String(value));
  const ownName = name ?? (chosen.id === value ? chosen.name : null);
  const own = { value: String(value), label: ownName ?? t('customer.byId', { id: value ?? 0 }) };
  const isKnown = typed.trim() === '' || typed.trim() === ownName;
  const make =
    onNew === undefined || isKnown
      ? []
      : [{ value: NEW, label: t('complaint.new.addCustomer', { name: typed.trim() }) }];
  return (
    <Select
      label={label}
      placeholder={placeholder ?? t('customer.findCustomer')}
      error={error}
      searchable
      clearable
      nothingFoundMessage={settled === '' ? undefined : t('complaint.new.notFound')}
      data={[...(isListed ? [] : [own]), ...found, ...make]}
      filter={({ options }) => options}
      value={value === null ? null : String(value)}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(next, option) => {
        if (next === NEW) {
          onNew?.(typed.trim());
          return;
        }
        const id = next === null ? null : customerId.parse(Number(next));
        setChosen({ id, name: option?.label ?? null });
        onChange(id, option?.label ?? null);
      }}
    />
  );
}
