import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { SaleId } from '#shared/ids.ts';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { packPlace } from '#tests/support/shop/pack-files.ts';

type Facts = Input<'sales.create'>['facts'];

let shop: DirectShop;

beforeEach(async () => {
  shop = await directShop();
  addCustomer(shop.raw, { name: 'Ratna Kusuma' });
  finishShop(shop.raw);
});

/** Goods of Rp 100,000 sent for Rp 15,000. */
function facts(parts: Partial<Facts> = {}): Facts {
  const line = { productId: null, name: 'Kopi', quantityE4: 20_000, unitPriceE4: 500_000_000 };
  return {
    ...{ number: 'K-1', soldOn: today, customerId: 1 as never, lines: [line] },
    ...{ shippingMinor: 1_500_000, ...parts },
  };
}

const period = { from: '2026-06-01', to: '2026-06-30' };
const figures = () => shop.ask('accountant.figures', period);
const paidOf = (saleId: SaleId) => shop.ask('payments.ofSale', { saleId });
const owed = async () => (await shop.ask('payments.ofCustomer', { customerId: 1 as never })).open;

describe('shipping that is settled at once', () => {
  it('stands beside the total, and is no revenue and nothing received', async () => {
    const { id } = await shop.ask('sales.create', { facts: facts() });
    expect(await shop.ask('sales.get', { id })).toMatchObject({
      sale: { totalMinor: 10_000_000, revenueMinor: 10_000_000 },
      shippingMinor: 1_500_000,
    });
    const { figures: sums } = await figures();
    expect([sums.netMinor, sums.received.minor, sums.shippingMinor]).toEqual([
      ...[10_000_000, 10_000_000, 1_500_000],
    ]);
    expect([sums.owedShippingMinor, sums.closing.minor]).toEqual([0, 0]);
  });

  it('is said beside what the day has brought, and not in it', async () => {
    await shop.ask('sales.create', { facts: facts() });
    await shop.ask('sales.create', { facts: facts({ number: 'K-2', shippingMinor: 400_000 }) });
    expect(await shop.ask('sales.draft', { soldOn: today })).toMatchObject({
      ...{ totalMinor: 20_000_000, shippingMinor: 1_900_000 },
    });
  });

  it('stays what it is when the sale is written anew, and goes where it is taken out', async () => {
    const { id } = await shop.ask('sales.create', { facts: facts() });
    const { facts: expected } = await shop.ask('sales.facts', { id });
    expect(expected.shippingMinor).toBe(1_500_000);
    await shop.ask('sales.update', { id, expected, facts: { ...expected, note: 'Cepat' } });
    expect((await shop.ask('sales.get', { id })).shippingMinor).toBe(1_500_000);
    const again = (await shop.ask('sales.facts', { id })).facts;
    await shop.ask('sales.update', { id, expected: again, facts: { ...again, shippingMinor: 0 } });
    expect((await shop.ask('sales.get', { id })).shippingMinor).toBe(0);
  });
});

