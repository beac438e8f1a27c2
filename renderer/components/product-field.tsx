import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '#renderer/data/use-query.ts';
import { type ProductId, productId } from '#shared/ids.ts';

interface Props {
  readonly label: string;
  readonly value: ProductId | null;
  /** Name of the one chosen before, which a number alone does not tell. */
  readonly name: string | null;
  /** What is offered before anything is typed: a product of the sale. */
  readonly hint?: string | null;
  readonly isInside?: boolean;
  onChange(value: ProductId | null, name: string | null): void;
}

/** A product, found by typing a part of its name or its code. */
export function ProductField({ label, value, name, hint = null, isInside, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name ?? '');
  const [settled] = useDebouncedValue(typed.trim(), 120);
  const text = settled === '' ? (hint ?? '') : settled;
  const { data } = useQuery(
    'search.find',
    { text, limit: 8 },
    { enabled: text !== '', keepPrevious: true },
  );
  const found = (data?.products ?? []).map((one) => ({ value: String(one.id), label: one.name }));
  const isListed = value === null || found.some((one) => one.value === String(value));
  const own = { value: String(value), label: name ?? t('list.thatProduct') };
  return (
    <Select
      label={label}
      placeholder={t('complaint.new.productHint')}
      searchable
      clearable
      nothingFoundMessage={text === '' ? undefined : t('complaint.new.notFound')}
      comboboxProps={{ withinPortal: isInside !== true }}
      data={isListed ? found : [own, ...found]}
      filter={({ options }) => options}
      value={value === null ? null : String(value)}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(next, option) =>
        onChange(next === null ? null : productId.parse(Number(next)), option?.label ?? null)
      }
    />
  );
}
