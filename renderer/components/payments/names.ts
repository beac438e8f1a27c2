import type { Translate } from '#renderer/base/i18n.ts';
import type { Format } from '#renderer/components/use-format.ts';

/** What a sale that is to be paid is called: by its number, else by its day; null: money paid back. */
export function openName(
  t: Translate,
  format: Format,
  one: { readonly saleId: number | null; readonly number: string | null; readonly soldOn: string },
): string {
  const date = format.date(one.soldOn);
  if (one.saleId === null) return t('payments.paidBackItem', { date });
  return one.number ?? t('payments.saleOf', { date });
}

/** Who owes, as a list says it. */
export function debtorName(
  t: Translate,
  one: { readonly customerId: number | null; readonly name: string },
): string {
  if (one.customerId === null) return t('payments.nobody');
  return one.name === '' ? t('customers.noName') : one.name;
}
