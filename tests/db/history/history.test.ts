import { beforeEach, describe, expect, it } from 'vitest';
import { openBatch } from '#db/history/journal.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { BatchId, CustomerId } from '#shared/ids.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const person: Input<'customers.create'> = {
  kind: 'person',
  relation: 'customer',
  mark: null,
  name: '',
  ...{ birthdayOn: null, gender: null, occupation: null, source: null, uses: null },
  ...{ tastes: null, matters: null, taxId: null, note: null, recommendedBy: null },
  ...{ contactPoints: [], addresses: [], tags: [] },
};

let shop: DirectShop;
beforeEach(async () => {
  shop = await directShop();
});

/** Each change a minute after the one before. */
function later(): void {
  shop.time = `03:${String(Number(shop.time.slice(3)) + 1).padStart(2, '0')}`;
}

async function two(): Promise<readonly [CustomerId, CustomerId]> {
  const budi = await shop.ask('customers.create', { ...person, name: 'Budi' });
  later();
  const phone = { kind: 'phone', label: null, value: '0812-5550-0137' } as const;
  const ratna = await shop.ask('customers.create', {
    ...person,
    name: 'Ratna',
    contactPoints: [phone],
  });
  later();
  return [budi.id, ratna.id];
}

const at = (minute: number) => `2026-06-15T03:${String(minute).padStart(2, '0')}:00.000Z`;

describe('what was done to a customer', () => {
  it('comes newest first, with each field before and after, and nothing of others', async () => {
    const [budi, ratna] = await two();
    const { facts } = await shop.ask('customers.get', { id: ratna });
    await shop.ask('customers.update', {
      id: ratna,
      expected: facts,
      facts: { ...facts, name: 'Ratna K.', note: 'Kopi' },
    });
    later();
    const tagged = await shop.ask('customers.tag', { ids: [budi, ratna], tag: 'vip' });
    later();
    await shop.ask('history.undo', { batchId: tagged.batchId });
    const history = await shop.ask('history.ofCustomer', { customerId: ratna });
    const common = { importId: null, undoneAt: null };
    const customer = { entity: 'customers' };
    const tag = { entity: 'customer_tags', field: 'tag' };
    expect(history).toEqual([
      {
        ...common,
        id: 5,
        kind: 'undo',
        deed: 'customersTagged',
        at: at(4),
        changes: [{ ...tag, before: 'vip', after: null }],
      },
      {
        ...common,
        ...{ id: 4, kind: 'edit', deed: 'customersTagged', at: at(3), undoneAt: at(4) },
        changes: [{ ...tag, before: null, after: 'vip' }],
      },
      {
        ...common,
        ...{ id: 3, kind: 'edit', deed: 'customerChanged', at: at(2) },
        changes: [
          { ...customer, field: 'name', before: 'Ratna', after: 'Ratna K.' },
          { ...customer, field: 'note', before: null, after: 'Kopi' },
        ],
      },
      {
        ...common,
        ...{ id: 2, kind: 'create', deed: 'customerAdded', at: at(1) },
        changes: [
          { ...customer, field: 'kind', before: null, after: 'person' },
          { ...customer, field: 'relation', before: null, after: 'customer' },
          { ...customer, field: 'name', before: null, after: 'Ratna' },
          { entity: 'contact_points', field: 'kind', before: null, after: 'phone' },
          { entity: 'contact_points', field: 'value', before: null, after: '+6281255500137' },
        ],
      },
    ]);
    expect(await shop.ask('history.ofCustomer', { customerId: ratna, limit: 2 })).toEqual(
      history.slice(0, 2),
    );
  });
});

describe('what one key takes back', () => {
  const last = async () => (await shop.ask('history.last', {}))?.id ?? null;
  const undo = (batchId: BatchId): Promise<Output<'history.undo'>> =>
    shop.ask('history.undo', { batchId });

  it('is the owner’s newest change that stands and changed something', async () => {
    expect(await last()).toBeNull();
    const [budi, ratna] = await two();
    const tagged = await shop.ask('customers.tag', { ids: [ratna], tag: 'vip' });
    expect(await shop.ask('history.last', {})).toMatchObject({
      ...{ id: tagged.batchId, kind: 'edit', deed: 'customersTagged', label: 'Ratna', way: 'undo' },
      records: [{ entity: 'customer_tags', count: 1 }],
    });
    // It changes nothing, and is nothing to take back.
    await shop.ask('customers.tag', { ids: [ratna], tag: 'vip' });
    expect(await last()).toBe(tagged.batchId);
    shop.raw.exec("INSERT INTO imports (status, done_at, summary) VALUES ('done', '', '{}')");
    const imported = openBatch(shop.raw, { kind: 'import', label: 'a', at: at(9), importId: 1 });
    shop.raw
      .prepare("INSERT INTO journal (batch_id, entity, entity_id) VALUES (?, 'customers', 1)")
      .run(imported);
    // An import is never passed over in silence: it is named, and has its own undo.
    expect(await shop.ask('history.last', {})).toMatchObject({ id: imported, way: 'import' });
    shop.raw.prepare("UPDATE batches SET undone_at = '' WHERE id = ?").run(imported);
    expect(await last()).toBe(tagged.batchId);
    const deleted = await shop.ask('customers.delete', { ids: [budi] });
    expect(await last()).toBe(deleted.batchId);
    await undo(deleted.batchId);
    expect(await last()).toBe(tagged.batchId);
    await undo(tagged.batchId);
    expect(await last()).toBe(2);
  });

  it('is refused where it was taken back already, is an import, or never was', async () => {
    await two();
    await undo(1 as BatchId);
    const refused = (batchId: number) =>
      undo(batchId as BatchId).catch((error: unknown) =>
        error instanceof AppFailure ? error.error : error,
      );
    expect(await refused(1)).toEqual({ code: 'CONFLICT', reason: 'already-undone' });
    expect(await refused(99)).toEqual({ code: 'NOT_FOUND', entity: 'batch' });
    shop.raw.exec("INSERT INTO imports (status, done_at, summary) VALUES ('done', '', '{}')");
    const imported = openBatch(shop.raw, { kind: 'import', label: 'a', at: at(9), importId: 1 });
    expect(await refused(imported)).toEqual({ code: 'CONFLICT', reason: 'is-an-import' });
  });

  it('lets the search follow, and forgets who is gone', async () => {
    const [, ratna] = await two();
    const found = async (text: string) =>
      (await shop.ask('search.find', { text })).customers.map(({ name }) => name);
    const tagged = await shop.ask('customers.tag', { ids: [ratna], tag: 'lebaran' });
    expect(await found('lebaran')).toEqual(['Ratna']);
    await undo(tagged.batchId);
    expect(await found('lebaran')).toEqual([]);
    const deleted = await shop.ask('customers.delete', { ids: [ratna] });
    expect(await found('ratna')).toEqual([]);
    await undo(deleted.batchId);
    expect(await found('ratna')).toEqual(['Ratna']);
  });
});
