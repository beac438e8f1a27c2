import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { placeOf } from '#electron/services/sample/generate/place/place-of.ts';
import { sampleFolder, shopPaths } from '#electron/shop-file/shop-paths.ts';
import type { ChannelName, Input } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

/** Free text only: what is chosen from a list is stored in English words whatever the language. */
const written = `
  SELECT name FROM customers UNION ALL SELECT occupation FROM customers
  UNION ALL SELECT source FROM customers UNION ALL SELECT note FROM customers
  UNION ALL SELECT tag FROM customer_tags
  UNION ALL SELECT street FROM addresses UNION ALL SELECT city FROM addresses
  UNION ALL SELECT value FROM contact_points WHERE kind = 'email'
  UNION ALL SELECT name FROM products UNION ALL SELECT category FROM products
  UNION ALL SELECT note FROM sales UNION ALL SELECT payment_method FROM sales
  UNION ALL SELECT text FROM interactions UNION ALL SELECT handled_by FROM interactions
  UNION ALL SELECT reason FROM follow_ups
  UNION ALL SELECT title FROM complaints UNION ALL SELECT words FROM complaints
  UNION ALL SELECT cause FROM complaints UNION ALL SELECT solution FROM complaints
  UNION ALL SELECT answer FROM complaints UNION ALL SELECT handled_by FROM complaints
  UNION ALL SELECT what FROM corrective_actions UNION ALL SELECT owner FROM corrective_actions
  UNION ALL SELECT author FROM reviews UNION ALL SELECT text FROM reviews
  UNION ALL SELECT answer FROM reviews
  UNION ALL SELECT covers FROM guarantee_policies UNION ALL SELECT excludes FROM guarantee_policies
  UNION ALL SELECT how_to_claim FROM guarantee_policies UNION ALL SELECT problem FROM claims
  UNION ALL SELECT value FROM settings WHERE key = 'shopName'
  UNION ALL SELECT h.value ->> '$.name' FROM settings s, json_each(s.value) h
    WHERE s.key = 'holidays'`;

