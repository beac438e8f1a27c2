import type { CompensationKind } from '../vocabulary/complaints.ts';
import { type BookedSale, effectsOf, type LineParts } from './sale-parts.ts';

/** The accounts that the books of a shop are posted to, as its accountant names them. */
export const accountKeys = [
  'cash',
  'receivable',
  'sales',
  'discounts',
  'returns',
  'tax',
  'shipping',
  'compensation',
  'vouchers',
  'goods',
  'vouchersUsed',
  'unexplained',
] as const;
export type AccountKey = (typeof accountKeys)[number];

/** An amount on an account: above zero a debit, below it a credit. Minor units. */
export interface Posting {
  readonly account: AccountKey;
  readonly amountMinor: number;
}

/** What is not zero, one posting an account. */
function posted(amounts: Readonly<Partial<Record<AccountKey, number>>>): Posting[] {
  return accountKeys.flatMap((account) => {
    const amountMinor = amounts[account] ?? 0;
    return amountMinor === 0 ? [] : [{ account, amountMinor }];
  });
}

/** A sale or return, by what its lines and rest come to. Adds up to zero. */
export function postingsOfSale(sale: BookedSale, parts: readonly LineParts[]): Posting[] {
  const { cashMinor, owedMinor, shippingMinor, unexplainedMinor } = effectsOf(sale);
  const sum = (of: keyof LineParts) => parts.reduce((total, part) => total + part[of], 0);
  const goods =
    sale.kind === 'return'
      ? { returns: -sum('netMinor') }
      : { sales: -sum('grossMinor'), discounts: sum('discountMinor') };
  return posted({
    cash: cashMinor,
    receivable: owedMinor,
    ...goods,
    tax: -sum('taxMinor'),
    shipping: -shippingMinor,
    unexplained: -unexplainedMinor,
  });
}

/** Money that came in towards what is owed, or went back. */
export function postingsOfPayment(amountMinor: number): Posting[] {
  return posted({ cash: amountMinor, receivable: -amountMinor });
}

/**
 * Where what a customer gets comes from. A return or a discount stands in the sale that it was given
 * with, and is moved from there; a voucher is owed until it is used.
 */
const SOURCES: Readonly<Record<CompensationKind, AccountKey>> = {
  return: 'returns',
  discount: 'discounts',
  voucher: 'vouchers',
  refund: 'cash',
  replacement: 'goods',
  other: 'cash',
};

export function postingsOfCompensation(kind: CompensationKind, amountMinor: number): Posting[] {
  return posted({ compensation: amountMinor, [SOURCES[kind]]: -amountMinor });
}

/** A voucher that was used: no longer owed; one past its day was written back and costs anew. */
export function postingsOfUse(amountMinor: number, isPast: boolean): Posting[] {
  const account = isPast ? 'compensation' : 'vouchers';
  return posted({ [account]: amountMinor, vouchersUsed: -amountMinor });
}

/** A voucher that nobody used by its last day. */
export function postingsOfExpiry(amountMinor: number): Posting[] {
  return posted({ vouchers: amountMinor, compensation: -amountMinor });
}
