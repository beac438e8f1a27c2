import i18next from 'i18next';
import type { Format } from '#renderer/components/use-format.ts';

/** What the customer gets, as a reply says it: `potongan harga Rp 50.000`; empty: nothing. */
export function compensationText(
  compensation: { readonly kind: string; readonly amountMinor: number } | null,
  format: Format,
): string {
  if (compensation === null) return '';
  const { kind, amountMinor } = compensation;
  const key = `reply.compensation.${kind}`;
  const known = i18next.exists(key) ? key : 'reply.compensation.other';
  const loose = i18next.t as unknown as (key: string, values: { amount: string }) => string;
  return loose(known, { amount: format.money(amountMinor) });
}
