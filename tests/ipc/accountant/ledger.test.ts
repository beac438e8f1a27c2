import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { directShop } from '#tests/support/shop/direct-shop.ts';
import { packNow } from '#tests/support/shop/locked-shop.ts';

const months = [
  { from: '2026-03-01', to: '2026-03-31' },
  { from: '2026-04-01', to: '2026-04-30' },
  { from: '2026-05-01', to: '2026-05-31' },
] as const;
const at = '2026-06-15T03:00:00.000Z';

const day = fc.constantFrom(
  ...['2026-03-01', '2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01', '2026-05-31'],
);
const amount = fc.integer({ min: 1, max: 100_000 });
const id = fc.integer({ min: 1, max: 12 });
const status = fc.constantFrom('completed', 'processing', 'unpaid', 'cancelled', 'returned');

/** What can be done to the books, each as one statement. */
const deed = fc.oneof(
  fc
    .tuple(day, amount, amount, status, fc.boolean(), fc.boolean())
    .map(([on, total, tax, state, isReturn, isOwed]) => {
      const sign = isReturn ? -1 : 1;
      return `INSERT INTO sales (match_key, sold_on, kind, status, total_minor, revenue_minor, tax_minor,
        is_purchase, is_on_account, created_at) VALUES ('', '${on}', '${isReturn ? 'return' : 'sale'}', '${state}',
        ${sign * total}, ${sign * (total - (tax % total))}, ${sign * (tax % total)}, 0, ${isOwed ? 1 : 0}, '${at}')`;
    }),
  fc
    .tuple(day, amount)
    .map(
      ([on, paid]) =>
        `INSERT INTO payments (paid_on, amount_minor, created_at) VALUES ('${on}', ${paid}, '${at}')`,
    ),
  fc
    .tuple(id, amount)
    .map(
      ([sale, minor]) =>
        `UPDATE sales SET total_minor = ${minor}, revenue_minor = ${minor} WHERE id = ${sale}`,
    ),
  fc.tuple(id, day).map(([sale, on]) => `UPDATE sales SET sold_on = '${on}' WHERE id = ${sale}`),
  fc
    .tuple(id, status)
    .map(([sale, state]) => `UPDATE sales SET status = '${state}' WHERE id = ${sale}`),
  id.map((sale) => `UPDATE sales SET is_on_account = 1 - is_on_account WHERE id = ${sale}`),
  fc
    .tuple(id, amount)
    .map(([payment, paid]) => `UPDATE payments SET amount_minor = -${paid} WHERE id = ${payment}`),
  fc
    .tuple(fc.constantFrom('sales', 'payments'), id)
    .map(
      ([table, one]) =>
        `UPDATE ${table} SET deleted_at = CASE WHEN deleted_at IS NULL THEN '${at}' END WHERE id = ${one}`,
    ),
  fc
    .tuple(fc.constantFrom('sales', 'payments'), id)
    .map(([table, one]) => `DELETE FROM ${table} WHERE id = ${one}`),
);
const deeds = fc.array(deed, { minLength: 3, maxLength: 25 });

/** Counted from the rows one by one. */
function booksOf(raw: RawHandle, { from, to }: { readonly from: string; readonly to: string }) {
  let [revenueMinor, owedMinor] = [0, 0];
  const within = (on: unknown) => String(on) >= from && String(on) <= to;
  for (const row of raw.prepare('SELECT * FROM sales').all() as Record<string, unknown>[]) {
    if (row['deleted_at'] !== null || !within(row['sold_on'])) continue;
    revenueMinor += Number(row['revenue_minor']);
    const counts =
      row['kind'] === 'return' || ['completed', 'processing'].includes(String(row['status']));
    if (row['is_on_account'] === 1 && counts) owedMinor += Number(row['total_minor']);
  }
  for (const row of raw.prepare('SELECT * FROM payments').all() as Record<string, unknown>[])
    if (row['deleted_at'] === null && within(row['paid_on']))
      owedMinor -= Number(row['amount_minor']);
  return { revenueMinor, owedMinor };
}

it('what the packs came to and what changed since are the books, whatever is done and however often', async () => {
  const shop = await directShop();
  const { raw } = shop;
  await fc.assert(
    fc.asyncProperty(deeds, deeds, deeds, async (first, second, third) => {
      raw.exec('SAVEPOINT one');
      for (const statement of first) raw.exec(statement);
      for (const month of months) await packNow(shop, month);
      for (const statement of second) raw.exec(statement);
      await packNow(shop, months[1]);
      for (const statement of third) raw.exec(statement);
      const { rows } = await shop.ask('accountant.packs', {});
      const told = rows.map(({ from, sums, since }) => ({
        from,
        revenueMinor: sums.revenueMinor + since.revenueMinor,
        owedMinor: sums.owedMinor + since.owedMinor,
      }));
      const books = months
        .toReversed()
        .map((month) => ({ from: month.from, ...booksOf(raw, month) }));
      raw.exec('ROLLBACK TO one; RELEASE one');
      expect(told).toEqual(books);
    }),
    { numRuns: process.env['LANGGAN_FULL'] === '1' ? 300 : 40 },
  );
});
