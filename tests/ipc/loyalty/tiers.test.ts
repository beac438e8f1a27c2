import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { customerFilter } from '#shared/contract/customers.ts';
import type { Input } from '#shared/contract/index.ts';
import { definitionOf } from '#shared/contract/segments/from-filter.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const people = 12;
const rule: Input<'loyalty.setRule'>['rule'] = {
  ...{ fromOn: addDays(today, -500), spendMinor: 10_000, points: 1, worthMinor: 100 },
  ...{ monthsValid: 24 },
};

let shop: DirectShop;

beforeEach(async () => {
  shop = await directShop();
  const { raw } = shop;
  for (let id = 1; id <= people; id += 1) addCustomer(raw, { name: `Orang ${id}` });
  for (let at = 0; at < 90; at += 1)
    addSale(raw, {
      ...{ customerId: ((at * 5) % (people - 1)) + 1, soldOn: addDays(today, -(at * 7) % 480) },
      ...{ revenueMinor: 3000 + ((at * 7919) % 80_000), number: `N-${at}` },
    });
  for (const customerId of [1, 2])
    addSale(raw, {
      ...{ customerId, soldOn: addDays(today, -3), revenueMinor: -20_000, kind: 'return' },
    });
  finishShop(raw);
  await shop.ask('loyalty.setRule', { rule });
});

/** A year before today, that day left out, counted by SQLite. */
const since = "date(@today, '-12 months')";

/** What was paid within twelve months less what came back; points of full amounts less those of returns. */
function yearOf(id: number): { points: number; money: number } {
  const row = shop.raw
    .prepare(
      `SELECT coalesce(sum(CASE kind WHEN 'return' THEN -abs(total_minor) ELSE total_minor END), 0) AS money,
         coalesce(sum(CASE kind WHEN 'return' THEN 0 ELSE total_minor / 10000 END), 0) AS given
       FROM sales WHERE customer_id = @id AND deleted_at IS NULL AND sold_on > ${since}
         AND sold_on <= @today`,
    )
    .get({ id, today: shop.day }) as { money: number; given: number };
  const back = shop.raw
    .prepare("SELECT 2 * count(*) FROM sales WHERE customer_id = ? AND kind = 'return'")
    .pluck()
    .get(id) as number;
  return { money: row.money, points: row.given - back };
}

const add = (tier: Input<'loyalty.addTier'>['tier']) => shop.ask('loyalty.addTier', { tier });

/** The level of somebody by name, and what is missing to the next, from what they did in the year. */
function levelOf(value: number, tiers: readonly (readonly [string, number])[]) {
  const reached = tiers.filter(([, least]) => value >= least);
  const next = tiers[reached.length];
  return {
    tier: reached.at(-1)?.[0] ?? null,
    next: next === undefined ? null : { name: next[0], missing: next[1] - value },
  };
}

it.each(['points', 'money'] as const)(
  'who reached which level and what is missing to the next is what the last twelve months say (%s)',
  async (reachedBy) => {
    const unit = reachedBy === 'points' ? 1 : 10_000;
    const tiers = [
      ['Perunggu', 6 * unit],
      ['Perak', 20 * unit],
      ['Emas', 30 * unit],
    ] as const;
    for (const [name, atLeast] of tiers.toReversed())
      await add({ name, reachedBy, atLeast, gives: `${name} 5%` });
    await shop.ask('insights.refresh', {});
    const all = Array.from({ length: people }, (_, at) => at + 1).map((id) => ({
      id,
      ...levelOf(yearOf(id)[reachedBy], tiers),
    }));
    for (const { id, tier, next } of all) {
      const own = await shop.ask('loyalty.ledger', { customerId: id as CustomerId });
      expect(own.tier).toEqual(tier === null ? null : { name: tier, gives: `${tier} 5%` });
      expect(own.nextTier).toEqual(next === null ? null : { ...next, reachedBy });
    }
    const { rows } = await shop.ask('loyalty.tiers', {});
    expect(rows.map(({ name }) => name)).toEqual(tiers.map(([name]) => name));
    for (const { id, name, people: count } of rows) {
      const there = all.filter(({ tier }) => tier === name).map((one) => one.id);
      expect(count).toBe(there.length);
      const filter = { tiers: [id] };
      const listed = await shop.ask('customers.list', { filter });
      expect(listed.rows.map((row) => row.id as number).sort((a, b) => a - b)).toEqual(there);
      expect(new Set(listed.rows.map(({ tier }) => tier))).toEqual(
        new Set(there.length === 0 ? [] : [name]),
      );
      const definition = definitionOf(customerFilter.parse(filter));
      const counted = await shop.ask('segments.count', {
        definition: definition as NonNullable<typeof definition>,
      });
      expect(counted.count).toBe(there.length);
    }
    // Somebody in each, somebody in none, and somebody without a sale.
    expect(new Set(all.map(({ tier }) => tier)).size).toBe(4);
    const { tiers: choices } = await shop.ask('segments.choices', {});
    expect(choices).toEqual(rows.map(({ id, name, people: count }) => ({ id, name, count })));
  },
);

