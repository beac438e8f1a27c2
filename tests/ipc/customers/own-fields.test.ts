import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerFacts } from '#shared/contract/customers.ts';
import type { Input } from '#shared/contract/index.ts';
import { mostOwnFields } from '#shared/domain/own-fields/own-fields.ts';
import type { AppFailure } from '#shared/errors.ts';
import type { BatchId, CustomerId, OwnFieldId } from '#shared/ids.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { ownersRows } from '#tests/support/shop/owners-rows.ts';

let shop: DirectShop;
const [ratna, budi, tono] = [1, 2, 3] as CustomerId[] as [CustomerId, CustomerId, CustomerId];

beforeEach(async () => {
  shop = await directShop();
  for (const name of ['Ratna', 'Budi', 'Tono']) addCustomer(shop.raw, { name });
  finishShop(shop.raw);
});

async function field(name: string, more: Partial<Input<'customers.addField'>> = {}) {
  return (await shop.ask('customers.addField', { name, type: 'text', ...more })).id;
}

async function factsOf(id: CustomerId): Promise<CustomerFacts> {
  return (await shop.ask('customers.get', { id })).facts;
}

/** Writes what a field holds of somebody; an empty text takes it away. */
async function fill(id: CustomerId, fieldId: OwnFieldId, value: string): Promise<BatchId> {
  const expected = await factsOf(id);
  const others = expected.own.filter((one) => one.fieldId !== fieldId);
  const own = value === '' ? others : [...others, { fieldId, value }];
  return (await shop.ask('customers.update', { id, expected, facts: { ...expected, own } }))
    .batchId;
}

async function problemOf(run: Promise<unknown>): Promise<string | undefined> {
  const failed = (await run.catch((error: unknown) => error)) as AppFailure;
  return failed.error.code === 'VALIDATION' ? failed.error.issues[0]?.problem : failed.error.code;
}

const held = (customerId: number): unknown[] =>
  shop.raw
    .prepare(
      `SELECT f.name, v.value FROM custom_values v JOIN custom_fields f ON f.id = v.field_id
       WHERE v.customer_id = ? ORDER BY f.id`,
    )
    .raw()
    .all(customerId);

