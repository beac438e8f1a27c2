import { openConnection } from '#db/file/client.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import type { ChannelName } from '#shared/contract/index.ts';
import type { TimelineKind } from '#shared/contract/interactions/interactions.ts';
import { buildInteractionShop, busyCustomers } from './interaction-shop.ts';
import { dayOfShop, openApp } from './open-app.ts';
import { p95 } from './percentile.ts';
import { peakMemoryMb } from './process-use.ts';

const [dataFolder = '', count = '100000'] = process.argv.slice(2);
const customers = Number(count);
const today = dayOfShop();
const size = { customers, interactions: customers * 5, openDates: customers / 5, today };
await buildInteractionShop(dataFolder, size);

const opened = await openApp(dataFolder);
const call = <T>(channel: ChannelName, input: object) =>
  opened.ask(channel, input as never) as Promise<T>;
const ask = (channel: ChannelName, input: object) => () => call(channel, input);

interface Page {
  readonly next: unknown;
}

/** Asks for the pages at those places of a list, each after the one before it. */
async function pagesOf(channel: ChannelName, input: object, places: readonly number[]) {
  const asks: (() => Promise<unknown>)[] = [];
  let after: unknown = null;
  for (let place = 0; place <= Math.max(...places); place += 1) {
    const given = { ...input, after };
    if (places.includes(place)) asks.push(ask(channel, given));
    ({ next: after } = await call<Page>(channel, given));
    if (after === null) break;
  }
  return asks;
}

const plain = Array.from({ length: 40 }, (_, index) => 10 + ((index * 7_907) % (customers - 10)));
const timeline = (customerId: number, kinds: readonly TimelineKind[] = []) =>
  ask('interactions.timeline', { customerId, kinds });
const busyPages = await Promise.all(
  busyCustomers.map((customerId) =>
    pagesOf('interactions.timeline', { customerId }, [0, 1, 50, 95]),
  ),
);
const timelineMs = await p95(20, [...plain.map((id) => timeline(id)), ...busyPages.flat()]);
const busyMs = await p95(20, busyPages.flat());
const changesMs = await p95(
  20,
  busyCustomers.map((id) => timeline(id, ['change'])),
);
const countsOf = (ids: readonly number[]) =>
  ids.map((customerId) => ask('interactions.counts', { customerId }));
const timelineCountsMs = await p95(20, countsOf(plain));
const busyCountsMs = await p95(20, countsOf(busyCustomers));
const todayPages = await pagesOf('followUps.today', { span: 'today' }, [0, 1, 20, 60, 70]);
const todayMs = await p95(40, [...todayPages, ask('followUps.today', { span: 'tomorrow' })]);
const weekMs = await p95(40, [ask('followUps.today', { span: 'week' })]);
const todayCountsMs = await p95(100, [ask('followUps.counts', {})]);
const handlersMs = await p95(40, [ask('interactions.handlers', {})]);
await opened.app.close();

const bare = openConnection(shopPaths(dataFolder).database, { readonly: true });
const interactionPage = bare.raw.prepare(
  `SELECT * FROM interactions WHERE customer_id = ? AND deleted_at IS NULL
   ORDER BY happened_at DESC, id DESC LIMIT 51`,
);
const barePageMs = await p95(
  20,
  [...plain, ...busyCustomers].map((id) => () => interactionPage.all(id)),
);
const duePage = bare.raw.prepare(
  `SELECT f.*, c.name FROM follow_ups f JOIN customers c ON c.id = f.customer_id
   WHERE f.done_at IS NULL AND f.deleted_at IS NULL AND f.due_on <= ?
   ORDER BY f.due_on, f.id LIMIT 51`,
);
const bareDueMs = await p95(200, [() => duePage.all(today)]);
await bare.close();
console.log(
  JSON.stringify({
    ms: timelineMs,
    timelineP95: timelineMs,
    busyTimelineP95: busyMs,
    changesP95: changesMs,
    timelineCountsP95: timelineCountsMs,
    busyCountsP95: busyCountsMs,
    todayP95: todayMs,
    weekP95: weekMs,
    todayCountsP95: todayCountsMs,
    handlersP95: handlersMs,
    barePageP95: barePageMs,
    bareDueP95: bareDueMs,
    peakRssMb: peakMemoryMb(process.pid),
  }),
);
process.exit(0);
