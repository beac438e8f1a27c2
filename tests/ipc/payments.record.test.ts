import { beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { Input } from '#shared/contract/index.ts';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

let shop: TempShop;

const person = 1 as never;
const facts = { paidOn: '2026-06-15', amountMinor: 0, method: 'Tunai', note: null };

/** Two sales of 100 and 50 on account of the first customer, one of 30 of the second, one paid at once. */
beforeEach(async () => {
  shop = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna' });
    addCustomer(raw, { name: 'Bagas' });
    const on = { soldOn: '2026-05-01', onAccount: true };
    addSale(raw, { ...on, customerId: 1, revenueMinor: 100, number: 'N1', dueOn: '2026-06-01' });
    addSale(raw, { ...on, customerId: 1, soldOn: '2026-05-10', revenueMinor: 50, number: 'N2' });
    addSale(raw, { ...on, customerId: 2, revenueMinor: 30, number: 'N3' });
    addSale(raw, { customerId: 1, soldOn: '2026-05-02', revenueMinor: 70, number: 'N4' });
    addSale(raw, { ...on, customerId: null, revenueMinor: 20, number: 'N5' });
    finishShop(raw);
  });
});

function pay(amountMinor: number, over: Partial<Input<'payments.record'>> = {}) {
  return {
    customerId: person,
    facts: { ...facts, amountMinor },
    settles: { kind: 'account' },
    ...over,
  } satisfies Input<'payments.record'>;
}

const chosen = (...ids: number[]) => ({ kind: 'sales' as const, saleIds: ids as never[] });
const owed = async () => (await shop.ask('payments.ofCustomer', { customerId: person })).owedMinor;
const stateOf = async (id: number) => {
  const { state, leftMinor } = await shop.ask('payments.ofSale', { saleId: id as never });
  return [state, leftMinor];
};

