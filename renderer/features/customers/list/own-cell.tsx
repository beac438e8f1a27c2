import { useTranslation } from 'react-i18next';
import { ownText } from '#renderer/components/own-fields/own-text.ts';
import { useOwnFields } from '#renderer/components/own-fields/use-own-fields.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { type CustomerSort, ownSortOf } from '#shared/contract/customers/order.ts';
import type { CustomerRow } from '#shared/contract/customers.ts';

interface Props {
  readonly row: CustomerRow;
  /** The column's. */
  readonly name: string;
}

/** The cell of a field that the owner made. */
export function OwnCell({ row, name }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const field = useOwnFields().find(({ id }) => id === ownSortOf(name as CustomerSort));
  const value = row.own.find(({ fieldId }) => fieldId === field?.id)?.value;
  if (field === undefined || value === undefined) return null;
  return ownText(t, format, field.type, value);
}