describe('shipping of a sale on account', () => {
  const onAccount = { isOnAccount: true, dueOn: '2026-06-29' };

  it('is owed with the goods, until both are paid', async () => {
    const { id } = await shop.ask('sales.create', { facts: facts(onAccount) });
    expect(await paidOf(id)).toMatchObject({ state: 'owed', leftMinor: 11_500_000 });
    const pay = (amountMinor: number) =>
      shop.ask('payments.record', {
        customerId: 1 as never,
        facts: { paidOn: today, amountMinor, method: null, note: null },
        settles: { kind: 'sales', saleIds: [id] },
      });
    await pay(1_000_000);
    // More than the goods are left, and yet a part is paid.
    expect(await paidOf(id)).toMatchObject({ state: 'partly', leftMinor: 10_500_000 });
    const listed = async () => (await shop.ask('sales.list', {})).rows[0]?.paidState;
    expect(await listed()).toBe('partly');
    const having = async (paid: 'partly' | 'owed') =>
      (await shop.ask('sales.list', { filter: { paid: [paid] } })).rows.length;
    expect([await having('partly'), await having('owed')]).toEqual([1, 0]);
    expect((await owed()).map(({ leftMinor }) => leftMinor)).toEqual([10_500_000]);
    await pay(10_500_000);
    expect(await paidOf(id)).toMatchObject({ state: 'paid', leftMinor: 0 });
    expect(await owed()).toEqual([]);
  });

  it('may be paid in part with more than the goods, and not with all of it', async () => {
    const input = { facts: facts(onAccount), paidMinor: 11_000_000 };
    const { id } = await shop.ask('sales.create', input);
    expect(await paidOf(id)).toMatchObject({ state: 'partly', leftMinor: 500_000 });
    const all = { facts: facts({ ...onAccount, number: 'K-2' }), paidMinor: 11_500_000 };
    await expect(shop.ask('sales.create', all)).rejects.toMatchObject({
      error: { code: 'VALIDATION' },
    });
  });

  it('is still owed when the goods come back, and nothing is paid back for them', async () => {
    const { id } = await shop.ask('sales.create', { facts: facts(onAccount) });
    const { lines } = await shop.ask('sales.around', { id });
    const { lineId = 0 } = lines[0] ?? {};
    const back = await shop.ask('sales.return', {
      ...{ id, returnedOn: today, isOnAccount: true },
      lines: [{ lineId, quantityE4: 20_000 }],
    });
    expect(back).toMatchObject({ totalMinor: 10_000_000, paidBackMinor: 0 });
    expect((await owed()).map(({ leftMinor }) => leftMinor)).toEqual([1_500_000]);
  });

  it('stands in the books on an account of its own, and explains what is owed', async () => {
    await shop.ask('sales.create', { facts: facts(onAccount) });
    const { figures: sums } = await figures();
    expect([sums.netMinor, sums.owedShippingMinor, sums.unexplainedMinor]).toEqual([
      ...[10_000_000, 1_500_000, 0],
    ]);
    expect(sums.closing.minor).toBe(11_500_000);
    shop.prepared = packPlace();
    const files = { excel: false, csv: false, pdf: false, journal: true };
    const templates = ['mekari-jurnal-invoice', 'xero-invoice'];
    const made = await shop.ask('accountant.makePack', { period, files, templates });
    const folder = made?.path ?? '';
    const names = made?.files.map(({ name }) => name) ?? [];
    const read = (part: string) =>
      readFileSync(join(folder, names.find((name) => name.includes(part)) ?? ''), 'utf8');
    expect(read('.journal')).toContain(
      [
        '    Assets:Receivable  IDR 115000.00',
        '    Income:Sales  IDR -100000.00',
        '    Liabilities:Shipping  IDR -15000.00',
      ].join('\n'),
    );
    for (const [name, product, price] of [
      ['mekari-jurnal-invoice', '*ProductName', '*UnitPrice'],
      ['xero-invoice', '*Description', '*UnitAmount'],
    ] as const) {
      const rows = parse(read(name).replace(/^\ufeff/, ''), { columns: true }) as Record<
        string,
        string
      >[];
      expect(rows.map((row) => [row[product], Number(row[price])])).toEqual([
        [expect.stringContaining('Kopi'), 50_000],
        ['Ongkos kirim', 15_000],
      ]);
      expect(new Set(rows.map((row) => row['*InvoiceNumber']))).toEqual(new Set(['K-1']));
    }
  });
});

it('a shop whose accounts were named before shipping had one keeps their names', async () => {
  const { settings } = await shop.ask('settings.get', {});
  const { shipping: _, ...accounts } = settings.books.accounts;
  const named = { ...settings.books, accounts: { ...accounts, cash: 'Aset:Kas' } };
  shop.raw
    .prepare("INSERT OR REPLACE INTO settings (key, value) VALUES ('books', ?)")
    .run(JSON.stringify(named));
  expect((await shop.ask('settings.get', {})).settings.books.accounts).toMatchObject({
    ...{ cash: 'Aset:Kas', shipping: 'Liabilities:Shipping' },
  });
});