describe('a payment', () => {
  it('on account settles the oldest first', async () => {
    const made = await shop.ask('payments.record', pay(120));
    expect(made).toMatchObject({ waitingMinor: 0, owedMinor: 30 });
    expect(made.parts.map(({ number, amountMinor }) => [number, amountMinor])).toEqual([
      ['N1', 100],
      ['N2', 20],
    ]);
    expect(await stateOf(1)).toEqual(['paid', 0]);
    expect(await stateOf(2)).toEqual(['partly', 30]);
  });

  it('for chosen sales leaves the others open, and what is over waits and counts against them', async () => {
    const made = await shop.ask('payments.record', pay(60, { settles: chosen(2) }));
    expect(made).toMatchObject({ waitingMinor: 10, owedMinor: 90 });
    expect(await stateOf(1)).toEqual(['overdue', 100]);
    const { waitingMinor, open } = await shop.ask('payments.ofCustomer', { customerId: person });
    expect(waitingMinor).toBe(10);
    expect(open).toMatchObject([{ saleId: 1, leftMinor: 100, coveredMinor: 10 }]);
  });

  it('of more than is owed stays as credit, which can be paid back', async () => {
    expect(await shop.ask('payments.record', pay(200))).toMatchObject({
      waitingMinor: 50,
      owedMinor: -50,
    });
    const { totals } = await shop.ask('payments.owed', {});
    expect([totals.owedMinor, totals.waitingMinor, totals.waitingAccounts]).toEqual([50, 50, 1]);
    const back = await shop.ask('payments.record', pay(-50));
    expect(back).toMatchObject({ parts: [], waitingMinor: -50, owedMinor: 0 });
    expect((await shop.ask('payments.owed', {})).totals.waitingMinor).toBe(0);
  });

  it('of nobody settles the sales that name nobody', async () => {
    const given = pay(20, { customerId: null, settles: chosen(5) });
    expect(await shop.ask('payments.record', given)).toMatchObject({ owedMinor: 0 });
    expect(await stateOf(5)).toEqual(['paid', 0]);
  });

  it('changed is laid anew, and undo brings back what was', async () => {
    const { id } = await shop.ask('payments.record', pay(120));
    const before = await shop.ask('payments.ofCustomer', { customerId: person });
    const to = { id, facts: { ...facts, amountMinor: 40, method: 'QRIS' }, settles: chosen(2) };
    const changed = await shop.ask('payments.update', to);
    expect(changed).toMatchObject({ waitingMinor: 0, owedMinor: 110 });
    expect(await stateOf(2)).toEqual(['partly', 10]);
    await shop.ask('history.undo', { batchId: changed.batchId });
    expect(await shop.ask('payments.ofCustomer', { customerId: person })).toEqual(before);
  });

  it('changed in its note alone keeps what it settled, though more is open by now', async () => {
    const made = await shop.ask('payments.record', pay(170));
    expect(made.waitingMinor).toBe(20);
    const { raw, close } = openConnection(shop.database);
    const parts = () => raw.prepare('SELECT * FROM payment_parts ORDER BY id').all();
    const before = parts();
    addSale(raw, { customerId: 1, soldOn: '2026-05-20', revenueMinor: 80, onAccount: true });
    const to = { id: made.id, facts: { ...facts, amountMinor: 170, note: 'lewat Budi' } };
    const changed = await shop.ask('payments.update', { ...to, settles: chosen(2, 1) });
    expect(changed).toMatchObject({ waitingMinor: 20, parts: made.parts });
    expect(parts()).toEqual(before);
    await shop.ask('payments.update', { ...to, settles: { kind: 'account' } });
    expect(parts()).not.toEqual(before);
    await close();
  });

  it('removed is owed again, and undo settles again; so does the undo of a record', async () => {
    const made = await shop.ask('payments.record', pay(100));
    const { batchId } = await shop.ask('payments.remove', { id: made.id });
    expect([await owed(), await stateOf(1)]).toEqual([150, ['overdue', 100]]);
    expect(await shop.fail('payments.remove', { id: made.id })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await shop.ask('history.undo', { batchId });
    expect([await owed(), await stateOf(1)]).toEqual([50, ['paid', 0]]);
    await shop.ask('history.undo', { batchId: made.batchId });
    expect(await owed()).toBe(150);
  });

  it('of a customer in the trash is taken all the same', async () => {
    await shop.ask('customers.delete', { ids: [person] });
    const { rows } = await shop.ask('payments.owed', {});
    expect(rows.find(({ customerId }) => customerId === 1)).toMatchObject({ isInTrash: true });
    expect(await shop.ask('payments.record', pay(150))).toMatchObject({ owedMinor: 0 });
  });

  it('follows its sale to another customer, and a return counts for whom it names', async () => {
    await shop.ask('payments.record', pay(40, { settles: chosen(1) }));
    const { raw, close } = openConnection(shop.database);
    raw.exec('UPDATE sales SET customer_id = 2 WHERE id = 1');
    addSale(raw, {
      customerId: 1,
      soldOn: '2026-05-20',
      revenueMinor: -15,
      kind: 'return',
      onAccount: true,
      returnOf: 1,
    });
    await close();
    expect(await owed()).toBe(50 - 15);
    const theirs = await shop.ask('payments.ofCustomer', { customerId: 2 as never });
    expect([theirs.owedMinor, theirs.waitingMinor]).toEqual([30 + 60, 0]);
  });

  it.each([
    ['nothing at all', pay(0), 'facts.amountMinor', 'amount-none'],
    [
      'a day to come',
      pay(5, { facts: { ...facts, amountMinor: 5, paidOn: '2026-06-16' } }),
      'facts.paidOn',
      'paid-later',
    ],
    ['a sale of another', pay(5, { settles: chosen(1, 3) }), 'settles.saleIds', 'sale-of-another'],
    [
      'a sale paid on its day',
      pay(5, { settles: chosen(4) }),
      'settles.saleIds',
      'sale-not-on-account',
    ],
    [
      'a sale that is not there',
      pay(5, { settles: chosen(99) }),
      'settles.saleIds',
      'no-such-sale',
    ],
  ])('of or for %s is refused beside its field', async (_, given, path, problem) => {
    expect(await shop.fail('payments.record', given)).toEqual({
      code: 'VALIDATION',
      issues: [{ path, problem }],
    });
    expect(await owed()).toBe(150);
  });

  it('of a customer who is not there is refused', async () => {
    expect(await shop.fail('payments.record', pay(5, { customerId: 99 as never }))).toEqual({
      code: 'NOT_FOUND',
      entity: 'customer',
    });
  });
});
