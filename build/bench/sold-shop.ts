import { mkdirSync } from 'node:fs';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { migrate } from '#db/file/migrate.ts';
import { refreshFigures } from '#db/queries/figures/refresh.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';

/** The year that everything is sold in. */
export const soldIn = { from: '2025-01-01', to: '2025-12-31' };

const at = '2026-01-01T00:00:00.000Z';
const customers = 20_000;
const products = 500;

function insertWho(raw: RawHandle): void {
  const customer = raw.prepare(
    'INSERT INTO customers (id, name, name_key, created_at) VALUES (?, ?, ?, ?)',
  );
  for (let id = 1; id <= customers; id += 1)
    customer.run(id, `Pelanggan ${id}`, `pelanggan ${id}`, at);
  const product = raw.prepare(
    `INSERT INTO products (id, name, name_key, sku, unit, price_minor, created_at)
     VALUES (?, ?, ?, ?, 'pcs', ?, ?)`,
  );
  for (let id = 1; id <= products; id += 1)
    product.run(id, `Barang ${id}`, `barang ${id}`, `B-${id}`, (1 + (id % 97)) * 250_000, at);
}

function insertSold(raw: RawHandle, count: number): void {
  const sale = raw.prepare(
    `INSERT INTO sales (id, match_key, number, sold_on, customer_id, kind, status, discount_minor,
       total_minor, revenue_minor, is_purchase, payment_method, is_on_account, created_at)
     VALUES (?, ?, ?, ?, ?, ?, 'completed', ?, ?, ?, ?, 'Tunai', ?, ?)`,
  );
  const line = raw.prepare(
    `INSERT INTO sale_lines (sale_id, position, product_id, quantity_e4, unit_price_e4, amount_minor)
     VALUES (?, 0, ?, ?, ?, ?)`,
  );
  for (let id = 1; id <= count; id += 1) {
    const isReturn = id % 50 === 0;
    const sign = isReturn ? -1 : 1;
    const product = 1 + ((id * 7_919) % products);
    const price = (1 + (product % 97)) * 250_000;
    const amount = sign * (1 + (id % 4)) * price;
    const off = !isReturn && id % 9 === 0 ? 50_000 : 0;
    const buyer = id % 5 < 2 ? null : 1 + ((id * 7_907) % customers);
    const isOnAccount = buyer !== null && id % 10 === 4 ? 1 : 0;
    const day = addDays(soldIn.from, Math.floor(((id - 1) * 365) / count));
    const total = amount - off;
    sale.run(
      ...[id, `n|N-${id}`, `N-${id}`, day, buyer, isReturn ? 'return' : 'sale', off, total, total],
      ...[isReturn ? 0 : 1, isOnAccount, at],
    );
    line.run(id, product, sign * (1 + (id % 4)) * 10_000, (price / 100) * 10_000, amount);
  }
}

/** Half of what stands on account is paid, a week later. */
function insertPaid(raw: RawHandle): void {
  raw.exec(`
    INSERT INTO payments (id, customer_id, paid_on, amount_minor, method, created_at)
      SELECT id, customer_id, date(sold_on, '7 days'), total_minor, 'Transfer', '${at}'
      FROM sales WHERE is_on_account = 1 AND kind = 'sale' AND id % 20 = 4;
    INSERT INTO payment_parts (payment_id, sale_id, amount_minor)
      SELECT id, id, amount_minor FROM payments;`);
}

/** A shop of so many sales of one line each, in one year; everything invented, the same every time. */
export async function buildSoldShop(folder: string, count: number, today: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const connection = openConnection(shopPaths(folder).database, { isNew: true });
  const { raw } = connection;
  await migrate(raw, async () => undefined);
  raw
    .transaction(() => {
      insertWho(raw);
      insertSold(raw, count);
      insertPaid(raw);
      refreshFigures(raw, {
        today,
        activeMonths: 12,
        marginPercent: null,
        keepingCostMinor: null,
        yearsKept: { kind: 'average' },
      });
      raw.prepare(`INSERT INTO settings VALUES ('shopName', '"Toko Laris"')`).run();
    })
    .immediate();
  raw.pragma('optimize');
  await connection.close();
}