it('levels are changed and removed, and what was done is taken back; two cannot be told apart are refused', async () => {
  const silver = { name: 'Perak', reachedBy: 'points', atLeast: 20, gives: '' } as const;
  const { id } = await add(silver);
  for (const [other, path, problem] of [
    [{ ...silver, name: ' perak', atLeast: 30 }, 'tier.name', 'tier-name'],
    [{ ...silver, name: 'Emas' }, 'tier.atLeast', 'tier-same'],
    [{ ...silver, name: 'Emas', reachedBy: 'money' }, 'tier.reachedBy', 'tier-mixed'],
  ] as const)
    await expect(add(other)).rejects.toMatchObject({
      error: { code: 'VALIDATION', issues: [{ path, problem }] },
    });
  const tier = { ...silver, atLeast: 25, gives: 'Kopi' };
  await expect(shop.ask('loyalty.changeTier', { id, expected: tier, tier })).rejects.toMatchObject({
    error: { reason: 'changed-meanwhile' },
  });
  const changed = await shop.ask('loyalty.changeTier', { id, expected: silver, tier });
  const named = async () =>
    (await shop.ask('loyalty.tiers', {})).rows.map(({ atLeast }) => atLeast);
  expect(await named()).toEqual([25]);
  await shop.ask('history.undo', { batchId: changed.batchId });
  expect(await named()).toEqual([20]);
  const removed = await shop.ask('loyalty.removeTier', { id });
  await shop.ask('insights.refresh', {});
  expect(await named()).toEqual([]);
  expect((await shop.ask('customers.list', { filter: { tiers: [id] } })).rows).toEqual([]);
  await shop.ask('history.undo', { batchId: removed.batchId });
  await shop.ask('insights.refresh', {});
  expect((await shop.ask('customers.list', { filter: { tiers: [id] } })).rows).not.toEqual([]);
});

it('a table of customers has points and levels, and the list goes by points', async () => {
  await add({ name: 'Perak', reachedBy: 'points', atLeast: 20, gives: '' });
  await shop.ask('insights.refresh', {});
  const path = join(shop.folder, 'out.csv');
  shop.prepared = { path };
  const order = { sort: 'points' as const, descending: true };
  await shop.ask('customers.export', { format: 'csv', profile: 'exact', titles: {}, order });
  const [head, ...lines] = readFileSync(path, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(head?.endsWith(',points,tier')).toBe(true);
  const written = lines.map((line) => line.split(',').slice(-2));
  const expected = await Promise.all(
    Array.from({ length: people }, async (_, at) => {
      const { balance } = await shop.ask('loyalty.ledger', { customerId: (at + 1) as CustomerId });
      return [String(balance), yearOf(at + 1).points >= 20 ? 'Perak' : ''] as const;
    }),
  );
  expect(written.toSorted()).toEqual(expected.map((one) => [...one]).toSorted());
  expect(written.map(([points]) => Number(points))).toEqual(
    expected.map(([points]) => Number(points)).sort((a, b) => b - a),
  );
  const { rows } = await shop.ask('customers.list', { order });
  expect(rows.map(({ points }) => String(points))).toEqual(written.map(([points]) => points));
});
