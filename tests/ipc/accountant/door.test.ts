import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const period = { from: '2026-05-01', to: '2026-05-31' };
const files = { excel: true, csv: true, pdf: true, journal: true };

function shopOf(sales: number): Promise<TempShop> {
  return tempShop((raw) => {
    for (let id = 1; id <= sales; id += 1)
      addLine(
        raw,
        addSale(raw, {
          customerId: null,
          soldOn: '2026-05-04',
          revenueMinor: id * 100,
          number: `N${id}`,
        }),
        'Kopi',
        id * 100,
      );
    finishShop(raw);
  });
}

test('a pack is made in the task process, with progress, in the folder that was chosen', async () => {
  const shop = await shopOf(40);
  const folder = tempFolder();
  shop.machine.picks.push([folder], [folder], null);
  const request = { period, files, templates: ['xero-invoice'] };
  const made = await shop.ask('accountant.makePack', request);
  expect(readdirSync(folder)).toEqual(['toko-2026-05']);
  expect(made?.path).toBe(join(folder, 'toko-2026-05'));
  const told = shop.events.flatMap((event) => (event.type === 'progress' ? [event] : []));
  expect(told.at(-1)).toMatchObject({ channel: 'accountant.makePack', phase: 'exporting' });
  expect(told.every(({ done, total }) => done <= total)).toBe(true);
  // What is there is never replaced: the second one stands beside the first.
  const again = await shop.ask('accountant.makePack', request);
  expect(readdirSync(folder).sort()).toEqual(['toko-2026-05', 'toko-2026-05-2']);
  expect(again?.hash).toBe(made?.hash);
  expect(await shop.ask('accountant.makePack', request)).toBeNull();
});

test('a pack that is stopped, or cannot be written, leaves nothing behind', async () => {
  const shop = await shopOf(3000);
  const folder = tempFolder();
  shop.machine.picks.push([folder]);
  const stop = shop.app.onEvent((event) => {
    if (event.type === 'progress') void shop.ask('tasks.cancel', { callId: 'pack' });
  });
  const request = { period, files, templates: [] };
  const stopped = await shop.call('accountant.makePack', request, 'pack');
  stop();
  expect(stopped).toEqual({ ok: false, error: { code: 'CANCELLED' } });
  expect(readdirSync(folder)).toEqual([]);
  shop.machine.picks.push([join(folder, 'nowhere')]);
  expect(await shop.fail('accountant.makePack', request)).toMatchObject({ code: 'BAD_FILE' });
  shop.machine.picks.push([folder]);
  const unknown = { ...request, templates: ['none'] };
  expect(await shop.fail('accountant.makePack', unknown)).toMatchObject({ code: 'NOT_FOUND' });
  expect(readdirSync(folder)).toEqual([]);
});

test('only the folder of a pack is shown to the system', async () => {
  const shop = await shopOf(2);
  const folder = tempFolder();
  shop.machine.picks.push([folder]);
  const made = await shop.ask('accountant.makePack', { period, files, templates: [] });
  const path = made?.path ?? '';
  await shop.ask('accountant.openFolder', { path });
  expect(shop.machine.opened).toEqual([path]);
  const program = join(folder, 'Pack.app');
  mkdirSync(program);
  writeFileSync(join(program, 'SHA256SUMS'), '');
  for (const other of [folder, program, join(path, 'SHA256SUMS'), join(folder, 'nowhere')])
    expect(await shop.fail('accountant.openFolder', { path: other })).toMatchObject({
      code: 'CONFLICT',
      reason: 'folder-no-pack',
    });
  expect(shop.machine.opened).toEqual([path]);
});

test('what is odd is counted, and each kind opens to the sales it is of', async () => {
  const shop = await tempShop((raw) => {
    const sale = (parts: Partial<Parameters<typeof addSale>[1]> = {}) =>
      addSale(raw, {
        customerId: null,
        soldOn: '2026-06-10',
        revenueMinor: 500,
        number: 'N',
        ...parts,
      });
    const noNumber = [addSale(raw, { customerId: null, soldOn: '2026-06-02', revenueMinor: 100 })];
    raw.exec(`UPDATE sales SET number = NULL WHERE id = ${noNumber[0]}`);
    sale({ revenueMinor: -700 });
    addLine(raw, sale(), 'Bonus', 0);
    addLine(raw, sale(), 'Kopi', 500);
    const [undue, paid, early, off] = [sale(), sale(), sale(), sale()];
    sale({ soldOn: '2026-06-20' });
    // Of another month, and of none that counts.
    sale({ soldOn: '2026-05-30', revenueMinor: -5 });
    sale({ status: 'cancelled', revenueMinor: -9 });
    raw.exec(`
      UPDATE sales SET is_on_account = 1 WHERE id IN (${undue}, ${paid}, ${early}, ${off});
      UPDATE sales SET due_on = '2026-06-09' WHERE id = ${early};
      UPDATE sales SET due_on = '2026-06-30', revenue_minor = 400 WHERE id = ${off};
      INSERT INTO payments (id, paid_on, amount_minor, created_at) VALUES (1, '2026-06-11', 500, '');
      INSERT INTO payment_parts (payment_id, sale_id, amount_minor) VALUES (1, ${paid}, 500);`);
    finishShop(raw);
  });
  const june = { from: '2026-06-01', to: '2026-06-30' };
  const { odd, isOpen } = await shop.ask('accountant.figures', june);
  expect(isOpen).toBe(true);
  expect(odd).toEqual(
    ['noNumber', 'belowZero', 'freeLine', 'noDueDay', 'dueEarly', 'unexplained', 'afterToday'].map(
      (kind) => ({ kind, count: 1 }),
    ),
  );
  const found = [];
  for (const { kind, count } of odd) {
    if (kind === 'afterToday') continue;
    const filter = { soldFrom: june.from, soldTo: june.to, odd: kind };
    const { rows } = await shop.ask('sales.list', { filter });
    expect(rows, kind).toHaveLength(count);
    found.push(rows[0]?.id);
  }
  expect(found).toEqual([1, 2, 3, 5, 7, 8]);
});

test('templates are told as they are for this shop', async () => {
  const shop = await shopOf(1);
  const { templates, folder } = await shop.ask('accountant.templates', {});
  expect(templates.map(({ id }) => id)).toContain('mekari-jurnal-invoice');
  expect(folder).toBe(join(shop.folder, 'templates'));
});
