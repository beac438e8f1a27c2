import { beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { CustomerId, ProductId } from '#shared/ids.ts';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const ratna = 1 as CustomerId;
const grinder = 1 as ProductId;

let shop: DirectShop;
beforeEach(async () => {
  shop = await directShop();
  const { raw } = shop;
  addCustomer(raw, { name: 'Ratna' });
  for (const number of ['N-1', 'N-2']) {
    const sale = addSale(raw, { customerId: ratna, soldOn: '2025-06-20', revenueMinor: 9, number });
    addLine(raw, sale, 'Gilingan', 9);
    addLine(raw, sale, 'Gilingan', 9);
  }
  finishShop(raw);
  const policy = { productId: grinder, months: 12, covers: 'Motor.' };
  await shop.ask('guarantee.savePolicy', { id: null, policy });
});

const claim: Input<'guarantee.claim'> = {
  ...{ customerId: ratna, saleLineId: 1, problem: 'Mati', verdict: 'covered', remedy: 'repair' },
  asComplaint: true,
};

describe('guarantees', () => {
  it('count each line, and each sale of a day', async () => {
    const found = async () => (await shop.ask('guarantee.find', { text: 'ratna' }))[0]?.covered;
    expect(await found()).toBe(4);
    expect((await shop.ask('guarantee.expiring', { days: 30 })).count).toBe(2);
    shop.day = '2026-06-20';
    expect(await found()).toBe(4);
    shop.day = '2026-06-21';
    expect(await found()).toBe(0);
  });

  it('count no claim that was thrown away, and lead to no complaint that was', async () => {
    const { id, complaintId } = await shop.ask('guarantee.claim', claim);
    const claims = async () =>
      (await shop.ask('guarantee.ofCustomer', { customerId: ratna })).map((line) => line.claims);
    expect(await claims()).toEqual([0, 0, 1, 0]);
    if (complaintId === null) throw new Error('no complaint');
    const linked = async () => (await shop.ask('guarantee.claims', {})).rows[0]?.complaintNumber;
    const claimOf = async () => (await shop.ask('complaints.get', { id: complaintId })).claim;
    expect([await linked(), (await claimOf())?.id]).toEqual(['K-2026-001', id]);
    await shop.ask('complaints.delete', { id: complaintId });
    expect(await linked()).toBeNull();
    await shop.ask('guarantee.deleteClaim', { id });
    expect([await claims(), await claimOf()]).toEqual([[0, 0, 0, 0], null]);
  });

  it('have their policies newest first, and the one from the start last', async () => {
    for (const appliesFrom of ['2025-01-01', '2026-01-01'])
      await shop.ask('guarantee.savePolicy', {
        id: null,
        policy: { productId: grinder, appliesFrom, months: 6, covers: 'Motor.' },
      });
    const [product] = await shop.ask('guarantee.policies', {});
    expect(product?.policies.map(({ policy }) => policy.appliesFrom)).toEqual([
      ...['2026-01-01', '2025-01-01', null],
    ]);
  });

  it('are to be reminded of once that date was kept', async () => {
    const plan = { dueOn: '2026-06-18', cause: 'guarantee' } as const;
    const made = await shop.ask('followUps.create', { customerId: ratna, plan });
    const reminded = async () =>
      (await shop.ask('guarantee.expiring', { days: 30 })).rows.map((row) => row.hasFollowUp);
    expect(await reminded()).toEqual([true, true]);
    await shop.ask('followUps.finish', { id: made.id });
    expect(await reminded()).toEqual([false, false]);
  });
});
