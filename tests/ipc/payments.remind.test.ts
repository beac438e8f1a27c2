import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer, addPayment, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

let shop: DirectShop;
const ratna = 1 as never;
const words = 'Selamat pagi Bu Ratna, mengingatkan nota N1.';

beforeEach(async () => {
  shop = await directShop();
  addCustomer(shop.raw, { name: 'Ratna', phones: ['+628125550137'] });
  addCustomer(shop.raw, { name: 'Bagas' });
  const on = { onAccount: true, number: 'N1' };
  addSale(shop.raw, {
    ...on,
    customerId: 1,
    soldOn: '2026-05-01',
    revenueMinor: 12_500,
    dueOn: '2026-06-01',
  });
  addSale(shop.raw, { ...on, customerId: 2, soldOn: '2026-02-01', revenueMinor: 7_000 });
  addSale(shop.raw, { ...on, customerId: null, soldOn: '2026-06-01', revenueMinor: 900 });
  addPayment(shop.raw, {
    customerId: 1,
    paidOn: '2026-05-05',
    amountMinor: 2_500,
    parts: [[1, 2_500]],
  });
  finishShop(shop.raw);
});

const remindedOn = async () =>
  (await shop.ask('payments.owed', {})).rows.map((row) => [row.name, row.remindedOn]);

describe('a reminder', () => {
  it('is written down as a contact, with the date to ask again, and says when it was', async () => {
    expect(await remindedOn()).toEqual([
      ['Ratna', null],
      ['Bagas', null],
      ['', null],
    ]);
    const again = { dueOn: '2026-06-18', reason: 'Piutang' };
    await shop.ask('payments.remind', { customerId: ratna, text: ` ${words} `, again });
    expect(await remindedOn()).toContainEqual(['Ratna', '2026-06-15']);
    const { rows } = await shop.ask('interactions.timeline', {
      customerId: ratna,
      kinds: ['contact'],
    });
    expect(rows).toMatchObject([{ channel: 'whatsapp', direction: 'out', text: words }]);
    const dates = await shop.ask('followUps.ofCustomer', { customerId: ratna });
    expect(dates).toMatchObject([{ dueOn: '2026-06-18', reason: 'Piutang', cause: 'own' }]);
  });

  it('is the last one, and none once it is undone; another contact is none', async () => {
    shop.day = '2026-06-10';
    await shop.ask('payments.remind', { customerId: ratna, text: words });
    shop.day = '2026-06-14';
    const { batchId } = await shop.ask('payments.remind', { customerId: ratna, text: words });
    const facts = { channel: 'whatsapp', direction: 'out', text: 'Ada promo' } as const;
    shop.day = '2026-06-15';
    await shop.ask('interactions.record', { customerId: ratna, facts });
    expect(await remindedOn()).toContainEqual(['Ratna', '2026-06-14']);
    await shop.ask('history.undo', { batchId });
    expect(await remindedOn()).toContainEqual(['Ratna', '2026-06-10']);
  });

  it('of somebody who is not there is refused', async () => {
    const input = { customerId: 99 as never, text: words };
    await expect(shop.ask('payments.remind', input)).rejects.toThrow('NOT_FOUND');
  });
});

describe('the list of who owes, written to a file', () => {
  it.each([
    [
      'id',
      'Nama Pelanggan;No HP;Jatuh Tempo;Lewat Hari;Banyak Nota;0–30 Hari;31–60 Hari;61–90 Hari;>90 Hari;Lewat Tempo;Sisa Piutang;Diingatkan',
      ['Ratna', '2026-06-01', '14', '1', '0', '100', '0', '0', '100', '100', '2026-06-15'],
      'Tanpa pelanggan',
    ],
    [
      'en',
      'Customer Name,Phone,Due Date,Days Overdue,Sales,0–30 Days,31–60 Days,61–90 Days,>90 Days,Overdue,Owed,Reminded',
      ['Ratna', '2026-06-01', '14', '1', '0', '100', '0', '0', '100', '100', '2026-06-15'],
      'No customer',
    ],
  ] as const)('has what the list says, in its order (%s)', async (language, head, row, nobody) => {
    await shop.ask('settings.update', { language, currency: 'USD' });
    await shop.ask('payments.remind', { customerId: ratna, text: words });
    shop.prepared = { path: join(shop.folder, 'owed.csv') };
    const answer = await shop.ask('payments.export', { format: 'csv', titles: {} });
    expect(answer).toEqual({ path: join(shop.folder, 'owed.csv'), rows: 3 });
    const lines = readFileSync(join(shop.folder, 'owed.csv'), 'utf8').trim().split('\r\n');
    const cells = lines.map((line) =>
      line.replace('\uFEFF', '').split(language === 'id' ? ';' : ','),
    );
    expect(cells[0]?.join(language === 'id' ? ';' : ',')).toBe(head);
    expect(cells[1]?.filter((_, index) => index !== 1)).toEqual(row);
    expect(cells[2]?.slice(0, 1)).toEqual(['Bagas']);
    expect(cells[2]?.slice(5, 11)).toEqual(['0', '0', '0', '70', '0', '70']);
    expect(cells[3]?.[0]).toBe(nobody);
    const { rows } = await shop.ask('payments.owed', {});
    expect(cells.slice(1).map((line) => Number(line[10]))).toEqual(
      rows.map(({ owedMinor }) => owedMinor / 100),
    );
  });
});
