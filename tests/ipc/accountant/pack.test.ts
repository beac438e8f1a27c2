import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openWorkbook } from '#electron/services/imports/files/open-workbook.ts';
import type { Input } from '#shared/contract/index.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { exactTable, packPlace, sumOf } from '#tests/support/shop/pack-files.ts';
import {
  clearLedger,
  drawSale,
  fillLedger,
  type Ledger,
  ledger,
  period,
} from '#tests/support/shop/random-ledger.ts';

const runs = process.env['LANGGAN_FULL'] === '1' ? 1000 : 200;
const all = { excel: true, csv: true, pdf: true, journal: true };
const templates = [
  'mekari-jurnal-invoice',
  'mekari-jurnal-payment',
  'xero-invoice',
  'general-journal',
  'customers',
];

type Request = Partial<Input<'accountant.makePack'>>;

/** Makes a pack into a folder of its own. */
async function packOf(shop: DirectShop, request: Request = {}) {
  shop.prepared = packPlace();
  const made = await shop.ask('accountant.makePack', {
    period,
    files: all,
    templates: [],
    ...request,
  });
  if (made === null) throw new Error('no pack');
  return made;
}

/** A ledger with something of everything. */
const [rich] = fc.sample(
  ledger.filter(({ sales, payments, compensations }) => {
    return sales.length > 9 && payments.length > 3 && compensations.length > 3;
  }),
  { numRuns: 1, seed: 7 },
) as [Ledger];

async function richShop(): Promise<DirectShop> {
  const shop = await directShop();
  await shop.ask('settings.update', { shopName: 'Sekar Pagi, Kopi & Teh' });
  fillLedger(shop.raw, rich);
  return shop;
}

const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

test('what the files say adds up to what was sold, paid and owed, whatever the ledger', async () => {
  const shop = await directShop();
  const isIn = (day: string) => day >= period.from && day <= period.to;
  await fc.assert(
    fc.asyncProperty(ledger, async (book) => {
      clearLedger(shop.raw);
      fillLedger(shop.raw, book);
      const files = { excel: false, csv: true, pdf: false, journal: false };
      const { path } = await packOf(shop, { files });
      const counted = book.sales.filter((one) => drawSale(one).isCounted);
      const sold = counted.filter(({ day }) => isIn(day)).map(drawSale);
      const [sales, payments] = [exactTable(path, 'penjualan'), exactTable(path, 'pembayaran')];
      const paid = book.payments.filter(({ isGone }) => !isGone);
      const atOnce = counted
        .filter(({ day, isOnAccount }) => isIn(day) && !isOnAccount)
        .map(drawSale);
      const owed = counted.filter(({ day, isOnAccount }) => day <= period.to && isOnAccount);
      expect({
        net: sumOf(sales, 'Neto'),
        tax: sumOf(sales, 'Pajak'),
        total: sumOf(sales, 'Total'),
        received: sumOf(payments, 'Jumlah'),
        owed: sumOf(exactTable(path, 'piutang'), 'Piutang'),
        returns: sumOf(exactTable(path, 'retur-ganti-rugi'), 'Retur'),
      }).toEqual({
        net: total(sold.map((one) => one.revenueMinor)),
        tax: total(sold.map((one) => one.taxMinor)),
        total: total(sold.map((one) => one.revenueMinor + one.taxMinor)),
        received:
          total(paid.filter(({ day }) => isIn(day)).map(({ amount }) => amount)) +
          total(atOnce.map((one) => one.revenueMinor + one.taxMinor)),
        owed:
          total(owed.map(drawSale).map((one) => one.totalMinor + one.shippingMinor)) -
          total(paid.filter(({ day }) => day <= period.to).map(({ amount }) => amount)),
        returns:
          0 - total(sold.filter(({ kind }) => kind === 'return').map((one) => one.revenueMinor)),
      });
    }),
    { numRuns: runs },
  );
}, 300_000);

function hashes(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((one) => one.isFile())
      .map((one) => {
        const path = join(one.parentPath, one.name);
        const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
        return [path.slice(folder.length + 1), hash] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

test('the same books are the same bytes on another day and in another zone', async () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  const shop = await richShop();
  vi.stubEnv('TZ', 'Asia/Jakarta');
  const first = await packOf(shop, { templates });
  vi.stubEnv('TZ', 'America/Los_Angeles');
  shop.day = '2027-11-03';
  shop.time = '22:47';
  const second = await packOf(shop, { templates });
  expect(new Date(0).getHours()).toBe(16);
  expect(Object.keys(hashes(first.path))).toHaveLength(1 + 1 + 7 + 7 + 2 + 5);
  expect(hashes(second.path)).toEqual(hashes(first.path));
  expect(second.hash).toBe(first.hash);
  expect(first.files.map(({ sha256 }) => sha256).sort()).toEqual(
    Object.entries(hashes(first.path))
      .filter(([name]) => name !== 'SHA256SUMS')
      .map(([, hash]) => hash)
      .sort(),
  );
  shop.raw.exec("UPDATE sales SET payment_method = 'Tunai' WHERE id = 1");
  shop.raw.exec("UPDATE sales SET sold_on = '2026-04-09' WHERE id = 1");
  expect((await packOf(shop, { templates })).hash).not.toBe(first.hash);
});

/** Every row of a workbook's sheet, as the app's own reader of files sees it. */
async function rowsOf(path: string, sheet: number): Promise<unknown[][]> {
  const book = await openWorkbook(path);
  const rows: unknown[][] = [];
  try {
    for await (const batch of book.rows(sheet)) rows.push(...batch.rows.map((row) => [...row]));
  } finally {
    await book.close();
  }
  return rows;
}

test('the workbook has its eight sheets, and the control sheet says what each holds', async () => {
  const shop = await richShop();
  const { path } = await packOf(shop);
  const name = basename(path);
  const file = join(path, `${name}.xlsx`);
  expect(name).toBe('sekar-pagi-kopi-teh-2026-04');
  const book = await openWorkbook(file);
  const names = book.sheets.map((sheet) => sheet.name);
  await book.close();
  expect(names).toEqual([
    ...['Ringkasan', 'Penjualan', 'Pembayaran', 'Piutang', 'Retur & ganti rugi', 'Rekap bulanan'],
    ...['Perubahan', 'Kontrol'],
  ]);
  const control = await rowsOf(file, 7);
  for (const [index, sheet] of names.slice(0, 7).entries()) {
    const rows = await rowsOf(file, index);
    const said = control.find(([of, what]) => of === sheet && what == null);
    expect(said?.[2], sheet).toBe(rows.length - 1);
    const word = sheet.toLowerCase().replace(/[^a-z]+/g, '-');
    const csv = readFileSync(join(path, 'csv-exact', `${name}-${word}.csv`));
    expect(said?.[4], sheet).toBe(createHash('sha256').update(csv).digest('hex'));
  }
  const { figures } = await shop.ask('accountant.figures', period);
  const sums = Object.fromEntries(
    control
      .slice(1)
      .filter(([, , , sum]) => sum != null)
      .map(([, what, , sum]) => [what, Math.round(Number(sum) * 100)]),
  );
  expect(sums).toMatchObject({
    'Penjualan kotor': figures.gross.minor,
    Diskon: figures.discounts.minor,
    'Penjualan bersih': figures.netMinor,
    'Pembayaran diterima': figures.received.minor,
    'Piutang akhir': figures.closing.minor,
    'Ganti rugi': figures.compensation.minor,
    'Voucher beredar': figures.vouchers.minor,
  });
});
