import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { toggled } from '#renderer/components/list/use-filter.ts';
import { ownText } from '#renderer/components/own-fields/own-text.ts';
import { useOwnFields } from '#renderer/components/own-fields/use-own-fields.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { OwnField } from '#shared/contract/customers/fields.ts';
import type { Customers } from './use-customers.ts';

/** Values that can be picked without typing. */
function valuesOf({ type, choices }: OwnField): readonly string[] {
  if (type === 'choice') return choices;
  return type === 'yesno' ? ['yes', 'no'] : [];
}

/** What fields that the owner made hold; other values are asked for in a segment. */
export function OwnFilters({ choice }: Pick<Customers, 'choice'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = useOwnFields();
  const { filter, setFilter } = choice;
  const { own } = filter;
  if (fields.length === 0 && own.length === 0) return null;
  const choices = fields.flatMap((field) => {
    const { id, name, type } = field;
    const values = valuesOf(field).map((value) => ({
      value: `${id}=${value}`,
      label: t('list.is', { what: name, value: ownText(t, format, type, value) }),
    }));
    return [
      ...values,
      { value: `${id}!`, label: t('customers.own.has', { name }) },
      { value: `${id}?`, label: t('customers.own.hasNot', { name }) },
    ];
  });
  const known = new Set(choices.map(({ value }) => value));
  const others = own.filter((value) => !known.has(value));
  return (
    <ChoiceMenu
      title={t('customers.own.title')}
      choices={[
        ...choices,
        ...others.map((value) => ({ value, label: t('customers.own.goneFilter') })),
      ]}
      chosen={own}
      onToggle={(value) => setFilter({ own: toggled(own, value) })}
      onClear={() => setFilter({ own: [] })}
    />
  );
}
