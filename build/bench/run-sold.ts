import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { builtTaskProcess } from '../node-platform.ts';
import { openApp } from './open-app.ts';
import { p95 } from './percentile.ts';
import { peakMemoryMb } from './process-use.ts';
import { soldIn } from './sold-shop.ts';

const [dataFolder = ''] = process.argv.slice(2);
const packs = join(dataFolder, 'packs');
mkdirSync(packs, { recursive: true });

const { app, ask, tasks } = await openApp(dataFolder, {
  dialogs: { chooseDataFolder: async () => packs },
  taskScript: builtTaskProcess,
});

const every = { excel: true, csv: true, pdf: true, journal: true };
const asked = { period: soldIn, files: every, templates: [] };

/** How long a stop takes that is asked for when so much is done. */
async function cancelAt(share: number): Promise<number> {
  const running = app.dispatch({ channel: 'accountant.makePack', input: asked, callId: 'stopped' });
  let from = 0;
  const stopListening = app.onEvent((event) => {
    if (from > 0 || event.type !== 'progress' || event.done < event.total * share) return;
    from = performance.now();
    void ask('tasks.cancel', { callId: 'stopped' });
  });
  const result = await running;
  stopListening();
  if (result.ok || result.error.code !== 'CANCELLED') throw new Error(JSON.stringify(result));
  return performance.now() - from;
}

const cancelMs = Math.max(await cancelAt(0.05), await cancelAt(0.3));
const idle = tasks.length;
let steps = 0;
const stopCounting = app.onEvent((event) => {
  if (event.type === 'progress') steps += 1;
});
const from = performance.now();
const made = await ask('accountant.makePack', asked);
const ms = performance.now() - from;
stopCounting();
const bytes = made?.files.reduce((sum, file) => sum + file.bytes, 0) ?? 0;
const peakRssMb = Math.max(...tasks.slice(idle - 1).map(({ pid }) => peakMemoryMb(pid ?? 0)));
const pages = (['newest', 'oldest'] as const).flatMap((order) =>
  [null, { soldOn: '2025-06-15', id: 1 }].map(
    (after) => () => ask('sales.list', { order, after, limit: 50 }),
  ),
);
const listP95 = await p95(50, pages);
let typed = 0;
const soldOn = '2025-12-31';
const line = { productId: null, name: 'Barang 7', quantityE4: 20_000, unitPriceE4: 25_000_000 };
const typedP95 = await p95(100, [
  () => ask('products.find', { text: 'barang 4' }),
  () => ask('sales.draft', { soldOn }),
]);
const entryP95 = await p95(200, [
  () => {
    typed += 1;
    const facts = { number: `K-${typed}`, soldOn, customerId: typed as never, lines: [line] };
    return ask('sales.create', { facts });
  },
]);

console.log(
  JSON.stringify({
    ...{ ms, peakRssMb, bytes, steps, cancelMs, listP95, typedP95, entryP95 },
    mainRssMb: peakMemoryMb(process.pid),
  }),
);
await app.close();
rmSync(packs, { recursive: true });
process.exit(0);
