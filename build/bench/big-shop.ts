import { mkdirSync } from 'node:fs';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { migrate } from '#db/file/migrate.ts';
import { refreshFigures } from '#db/queries/figures/refresh.ts';
import { deferSearch, indexCustomers, rebuildSearch } from '#db/queries/search/index.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';

const given = ['Ratna', 'Budi', 'Dewi', 'Agus', 'Rina', 'Joko', 'Wulan', 'Hendra', 'Siti', 'Yusuf'];
const family = ['Kusumawardani', 'Prasetyo', 'Lestari', 'Wibowo', 'Maharani', 'Nugraha', 'Saputra'];

function insertEverything(raw: RawHandle, customers: number, sales: number): void {
  const at = '2026-01-01T00:00:00.000Z';
  const customer = raw.prepare(
    'INSERT INTO customers (id, name, name_key, created_at) VALUES (?, ?, ?, ?)',
  );
  const phone = raw.prepare(
    "INSERT INTO contact_points (customer_id, kind, value, match_key) VALUES (?, 'phone', ?, ?)",
  );
  for (let id = 1; id <= customers; id += 1) {
    const name = `${given[id % 10]} ${family[(id >> 3) % 7]} ${id}`;
    const digits = `62812${String((id * 7919) % 100_000_000).padStart(8, '0')}`;
    customer.run(id, name, name.toLowerCase(), at);
    phone.run(id, `+${digits}`, digits);
  }
  const sale = raw.prepare(
    `INSERT INTO sales (match_key, number, sold_on, customer_id, kind, status, total_minor,
       revenue_minor, is_purchase, created_at)
     VALUES (?, ?, ?, ?, 'sale', 'completed', ?, ?, 1, ?)`,
  );
  for (let id = 1; id <= sales; id += 1) {
    const day = new Date(Date.UTC(2023, 0, 1) + ((id * 131) % 1_095) * 86_400_000);
    const amount = (1 + ((id * 37) % 900)) * 50_000;
    const buyer = 1 + ((id * 7_907) % customers);
    sale.run(String(id), `N-${id}`, day.toISOString().slice(0, 10), buyer, amount, amount, at);
  }
}

/** Fills an empty folder with a shop of that size; everything invented, the same every time. */
export async function buildBigShop(
  folder: string,
  size: { customers: number; sales: number; today: string },
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const connection = openConnection(shopPaths(folder).database, { isNew: true });
  const { raw } = connection;
  await migrate(raw, async () => undefined);
  raw
    .transaction(() => {
      insertEverything(raw, size.customers, size.sales);
      refreshFigures(raw, {
        today: size.today,
        activeMonths: 12,
        marginPercent: null,
        keepingCostMinor: null,
        yearsKept: { kind: 'average' },
      });
      deferSearch(raw);
      indexCustomers(raw, null);
      rebuildSearch(raw);
      raw.prepare(`INSERT INTO settings VALUES ('shopName', '"Toko Besar"')`).run();
    })
    .immediate();
  await connection.close();
}
