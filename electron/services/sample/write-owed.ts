import { openBatch } from '#db/history/journal.ts';
import { largestSoldTo } from '#db/queries/sales/largest.ts';
import { changeSale } from '#db/queries/sales/write.ts';
import { contract } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { WriteContext } from '../../context.ts';
import { recordPayment } from '../payments/record.ts';

/** A sale that was put on account so many days ago, to be paid in so many; what came of it, and when. */
interface Debt {
  readonly ago: number;
  readonly term: number;
  readonly paid: { readonly share: number; readonly ago: number } | null;
}

/** One of every age, one that is paid in part, and two that were paid: one in time, one late. */
const debts: readonly Debt[] = [
  { ago: 128, term: 14, paid: null },
  { ago: 92, term: 14, paid: { share: 1, ago: 63 } },
  { ago: 74, term: 14, paid: null },
  { ago: 48, term: 14, paid: { share: 0.5, ago: 21 } },
  { ago: 41, term: 14, paid: { share: 1, ago: 29 } },
  { ago: 27, term: 7, paid: null },
  { ago: 9, term: 14, paid: null },
  { ago: 4, term: 30, paid: null },
];

/** Days around it among which the sale is looked for. */
const aroundDays = 6;

/**
 * Lets some sales of the sample stand on account, with what was paid of them: no file of it tells who owes.
 * Nothing of what was sold changes. `method`: how is paid what is paid later.
 */
export async function writeOwed(
  on: (daysAgo: number) => WriteContext,
  method: string,
): Promise<void> {
  const taken: number[] = [];
  for (const { ago, term, paid } of debts) {
    const sold = on(ago);
    const { raw, today, clock } = sold;
    const days = { from: addDays(today, -aroundDays), to: today };
    const sale = largestSoldTo(raw, days, taken);
    if (sale === null) continue;
    const { id, customerId, totalMinor, soldOn } = sale;
    taken.push(customerId);
    const batchId = openBatch(raw, { kind: 'edit', label: soldOn, at: clock.instant() });
    changeSale(raw, batchId, id, { is_on_account: 1, due_on: addDays(soldOn, term) });
    if (paid === null) continue;
    const paying = on(paid.ago);
    const amountMinor = Math.round(totalMinor * paid.share);
    const given = {
      customerId,
      facts: {
        paidOn: paying.today,
        amountMinor,
        method,
      },
      settles: { kind: 'sales', saleIds: [id] },
    };
    await recordPayment(paying, contract['payments.record'].input.parse(given));
  }
}
