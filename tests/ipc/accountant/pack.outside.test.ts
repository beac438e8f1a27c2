import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { exactTable, packPlace } from '#tests/support/shop/pack-files.ts';
import { clearLedger, fillLedger, ledger, period } from '#tests/support/shop/random-ledger.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const books = fc.sample(
  ledger.filter(({ sales, payments }) => sales.length > 7 && payments.length > 2),
  { numRuns: 8, seed: 11 },
);

function has(program: string): boolean {
  return spawnSync(program, ['--version'], { encoding: 'utf8' }).status === 0;
}

const hasHledger = has('hledger');
const hasOffice = has('soffice');
if (!hasHledger) console.warn('hledger is not here: what it says of the journal is not tested');
if (!hasOffice)
  console.warn('LibreOffice is not here: what it reads of the workbook is not tested');

type Figures = Output<'accountant.figures'>['figures'];

async function packOf(shop: DirectShop): Promise<{ path: string; figures: Figures }> {
  shop.prepared = packPlace();
  const files = { excel: true, csv: true, pdf: false, journal: true };
  const made = await shop.ask('accountant.makePack', { period, files, templates: [] });
  const { figures } = await shop.ask('accountant.figures', period);
  return { path: made?.path ?? '', figures };
}

/** It reads files in the encoding of the system, which may be none that knows more than ASCII. */
function hledger(file: string, ...args: readonly string[]): string {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const run = spawnSync('hledger', ['-f', file, ...args], { encoding: 'utf8', env });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  return run.stdout;
}

/** What accounts come to, in minor units, as hledger counts them. */
function balances(file: string): Record<string, number> {
  const rows = parse(hledger(file, 'balance', '--flat', '--empty', '-O', 'csv'), {
    columns: true,
  }) as { account: string; balance: string }[];
  return Object.fromEntries(
    rows.map(({ account, balance }) => {
      const amount = balance.replace(/[A-Z,\s]/g, '');
      return [account, Math.round(Number(amount) * 100)];
    }),
  );
}

test.skipIf(!hasHledger)(
  'hledger finds nothing wrong, and its balances are ours',
  async () => {
    const shop = await directShop();
    await shop.ask('settings.update', { shopName: 'Sekar; Pagi' });
    for (const book of books) {
      clearLedger(shop.raw);
      fillLedger(shop.raw, book);
      const { path, figures } = await packOf(shop);
      const file = join(path, `${basename(path)}.journal`);
      hledger(file, 'check', '--strict');
      const found = balances(file);
      const { closing, opening, gross, discounts, returns, taxMinor } = figures;
      const given = (kind: string) => figures.byKind.find((one) => one.kind === kind)?.minor ?? 0;
      expect({
        receivable: found['Assets:Receivable'] ?? 0,
        sales: found['Income:Sales'] ?? 0,
        discounts: found['Income:Discounts'] ?? 0,
        returns: found['Income:Returns'] ?? 0,
        tax: found['Liabilities:Tax'] ?? 0,
        cash: found['Assets:Cash'] ?? 0,
      }).toEqual({
        receivable: closing.minor - opening.minor,
        sales: 0 - gross.minor,
        discounts: discounts.minor - given('discount'),
        returns: returns.minor - given('return'),
        tax: 0 - taxMinor,
        cash: figures.received.minor - given('refund') - given('other'),
      });
      expect(Object.values(found).reduce((sum, one) => sum + one, 0)).toBe(0);
    }
  },
  240_000,
);

/** A sheet of the workbook as LibreOffice reads it. */
function officeSheets(file: string): Record<string, string[][]> {
  const [out, home] = [tempFolder(), tempFolder()];
  const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1';
  const run = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${home}`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      out,
      file,
    ],
    { encoding: 'utf8', timeout: 150_000 },
  );
  expect(run.status, run.stderr).toBe(0);
  const base = basename(file, '.xlsx');
  return Object.fromEntries(
    readdirSync(out).map((name) => {
      const sheet = name.slice(base.length + 1, -'.csv'.length);
      const rows = parse(readFileSync(join(out, name)), {
        delimiter: ';',
        relax_column_count: true,
      });
      return [sheet, rows as string[][]];
    }),
  );
}

test.skipIf(!hasOffice)(
  'LibreOffice reads the amounts, dates and texts that were written',
  async () => {
    const shop = await directShop();
    await shop.ask('settings.update', { shopName: 'Sekar Pagi' });
    const [book] = books;
    if (book !== undefined) fillLedger(shop.raw, book);
    const { path, figures } = await packOf(shop);
    const sheets = officeSheets(join(path, `${basename(path)}.xlsx`));
    const [titles = [], ...rows] = sheets['Penjualan'] ?? [];
    const ours = exactTable(path, 'penjualan');
    const at = (title: string) => titles.indexOf(title);
    expect(rows).toHaveLength(ours.length);
    for (const [index, row] of rows.entries()) {
      const mine = ours[index] ?? {};
      for (const title of ['No Nota', 'Nama Pelanggan', 'Nama Barang', 'SKU', 'No HP'])
        expect(row[at(title)], title).toBe(mine[title]);
      for (const title of ['Neto', 'Pajak', 'Total', 'Bruto tanpa Pajak'])
        expect(Number(row[at(title)]), title).toBe(Number(mine[title]));
    }
    const sum = (title: string) =>
      rows.reduce((all, row) => all + Math.round(Number(row[at(title)]) * 100), 0);
    expect([sum('Neto'), sum('Pajak')]).toEqual([figures.netMinor, figures.taxMinor]);
    expect(Object.keys(sheets)).toHaveLength(8);
  },
  300_000,
);
