import { openConnection } from '#db/file/client.ts';
import { peopleFacts } from '#db/queries/customers/people.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { findSamePeople } from '#shared/domain/people/find-pairs.ts';
import { personOf, Sounds } from '#shared/domain/people/person.ts';
import { buildBigShop } from './big-shop.ts';
import { peakMemoryMb } from './process-use.ts';

const [dataFolder = '', count = '100000'] = process.argv.slice(2);
const customers = Number(count);
await buildBigShop(dataFolder, { customers, sales: 0, today: '2026-06-15' });
const { raw, close } = openConnection(shopPaths(dataFolder).database);
const doubles = Math.floor(customers / 20);
raw.exec(`INSERT INTO customers (name, name_key, created_at)
    SELECT 'Bu ' || name, 'bu ' || name_key, created_at FROM customers WHERE id <= ${doubles};
  INSERT INTO contact_points (customer_id, kind, value, match_key)
    SELECT customer_id + ${customers}, kind, value, match_key FROM contact_points WHERE customer_id <= ${doubles}`);

/** Milliseconds of the processor, user and system, that it takes. */
function cpuMs(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

const collator = new Intl.Collator('id');
let found = 0;
const look = () => {
  const sounds = new Sounds();
  const people = peopleFacts(raw, null).map((facts) => personOf(facts, sounds));
  found = findSamePeople(people).filter(({ likeness }) => likeness.surety === 'certain').length;
};
const sort = () =>
  (raw.prepare('SELECT name FROM customers').pluck().all() as string[]).sort(collator.compare);
const rounds = [1, 2, 3].map(() => ({ sortMs: cpuMs(sort), lookMs: cpuMs(look) }));
await close();
console.log(
  JSON.stringify({
    ms: Math.min(...rounds.map(({ lookMs }) => lookMs)),
    sortMs: Math.min(...rounds.map(({ sortMs }) => sortMs)),
    peakRssMb: peakMemoryMb(process.pid),
    ...{ doubles, found },
  }),
);
