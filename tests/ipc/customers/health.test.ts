import { beforeEach, describe, expect, it } from 'vitest';
import { customerFilter, isReckoned } from '#shared/contract/customers.ts';
import { definitionOf } from '#shared/contract/segments/from-filter.ts';
import { allHealthChecks } from '#shared/domain/vocabulary/health.ts';
import type { CustomerId } from '#shared/ids.ts';
import { fillUnhealthy, recountHealth } from '#tests/support/health/health-shop.ts';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

let shop: DirectShop;
beforeEach(async () => {
  shop = await directShop();
});

describe('the health of what is known', () => {
  it.each(allHealthChecks)('counts %s as the rows do, and opens exactly those', async (check) => {
    fillUnhealthy(shop.raw);
    finishShop(shop.raw);
    const { found, customers, bought, usual } = recountHealth(shop.raw);
    expect(found[check].length).toBeGreaterThan(0);
    const health = await shop.ask('customers.health', {});
    expect(health).toMatchObject({ customers, bought, usualSaleMinor: usual });
    const { count } = health.checks.find((one) => one.check === check) ?? { count: -1 };
    expect(count).toBe(found[check].length);
    const filter = { health: check };
    expect(isReckoned(customerFilter.parse(filter))).toBe(true);
    const { rows } = await shop.ask('customers.reckoned', { filter, limit: 500 });
    expect(rows.map(({ id }): number => id).toSorted((a, b) => a - b)).toEqual(found[check]);
    expect((await shop.ask('customers.summary', { filter })).count).toBe(found[check].length);
  });

  it('follows what is put right, and what is taken back', async () => {
    fillUnhealthy(shop.raw);
    finishShop(shop.raw);
    const countOf = async () =>
      (await shop.ask('customers.health', {})).checks.find(({ check }) => check === 'noName')
        ?.count ?? 0;
    const before = await countOf();
    const id = recountHealth(shop.raw).found.noName[0] as CustomerId;
    const { facts: expected } = await shop.ask('customers.get', { id });
    const facts = { ...expected, name: 'Ratna Kusuma' };
    const { batchId } = await shop.ask('customers.update', { id, facts, expected });
    expect(await countOf()).toBe(before - 1);
    await shop.ask('history.undo', { batchId });
    expect(await countOf()).toBe(before);
  });

  it('says nothing of amounts before it is known what is usual, and is no segment', async () => {
    const id = addCustomer(shop.raw, { name: 'Ratna' });
    for (let sale = 0; sale < 19; sale += 1)
      addSale(shop.raw, {
        ...{ customerId: id, soldOn: '2026-05-01', revenueMinor: sale === 0 ? 1e9 : 100 },
      });
    finishShop(shop.raw);
    const health = await shop.ask('customers.health', {});
    expect(health.usualSaleMinor).toBeNull();
    expect(health.checks.find(({ check }) => check === 'oddAmount')?.count).toBe(0);
    expect(definitionOf(customerFilter.parse({ health: 'noPhone' }))).toBeNull();
  });
});