function wordsOf(texts: Iterable<string>): Set<string> {
  const words = [...texts].flatMap((text) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
  return new Set(words);
}

/** Every text of a place's lists, however deep it lies. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

const today = '2026-06-15';
const lists = {
  id: wordsOf(textsOf([placeOf('id'), placeOf('id').calendar.holidays(today)])),
  en: wordsOf(textsOf([placeOf('en'), placeOf('en').calendar.holidays(today)])),
};
/** Loanwords, months, and what the lists call their own parts; every other word is of one language. */
const inBoth =
  'april bank bar bean csv drink dripper email espresso example food google hamper held honey ' +
  'incoming instagram kilo label media november open outgoing plan repair replace september ' +
  'status tool total transfer voucher waiting';

const others = { id: 'en', en: 'id' } as const;

async function sampleOn(
  day: string,
  language: 'id' | 'en',
): Promise<{ shop: TempShop; raw: RawHandle; close(): Promise<void> }> {
  const shop = await tempShop();
  shop.machine.day = day;
  await shop.ask('sample.open', { language });
  const { database } = shopPaths(sampleFolder(shop.folder));
  expect(database.startsWith(join(shop.folder, 'sample'))).toBe(true);
  return { shop, ...openConnection(database, { readonly: true }) };
}

type Asked<N extends ChannelName = ChannelName> = readonly [N, Input<N>];

/** What each screen lists, and what of its answer must not be empty. */
function screens(day: string): readonly (readonly [...Asked, (answer: never) => unknown[]])[] {
  const rows = ({ rows: found }: { rows: unknown[] }) => found;
  const all = (found: unknown[]) => found;
  const year = { from: addDays(day, -364), to: day };
  return [
    ['customers.list', {}, rows],
    ['customers.list', { filter: { layers: ['prospect'] } }, rows],
    ['followUps.today', { span: 'today' }, rows],
    ['payments.owed', {}, rows],
    ['payments.owed', { filter: { only: 'overdue' } }, rows],
    ['followUps.today', { span: 'week' }, rows],
    ['complaints.list', {}, rows],
    ['complaints.waiting', {}, rows],
    ['complaints.list', { filter: { flags: ['overdue'] } }, rows],
    ['complaints.list', { filter: { flags: ['open-action'] } }, rows],
    ['complaints.board', {}, (columns: { rows: unknown[] }[]) => columns.flatMap(rows)],
    ['complaints.report', year, (report: { byCause: unknown[] }) => report.byCause],
    ['complaints.report', year, (report: { defects: unknown[] }) => report.defects],
    ['reviews.list', {}, rows],
    ['reviews.list', { filter: { only: 'waiting' } }, rows],
    ['reviews.list', { filter: { only: 'negative' } }, rows],
    [
      'guarantee.policies',
      {},
      (found: { policies: unknown[] }[]) => found.flatMap((one) => one.policies),
    ],
    ['guarantee.claims', { only: 'open' }, rows],
    ['guarantee.claims', { only: 'all' }, rows],
    ['guarantee.expiring', { days: 90 }, rows],
    ['interactions.voices', year, rows],
    ['insights.slipping', {}, rows],
    ['insights.worth', {}, (found: { bands: unknown[] }) => found.bands],
    ['insights.pyramid', {}, (found: { layers: unknown[] }) => found.layers],
    ['imports.list', {}, all],
  ] as never;
}

it('the lists of the two languages have nothing in common but loanwords', () => {
  const [id, en] = [placeOf('id'), placeOf('en')].map((place) => wordsOf(textsOf(place)));
  expect([...(id?.intersection(en ?? id) ?? [])].sort().join(' ')).toBe(inBoth);
});

describe.each(['id', 'en'] as const)('the sample shop in %s', (language) => {
  // The second day lies between the holidays, on which both shops are closed or quiet.
  it.each([today, '2027-01-01'])('has something on every screen on %s', async (day) => {
    const { shop, close } = await sampleOn(day, language);
    for (const [channel, input, listed] of screens(day)) {
      const answer = await shop.ask(channel, input);
      expect(listed(answer as never).length, `${channel} ${JSON.stringify(input)}`).toBeGreaterThan(
        0,
      );
    }
    const year = { from: addDays(day, -364), to: day };
    const { totals } = await shop.ask('payments.owed', {});
    for (const [age, { items }] of Object.entries(totals.ages))
      expect(items, age).toBeGreaterThan(0);
    const { cameBack } = await shop.ask('complaints.report', year);
    expect(cameBack).toMatchObject({ held: 1, waiting: 1 });
    await close();
  });

  it('has people, goods, words and holidays of its own language and none of the other', async () => {
    const { raw, shop, close } = await sampleOn(today, language);
    const texts = raw.prepare(written).pluck().all() as (string | null)[];
    const found = wordsOf(texts.filter((text) => text !== null));
    const foreign = lists[others[language]].difference(lists[language]);
    expect(foreign.size).toBeGreaterThan(400);
    expect([...found.intersection(foreign)]).toEqual([]);
    expect(found.intersection(lists[language]).size).toBeGreaterThan(400);
    const { settings } = await shop.ask('settings.get', {});
    const place = placeOf(language);
    expect(settings).toMatchObject({ language, country: place.country, shopName: place.shopName });
    expect(settings.holidays.some(({ on }) => on > today)).toBe(true);
    await close();
  });

  it('has only numbers that belong to nobody', async () => {
    const { raw, close } = await sampleOn(today, language);
    const numbers = raw
      .prepare("SELECT value FROM contact_points WHERE kind = 'phone'")
      .pluck()
      .all() as string[];
    const blocks = {
      id: /^\+62(8(12|57|13|78)5550\d{4}|274555\d{3})$/,
      en: /^\+44(7700900|1632960)\d{3}$/,
    };
    expect(numbers.length).toBeGreaterThan(300);
    for (const number of numbers) expect(number).toMatch(blocks[language]);
    await close();
  });
});

it('the sample shop follows the shop’s language where none is asked for', async () => {
  const shop = await tempShop();
  await shop.ask('settings.update', { language: 'id' });
  await shop.ask('sample.open', {});
  expect((await shop.ask('settings.get', {})).settings.shopName).toBe('Sekar Pagi');
});
