import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import { hashOf } from '#tests/support/shop/crashed-shop.ts';
import { startShop, type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

async function addCustomer(shop: TempShop, name: string): Promise<number> {
  const { id } = await shop.ask('customers.create', { ...EMPTY_FACTS, name });
  return id;
}

/** What the shop holds, once it is closed: nobody else has the file then. */
async function closedHash(shop: TempShop): Promise<string> {
  await shop.app.close();
  return hashOf(shop.database);
}

async function listed(shop: TempShop) {
  const { fileName } = await shop.ask('backups.make', { cause: 'manual' });
  return { kind: 'listed' as const, fileName };
}

const nothing = { customers: 0, sales: 0, payments: 0, interactions: 0, complaints: 0, others: 0 };

describe('what a copy holds, before it is restored', () => {
  it('is counted, with each record that has been added, changed or deleted since', async () => {
    const shop = await tempShop();
    await shop.ask('settings.update', { shopName: 'Sekar', language: 'en' });
    const [ratna, budi] = [await addCustomer(shop, 'Ratna'), await addCustomer(shop, 'Budi')];
    await shop.ask('customers.delete', { ids: [await addCustomer(shop, 'Sri')] } as never);
    shop.machine.time = '04:00';
    const copy = await listed(shop);
    expect(await shop.ask('restore.preview', { copy })).toEqual({
      ...{ copy, fileName: copy.fileName, madeAt: expect.any(String), isOlder: false },
      ...{ appVersion: '0.0.0-test', shopName: 'Sekar', timeZone: 'Asia/Jakarta' },
      ...{ customers: 2, sales: 0, trashed: 1, lastChangeAt: '2026-06-15T03:00:00.000Z' },
      afterwards: null,
      present: { kind: 'same', gained: 0, lost: { ...nothing, settings: false } },
    });
    shop.machine.time = '05:00';
    await addCustomer(shop, 'Tono');
    // Twice the same customer: it is one that has changed.
    for (const tag of ['vip', 'kopi'])
      await shop.ask('customers.tag', { ids: [ratna], tag } as never);
    await shop.ask('customers.delete', { ids: [budi] } as never);
    await shop.ask('settings.update', { shopName: 'Sekar Pagi' });
    const file = join(tempFolder(), 'sales.csv');
    writeFileSync(file, 'Tanggal,Pelanggan,Barang,Total\n2026-06-01,Dewi,Teh,5000\n');
    shop.machine.picks.push([file]);
    const draft = await shop.ask('imports.choose', {});
    for (const channel of ['imports.inspect', 'imports.check', 'imports.commit'] as const)
      await shop.ask(channel, { draftId: draft?.draftId ?? '' });
    const seen = await shop.ask('restore.preview', { copy });
    // Tono, Ratna and Budi; Dewi and her sale of one product came with the import.
    const lost = { ...nothing, customers: 4, sales: 1, others: 1, settings: true };
    expect(seen).toMatchObject({ present: { kind: 'same', gained: 0, lost } });
    expect(readdirSync(join(shop.folder, 'staging')).filter((n) => n.startsWith('looked'))).toEqual(
      [],
    );
  });

  it('of another shop is said to be another’s, and what cannot be compared is not', async () => {
    const [shop, other] = [await tempShop(), await tempShop()];
    await addCustomer(other, 'Sri');
    const theirs = await listed(other);
    const file = join(tempFolder(), 'their shop.db');
    copyFileSync(join(other.folder, 'backups', theirs.fileName), file);
    const look = async () => {
      shop.machine.picks.push([file]);
      return shop.ask('restore.preview', { copy: null });
    };
    expect(await look()).toMatchObject({ present: { kind: 'empty' } });
    shop.machine.time = '03:30';
    await addCustomer(shop, 'Ratna');
    const seen = await look();
    expect(seen).toMatchObject({
      ...{ fileName: 'their shop.db', madeAt: null, customers: 1, present: { kind: 'other' } },
    });
    expect(seen?.copy.kind).toBe('picked');
    expect(await shop.ask('restore.preview', { copy: null })).toBeNull();
    const empty = await tempShop();
    const bare = await listed(empty);
    copyFileSync(join(empty.folder, 'backups', bare.fileName), file);
    expect(await look()).toMatchObject({ present: { kind: 'unknown' } });
  });
});

describe('a restore', () => {
  it('brings back what the copy holds, keeps a copy of how it was, and can be gone back from', async () => {
    const shop = await tempShop();
    await addCustomer(shop, 'Ratna');
    shop.machine.time = '04:00';
    const copy = await listed(shop);
    await addCustomer(shop, 'Budi');
    shop.machine.time = '05:00';
    expect((await shop.ask('restore.state', {})).undo).toBeNull();
    const { before } = await shop.ask('restore.run', { copy });
    expect(before).toMatch(/^langgan-[\dTZ-]+-restore\.db$/);
    expect(shop.events.at(-1)).toEqual({ type: 'changed', touches: ['shop', 'settings'] });
    expect(await shop.ask('settings.get', {})).toMatchObject({ customers: 1 });
    const aside = join(shop.folder, 'set-aside', '2026-06-15T05-00-00-000Z', 'langgan.db');
    const was = await hashOf(aside);
    expect(was).toBe(await hashOf(join(shop.folder, 'backups', before ?? '')));

    shop.machine.time = '06:00';
    await addCustomer(shop, 'Sri');
    const state = await shop.ask('restore.state', {});
    expect(state.undo).toEqual({
      at: '2026-06-15T05:00:00.000Z',
      source: copy.fileName,
      changes: 1,
    });
    expect(state.copies.map(({ fileName }) => fileName)).toEqual([before, copy.fileName]);
    await shop.ask('restore.undo', {});
    expect(await shop.ask('settings.get', {})).toMatchObject({ customers: 2 });
    expect(await closedHash(shop)).toBe(was);
    // What had been restored, and gone on with, is kept the same way.
    const kept = join(shop.folder, 'set-aside', '2026-06-15T06-00-00-000Z', 'langgan.db');
    const again = await startShop(shop.folder, shop.machine);
    expect((await again.ask('restore.state', {})).undo?.at).toBe('2026-06-15T06:00:00.000Z');
    await again.ask('restore.undo', {});
    expect(await closedHash(again)).toBe(await hashOf(kept));
  });

  it('of a damaged copy is refused in its words; the shop goes on as it was', async () => {
    const shop = await tempShop();
    await addCustomer(shop, 'Ratna');
    const copy = await listed(shop);
    const path = join(shop.folder, 'backups', copy.fileName);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(9000) ^ 1, 9000);
    writeFileSync(path, bytes);
    const changed = { code: 'BAD_COPY', problem: 'changed' };
    expect(await shop.fail('restore.preview', { copy })).toEqual(changed);
    expect(await shop.fail('restore.run', { copy })).toEqual(changed);
    shop.machine.picks.push([shop.database]);
    expect(await shop.fail('restore.preview', { copy: null })).toMatchObject({ problem: 'live' });
    const gone = { kind: 'listed', fileName: '../langgan.db' };
    for (const channel of ['restore.preview', 'restore.run'])
      expect(await shop.fail(channel, { copy: gone })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await shop.fail('restore.undo', {})).toEqual({ code: 'NOT_FOUND', entity: 'restore' });
    expect(existsSync(join(shop.folder, 'set-aside'))).toBe(false);
    await addCustomer(shop, 'Budi');
    expect(await shop.ask('settings.get', {})).toMatchObject({ customers: 2 });
  });

  it('is one at a time, and stops what runs', async () => {
    const shop = await tempShop();
    await addCustomer(shop, 'Ratna');
    const copy = await listed(shop);
    const both = await Promise.all([
      shop.call('restore.run', { copy }),
      shop.call('restore.run', { copy }),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const error = { code: 'CONFLICT', reason: 'restore-running' };
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error });
    const [run, looked] = await Promise.all([
      shop.call('restore.run', { copy }),
      shop.call('customers.list', {}),
    ]);
    expect([run.ok, looked.ok]).toEqual([true, true]);
  });

  it('is not of the sample shop', async () => {
    const shop = await tempShop();
    const copy = { kind: 'listed', fileName: 'a.db' } as const;
    await shop.ask('sample.open', {});
    const open = { code: 'CONFLICT', reason: 'sample-open' };
    expect(await shop.fail('restore.preview', { copy: null })).toEqual(open);
    expect(await shop.fail('restore.run', { copy })).toEqual(open);
    expect(await shop.fail('restore.undo', {})).toEqual(open);
  });
});
