import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CampaignId, CustomerId } from '#shared/ids.ts';
import { campaignFacts } from '#tests/support/campaigns/campaign-shop.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const names = ['Ani', 'Budi', 'Citra', 'Dewi', 'Eko', 'Fajar', 'Gita', 'Hadi', 'Indah', 'Joko'];

interface Shop {
  readonly made: DirectShop;
  readonly id: CampaignId;
}

/** Ten with an address, and a campaign of letters that runs. */
async function shop(): Promise<Shop> {
  const made = await directShop();
  const { raw } = made;
  const live = raw.prepare(
    "INSERT INTO addresses (customer_id, street, city) VALUES (?, ?, 'Bandung')",
  );
  for (const [index, name] of names.entries())
    live.run(addCustomer(raw, { name }), `Jl. Mawar ${index + 1}`);
  raw.exec(`INSERT INTO standing_campaigns (name, occasion, days, definition, channel, text,
    rest_days, daily_limit, only_agreed, is_active, created_at)
    VALUES ('Sapa', 'birthday', 0, '{"parts":[]}', 'sms', 'Hi', 0, 40, 0, 1, '')`);
  finishShop(raw);
  await made.ask('settings.update', { shopName: 'Toko Sekar', language: 'en', currency: 'IDR' });
  const text = 'Halo {nama|Kak}, ada kabar dari {toko}.';
  const facts = { ...campaignFacts, channel: 'letter', text, restDays: 14 } as const;
  const { id } = await made.ask('campaigns.create', { facts });
  await made.ask('campaigns.start', { id });
  return { made, id };
}

/** Prints the letters; returns what is known of the print. */
async function printed({ made, id }: Shop) {
  made.prepared = { path: join(tempFolder(), 'a.pdf') };
  await made.ask('campaigns.savePdf', { id, what: 'letters', name: 'a' });
  const found = (await made.ask('campaigns.onPaper', { id, what: 'letters' })).printed;
  if (found === null) throw new Error('nothing is known of the print');
  return found;
}

/** A greeting of another campaign went to somebody today. */
function greet({ made: { raw, day } }: Shop, name: string): void {
  raw
    .prepare(
      `INSERT INTO standing_turns (standing_campaign_id, customer_id, occasion_on, state, decided_at,
        decided_on) SELECT 1, id, @day, 'sent', @day, @day FROM customers WHERE name = @name`,
    )
    .run({ day, name });
}

/** Whose history says what, by name. */
function told({ made: { raw } }: Shop): Readonly<Record<string, string>> {
  const rows = raw
    .prepare(
      `SELECT c.name, group_concat(i.text, ' / ') AS text FROM interactions i
       JOIN customers c ON c.id = i.customer_id
       WHERE i.channel = 'letter' AND i.direction = 'out' GROUP BY c.id`,
    )
    .all() as { name: string; text: string }[];
  return Object.fromEntries(rows.map(({ name, text }) => [name, text]));
}

/** What stands in the history of these. */
function texts(whose: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    whose.map((name) => [name, `Halo ${name}, ada kabar dari Toko Sekar.`]),
  );
}

async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (failed: { error: unknown }) => failed.error,
  );
}

const changed = { code: 'CONFLICT', reason: 'changed-meanwhile' };

it('whose letters were printed has had them, all at once, and that is taken back as one', async () => {
  const all = await shop();
  const { made, id } = all;
  const before = logicalDumpHash(made.raw);
  const print = await printed(all);
  expect(print).toMatchObject({ people: 10, waiting: 10 });
  const booked = await made.ask('campaigns.bookLetters', { id, print: print.print });
  expect(booked).toMatchObject({ booked: 10, passed: 0, isLast: true });
  expect(told(all)).toEqual(texts(names));
  expect(await made.ask('campaigns.get', { id })).toMatchObject({
    ...{ state: 'done', standing: { sent: 10, waiting: 0 } },
  });
  const { batchId } = booked;
  expect(await made.ask('history.undo', { batchId })).toMatchObject({ deed: 'campaignSent' });
  expect(logicalDumpHash(made.raw)).toBe(before);
  // The same can be booked again.
  expect((await made.ask('campaigns.onPaper', { id, what: 'letters' })).printed).toEqual(print);
});

it('whoever was printed is booked, though they would not be printed any more', async () => {
  const all = await shop();
  const { print } = await printed(all);
  greet(all, 'Budi');
  const { made, id } = all;
  const now = await made.ask('campaigns.onPaper', { id, what: 'letters' });
  expect(now).toMatchObject({ people: 9, printed: { people: 10, waiting: 10 } });
  expect(await made.ask('campaigns.bookLetters', { id, print })).toMatchObject({ booked: 10 });
  expect(told(all)).toEqual(texts(names));
});

