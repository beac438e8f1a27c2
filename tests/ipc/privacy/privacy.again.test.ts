import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { readErased } from '#db/file/erased-list.ts';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { placesOf } from '#tests/support/shop/private-shop.ts';
import { startShop, type TempShop, tempShop, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const people = ['Ratna Zulkifli', 'Budi Zulkifli', 'Sari Zulkifli'];

/** Three people, two of whom bought something. */
function fill(raw: Parameters<Parameters<typeof tempShop>[0] & object>[0]): void {
  for (const [index, name] of people.entries()) {
    const customerId = addCustomer(raw, { name, phones: [`+62812700000${index}`] });
    if (index === 2) continue;
    const sale = addSale(raw, { customerId, soldOn: '2026-06-01', revenueMinor: 100 + index });
    addLine(raw, sale, 'Kopi', 100 + index);
  }
  finishShop(raw);
}

async function erase(shop: TempShop, id: number): Promise<void> {
  const confirm = people[id - 1] ?? '';
  await shop.ask('privacy.erase', { customerId: id as never, confirm });
}

async function names(shop: TempShop): Promise<string[]> {
  const { rows } = await shop.ask('customers.list', { order: { sort: 'name', descending: false } });
  return rows.map(({ name }) => name);
}

async function restored(shop: TempShop, fileName: string): Promise<void> {
  await shop.ask('restore.run', { copy: { kind: 'listed', fileName } });
}

/** What the language of a new shop makes of it. */
const erasedNames = [/^(?:Erased person|Orang yang dihapus) 1$/, /^Budi/, /^Sari/];

describe('whoever was erased', () => {
  it('is erased again before anybody sees the shop, where an older backup takes its place', async () => {
    const shop = await tempShop(fill);
    const { fileName } = await shop.ask('backups.make', { cause: 'manual' });
    shop.machine.time = '04:00';
    await erase(shop, 1);
    await erase(shop, 3);
    expect(await names(shop)).toHaveLength(2);
    expect(await shop.ask('privacy.again', {})).toEqual({ count: 0, at: null });
    shop.machine.time = '05:00';
    await restored(shop, fileName);
    const now = (await names(shop)).toSorted();
    expect(now).toEqual([people[1], expect.stringMatching(erasedNames[0] as RegExp)]);
    const place = placesOf(shop.folder, ['Ratna Zulkifli', 'ratna zulkifli', '8127000000']);
    const inside = place.filter((one) => one.startsWith('langgan.db'));
    expect(inside).toEqual([]);
    expect(await shop.ask('privacy.again', {})).toEqual({
      ...{ count: 2, at: '2026-06-15T05:00:00.000Z' },
    });
    const { rows } = await shop.ask('privacy.log', {});
    expect(rows.map(({ kind, number, customer }) => [kind, number, customer])).toEqual([
      ['erased-again', 2, null],
      ['erased-again', 1, null],
    ]);
    expect(await shop.ask('privacy.noted', {})).toEqual({ count: 2 });
    expect(await shop.ask('privacy.again', {})).toMatchObject({ count: 0 });
    // Going back to the file of before finds nobody to erase: it was done there.
    await shop.ask('restore.undo', {});
    expect(await shop.ask('privacy.again', {})).toMatchObject({ count: 0 });
    expect(await names(shop)).toHaveLength(2);
  });

  it('on another laptop too, by what stands beside the backup', async () => {
    const shop = await tempShop(fill);
    const { fileName } = await shop.ask('backups.make', { cause: 'manual' });
    shop.machine.time = '04:00';
    await erase(shop, 1);
    await shop.ask('backups.make', { cause: 'manual' });
    const stick = tempFolder();
    cpSync(join(shop.folder, 'backups'), stick, { recursive: true });
    // Only what the manifests say is left of the list.
    rmSync(join(stick, 'erased.json'));
    const other = await startShop(tempFolder(), testMachine());
    other.machine.picks.push([join(stick, fileName)]);
    const preview = await other.ask('restore.preview', { copy: null });
    await other.ask('restore.run', { copy: preview?.copy as never });
    expect((await names(other)).toSorted()).toEqual([
      'Budi Zulkifli',
      expect.stringMatching(erasedNames[0] as RegExp),
      'Sari Zulkifli',
    ]);
    expect(await shop.ask('privacy.again', {})).toMatchObject({ count: 0 });
    expect(await other.ask('privacy.again', {})).toMatchObject({ count: 1 });
  });

  it('is not taken for another customer who has got the same number in another book', async () => {
    const shop = await tempShop(fill);
    await erase(shop, 1);
    const other = await tempShop((raw) => {
      addCustomer(raw, { name: 'Wati' });
      raw.exec("UPDATE customers SET created_at = '2025-01-01T00:00:00.000Z'");
      finishShop(raw);
    });
    await other.app.close();
    cpSync(join(shop.folder, 'backups'), join(other.folder, 'backups'), { recursive: true });
    const again = await startShop(other.folder, testMachine());
    expect(await names(again)).toEqual(['Wati']);
    expect(await readErased(join(again.folder, 'backups'))).toHaveLength(1);
  });

  it('is erased at the next start too, where somebody put an old file there by hand', async () => {
    const shop = await tempShop(fill);
    const { fileName } = await shop.ask('backups.make', { cause: 'manual' });
    await erase(shop, 1);
    await shop.app.close();
    cpSync(join(shop.folder, 'backups', fileName), shop.database);
    const again = await startShop(shop.folder, testMachine());
    expect(await again.ask('privacy.again', {})).toMatchObject({ count: 1 });
    await again.app.close();
    const { raw, close } = openConnection(shop.database, { readonly: true });
    const left = raw
      .prepare("SELECT count(*) FROM customers WHERE name LIKE 'Ratna%'")
      .pluck()
      .get();
    await close();
    expect(left).toBe(0);
    expect(placesOf(shop.folder, ['Ratna']).filter((one) => one.startsWith('langgan'))).toEqual([]);
  });
});
