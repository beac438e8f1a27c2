import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerField } from '#renderer/components/customer-field.tsx';
import type { CustomerId } from '#shared/ids.ts';

interface Props {
  readonly value: CustomerId | null;
  /** Name of the one chosen before the form was opened. */
  readonly name: string | null;
  /** The customer whose form it is: nobody brings themselves. Null: one who is not there yet. */
  readonly self: CustomerId | null;
  onChange(value: CustomerId | null): void;
}

/** Who brought this customer: found by typing a name or a phone. */
export function RecommenderField({ value, name, self, onChange }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState({ id: value, name });
  return (
    <CustomerField
      label={t('customer.field.recommendedBy')}
      value={value}
      name={chosen.id === value ? chosen.name : null}
      self={self}
      onChange={(id, nameOfIt) => {
        setChosen({ id, name: nameOfIt });
        onChange(id);
      }}
    />
  );
}