it('as many others as were printed are nobody’s letters', async () => {
  const all = await shop();
  greet(all, 'Budi');
  const { print } = await printed(all);
  const { made, id } = all;
  // Budi could be printed now, and Citra not any more: as many as before.
  made.raw.exec('DELETE FROM standing_turns');
  greet(all, 'Citra');
  expect((await made.ask('campaigns.onPaper', { id, what: 'letters' })).people).toBe(9);
  expect(await made.ask('campaigns.bookLetters', { id, print })).toMatchObject({
    ...{ booked: 9, passed: 0, isLast: false },
  });
  expect(told(all)).toEqual(texts(names.filter((name) => name !== 'Budi')));
  expect(await made.ask('campaigns.get', { id })).toMatchObject({
    ...{ state: 'running', standing: { sent: 9, waiting: 1 } },
  });
});

it('who had a turn since the print is passed over, and that is said', async () => {
  const all = await shop();
  const { print } = await printed(all);
  const { made, id } = all;
  const { member } = await made.ask('campaigns.next', { id });
  await made.ask('campaigns.decide', { memberId: member?.memberId ?? 0, to: 'unreachable' });
  const now = await made.ask('campaigns.onPaper', { id, what: 'letters' });
  expect(now.printed).toMatchObject({ people: 10, waiting: 9 });
  expect(await made.ask('campaigns.bookLetters', { id, print })).toMatchObject({
    ...{ booked: 9, passed: 1, isLast: true },
  });
  expect(told(all)).toEqual(texts(names.filter((name) => name !== member?.name)));
});

it('the history has the letter as it was printed, whatever was changed since', async () => {
  const all = await shop();
  const { print } = await printed(all);
  const { made, id } = all;
  made.raw.exec("UPDATE customers SET name = 'Nyonya Ani' WHERE name = 'Ani'");
  await made.ask('settings.update', { shopName: 'Toko Lain', language: 'en', currency: 'IDR' });
  await made.ask('campaigns.bookLetters', { id, print });
  const { 'Nyonya Ani': ani, ...others } = told(all);
  expect({ Ani: ani, ...others }).toEqual(texts(names));
});

it('nothing is booked that was not printed, nor by a print that another came after', async () => {
  const all = await shop();
  const { made, id } = all;
  const { printed: none } = await made.ask('campaigns.onPaper', { id, what: 'letters' });
  expect(none).toBeNull();
  const labels = { id, what: 'labels', name: 'a' } as const;
  made.prepared = { path: join(tempFolder(), 'a.pdf') };
  await made.ask('campaigns.savePdf', labels);
  expect((await made.ask('campaigns.onPaper', { id, what: 'letters' })).printed).toBeNull();
  expect(await failure(made.ask('campaigns.bookLetters', { id, print: 'x' }))).toEqual(changed);
  const first = await printed(all);
  greet(all, 'Budi');
  const second = await printed(all);
  expect(second.people).toBe(9);
  const old = made.ask('campaigns.bookLetters', { id, print: first.print });
  expect(await failure(old)).toEqual(changed);
  await made.ask('campaigns.bookLetters', { id, print: second.print });
  expect(told(all)).toEqual(texts(names.filter((name) => name !== 'Budi')));
  // And not twice: nobody of that print waits any more.
  expect(await failure(made.ask('campaigns.bookLetters', { id, print: second.print }))).toEqual(
    changed,
  );
});

it('a print of a start that was taken back is none of the next start', async () => {
  const made = await directShop();
  const street = made.raw.prepare('INSERT INTO addresses (customer_id, street) VALUES (?, ?)');
  for (const name of names) street.run(addCustomer(made.raw, { name }), 'Jl. Mawar');
  finishShop(made.raw);
  const facts = { ...campaignFacts, channel: 'letter', text: 'Halo {nama}' } as const;
  const { id } = await made.ask('campaigns.create', { facts });
  const { batchId } = await made.ask('campaigns.start', { id });
  const all = { made, id };
  const { print } = await printed(all);
  await made.ask('history.undo', { batchId });
  made.time = '04:00';
  await made.ask('campaigns.start', { id });
  expect((await made.ask('campaigns.onPaper', { id, what: 'letters' })).printed).toBeNull();
  expect(await failure(made.ask('campaigns.bookLetters', { id, print }))).toEqual(changed);
});

it('whoever is erased is in no print either', async () => {
  const all = await shop();
  await printed(all);
  const { made, id } = all;
  const kept = () => JSON.stringify(made.raw.prepare('SELECT * FROM derived_state').all());
  expect(kept()).toContain('Halo Budi');
  const [budi] = made.raw.prepare("SELECT id FROM customers WHERE name = 'Budi'").pluck().all();
  await made.ask('privacy.erase', { customerId: budi as CustomerId, confirm: 'Budi' });
  expect(kept()).not.toContain('Budi');
  expect(kept()).toContain('Halo Ani');
  const now = await made.ask('campaigns.onPaper', { id, what: 'letters' });
  expect(now.printed).toMatchObject({ people: 9, waiting: 9 });
});
