import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '#db/queries/settings.ts';
import { customersOfSegment } from '#electron/services/segments/whom.ts';
import { customerFilter } from '#shared/contract/customers.ts';
import type { SegmentDefinition } from '#shared/contract/segments/conditions.ts';
import { definitionOf } from '#shared/contract/segments/from-filter.ts';
import { AppFailure } from '#shared/errors.ts';
import type { SegmentId } from '#shared/ids.ts';
import { today } from '#tests/support/shop/build-shop.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';
import { segmentShop } from '#tests/support/shop/segment-shop.ts';

let shop: DirectShop;
beforeEach(async () => {
  shop = await segmentShop(80);
});

const sleman: SegmentDefinition = {
  match: 'all',
  parts: [{ field: 'city', isNot: false, values: ['Sleman'] }],
  without: [{ field: 'offers', isNot: false, values: ['no'] }],
};

async function failing(run: Promise<unknown>) {
  const failed = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(failed).toBeInstanceOf(AppFailure);
  return (failed as AppFailure).error;
}

describe('a saved segment', () => {
  it('is listed with its live count, and follows what is written down', async () => {
    const { id } = await shop.ask('segments.create', { name: 'Sleman', definition: sleman });
    const before = await shop.ask('segments.list', {});
    expect(before.rows).toHaveLength(1);
    expect(before.rows[0]).toMatchObject({ id, name: 'Sleman', definition: sleman });
    const first = before.rows[0]?.counted?.count ?? 0;
    expect(first).toBeGreaterThan(0);
    await shop.ask('customers.create', {
      ...{ kind: 'person', relation: 'customer', mark: null, name: 'Baru', birthdayOn: null },
      ...{ gender: null, occupation: null, source: null, uses: null, tastes: null, matters: null },
      ...{ taxId: null, note: null, recommendedBy: null, contactPoints: [], tags: [] },
      addresses: [
        {
          ...{ label: null, street: null, district: null, city: 'Sleman', province: null },
          ...{ postalCode: null, country: null },
        },
      ],
    });
    expect((await shop.ask('segments.list', {})).rows[0]?.counted?.count).toBe(first + 1);
  });

  it('is renamed, changed and deleted, and each is taken back', async () => {
    const { id } = await shop.ask('segments.create', { name: 'Sleman', definition: sleman });
    const get = () => shop.ask('segments.get', { id });
    const whole = { ...sleman, without: [] };
    const { batchId } = await shop.ask('segments.update', {
      id,
      name: 'Semua Sleman',
      definition: whole,
      expected: { name: 'Sleman', definition: sleman },
    });
    expect(await get()).toMatchObject({ name: 'Semua Sleman', definition: whole });
    await shop.ask('history.undo', { batchId });
    expect(await get()).toMatchObject({ name: 'Sleman', definition: sleman });
    const removed = await shop.ask('segments.remove', { id });
    expect(await failing(get())).toEqual({ code: 'NOT_FOUND', entity: 'segment' });
    expect(await failing(shop.ask('customers.list', { filter: { segment: id } }))).toEqual({
      code: 'NOT_FOUND',
      entity: 'segment',
    });
    await shop.ask('history.undo', { batchId: removed.batchId });
    expect(await get()).toMatchObject({ id, name: 'Sleman' });
  });

  it('has a name of its own, and is not written over by who saw it before', async () => {
    const { id } = await shop.ask('segments.create', { name: 'Sleman', definition: sleman });
    const taken = { code: 'VALIDATION', issues: [{ path: 'name', problem: 'segment-name' }] };
    const again = { name: ' sleman ', definition: sleman };
    expect(await failing(shop.ask('segments.create', again))).toEqual(taken);
    const other = await shop.ask('segments.create', { name: 'Lain', definition: sleman });
    const expected = { name: 'Lain', definition: sleman };
    const renamed = { id: other.id, name: 'SLEMAN', definition: sleman, expected };
    expect(await failing(shop.ask('segments.update', renamed))).toEqual(taken);
    const late = { id, name: 'S', definition: sleman, expected: { ...expected, name: 'Old' } };
    expect(await failing(shop.ask('segments.update', late))).toEqual({
      code: 'CONFLICT',
      reason: 'changed-meanwhile',
    });
  });

  it('leads the list, its sum and its export to the same customers', async () => {
    const { id } = await shop.ask('segments.create', { name: 'Sleman', definition: sleman });
    const filter = { segment: id };
    const { rows } = await shop.ask('customers.list', { filter, limit: 500 });
    const reckoned = await shop.ask('customers.reckoned', { filter, limit: 500 });
    expect(reckoned.rows).toEqual(rows);
    const summary = await shop.ask('customers.summary', { filter });
    const [listed] = (await shop.ask('segments.list', {})).rows;
    expect(listed?.counted).toEqual({
      count: rows.length,
      activeRevenueMinor: rows.reduce((sum, row) => sum + row.activeRevenueMinor, 0),
      withPhone: rows.filter(({ phone }) => phone !== null).length,
    });
    expect(summary.count).toBe(rows.length);
    const path = join(shop.folder, 'out.csv');
    shop.prepared = { path };
    const titles = { name: 'Nama' };
    await shop.ask('customers.export', { filter, format: 'csv', profile: 'exact', titles });
    const lines = readFileSync(path, 'utf8').trim().split('\n').slice(1);
    expect(lines.map((line) => line.split(/[,;]/)[0]).sort()).toEqual(
      rows.map(({ name }) => name).sort(),
    );
    const { settings } = await readSettings(shop.db);
    const ids = await customersOfSegment({ db: shop.db, today, settings }, id);
    expect(ids).toEqual(rows.map((row) => row.id).sort((one, other) => one - other));
  });

  it('goes together with the other filters of the list', async () => {
    const { id } = await shop.ask('segments.create', { name: 'Sleman', definition: sleman });
    const { rows } = await shop.ask('customers.list', { filter: { segment: id }, limit: 500 });
    const some = rows.filter(({ layer }) => layer === 'small' || layer === 'inactive');
    expect(some.length).toBeLessThan(rows.length);
    const filter = { segment: id, layers: ['small' as const, 'inactive' as const] };
    const both = await shop.ask('customers.list', { filter, limit: 500 });
    expect(both.rows).toEqual(some);
    expect((await shop.ask('customers.summary', { filter })).count).toBe(some.length);
  });
});

