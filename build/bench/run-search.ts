import { openConnection } from '#db/file/client.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import type { ChannelName } from '#shared/contract/index.ts';
import { buildBigShop } from './big-shop.ts';
import { dayOfShop, openApp } from './open-app.ts';
import { p95 } from './percentile.ts';
import { peakMemoryMb } from './process-use.ts';

const [dataFolder = '', count = '100000', password = ''] = process.argv.slice(2);
const customers = Number(count);
const today = dayOfShop();
await buildBigShop(dataFolder, { customers, sales: customers * 3, today });

const typed = ['r', 'ra', 'rat', 'ratna', 'ratna ku', 'ratna kusumawardani 50', 'wibowo', '0812'];
const phones = ['0812 0007', '+62812', '4711', 'ratma', 'kusumawardai', 'N-2', 'nobody'];
const sorts = ['name', 'lastPurchase', 'purchases', 'revenue', 'activeRevenue', 'clv'] as const;

const opened = await openApp(dataFolder);
const ask = (channel: ChannelName, input: object) => () => opened.ask(channel, input as never);
if (password !== '') await ask('password.set', { password })();
const texts = [...typed, ...phones];
const search = await p95(
  20,
  texts.map((text) => ask('search.find', { text })),
);
const find = await p95(
  20,
  texts.map((text) => ask('customers.list', { filter: { search: text } })),
);
const page = await p95(
  20,
  sorts.flatMap((sort) =>
    [true, false].map((descending) => ask('customers.list', { order: { sort, descending } })),
  ),
);
const summary = await p95(
  20,
  texts.map((text) => ask('customers.summary', { filter: { search: text } })),
);
await opened.app.close();

/** What SQLite alone takes: a list of names by LIKE, and one page. The key of a protected file went with the app. */
async function bareMs(): Promise<readonly [like: number, page: number]> {
  if (password !== '') return [0, 0];
  const bare = openConnection(shopPaths(dataFolder).database, { readonly: true });
  const like = bare.raw.prepare('SELECT id, name FROM customers WHERE name_key LIKE ? LIMIT 100');
  const firstPage = bare.raw.prepare(
    'SELECT * FROM customer_figures ORDER BY active_revenue_minor DESC, customer_id DESC LIMIT 100',
  );
  const taken = [
    await p95(
      20,
      texts.map((text) => () => like.all(`%${text}%`)),
    ),
    await p95(200, [() => firstPage.all()]),
  ] as const;
  await bare.close();
  return taken;
}

const [likeP95, barePageP95] = await bareMs();
console.log(
  JSON.stringify({
    ms: search,
    searchP95: search,
    listFindP95: find,
    listP95: page,
    summaryP95: summary,
    likeP95,
    barePageP95,
    peakRssMb: peakMemoryMb(process.pid),
  }),
);
process.exit(0);
