import { afterEach, describe, expect, it } from 'vitest';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { sharedData } from '#tests/support/shared-data.ts';
import {
  addsUp,
  type ImportShop,
  openImportShop,
  sourceIn,
} from '#tests/support/shop/import-fixtures.ts';

const customersFile = sharedData('indonesia/pelanggan.csv');
const salesFile = sharedData('indonesia/penjualan.csv');
const retailFile = sharedData('retail/OnlineRetail_40000_inlineStr.xlsx');
const truncatedFile = sharedData('retail/OnlineRetail_TRUNCATED_zip_1MiB.xlsx');
const cdnowFile = sharedData('cdnow/CDNOW_sample.txt');
const missing = 'skipped where ../shared/data is missing';

let shop: ImportShop | null = null;
afterEach(async () => {
  await shop?.close();
  shop = null;
});

async function emptyShop(...options: Parameters<typeof openImportShop>): Promise<ImportShop> {
  shop = await openImportShop(...options);
  return shop;
}

function totals(of: ImportShop) {
  return {
    customers: of.one('SELECT count(*) FROM customers'),
    names: of.one("SELECT count(DISTINCT name) FROM customers WHERE name <> ''"),
    sales: of.one('SELECT count(*) FROM sales'),
    totalMinor: of.one('SELECT sum(total_minor) FROM sales'),
    figuresMinor: of.one('SELECT sum(revenue_minor) FROM customer_figures'),
  };
}

const wholePharmacy = {
  customers: 350,
  names: 8,
  sales: 350,
  totalMinor: 4_921_646_514,
  figuresMinor: 4_921_646_514,
};

describe.skipIf(customersFile === null || salesFile === null)(
  `a pharmacy's customers and sales (${missing})`,
  () => {
    const files = [customersFile ?? '', salesFile ?? ''] as const;

    it('come in together with no manual setting, to the cent', async () => {
      const of = await emptyShop();
      const draft = await of.inspect(...files);
      expect(draft.isReady).toBe(true);
      const checked = await of.check(draft);
      const { report } = await of.commit(draft);
      expect(report).toEqual(checked);
      expect(addsUp(report)).toBe(true);
      expect(report.counts).toEqual({
        read: 805,
        added: 700,
        updated: 0,
        unchanged: 0,
        skipped: 105,
        wrong: 0,
      });
      expect(report.money).toEqual({
        exact: '49216465.14',
        storedMinor: 4_921_646_514,
        roundedLines: 0,
      });
      expect(totals(of)).toEqual(wholePharmacy);
    });

    it.each([
      ['customers first', files],
      ['sales first', [...files].reverse()],
    ])('come in one after the other: %s', async (_, order) => {
      const of = await emptyShop();
      for (const file of order) await of.import(file);
      expect(totals(of)).toEqual(wholePharmacy);
    });

    it('change nothing when they come twice, and leave nothing when they are undone', async () => {
      const of = await emptyShop();
      const { raw } = of.connection;
      const before = logicalDumpHash(raw);
      const first = await of.import(...files);
      const after = logicalDumpHash(raw);
      const draft = await of.inspect(...files);
      expect(draft.sources.map((source) => source.importedBefore?.importId)).toEqual([1, 1]);
      const second = await of.commit(draft);
      expect(second.report.counts).toMatchObject({ added: 0, updated: 0, unchanged: 700 });
      expect(logicalDumpHash(raw)).toBe(after);
      expect((await of.undo(second.importId)).kept).toEqual([]);
      expect(logicalDumpHash(raw)).toBe(after);
      expect((await of.undo(first.importId)).kept).toEqual([]);
      expect(logicalDumpHash(raw)).toBe(before);
      expect(of.one('SELECT count(*) FROM customer_figures')).toBe(0);
    });
  },
);

describe.skipIf(retailFile === null)(`40,000 lines of a web shop (${missing})`, () => {
  it('add up exactly, with returns and with sales without a customer', async () => {
    const of = await emptyShop({ settings: { currency: 'GBP', country: 'GB', language: 'en' } });
    const draft = await of.inspect(retailFile ?? '');
    expect(draft.isReady).toBe(true);
    const { report } = await of.commit(draft);
    expect(report.counts.read).toBe(40_000);
    expect(addsUp(report)).toBe(true);
    expect(report.customers.added).toBe(3_621);
    expect(Number(report.money.exact)).toBe(706_922.421);
    expect(report.money.storedMinor).toBe(of.one('SELECT sum(amount_minor) FROM sale_lines'));
    expect(report.money.roundedLines).toBeGreaterThan(0);
    const off = Math.abs(report.money.storedMinor - Number(report.money.exact) * 100);
    expect(off).toBeLessThanOrEqual(report.money.roundedLines * 0.5);
    expect(report.salesWithoutCustomer).toBe(
      of.one('SELECT count(*) FROM sales WHERE customer_id IS NULL'),
    );
    expect(report.salesWithoutCustomer).toBeGreaterThan(0);
    const odd = of.one(
      "SELECT count(*) FROM sales WHERE number LIKE 'C%' AND total_minor < 0 AND kind <> 'return'",
    );
    expect(odd).toBe(0);
    expect(report.returns).toBe(of.one("SELECT count(*) FROM sales WHERE kind = 'return'"));
    expect(of.one("SELECT count(*) FROM sales WHERE number LIKE 'C%'")).toBeGreaterThan(0);
  });
});

describe.skipIf(truncatedFile === null)(`a workbook that was cut off (${missing})`, () => {
  it('is refused by name and changes nothing', async () => {
    const of = await emptyShop();
    const before = logicalDumpHash(of.connection.raw);
    const draft = await of.inspect(truncatedFile ?? '');
    expect(draft.refused).toHaveLength(1);
    expect(draft.refused[0]?.reason).toBe('truncated');
    expect(draft.isReady).toBe(false);
    await expect(of.check(draft)).rejects.toMatchObject({ error: { code: 'CONFLICT' } });
    expect(logicalDumpHash(of.connection.raw)).toBe(before);
  });
});

describe.skipIf(cdnowFile === null)(
  `a text without titles, columns set by hand (${missing})`,
  () => {
    it('gives 2,357 customers and $244,091.94', async () => {
      const of = await emptyShop({ settings: { currency: 'USD', country: 'US', language: 'en' } });
      const draft = await of.inspect(cdnowFile ?? '');
      const source = sourceIn(draft);
      expect([source.headerRow, source.separator]).toEqual([null, ' ']);
      const set = await of.configure(draft, {
        sourceId: source.id,
        fields: {
          0: 'customer.externalId',
          1: 'ignore',
          2: 'sale.date',
          3: 'line.quantity',
          4: 'line.amount',
        },
      });
      expect(set.isReady).toBe(true);
      const { report } = await of.commit(set);
      expect(report.counts).toMatchObject({ read: 6_919, added: 6_919 });
      expect(report.customers.added).toBe(2_357);
      expect(report.money).toEqual({
        exact: '244091.94',
        storedMinor: 24_409_194,
        roundedLines: 0,
      });
      expect(of.one('SELECT sum(revenue_minor) FROM customer_figures')).toBe(24_409_194);
    });
  },
);
