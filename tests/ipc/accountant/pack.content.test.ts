import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { addCustomer, addLine, addSale } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { exactTable, openZip, packPlace } from '#tests/support/shop/pack-files.ts';

const period = { from: '2026-04-01', to: '2026-04-30' };
const files = { excel: true, csv: true, pdf: true, journal: true };

async function packOf(shop: DirectShop): Promise<string> {
  shop.prepared = packPlace();
  const made = await shop.ask('accountant.makePack', { period, files, templates: [] });
  return made?.path ?? '';
}

/** A customer whose name would run as a formula, a code that looks like a number, and 1.234,50 of tax. */
async function shopOf(more: object = {}): Promise<DirectShop> {
  const shop = await directShop();
  await shop.ask('settings.update', { shopName: 'Sekar Pagi', ...more });
  const { raw } = shop;
  const customerId = addCustomer(raw, { name: '=HYPERLINK("x")', phones: ['+6281234567890'] });
  const id = addSale(raw, {
    customerId,
    soldOn: '2026-04-05',
    revenueMinor: 1_234_550,
    number: '0012',
  });
  addLine(raw, id, 'Kopi', 1_234_550);
  raw.exec(`UPDATE sales SET tax_mode = 'exclusive', tax_minor = 123455, total_minor = 1358005;
    UPDATE sale_lines SET tax_rate_e4 = 1000, tax_minor = 123455`);
  const other = addSale(raw, { customerId, soldOn: '2026-03-05', revenueMinor: 500, number: 'N3' });
  addLine(raw, other, 'Teh', 500);
  return shop;
}

test('no cell is a formula; codes, phones and names are text, money has the currency’s format', async () => {
  const path = await packOf(await shopOf());
  const parts = await openZip(join(path, `${basename(path)}.xlsx`));
  const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/'));
  expect(sheets).toHaveLength(8);
  for (const [name, xml] of sheets) expect(xml, name).not.toMatch(/<f[ >]/);
  const sales = parts['xl/worksheets/sheet2.xml'] ?? '';
  for (const text of ['0012', '+6281234567890', '=HYPERLINK("x")'.replaceAll('"', '&quot;')])
    expect(sales).toMatch(
      new RegExp(`t="inlineStr"><is><t>${text.replace(/[+().]/g, '\\$&')}</t>`),
    );
  // Style 5 is money: 164 in the file's own formats.
  expect(sales).toContain('s="5"><v>13580.05</v>');
  expect(parts['xl/styles.xml']).toContain('formatCode="[$Rp-421]\\ #,##0"');
});

test('CSV for spreadsheets is guarded and written as the shop’s language has it, the exact one is not', async () => {
  const shop = await shopOf();
  const path = await packOf(shop);
  const name = `${basename(path)}-penjualan.csv`;
  const guarded = readFileSync(join(path, 'csv', name), 'utf8');
  expect(guarded.startsWith('\ufeffTanggal;No Nota;')).toBe(true);
  expect(guarded).toContain(`;"'=HYPERLINK(""x"")";`);
  expect(guarded).toContain(';13580,05;');
  const exact = readFileSync(join(path, 'csv-exact', name), 'utf8');
  expect(exact.startsWith('Tanggal,No Nota,')).toBe(true);
  expect(exact).toContain(',"=HYPERLINK(""x"")",');
  expect(exact).toContain(',13580.05,');
  const { books } = (await shop.ask('settings.get', {})).settings;
  await shop.ask('settings.update', { books: { ...books, decimalMark: 'point' } });
  const again = await packOf(shop);
  expect(readFileSync(join(again, 'csv', name), 'utf8')).toContain(';13580.05;');
});

test('the summary on paper says the figures in the shop’s language and names the period', async () => {
  for (const [language, days, words, amount] of [
    ['id', '1 April 2026 \u0096 30 April 2026', 'Penjualan bersih', 'Rp 12.345,50'],
    ['en', '1 April 2026 \u0096 30 April 2026', 'Net sales', 'Rp 12,345.50'],
  ] as const) {
    const path = await packOf(await shopOf({ language }));
    const pdf = readFileSync(join(path, `${basename(path)}.pdf`), 'latin1');
    const shown = [...pdf.matchAll(/\((.*)\) Tj/g)].map(([, text]) => text);
    expect(shown[0]).toBe('Sekar Pagi');
    expect(shown[1]).toContain(days);
    const at = shown.indexOf(words);
    expect(shown[at + 2]).toBe(amount);
  }
});

test('the recap of another country is turnover and tax by rate a month, nothing more', async () => {
  const shop = await shopOf({ language: 'en', country: 'MY', currency: 'MYR' });
  const rows = exactTable(await packOf(shop), 'monthly-recap');
  expect(rows).toEqual([
    { Month: '2026-04', 'Rate %': '10', 'Net Sales': '12345.5', Tax: '1234.55' },
  ]);
});

test('the recap of Indonesia goes from January to the period’s end, as an estimate', async () => {
  const shop = await shopOf();
  const rows = exactTable(await packOf(shop), 'rekap-bulanan');
  expect(rows.map((row) => [row['Bulan'], row['Omzet Bruto'], row['Omzet Kumulatif']])).toEqual([
    ['2026-01', '0', '0'],
    ['2026-02', '0', '0'],
    ['2026-03', '5', '5'],
    ['2026-04', '12345.5', '12350.5'],
  ]);
  expect(rows.every((row) => row['Keterangan']?.includes('PP 55/2022'))).toBe(true);
  expect(rows.every((row) => row['Tempat Usaha'] === 'Sekar Pagi')).toBe(true);
});

test('a first pack has nothing to say of changes, and no file says when it was made', async () => {
  const shop = await shopOf();
  shop.day = '2031-08-09';
  const path = await packOf(shop);
  expect(exactTable(path, 'perubahan')).toEqual([]);
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && !entry.name.endsWith('.xlsx'))
      expect(readFileSync(join(entry.parentPath, entry.name), 'latin1')).not.toContain(
        '2031-08-09',
      );
});
