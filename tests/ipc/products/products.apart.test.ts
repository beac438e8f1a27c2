import { beforeEach, describe, expect, it } from 'vitest';
import type { BatchId, ProductId } from '#shared/ids.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

let shop: DirectShop;
/** Three spellings of which any two look alike, and one that looks like none. */
const names = ['Kopi Gayo 500g', 'kopi gayo 500 gr', 'Kopi Gayo 500 gram', 'Teh'];
let ids: ProductId[] = [];

beforeEach(async () => {
  shop = await directShop();
  ids = [];
  for (const name of names) ids.push((await shop.ask('products.create', { name })).id);
});

const id = (index: number): ProductId => ids[index] ?? expect.fail();
const tellApart = (one: number, other: number) =>
  shop.ask('products.tellApart', { productId: id(one), otherId: id(other) });
const undo = (batchId: BatchId) => shop.ask('history.undo', { batchId });

/** Pairs that are offered, by the place of their names. */
async function offered(): Promise<string[]> {
  const { pairs, count } = await shop.ask('products.duplicates', {});
  expect(count).toBe(pairs.length);
  return pairs.map(({ kept, other }) => `${names.indexOf(kept.name)}${names.indexOf(other.name)}`);
}

async function apart(): Promise<string[][]> {
  const { pairs, count } = await shop.ask('products.apart', {});
  expect(count).toBe(pairs.length);
  return pairs.map(({ product, other }) => [product.name, other.name]);
}

describe('products that are not the same', () => {
  it('are offered no more, and each with another that it can still be', async () => {
    expect(await offered()).toEqual(['01', '02']);
    await tellApart(0, 1);
    expect(await offered()).toEqual(['02']);
    expect(await apart()).toEqual([[names[0], names[1]]]);
    await tellApart(2, 0);
    expect(await offered()).toEqual(['12']);
    await tellApart(1, 2);
    expect(await offered()).toEqual([]);
    expect(await apart()).toEqual([
      [names[1], names[2]],
      [names[2], names[0]],
      [names[0], names[1]],
    ]);
  });

  it('stay so when they are renamed, and when the list is asked for on another day', async () => {
    await tellApart(0, 1);
    const { facts } = await shop.ask('products.get', { id: id(1) });
    const renamed = { ...facts, name: 'Kopi-Gayo 500 g' };
    await shop.ask('products.update', { id: id(1), facts: renamed, expected: facts });
    shop.day = '2026-07-01';
    const { pairs } = await shop.ask('products.duplicates', {});
    expect(pairs.map(({ kept, other }) => [kept.id, other.id])).toEqual([[id(0), id(2)]]);
  });

  it('are offered again once that is taken back, from the list or by an undo', async () => {
    const before = await offered();
    const first = await tellApart(0, 1);
    const undone = await undo(first.batchId);
    expect([undone.deed, undone.label]).toEqual(['productsToldApart', `${names[0]} ≠ ${names[1]}`]);
    expect(await offered()).toEqual(before);
    const second = await tellApart(1, 0);
    const back = await shop.ask('products.offerAgain', { id: second.id });
    expect([await offered(), await apart()]).toEqual([before, []]);
    expect((await undo(back.batchId)).deed).toBe('productsOfferedAgain');
    expect(await apart()).toEqual([[names[1], names[0]]]);
    expect(await offered()).not.toEqual(before);
  });

  it('are two that are there, and told apart once', async () => {
    await tellApart(0, 1);
    const conflict = { error: { code: 'CONFLICT', reason: 'changed-meanwhile' } };
    await expect(tellApart(1, 0)).rejects.toMatchObject(conflict);
    await expect(tellApart(1, 1)).rejects.toThrow();
    await shop.ask('products.remove', { id: id(3) });
    const gone = { error: { code: 'NOT_FOUND', entity: 'product' } };
    await expect(tellApart(0, 3)).rejects.toMatchObject(gone);
    await expect(shop.ask('products.offerAgain', { id: 99 })).rejects.toMatchObject(gone);
  });

  it('go with a spelling to what it is merged into, but for that one, and come apart with it', async () => {
    await tellApart(1, 3);
    await tellApart(0, 1);
    await tellApart(2, 3);
    const before = shop.raw.prepare('SELECT * FROM products_apart ORDER BY id').all();
    const merged = await shop.ask('products.merge', { keptId: id(0), otherId: id(1) });
    expect(await apart()).toEqual([
      [names[2], names[3]],
      [names[0], names[3]],
    ]);
    const again = await shop.ask('products.merge', { keptId: id(0), otherId: id(2) });
    expect(await apart()).toEqual([[names[0], names[3]]]);
    for (const { batchId } of [again, merged]) expect((await undo(batchId)).kept).toEqual([]);
    expect(shop.raw.prepare('SELECT * FROM products_apart ORDER BY id').all()).toEqual(before);
  });
});
