import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { minorToE4 } from '#shared/domain/text/decimal.ts';
import { amountText, blankEntry, blankLine, type Entry } from './entry.ts';
import type { Money } from './read-line.ts';

/** The sale that a prospect becomes, with what is known of it in its fields. */
export function entryForProspect(row: ProspectRow, soldOn: string, money: Money): Entry {
  const { id, title, customerId, customerName, worthMinor } = row;
  const digits = minorDigits(money.currency);
  const worthE4 = worthMinor === null ? null : minorToE4(worthMinor, digits);
  const price = worthE4 === null ? '' : amountText(worthE4, money);
  return {
    ...blankEntry(soldOn),
    ...{ customerId, customerName, prospect: { id, title } },
    lines: [{ ...blankLine(), name: title, quantity: '1', price }],
  };
}
