import { expect, it } from 'vitest';
import { openBatch } from '#db/history/journal.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addComplaint, addFollowUp, addReview } from '#tests/support/reminder-rows.ts';
import { addCustomer, addLine, addPayment, addSale } from '#tests/support/shop/build-shop.ts';
import { directShop } from '#tests/support/shop/direct-shop.ts';

const ratna = 1 as CustomerId;

it('the timeline says of each thing what there is to say, at one instant in the order of the kinds', async () => {
  const { ask, raw } = await directShop();
  addCustomer(raw, { name: 'Ratna' });
  const sale = (time: string | null, parts: { kind?: 'return' } = {}) => {
    const id = addSale(raw, {
      customerId: ratna,
      soldOn: '2026-06-10',
      revenueMinor: 900,
      ...parts,
    });
    raw.prepare('UPDATE sales SET sold_at = ? WHERE id = ?').run(time && `2026-06-10T${time}`, id);
    return id;
  };
  // Jakarta is seven hours ahead.
  const [late, noon, early] = [sale('13:00'), sale(null), sale('11:00', { kind: 'return' })];
  for (const product of ['Kopi', 'Teh', 'Gula', 'Susu', 'Kopi']) addLine(raw, noon, product, 100);
  raw.exec(`
    INSERT INTO interactions (customer_id, channel, direction, happened_at, has_time, text, created_at)
      VALUES (1, 'call', 'in', '2026-06-10T05:00:00.000Z', 0, 'Halo', '');
    INSERT INTO claims (number, customer_id, claimed_at, problem, verdict, remedy, done_at, created_at)
      VALUES ('G-1', 1, '2026-06-10T05:00:00.000Z', 'Mati', 'covered', 'repair', '2026-06-11', '')`);
  raw.exec(`UPDATE sales SET number = 'N1' WHERE id = ${noon}`);
  addPayment(raw, {
    customerId: ratna,
    paidOn: '2026-06-10',
    amountMinor: 90,
    parts: [[noon, 70]],
  });
  addPayment(raw, { customerId: ratna, paidOn: '2026-06-05', amountMinor: -30 });
  addComplaint(raw, ratna, { received_at: '2026-06-10T05:00:00.000Z', has_time: 0 });
  raw.exec(`
    INSERT INTO compensations (complaint_id, kind, amount_minor, cost_minor, is_within_authority, given_on)
      VALUES (1, 'refund', 500, 3, 1, '2026-06-10'), (1, 'voucher', 70, 2, 1, '2026-06-10')`);
  addReview(raw, '2026-06-10', { customer_id: ratna, rating: 2, answered_at: '2026-06-11' });
  for (const [due, kept] of [
    ['2026-06-09', '2026-06-09'],
    ['2026-06-07', '2026-06-08'],
    ['2026-06-08', '2026-06-07'],
  ] as const)
    addFollowUp(raw, ratna, due, { done_at: `${kept}T03:00:00.000Z`, done_on: kept });
  const created = openBatch(raw, {
    kind: 'create',
    label: 'Ratna',
    at: '2026-06-01T03:00:00.000Z',
  });
  raw
    .prepare(
      "INSERT INTO journal (batch_id, entity, entity_id, owner_id) VALUES (?, 'customers', 1, 1)",
    )
    .run(created);
  const { rows, next } = await ask('interactions.timeline', { customerId: ratna });
  expect(next).toBeNull();
  const at = '2026-06-10T05:00:00.000Z';
  expect(rows).toMatchObject([
    { kind: 'sale', at: '2026-06-10T06:00:00.000Z', id: late, hasTime: true, isReturn: false },
    { kind: 'contact', at, hasTime: false, text: 'Halo' },
    {
      ...{ kind: 'sale', at, id: noon, hasTime: false, lineCount: 5 },
      products: ['Kopi', 'Teh', 'Gula'],
    },
    { kind: 'payment', at, hasTime: false, amountMinor: 90, sales: ['N1'] },
    { kind: 'complaint', at, hasTime: false, compensationMinor: 570 },
    { kind: 'claim', at, isDone: true },
    { kind: 'review', at, hasTime: false, isAnswered: true },
    { kind: 'sale', at: '2026-06-10T04:00:00.000Z', id: early, isReturn: true },
    { kind: 'followUp', at: '2026-06-09T03:00:00.000Z', isOnTime: true },
    { kind: 'followUp', at: '2026-06-08T03:00:00.000Z', isOnTime: false },
    { kind: 'followUp', at: '2026-06-07T03:00:00.000Z', isOnTime: true },
    { kind: 'payment', at: '2026-06-05T05:00:00.000Z', amountMinor: -30, sales: [] },
    { kind: 'change', at: '2026-06-01T03:00:00.000Z', change: 'create' },
  ]);
  // Full with all that an index hands out, a page does not hide that there are older changes.
  const full = await ask('interactions.timeline', { customerId: ratna, limit: 12 });
  const last = { customerId: ratna, after: full.next, limit: 12 };
  expect([...full.rows, ...(await ask('interactions.timeline', last)).rows]).toEqual(rows);
  const one = await ask('interactions.timeline', { customerId: ratna, kinds: ['sale'], limit: 1 });
  const two = { customerId: ratna, kinds: ['sale' as const], after: one.next, limit: 1 };
  expect((await ask('interactions.timeline', two)).rows.map(({ id }) => id)).toEqual([noon]);
});
