import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { openConnection } from '#db/file/client.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import type { ChannelName, Input } from '#shared/contract/index.ts';
import { buildBigShop } from './big-shop.ts';
import { dayOfShop, openApp } from './open-app.ts';
import { peakMemoryMb } from './process-use.ts';

/**
 * What customers are worth, from cold and once more, in time of the processors that main and its tasks take,
 * beside what SQLite alone takes to add up everybody's purchases. `run-worth.ts FOLDER CUSTOMERS`.
 */
const [dataFolder = '', count = '100000'] = process.argv.slice(2);
const customers = Number(count);
const sales = customers * 10;
const products = 200;
const today = dayOfShop();
await buildBigShop(dataFolder, { customers, sales, today });

/** Gives every sale two lines; what sells together does so by chance alone. */
async function addLines(): Promise<void> {
  const { raw, close } = openConnection(shopPaths(dataFolder).database);
  raw.transaction(() => {
    const product = raw.prepare(
      "INSERT INTO products (id, name, name_key, created_at) VALUES (?, ?, ?, '2026-01-01T00:00:00.000Z')",
    );
    for (let id = 1; id <= products; id += 1) product.run(id, `Barang ${id}`, `barang ${id}`);
    raw.exec(`INSERT INTO sale_lines (sale_id, position, product_id, quantity_e4, amount_minor)
      SELECT id, 0, 1 + (id * 31) % ${products}, 10000, revenue_minor FROM sales
      UNION ALL SELECT id, 1, 1 + (id * 57) % ${products}, 10000, 0 FROM sales`);
  })();
  await close();
}
await addLines();

/** What SQLite alone takes: of everybody how often, when first and last, and for how much. */
async function bareMs(): Promise<number> {
  const { raw, close } = openConnection(shopPaths(dataFolder).database, { readonly: true });
  const from = process.cpuUsage();
  raw
    .prepare(
      `SELECT customer_id, count(DISTINCT sold_on), min(sold_on), max(sold_on), sum(revenue_minor)
       FROM sales WHERE customer_id IS NOT NULL AND deleted_at IS NULL GROUP BY customer_id`,
    )
    .all();
  const { user, system } = process.cpuUsage(from);
  await close();
  return (user + system) / 1000;
}
const bare = await bareMs();

const { app, ask, tasks, spentMs } = await openApp(dataFolder);
const delay = monitorEventLoopDelay({ resolution: 5 });
const spent: Record<string, number> = {};
const again: Record<string, number> = {};
const clock: Record<string, number> = {};

async function asked<N extends ChannelName>(name: string, channel: N, input: Input<N>) {
  for (const into of [spent, again]) {
    const [from, at] = [spentMs(), performance.now()];
    await ask(channel, input);
    into[name] = Math.round(spentMs() - from);
    if (into === spent) clock[name] = Math.round(performance.now() - at);
  }
}

// The task process is there before anything is measured.
await ask('insights.refresh', {});
await ask('insights.sales', {});
delay.enable();
await asked('formula values', 'insights.worth', {});
await asked('pyramid', 'insights.pyramid', {});
await asked('predicted', 'insights.predicted', {});
await asked('cohorts, lifetimes and who comes back', 'insights.comingBack', {});
await asked('slipping, by the curve of second purchases', 'insights.slipping', {});
await asked('alarms tried', 'insights.alarms', {});
await asked('groups by how they buy', 'insights.rfm', {});
await asked('next product', 'insights.nextProducts', {});
await asked('products and pairs', 'insights.products', {});
await asked('time and forecast', 'insights.time', {});
const definition = { parts: [{ field: 'layer' as const, values: ['top', 'large'] }] };
await asked('segment counted', 'segments.count', { definition });
delay.disable();
const peakRssMb = Math.max(0, ...tasks.map(({ pid }) => peakMemoryMb(pid ?? 0)));
await app.close();

const page = ['formula values', 'pyramid', 'predicted'];
const ms = page.reduce((sum, name) => sum + (spent[name] ?? 0), 0);
const longestBlockMs = Math.round(delay.max / 1e6);
const figures = { bareMs: Math.round(bare), longestBlockMs, spent, again, clock };
process.stdout.write(`${JSON.stringify({ ms, peakRssMb, ...figures })}\n`);
