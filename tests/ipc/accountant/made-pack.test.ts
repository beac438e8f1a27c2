import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { exactTable, packPlace } from '#tests/support/shop/pack-files.ts';
import { clearLedger, fillLedger, ledger, period } from '#tests/support/shop/random-ledger.ts';

const files = { excel: true, csv: true, pdf: true, journal: true };

async function makePack(shop: DirectShop) {
  shop.prepared = packPlace();
  const made = await shop.ask('accountant.makePack', { period, files, templates: [] });
  if (made === null) throw new Error('no pack');
  return made;
}

async function onlyPack(shop: DirectShop) {
  const { rows } = await shop.ask('accountant.packs', {});
  if (rows.length !== 1 || rows[0] === undefined) throw new Error(`${rows.length} packs`);
  return rows[0];
}

/** A ledger with some of everything. */
const [rich] = fc.sample(
  ledger.filter((one) => one.sales.length > 9 && one.payments.length > 3),
  { numRuns: 1, seed: 7 },
);

async function richShop(): Promise<DirectShop> {
  const shop = await directShop();
  if (rich === undefined) throw new Error('no ledger');
  fillLedger(shop.raw, rich);
  return shop;
}

test('a pack that was made is kept: where it is, and what its period came to', async () => {
  const shop = await richShop();
  const made = await makePack(shop);
  const pack = await onlyPack(shop);
  expect(pack).toMatchObject({
    ...{
      ...period,
      hash: made.hash,
      folder: made.path,
      made: 1,
      madeAt: '2026-06-15T03:00:00.000Z',
    },
    since: { changes: 0, revenueMinor: 0, owedMinor: 0 },
  });
  expect(pack.files).toEqual(made.files.map(({ name }) => name));
  const count = (sql: string) =>
    Number(shop.raw.prepare(`SELECT count(*) FROM ${sql}`).pluck().get(period));
  expect(pack.entries).toBe(
    count('sales WHERE deleted_at IS NULL AND sold_on BETWEEN :from AND :to') +
      count('payments WHERE deleted_at IS NULL AND paid_on BETWEEN :from AND :to') +
      count(`compensations o JOIN complaints c ON c.id = o.complaint_id WHERE c.deleted_at IS NULL
        AND (given_on BETWEEN :from AND :to OR used_on BETWEEN :from AND :to)`),
  );
});

test('what is kept of the rows comes to what the pack says, whatever the ledger', async () => {
  const shop = await directShop();
  const only = { excel: false, csv: false, pdf: false, journal: false };
  await fc.assert(
    fc.asyncProperty(ledger, async (book) => {
      clearLedger(shop.raw);
      shop.raw.exec('DELETE FROM pack_entries; DELETE FROM packs');
      fillLedger(shop.raw, book);
      shop.prepared = packPlace();
      await shop.ask('accountant.makePack', { period, files: only, templates: [] });
      const { figures } = await shop.ask('accountant.figures', period);
      const { sums, since } = await onlyPack(shop);
      expect([sums.revenueMinor, sums.owedMinor, since.changes]).toEqual([
        figures.netMinor,
        figures.closing.minor - figures.opening.minor,
        0,
      ]);
    }),
    { numRuns: 40 },
  );
}, 240_000);

test('made again without a change it is the same, and is found where it lies now', async () => {
  const shop = await richShop();
  const first = await makePack(shop);
  shop.day = '2027-01-20';
  const second = await makePack(shop);
  expect(second.hash).toBe(first.hash);
  expect(second.path).not.toBe(first.path);
  expect(await onlyPack(shop)).toMatchObject({ made: 1, folder: second.path });
  expect(exactTable(second.path, 'perubahan')).toEqual([]);
});

test('what changed since the last pack stands in its sheet, and again as long as nothing changes', async () => {
  const shop = await richShop();
  const first = await makePack(shop);
  const { id, sold_on, total_minor } = shop.raw
    .prepare(
      `SELECT id, sold_on, total_minor, revenue_minor FROM sales WHERE deleted_at IS NULL AND kind = 'sale'
         AND sold_on BETWEEN ? AND ? AND is_on_account = 0 AND status = 'completed' ORDER BY id LIMIT 1`,
    )
    .get(period.from, period.to) as { id: number; sold_on: string; total_minor: number };
  const was = Number(
    shop.raw.prepare('SELECT revenue_minor FROM sales WHERE id = ?').pluck().get(id),
  );
  expect(total_minor).toBeGreaterThan(0);
  shop.raw
    .prepare(
      'UPDATE sales SET total_minor = total_minor + 12345, revenue_minor = revenue_minor + 12345 WHERE id = ?',
    )
    .run(id);
  expect((await onlyPack(shop)).since).toEqual({ changes: 1, revenueMinor: 12_345, owedMinor: 0 });
  const second = await makePack(shop);
  const rows = exactTable(second.path, 'perubahan');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ Perubahan: 'Berubah', Jenis: 'Penjualan' });
  expect(
    ['Jumlah Dulu', 'Jumlah Sekarang', 'Selisih'].map((name) =>
      Math.round(Number(rows[0]?.[name]) * 100),
    ),
  ).toEqual([was, was + 12_345, 12_345]);
  expect([rows[0]?.['Tanggal Dulu'], rows[0]?.['Tanggal Sekarang']]).toEqual([sold_on, sold_on]);
  expect(second.hash).not.toBe(first.hash);
  expect((await makePack(shop)).hash).toBe(second.hash);
  expect(await onlyPack(shop)).toMatchObject({ made: 2, since: { changes: 0 } });
});

test('a customer’s new name is in the next pack, and counts as no change of the period', async () => {
  const shop = await richShop();
  const first = await makePack(shop);
  shop.raw.exec("UPDATE customers SET name = 'Ratna Baru' WHERE id = 1");
  expect((await onlyPack(shop)).since.changes).toBe(0);
  const second = await makePack(shop);
  expect(second.hash).not.toBe(first.hash);
  expect(exactTable(second.path, 'perubahan')).toEqual([]);
  const named = ['penjualan', 'pembayaran', 'piutang'].flatMap((word) =>
    exactTable(second.path, word).map((row) => row['Nama Pelanggan']),
  );
  expect(named).toContain('Ratna Baru');
});
