import { beforeEach, describe, expect, it } from 'vitest';
import { readPerson } from '#db/queries/privacy/read-person.ts';
import type { Input } from '#shared/contract/index.ts';
import type { BatchId, CustomerId, NoteId, ProductId } from '#shared/ids.ts';
import { addCustomer } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const [ratna, budi, other] = [1, 2, 3] as CustomerId[] as [CustomerId, CustomerId, CustomerId];
const [coffee, tea] = [1, 2] as ProductId[] as [ProductId, ProductId];

let shop: DirectShop;

beforeEach(async () => {
  shop = await directShop();
  for (const name of ['Ratna', 'Budi', 'Bu Ratna']) addCustomer(shop.raw, { name });
  shop.raw.exec(`INSERT INTO products (name, name_key, created_at)
    VALUES ('Kopi', 'kopi', ''), ('Teh', 'teh', '')`);
});

type Facts = Input<'notes.create'>['facts'];
const write = (title: string, facts: Partial<Facts> = {}) =>
  shop.ask('notes.create', { facts: { title, ...facts } });

/** Each at an hour of its own, so that the order of changing is sure. */
async function four() {
  await write('Umum', { text: 'Buka jam 8' });
  shop.time = '04:00';
  await write('Antar Ratna', { text: 'Lewat pintu belakang', customers: [ratna, budi] });
  shop.time = '05:00';
  await write('Giling kopi', { products: [coffee], customers: [ratna] });
  shop.time = '06:00';
  await write('Biji apek', { causes: ['Biji apek', 'biji  APEK'] });
}

const titles = async (filter: Input<'notes.list'>['filter'] = {}) =>
  (await shop.ask('notes.list', { filter })).rows.map(({ facts }) => facts.title);
const pinned = async (to: Input<'notes.pinned'>) =>
  (await shop.ask('notes.pinned', to)).rows.map(({ facts }) => facts.title);
const problem = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error) => error.error,
  );

