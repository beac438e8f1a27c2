import { performance } from 'node:perf_hooks';
import { openConnection } from '#db/file/client.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { campaignFacts } from '#shared/contract/campaigns/shapes.ts';
import { builtTaskProcess } from '../node-platform.ts';
import { buildBigShop } from './big-shop.ts';
import { dayOfShop, openApp } from './open-app.ts';
import { p95 } from './percentile.ts';
import { peakMemoryMb } from './process-use.ts';

/**
 * A campaign at the app's door: whom it goes to chosen and counted, its start (whoever is kept apart drawn by
 * lot, everybody written down), and turn after turn of its queue. `run-campaign.ts FOLDER CUSTOMERS`.
 */
const [dataFolder = '', count = '100000'] = process.argv.slice(2);
const customers = Number(count);
await buildBigShop(dataFolder, { customers, sales: customers * 2, today: dayOfShop() });

/** What sorting all names takes, quickest of three: how quick the machine is, and how busy. */
async function sortMs(): Promise<number> {
  const { raw, close } = openConnection(shopPaths(dataFolder).database, { readonly: true });
  const names = raw.prepare('SELECT name FROM customers').pluck().all() as string[];
  await close();
  const took = [0, 1, 2].map(() => {
    const from = performance.now();
    names.toSorted(new Intl.Collator('id').compare);
    return performance.now() - from;
  });
  return Math.min(...took);
}
const sorted = await sortMs();

const { app, ask, tasks } = await openApp(dataFolder, { taskScript: builtTaskProcess });
const facts = (heldPercent: number) =>
  campaignFacts.parse({
    ...{ name: 'Besar', channel: 'whatsapp', text: 'Halo {nama}', heldPercent },
    ...{ definition: { parts: [{ field: 'phone', is: true }] }, dailyLimit: 1000 },
  });
/** Each asks something else: what was reckoned once is kept. */
const chosen: number[] = [];
for (const heldPercent of [10, 11, 12, 13, 14]) {
  const from = performance.now();
  await ask('campaigns.check', { facts: facts(heldPercent) });
  chosen.push(performance.now() - from);
}
const { id } = await ask('campaigns.create', { facts: facts(10) });
const from = performance.now();
await ask('campaigns.start', { id });
const startMs = performance.now() - from;
const turns: number[] = [];
const decideMs = await p95(200, [
  async () => {
    const asked = performance.now();
    const { member } = await ask('campaigns.next', { id });
    turns.push(performance.now() - asked);
    if (member === null) throw new Error('the queue is empty');
    await ask('campaigns.decide', { memberId: member.memberId, to: 'sent' });
  },
]);
turns.sort((a, b) => a - b);
const peakRssMb = Math.max(0, ...tasks.map(({ pid }) => peakMemoryMb(pid ?? 0)));
await app.close();
console.log(
  JSON.stringify({
    ms: Math.min(...chosen),
    ...{ sortMs: sorted, firstMs: chosen[0], startMs, decideMs },
    nextP95: turns[Math.floor(turns.length * 0.95)],
    peakRssMb,
  }),
);
process.exit(0);