describe('a field that the owner made', () => {
  it.each([
    ['number', '12.5', '12,5'],
    ['day', '2026-02-28', '2026-02-30'],
    ['yesno', 'no', 'tidak'],
    ['choice', 'L', 'l'],
    ['text', 'Ukuran "L"; besar', null],
  ] as const)('of type %s holds %s', async (type, good, bad) => {
    const id = await field('Ukuran', { type, choices: type === 'choice' ? ['S', 'L'] : [] });
    await fill(ratna, id, good);
    expect((await factsOf(ratna)).own).toEqual([{ fieldId: id, value: good }]);
    if (bad !== null) expect(await problemOf(fill(budi, id, bad))).toBe('own-value');
    expect(held(budi)).toEqual([]);
  });

  it('is changed, moved and taken away from one customer, and each is taken back', async () => {
    const [hobby, size] = [await field('Hobi'), await field('Ukuran')];
    const named = async () =>
      (await shop.ask('customers.fields', {})).fields.map(({ name }) => name);
    await fill(ratna, hobby, 'Mancing');
    const before = ownersRows(shop.raw);
    const steps = [
      () => fill(ratna, hobby, 'Memasak'),
      () => fill(ratna, size, 'L'),
      () => fill(ratna, hobby, ''),
      async () => (await shop.ask('customers.moveField', { id: size, by: -1 })).batchId,
      async () =>
        (await shop.ask('customers.changeField', { id: hobby, name: 'Kesukaan' })).batchId,
      async () => (await shop.ask('customers.removeField', { id: size })).batchId,
    ];
    const batches: BatchId[] = [];
    for (const step of steps) batches.push(await step());
    expect(await named()).toEqual(['Kesukaan']);
    expect((await factsOf(ratna)).own).toEqual([]);
    for (const batchId of batches.toReversed())
      expect((await shop.ask('history.undo', { batchId })).kept).toEqual([]);
    expect(ownersRows(shop.raw)).toEqual(before);
    expect(await named()).toEqual(['Hobi', 'Ukuran']);
  });

  it('goes to the trash with what it holds, comes back with it, and goes for good with it', async () => {
    const id = await field('Hobi');
    await fill(ratna, id, 'Mancing');
    await fill(budi, id, 'Memasak');
    expect(await shop.ask('customers.fieldCounts', {})).toEqual([{ id, count: 2 }]);
    await shop.ask('customers.delete', { ids: [budi] });
    expect(await shop.ask('customers.fieldCounts', {})).toEqual([{ id, count: 1 }]);
    const key = { kind: 'custom_fields', id } as const;
    await shop.ask('customers.removeField', { id });
    // A form that knows nothing of it leaves it as it is.
    const expected = await factsOf(ratna);
    await shop.ask('customers.update', {
      ...{ id: ratna, expected, facts: { ...expected, note: 'Kopi' } },
    });
    const filter = { kinds: ['custom_fields' as const] };
    expect((await shop.ask('trash.list', { filter })).rows).toMatchObject([
      { ...key, name: 'Hobi', deed: 'fieldTrashed' },
    ]);
    await shop.ask('trash.restore', { which: { keys: [key] } });
    expect((await factsOf(ratna)).own).toEqual([{ fieldId: id, value: 'Mancing' }]);
    await shop.ask('customers.removeField', { id });
    const { going, along, kept } = await shop.ask('trash.survey', { which: { keys: [key] } });
    expect([going, along, kept.count]).toEqual([[{ kind: 'custom_fields', count: 1 }], [], 0]);
  });

  it('has a name of its own, choices that are used, and there are only so many', async () => {
    const id = await field('Ukuran baju', { type: 'choice', choices: ['S', 'L', 's'] });
    expect((await shop.ask('customers.fields', {})).fields[0]?.choices).toEqual(['S', 'L']);
    expect(await problemOf(field('ukuran  BAJU'))).toBe('own-field-name');
    expect(await problemOf(field('Rasa', { type: 'choice' }))).toBe('own-no-choice');
    await fill(ratna, id, 'L');
    const change = (choices: string[]) =>
      shop.ask('customers.changeField', { id, name: 'Ukuran baju', choices });
    expect(await problemOf(change(['S', 'M']))).toBe('own-choice-used');
    await change(['M', 'L']);
    for (let more = 1; more < mostOwnFields; more += 1) await field(`Isian ${more}`);
    expect(await problemOf(field('Satu lagi'))).toBe('own-field-many');
  });

  it('is told by its name and as its type writes, in the history of a customer and of a batch', async () => {
    const id = await field('Anggota sejak', { type: 'day' });
    const batchId = await fill(ratna, id, '2020-02-29');
    const own = { name: 'Anggota sejak', type: 'day' };
    const [last] = await shop.ask('history.ofCustomer', { customerId: ratna });
    expect(last?.changes).toEqual([
      { entity: 'custom_values', field: 'value', before: null, after: '2020-02-29', own },
    ]);
    const { rows } = await shop.ask('history.changes', { of: { batchId } });
    expect(rows).toMatchObject([
      { entity: 'custom_values', name: 'Ratna', part: 'Anggota sejak', fields: [{ type: 'day' }] },
    ]);
  });
});

describe('two records that become one', () => {
  it('keep what the kept one holds, take what only the other holds, and come apart as they were', async () => {
    const [hobby, size] = [await field('Hobi'), await field('Ukuran')];
    await fill(ratna, hobby, 'Mancing');
    await fill(budi, hobby, 'Memasak');
    await fill(budi, size, 'L');
    const before = logicalDumpHash(shop.raw);
    await shop.ask('customers.merge', { keptId: ratna, otherId: budi });
    expect(held(ratna)).toEqual([
      ['Hobi', 'Mancing'],
      ['Ukuran', 'L'],
    ]);
    expect(held(budi)).toEqual([['Hobi', 'Memasak']]);
    await shop.ask('customers.takeApart', { id: budi });
    expect(logicalDumpHash(shop.raw)).toBe(before);
  });

  it('exchange what they hold where the other is right', async () => {
    const hobby = await field('Hobi');
    await fill(ratna, hobby, 'Mancing');
    await fill(tono, hobby, 'Memasak');
    const before = logicalDumpHash(shop.raw);
    await shop.ask('customers.merge', { keptId: ratna, otherId: tono, ownOfOther: [hobby] });
    expect([held(ratna), held(tono)]).toEqual([[['Hobi', 'Memasak']], [['Hobi', 'Mancing']]]);
    await shop.ask('customers.takeApart', { id: tono });
    expect(logicalDumpHash(shop.raw)).toBe(before);
  });
});

it('goes with a person who is erased, and the field stays for the others', async () => {
  const id = await field('Hobi');
  await fill(ratna, id, 'Mancing');
  await fill(budi, id, 'Memasak');
  await shop.ask('privacy.erase', { customerId: ratna, confirm: 'Ratna' });
  expect([held(ratna), held(budi)]).toEqual([[], [['Hobi', 'Memasak']]]);
  const journal = shop.raw.prepare('SELECT before, after FROM journal').all();
  expect(JSON.stringify(journal)).not.toContain('Mancing');
  expect((await shop.ask('customers.fields', {})).fields).toHaveLength(1);
});
