import { openConnection } from '#db/file/client.ts';
import { openBatch } from '#db/history/journal.ts';
import { nextWaiting } from '#db/queries/campaigns/queue.ts';
import { receivers, sortOut } from '#db/queries/campaigns/whom.ts';
import { insertCampaign, startCampaign } from '#db/queries/campaigns/write.ts';
import { partsWhere } from '#db/queries/segments/conditions.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { campaignFacts } from '#shared/contract/campaigns/shapes.ts';
import { draw } from '#shared/domain/campaigns/draw.ts';
import { neededFields } from '#shared/domain/campaigns/merge.ts';
import { buildBigShop } from './big-shop.ts';
import { peakMemoryMb } from './peak-memory.ts';
import { p95 } from './percentile.ts';

const [dataFolder = '', count = '100000'] = process.argv.slice(2);
const customers = Number(count);
const today = '2026-06-15';
await buildBigShop(dataFolder, { customers, sales: customers * 2, today });
const { raw, db, close } = openConnection(shopPaths(dataFolder).database);

/** Milliseconds of the processor, user and system, that it takes. */
async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

const facts = campaignFacts.parse({
  ...{ name: 'Besar', channel: 'whatsapp', text: 'Halo {nama}', heldPercent: 10 },
  definition: { parts: [{ field: 'phone', is: true }] },
});
const rules = {
  ...{ channel: facts.channel, restDays: facts.restDays, onlyAgreed: facts.onlyAgreed, today },
  ...{ needed: neededFields(facts.text), campaignId: null },
};
const where = [partsWhere(facts.definition, { today, through: today, timeZone: 'UTC' })];
const choose = async () => {
  const sorted = await sortOut(db, where, rules);
  const ids = sorted.filter(({ why }) => why === null).map(({ id }) => id);
  return { ids, ...draw(ids, facts.heldPercent, 7) };
};
const sort = async () =>
  (raw.prepare('SELECT name FROM customers').pluck().all() as string[]).sort(
    new Intl.Collator('id').compare,
  );
const rounds: { readonly chooseMs: number; readonly sortMs: number }[] = [];
for (let round = 0; round < 3; round += 1)
  rounds.push({ sortMs: await cpuMs(sort), chooseMs: await cpuMs(choose) });
const drawn = await choose();
const at = `${today}T03:00:00.000Z`;
const startMs = await cpuMs(async () => {
  raw.transaction(() => {
    const batchId = openBatch(raw, { kind: 'edit', label: facts.name, at });
    const id = insertCampaign(raw, batchId, facts, at);
    startCampaign(raw, batchId, id, { ...drawn, leftOut: [], seed: 7, at, on: today });
  })();
});
const skip = raw.prepare(
  "UPDATE campaign_members SET state = 'skipped', decided_on = ? WHERE id = ?",
);
const next = async () => {
  const waiting = await nextWaiting(db, 1, { ...rules, campaignId: 1 });
  await receivers(db, [waiting?.customerId ?? 0], facts.channel);
  skip.run(today, waiting?.memberId);
};
const nextP95 = await p95(200, [next]);
await close();
console.log(
  JSON.stringify({
    ms: Math.min(...rounds.map(({ chooseMs }) => chooseMs)),
    sortMs: Math.min(...rounds.map(({ sortMs }) => sortMs)),
    ...{ startMs, nextP95, drawn: drawn.ids.length },
    peakRssMb: peakMemoryMb(process.pid),
  }),
);