describe('what a segment cannot say any more', () => {
  it('is told, and leaves nobody in by mistake', async () => {
    const stored = JSON.stringify({
      match: 'all',
      parts: [...sleman.parts, { field: 'moonPhase', is: true }],
      without: [{ field: 'purchases', from: 3, to: 1 }],
    });
    shop.raw
      .prepare("INSERT INTO segments (name, definition, created_at) VALUES ('Baru', ?, '')")
      .run(stored);
    const id = 1 as SegmentId;
    const [listed] = (await shop.ask('segments.list', {})).rows;
    expect(listed).toMatchObject({ notUnderstood: 2, counted: null });
    expect(listed?.definition).toEqual({ ...sleman, without: [] });
    const refused = { code: 'CONFLICT', reason: 'segment-not-understood' };
    const filter = { segment: id };
    expect(await failing(shop.ask('customers.list', { filter }))).toEqual(refused);
    expect(await failing(shop.ask('customers.summary', { filter }))).toEqual(refused);
    // What is left of it can be saved: then it counts again.
    const { name, definition } = await shop.ask('segments.get', { id });
    await shop.ask('segments.update', { id, name, definition, expected: { name, definition } });
    expect((await shop.ask('segments.get', { id })).notUnderstood).toBe(0);
    expect((await shop.ask('segments.list', {})).rows[0]?.counted?.count).toBeGreaterThan(0);
  });

  it('is a product or an import that is gone: it is called by no name', async () => {
    const definition: SegmentDefinition = {
      match: 'any',
      parts: [
        { field: 'product', isNot: false, ids: [1, 99] },
        { field: 'import', isNot: false, ids: [1, 98] },
      ],
      without: [],
    };
    const { id } = await shop.ask('segments.create', { name: 'Kopi', definition });
    expect((await shop.ask('segments.get', { id })).records).toEqual([
      { field: 'product', id: 1, name: expect.any(String) },
      { field: 'product', id: 99, name: null },
      { field: 'import', id: 1, name: 'pelanggan.csv' },
      { field: 'import', id: 98, name: null },
    ]);
  });

  it('is not taken: nothing at all, a choice that is none, ends the wrong way round', async () => {
    for (const definition of [
      { parts: [] },
      { parts: [{ field: 'layer', values: ['gold'] }] },
      { parts: [{ field: 'purchases', from: 3, to: 1 }] },
      { parts: [{ field: 'purchases', from: null, to: null }] },
      { parts: [{ field: 'lastPurchase', how: 'within' }] },
    ])
      await expect(
        shop.ask('segments.create', { name: 'X', definition: definition as SegmentDefinition }),
      ).rejects.toThrow();
  });
});

it('offers what there is to choose from, the most used first', async () => {
  const choices = await shop.ask('segments.choices', {});
  expect(choices.imports).toEqual([{ id: 1, name: 'pelanggan.csv', count: expect.any(Number) }]);
  expect(choices.categories).toEqual([{ value: 'Minuman', count: 1 }]);
  const counts = choices.sources.map(({ count }) => count);
  expect(counts).toEqual(counts.toSorted((one, other) => other - one));
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(
    shop.raw.prepare('SELECT count(source) FROM customers').pluck().get(),
  );
});

it('a filter of the list becomes a segment of the same customers', async () => {
  const filter = customerFilter.parse({
    layers: ['small', 'medium'],
    tags: ['grosir'],
    offers: 'never',
    clvFromMinor: 1,
  });
  const definition = definitionOf(filter);
  if (definition === null) throw new Error('it can be said');
  const { id } = await shop.ask('segments.create', { name: 'Grosir', definition });
  const { rows } = await shop.ask('customers.list', { filter, limit: 500 });
  expect(rows.length).toBeGreaterThan(0);
  expect((await shop.ask('customers.list', { filter: { segment: id }, limit: 500 })).rows).toEqual(
    rows,
  );
  expect(definitionOf(customerFilter.parse({ search: 'Ratna' }))).toBeNull();
  expect(definitionOf(customerFilter.parse({ on: '2026-01-01', layers: ['top'] }))).toBeNull();
});
