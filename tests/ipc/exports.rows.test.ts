import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { addComplaint } from '#tests/support/reminder-rows.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

let shop: DirectShop;
beforeEach(async () => {
  shop = await directShop();
});

type Exported = 'customers.export' | 'complaints.export' | 'interactions.export';

/** The lines of a CSV file as it went out, without the mark that a spreadsheet wants. */
async function lines(
  channel: Exported,
  profile: 'exact' | 'spreadsheet',
  titles: Record<string, string> = {},
): Promise<string[]> {
  const path = join(shop.folder, 'out.csv');
  shop.prepared = { path };
  await shop.ask(channel, { format: 'csv', profile, titles });
  const text = readFileSync(path, 'utf8').replace('\uFEFF', '').trimEnd();
  return text.split('\r\n');
}

describe('a table of customers', () => {
  it('has amounts as the owner reads them, and titles where there are some', async () => {
    const id = addCustomer(shop.raw, { name: 'Ratna', phones: ['+62811'], city: 'Sleman' });
    addSale(shop.raw, { customerId: id, soldOn: '2026-06-01', revenueMinor: 2_750_050 });
    finishShop(shop.raw);
    const titles = { name: 'Nama', 'layer.top': 'Teratas', activeRevenueMinor: 'Omzet' };
    expect(await lines('customers.export', 'exact', titles)).toEqual([
      'Nama,kind,phone,city,layer,lastPurchaseOn,contactAgainOn,purchases,Omzet,revenueMinor,clvMinor',
      'Ratna,person,+62811,Sleman,Teratas,2026-06-01,,1,27500.5,27500.5,27500.5',
    ]);
  });

  it('has every one of them, page after page', async () => {
    shop.raw.transaction(() => {
      for (let index = 0; index < 501; index += 1) addCustomer(shop.raw, { name: `C${index}` });
      finishShop(shop.raw);
    })();
    const names = (await lines('customers.export', 'exact'))
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect(new Set(names).size).toBe(501);
  });
});

describe('tables of contacts and complaints', () => {
  it('leave out customers in the trash', async () => {
    for (const name of ['Ratna', 'Budi']) addCustomer(shop.raw, { name });
    shop.raw.exec(`
      INSERT INTO interactions (customer_id, channel, direction, happened_at, text, created_at)
      VALUES (1, 'call', 'in', '2026-06-01T03:00:00.000Z', 'Halo', ''),
        (2, 'call', 'in', '2026-06-02T03:00:00.000Z', 'Hai', '');
      UPDATE customers SET deleted_at = '2026-06-10' WHERE name = 'Budi'`);
    for (const customer of [1, 2]) addComplaint(shop.raw, customer);
    expect(await lines('interactions.export', 'exact')).toHaveLength(2);
    expect(await lines('complaints.export', 'exact')).toHaveLength(2);
  });

  it.each([
    ['id', 'exact', 'No Keluhan,Tgl Diterima,'],
    ['id', 'spreadsheet', 'No Keluhan;Tgl Diterima;'],
    ['en', 'exact', 'Complaint No,Received On,'],
    ['en', 'spreadsheet', 'Complaint No,Received On,'],
  ] as const)('begin in %s, %s, with %s', async (language, profile, head) => {
    await shop.ask('settings.update', { shopName: 'Kedai', language });
    const [first] = await lines('complaints.export', profile);
    expect(first?.slice(0, head.length)).toBe(head);
  });
});

describe('the list of the day', () => {
  it('goes out span by span with what the list has, birthdays too, and nothing that is done', async () => {
    const [late, now, soon, done] = [-2, 0, 5, 0].map((days) => addDays(today, days));
    addCustomer(shop.raw, { name: 'Ratna', phones: ['+62811'] });
    addCustomer(shop.raw, { name: 'Budi' });
    shop.raw.exec(`UPDATE customers SET birthday_on = '1990-${today.slice(5)}' WHERE id = 2`);
    const date = shop.raw.prepare(`INSERT INTO follow_ups
      (customer_id, cause, reason, first_due_on, due_on, done_at, done_on, created_at)
      VALUES (1, ?, ?, ?, ?, ?, ?, '')`);
    date.run('own', 'Late', late, late, null, null);
    date.run('service', '', now, now, null, null);
    date.run('own', 'Soon', soon, soon, null, null);
    date.run('own', 'Done', done, done, '2026-06-15T00:00:00.000Z', done);
    finishShop(shop.raw);
    const titles = { name: 'Nama', 'cause.service': 'Servis', 'cause.birthday': 'Ulang tahun' };
    const path = join(shop.folder, 'out.csv');
    shop.prepared = { path };
    const saved = async (span: 'today' | 'week') => {
      const { rows } = (await shop.ask('followUps.export', { span, format: 'csv', titles })) ?? {};
      const text = readFileSync(path, 'utf8').replace('\uFEFF', '').trimEnd();
      return { rows, lines: text.split('\r\n').map((line) => line.split(/[;,]/)) };
    };
    expect(await saved('today')).toEqual({
      rows: 3,
      lines: [
        ['dueOn', 'dueTime', 'Nama', 'phone', 'why', 'turns', 'lastPurchaseOn'],
        [late, '', 'Ratna', "'+62811", 'Late', '', ''],
        [now, '', 'Ratna', "'+62811", 'Servis', '', ''],
        [now, '', 'Budi', '', 'Ulang tahun', String(Number(today.slice(0, 4)) - 1990), ''],
      ],
    });
    const week = await saved('week');
    expect([week.rows, week.lines[1]?.slice(0, 5)]).toEqual([
      1,
      [soon, '', 'Ratna', "'+62811", 'Soon'],
    ]);
  });
});