describe('how things are done', () => {
  it('is found by its title before what only says the word', async () => {
    await write('Kopi tubruk');
    shop.time = '04:00';
    await write('Antar', { text: 'Kopi di dus' });
    const { notes } = await shop.ask('search.find', { text: 'kopi' });
    expect(notes.map(({ title }) => title)).toEqual(['Kopi tubruk', 'Antar']);
  });

  it('is listed with what is pinned first, counted by what it is pinned to, searched and ordered', async () => {
    await four();
    const { rows, count, counts } = await shop.ask('notes.list', {});
    expect(rows.map(({ facts }) => facts.title)).toEqual([
      ...['Biji apek', 'Giling kopi', 'Antar Ratna', 'Umum'],
    ]);
    expect(rows[1]).toMatchObject({
      customers: [{ id: ratna, name: 'Ratna' }],
      products: [{ id: coffee, name: 'Kopi' }],
    });
    // Two ways of writing one cause are one.
    expect(rows[0]?.facts.causes).toEqual(['biji  APEK']);
    expect(count).toBe(4);
    expect(counts).toEqual({ all: 4, customers: 2, products: 1, causes: 1, general: 1 });
    expect(await titles({ about: 'customers' })).toEqual(['Giling kopi', 'Antar Ratna']);
    expect(await titles({ about: 'general' })).toEqual(['Umum']);
    expect(await titles({ sort: 'title' })).toEqual([
      ...['Antar Ratna', 'Biji apek', 'Giling kopi', 'Umum'],
    ]);
    // By its words, and by whom it is pinned to: each word somewhere.
    expect(await titles({ search: 'belakang pintu' })).toEqual(['Antar Ratna']);
    expect(await titles({ search: 'budi' })).toEqual(['Antar Ratna']);
    expect(await titles({ search: 'ratna kopi' })).toEqual(['Giling kopi']);
    expect(await titles({ search: '50%' })).toEqual([]);
    expect(await titles({ customer: budi })).toEqual(['Antar Ratna']);
    expect(await titles({ cause: 'BIJI APEK' })).toEqual(['Biji apek']);
    expect(await titles({ note: 1 as NoteId })).toEqual(['Umum']);
  });

  it('is found where it is pinned, and by the box that searches everything', async () => {
    await four();
    expect(await pinned({ customer: ratna })).toEqual(['Giling kopi', 'Antar Ratna']);
    expect(await pinned({ product: coffee, cause: 'Biji apek' })).toEqual([
      ...['Biji apek', 'Giling kopi'],
    ]);
    expect(await pinned({})).toEqual([]);
    const found = await shop.ask('search.find', { text: 'belakang' });
    expect(found.notes).toEqual([{ id: 2, title: 'Antar Ratna', text: 'Lewat pintu belakang' }]);
  });

  it('is changed only from what it was, deleted to the trash, and each is taken back', async () => {
    await four();
    const [row] = (await shop.ask('notes.list', { filter: { customer: budi } })).rows;
    if (row === undefined) throw new Error('no row');
    const facts = { ...row.facts, text: 'Lewat depan', customers: [budi], products: [tea] };
    const changed = await shop.ask('notes.update', { id: row.id, expected: row.facts, facts });
    expect((await shop.ask('notes.list', { filter: { note: row.id } })).rows[0]?.facts).toEqual(
      facts,
    );
    expect(
      await problem(shop.ask('notes.update', { id: row.id, expected: row.facts, facts })),
    ).toMatchObject({ code: 'CONFLICT', reason: 'changed-meanwhile' });
    await shop.ask('history.undo', { batchId: changed.batchId });
    expect((await shop.ask('notes.list', { filter: { note: row.id } })).rows[0]?.facts).toEqual(
      row.facts,
    );
    const dropped = await shop.ask('notes.remove', { id: row.id });
    expect(await pinned({ customer: budi })).toEqual([]);
    expect(await problem(shop.ask('notes.remove', { id: row.id }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    const trash = await shop.ask('trash.list', {});
    expect(trash.rows.map(({ kind, name }) => [kind, name])).toEqual([['notes', 'Antar Ratna']]);
    await shop.ask('history.undo', { batchId: dropped.batchId });
    expect(await pinned({ customer: budi })).toEqual(['Antar Ratna']);
  });

  it('is pinned to nobody who is not there; who went to the trash since keeps their pin unseen', async () => {
    await four();
    expect(
      await problem(write('X', { customers: [99 as CustomerId], products: [98 as ProductId] })),
    ).toEqual({
      code: 'VALIDATION',
      issues: [
        { path: 'facts.customers', problem: 'no-such-customer' },
        { path: 'facts.products', problem: 'no-such-product' },
      ],
    });
    const { batchId } = (await shop.ask('customers.delete', { ids: [budi] })) as {
      batchId: BatchId;
    };
    const [row] = (await shop.ask('notes.list', { filter: { note: 2 as NoteId } })).rows;
    expect(row?.facts.customers).toEqual([ratna]);
    if (row === undefined) throw new Error('no row');
    await shop.ask('notes.update', {
      ...{ id: row.id, expected: row.facts },
      facts: { ...row.facts, text: 'Anders' },
    });
    await shop.ask('history.undo', { batchId });
    expect(await pinned({ customer: budi })).toEqual(['Antar Ratna']);
  });

  it('is in what is handed out of somebody, and goes with them where it was pinned to nobody else', async () => {
    await four();
    const theirs = readPerson(shop.raw, ratna).tables;
    const rowsOf = (name: string) => theirs.find(({ table }) => table === name)?.rows ?? [];
    expect(rowsOf('note_pins')).toHaveLength(2);
    expect(rowsOf('notes')).toEqual([]);
    await write('Hanya Budi', { text: 'Pagi', customers: [budi] });
    const own = readPerson(shop.raw, budi).tables.find(({ table }) => table === 'notes');
    expect(own?.rows.map(({ title }) => title)).toEqual(['Hanya Budi']);
    await shop.ask('privacy.erase', { customerId: budi, confirm: 'Budi' });
    expect(await titles()).toEqual(['Biji apek', 'Giling kopi', 'Antar Ratna', 'Umum']);
    const left = shop.raw.prepare('SELECT count(*) FROM note_pins').pluck().get();
    expect(left).toBe(4);
    expect(shop.raw.prepare("SELECT 1 FROM journal WHERE after LIKE '%Hanya%'").get()).toBe(
      undefined,
    );
  });

  it('moves with a customer or a product that becomes one with another, and back again', async () => {
    await four();
    await write('Dobel', { customers: [ratna, other] });
    const merged = await shop.ask('customers.merge', { keptId: other, otherId: ratna });
    expect(await pinned({ customer: other })).toEqual(['Dobel', 'Giling kopi', 'Antar Ratna']);
    // Pinned to both of the two: once to the one they are.
    const both = (await shop.ask('notes.list', { filter: { search: 'Dobel' } })).rows[0];
    expect(both?.facts.customers).toEqual([other]);
    await shop.ask('history.undo', { batchId: merged.batchId });
    expect(await pinned({ customer: ratna })).toEqual(['Dobel', 'Giling kopi', 'Antar Ratna']);
    expect(await pinned({ customer: other })).toEqual(['Dobel']);
    const product = await shop.ask('products.merge', { keptId: tea, otherId: coffee });
    expect(await pinned({ product: tea })).toEqual(['Giling kopi']);
    await shop.ask('history.undo', { batchId: product.batchId });
    expect(await pinned({ product: coffee })).toEqual(['Giling kopi']);
  });
});
