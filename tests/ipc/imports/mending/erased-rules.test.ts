import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '#db/file/transaction.ts';
import { erasePerson } from '#db/queries/privacy/erase.ts';
import { importTasks } from '#electron/services/imports/tasks.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import { type ImportShop, openImportShop, sourceIn } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const replace = (find: string, to: string, column: number | null = null): MendStep => ({
  ...{ kind: 'replace', column, find, with: to, isWhole: false, ignoresCase: true },
});

const TITLES = 'Nama;No HP;Kota';
const file = (name: string, ...lines: readonly string[]) =>
  shop.file(name, `${[TITLES, ...lines].join('\n')}\n`);

/** Brings in a list with changes that are to be used again. */
async function teach(...steps: readonly MendStep[]): Promise<void> {
  const draft = await shop.inspect(
    await file('satu.csv', 'Budi Santoso;081900011122;Solo', 'Ratna;081255500137;Jogja'),
  );
  for (const step of steps) {
    const change = { kind: 'add' as const, step, memory: 'use' as const };
    await importTasks['imports.mend'](shop.ctx, { draftId: draft.id, sourceId: 1, change }, null);
  }
  await shop.commit(draft);
}

async function erase(phone: string): Promise<void> {
  const { raw } = shop.connection;
  const customerId = shop.one('SELECT customer_id FROM contact_points WHERE value = ?', phone);
  const salt = randomBytes(16).toString('hex');
  const erasing = { customerId, salt, mark: 'ab'.repeat(32), isAgain: false };
  const said = { at: '2026-06-15T05:00:00.000Z', calls: (number: number) => `Orang ${number}` };
  await inTransaction(raw, async () => erasePerson(raw, { ...erasing, ...said }));
}

const jogja = replace('Jogja', 'Yogyakarta', 2);
const next = ['Candra;081234500003;Jogja', 'Dewi Lestari;081234500004;Solo'];
const expected = [
  { name: 'Candra', city: 'Yogyakarta' },
  { name: 'Dewi Lestari', city: 'Solo' },
];
const brought = () =>
  shop.all(`SELECT c.name, a.city FROM customers c JOIN addresses a ON a.customer_id = c.id
    WHERE c.name IN ('Candra', 'Dewi Lestari') ORDER BY c.name`);

describe('a change that is remembered and names somebody who is erased', () => {
  it.each([
    ['in what is found', replace('Budi Santoso', 'Budi S.')],
    ['in what takes its place', replace('Solo', 'Budi Santoso', 2)],
    ['by their phone', replace('0819-0001-1122', '081900011123', 1)],
  ])('%s goes whole, and the other changes are used as before', async (_, step) => {
    await teach(jogja, step);
    await erase('+6281900011122');
    const draft = await shop.inspect(await file('dua.csv', ...next));
    expect(sourceIn(draft).steps.map((each) => each.step)).toEqual([jogja]);
    await shop.commit(draft);
    expect(brought()).toEqual(expected);
    expect(shop.one('SELECT choices FROM import_layouts')).not.toMatch(/budi|1122/i);
  });

  it('is not used either where an earlier version has left it without its words', async () => {
    await teach(jogja, replace('Toko Maju', 'Toko Jaya'));
    const { raw } = shop.connection;
    raw.exec(`UPDATE import_layouts SET choices = replace(choices, '"Toko Maju"', '""')`);
    const draft = await shop.inspect(await file('dua.csv', ...next));
    expect(sourceIn(draft).steps.map((each) => each.step)).toEqual([jogja]);
    await shop.commit(draft);
    expect(brought()).toEqual(expected);
  });
});

it('a field of the customer that was called by them is forgotten, and the next file can be read', async () => {
  const lines = ['Nama;No HP;Catatan', 'Budi Santoso;081900011122;ya'];
  const draft = await shop.inspect(await shop.file('satu.csv', `${lines.join('\n')}\n`));
  const own = await shop.configure(draft, {
    sourceId: 1,
    fields: { 2: 'customer.own' },
    readings: { 2: { own: { name: 'Titipan Budi Santoso', type: 'text' } } },
  });
  await shop.commit(own);
  await erase('+6281900011122');
  const later = `${[lines[0], 'Candra;081234500003;tidak'].join('\n')}\n`;
  const again = await shop.inspect(await shop.file('dua.csv', later));
  expect(again.refused).toEqual([]);
  expect((await shop.commit(again)).report.counts).toMatchObject({ added: 1 });
});
