import { describe, expect, it } from 'vitest';
import type { Input, Output } from '#shared/contract/index.ts';
import { addDays, daysBetween } from '#shared/domain/calendar/dates.ts';
import { occasions } from '#shared/domain/vocabulary/standing.ts';
import type { CustomerId, StandingCampaignId } from '#shared/ids.ts';
import { campaignFacts } from '#tests/support/campaigns/campaign-shop.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import {
  addCustomer,
  addLine,
  addSale,
  finishShop,
  today,
} from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

type Facts = Input<'standing.create'>['facts'];

const facts = {
  ...{ name: 'Sapa', occasion: 'birthday', days: 0, channel: 'whatsapp' },
  ...{ text: 'Halo {sapaan|Kak}, ada kabar', definition: { parts: [] }, restDays: 0 },
} satisfies Facts;

/** Somebody for every few days of purchases around today, with birthdays around it too. */
async function shop(people = 60): Promise<DirectShop> {
  const made = await directShop();
  made.raw.transaction(() => {
    const born = made.raw.prepare('UPDATE customers SET birthday_on = ? WHERE id = ?');
    for (let index = 1; index <= people; index += 1) {
      const phones = index % 9 === 0 ? [] : [`+62811000${String(index).padStart(4, '0')}`];
      const id = addCustomer(made.raw, { name: `Orang ${index}`, phones });
      born.run(`19${60 + (index % 40)}${addDays(today, index - 20).slice(4)}`, id);
      for (let sale = 0; sale <= index % 3; sale += 1) {
        const soldOn = addDays(today, -index * 2 - sale * 40);
        addLine(
          made.raw,
          addSale(made.raw, { customerId: id, soldOn, revenueMinor: 900 }),
          `Barang ${index % 4}`,
          900,
        );
      }
    }
  })();
  finishShop(made.raw);
  return made;
}

async function isActive(made: DirectShop, parts: Partial<Facts> = {}): Promise<StandingCampaignId> {
  const { id } = await made.ask('standing.create', { facts: { ...facts, ...parts } });
  await made.ask('standing.switch', { id, isActive: true });
  return id;
}

interface Person {
  readonly id: number;
  readonly birthday: string;
  readonly phones: number;
  readonly bought: readonly string[];
}

/** Everybody with what is written down of them, read from the rows alone. */
function people({ raw }: DirectShop): Person[] {
  const rows = raw.prepare('SELECT id, birthday_on AS birthday FROM customers').all() as {
    id: number;
    birthday: string;
  }[];
  const phones = raw.prepare('SELECT count(*) FROM contact_points WHERE customer_id = ?').pluck();
  const bought = raw
    .prepare('SELECT sold_on FROM sales WHERE customer_id = ? AND deleted_at IS NULL ORDER BY 1')
    .pluck();
  return rows.map((row) => ({
    ...row,
    phones: Number(phones.get(row.id)),
    bought: bought.all(row.id) as string[],
  }));
}

const keys = ({ rows }: Output<'standing.due'>) =>
  rows.map(({ customerId, on }) => `${customerId} ${on}`).sort();

describe('whom a standing campaign proposes', () => {
  it.each([0, 3, 25])('birthdays from %i days before to two days after', async (days) => {
    const made = await shop();
    await isActive(made, { days });
    const meant = people(made)
      .filter(({ phones }) => phones > 0)
      .map(({ id, birthday }) => `${id} ${today.slice(0, 4)}${birthday.slice(4)}`)
      .filter((key) => {
        const away = daysBetween(today, key.split(' ')[1] ?? '');
        return away >= -2 && away <= days;
      });
    expect(keys(await made.ask('standing.due', { limit: 200 }))).toEqual(meant.sort());
    expect(meant.length).toBeGreaterThan(1);
  });

  it.each(['afterPurchase', 'secondPurchase'] as const)('%s, for two weeks', async (occasion) => {
    const made = await shop();
    await isActive(made, { occasion, days: 30 });
    const meant = people(made)
      .filter(({ phones, bought }) => {
        const since = daysBetween(bought.at(-1) ?? '', today);
        return (
          phones > 0 &&
          since >= 30 &&
          since <= 44 &&
          (occasion === 'afterPurchase' || bought.length === 1)
        );
      })
      .map(({ id, bought }) => `${id} ${bought.at(-1)}`);
    expect(keys(await made.ask('standing.due', { limit: 200 }))).toEqual(meant.sort());
    expect(meant.length).toBeGreaterThan(1);
  });

  it('a number once a day, whosever birthday it is, and not by another one that day either', async () => {
    const made = await shop();
    const [own] = people(made).filter(({ birthday }) => birthday.slice(5) === today.slice(5));
    const phone = made.raw
      .prepare('SELECT value FROM contact_points WHERE customer_id = ?')
      .pluck();
    const twin = addCustomer(made.raw, { name: 'Kembar', phones: [String(phone.get(own?.id))] });
    made.raw.prepare('UPDATE customers SET birthday_on = ? WHERE id = ?').run(own?.birthday, twin);
    finishShop(made.raw);
    const ids = async () =>
      (await made.ask('standing.due', { limit: 200 })).rows.map(({ customerId }) => customerId);
    const id = await isActive(made);
    const check = async () => made.ask('standing.check', { facts, id });
    expect(await ids()).toContain(own?.id);
    expect(await ids()).not.toContain(twin);
    expect((await check()).leftOut).toMatchObject({ sameReach: 1, recent: 0 });
    const season = { occasion: 'season', season: 'own', monthDay: today.slice(5) } as const;
    await isActive(made, { ...season, channel: 'call', dailyLimit: 500 });
    expect((await ids()).filter((one) => one === own?.id || one === twin)).toEqual([own?.id]);
    const row = { id, customerId: own?.id as CustomerId, on: today };
    await made.ask('standing.decide', { ...row, to: 'sent', text: 'Halo' });
    expect((await check()).leftOut).toMatchObject({ sameReach: 0, recent: 1 });
    made.day = addDays(today, 1);
    expect((await check()).leftOut).toMatchObject({ sameReach: 0, recent: 0 });
  });

  it('everybody before a day of every year, and nobody after it', async () => {
    const made = await shop();
    const parts = { occasion: 'season', season: 'own', monthDay: '06-20', days: 5 } as const;
    const id = await isActive(made, parts);
    const reached = people(made).filter(({ phones }) => phones > 0).length;
    expect(await made.ask('standing.due', {})).toMatchObject({ count: 40, waiting: reached - 40 });
    const check = { facts: { ...facts, ...parts }, id };
    expect(await made.ask('standing.check', check)).toMatchObject({
      ...{ open: 60, proposed: reached, seasonOn: ['2026-06-20'] },
      leftOut: { noWay: 60 - reached },
    });
    made.day = '2026-06-14';
    expect(await made.ask('standing.due', {})).toMatchObject({ count: 0, waiting: 0 });
    made.day = '2026-06-20';
    expect(await made.ask('standing.due', {})).toMatchObject({ count: 40 });
    made.day = '2026-06-21';
    expect(await made.ask('standing.due', {})).toMatchObject({ count: 0, waiting: 0 });
  });

  it('whose guarantee ends, by the product it is of', async () => {
    const made = await shop();
    const product = Number(
      made.raw.prepare("SELECT id FROM products WHERE name = 'Barang 1'").pluck().get(),
    );
    made.raw.exec(`INSERT INTO guarantee_policies (product_id, applies_from, months, days, covers, service_months, created_at)
      VALUES (${product}, '2020-01-01', 2, 0, 'mesin', 1, '')`);
    // Bought since: the last product is another one.
    const buyer = people(made).find(({ id }) => id === 25);
    addLine(
      made.raw,
      addSale(made.raw, { customerId: 25, soldOn: '2026-06-10', revenueMinor: 900 }),
      'Barang 2',
      900,
    );
    finishShop(made.raw);
    expect(buyer?.bought.at(-1)).toBe('2026-04-26');
    await isActive(made, { occasion: 'guaranteeEnds', days: 14, text: 'Garansi {barang} habis' });
    const { rows } = await made.ask('standing.due', { limit: 200 });
    expect(rows.find(({ customerId }) => customerId === 25)).toMatchObject({
      ...{ on: '2026-06-26', dueOn: '2026-06-12', until: '2026-06-26' },
      ...{ product: 'Barang 1', text: 'Garansi Barang 1 habis' },
    });
    const ends = made.raw
      .prepare(
        `SELECT s.customer_id || ' ' || date(s.sold_on, '+2 months') FROM sales s
         JOIN sale_lines l ON l.sale_id = s.id WHERE l.product_id = ?
         AND date(s.sold_on, '+2 months') BETWEEN '2026-06-15' AND '2026-06-29'
         AND EXISTS (SELECT 1 FROM contact_points w WHERE w.customer_id = s.customer_id)`,
      )
      .pluck()
      .all(product);
    expect(rows.map(({ customerId, on }) => `${customerId} ${on}`).sort()).toEqual(ends.sort());
  });

  it('whose points run out', async () => {
    const made = await shop();
    made.raw.exec(`UPDATE customer_figures SET points = 30, points_ending = 10,
      points_end_on = '2026-06-25' WHERE customer_id IN (1, 2, 9)`);
    await isActive(made, { occasion: 'pointsEnd', days: 10, text: 'Poin {poin}' });
    const { rows } = await made.ask('standing.due', {});
    expect(rows.map(({ customerId, text }) => [customerId, text])).toEqual([
      [1, 'Poin 30'],
      [2, 'Poin 30'],
    ]);
  });

  it('what is coming is what falls due in the 30 days after, and opens as many', async () => {
    const made = await shop();
    for (const occasion of ['birthday', 'afterPurchase'] as const) {
      const asked = { ...facts, occasion, days: 7 };
      const { coming } = await made.ask('standing.check', { facts: asked });
      const meant = people(made).filter(({ birthday, bought }) => {
        const on =
          occasion === 'birthday'
            ? `${today.slice(0, 4)}${birthday.slice(4)}`
            : (bought.at(-1) ?? '');
        const due = daysBetween(today, addDays(on, occasion === 'birthday' ? -7 : 7));
        return due >= 1 && due <= 30;
      });
      expect(coming, occasion).toBe(meant.length);
      const { rows } = await made.ask('standing.checked', { facts: asked, of: 'coming' });
      expect(new Set(rows.map(({ customerId }) => Number(customerId)))).toEqual(
        new Set(meant.map(({ id }) => id)),
      );
    }
  });

  it('nobody twice: one proposal each, whose time is up first', async () => {
    const made = await shop();
    await isActive(made, {
      occasion: 'season',
      season: 'own',
      monthDay: '06-15',
      days: 0,
      dailyLimit: 500,
    });
    await isActive(made, { name: 'Ulang tahun', days: 0, dailyLimit: 500 });
    const { rows, count } = await made.ask('standing.due', { limit: 200 });
    expect(new Set(rows.map(({ customerId }) => customerId)).size).toBe(count);
    // Today's birthday can still be wished in two days, the season cannot.
    const born = people(made).find(({ birthday }) => birthday.slice(5) === '06-15');
    expect(rows.find(({ customerId }) => customerId === born?.id)?.campaignName).toBe('Sapa');
  });

  it('only those of its conditions, and nothing while it is off', async () => {
    const made = await shop();
    const definition = { parts: [{ field: 'purchases' as const, from: 2, to: null }] };
    const id = await isActive(made, { occasion: 'afterPurchase', days: 10, definition });
    const { rows } = await made.ask('standing.due', { limit: 200 });
    const counts = new Map(people(made).map((one) => [one.id, one.bought.length]));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ customerId }) => (counts.get(customerId) ?? 0) >= 2)).toBe(true);
    await made.ask('standing.switch', { id, isActive: false });
    expect(await made.ask('standing.due', {})).toMatchObject({ count: 0, waiting: 0 });
  });
});

describe('what a proposal comes to', () => {
  const first = async (made: DirectShop) => {
    const [row] = (await made.ask('standing.due', {})).rows;
    if (row === undefined) throw new Error('Nobody is proposed.');
    return row;
  };
  const decide = (
    made: DirectShop,
    row: Output<'standing.due'>['rows'][number],
    to: 'sent' | 'skipped' | 'refused',
  ) =>
    made.ask('standing.decide', {
      ...{ id: row.standingId, customerId: row.customerId, on: row.on, to },
      text: to === 'sent' ? row.text : '',
    });

  it('sent: it stands in the history, the birthday is kept, and undone it is as before', async () => {
    const made = await shop();
    await isActive(made);
    const row = await first(made);
    const before = logicalDumpHash(made.raw);
    const { batchId } = await decide(made, row, 'sent');
    expect(made.raw.prepare('SELECT customer_id, channel, text FROM interactions').all()).toEqual([
      { customer_id: row.customerId, channel: 'whatsapp', text: row.text },
    ]);
    const kept = `SELECT cause, first_due_on, done_on FROM follow_ups WHERE customer_id = ?`;
    expect(made.raw.prepare(kept).all(row.customerId)).toEqual([
      { cause: 'birthday', first_due_on: row.on, done_on: today },
    ]);
    expect(keys(await made.ask('standing.due', { limit: 200 }))).not.toContain(
      `${row.customerId} ${row.on}`,
    );
    await made.ask('history.undo', { batchId });
    expect(logicalDumpHash(made.raw)).toBe(before);
    expect(keys(await made.ask('standing.due', { limit: 200 }))).toContain(
      `${row.customerId} ${row.on}`,
    );
  });

  it('a birthday that was kept on the list is not proposed', async () => {
    const made = await shop();
    await isActive(made);
    const { customerId, on } = await first(made);
    await made.ask('followUps.birthday', { customerId, on, snoozeTo: null });
    expect(keys(await made.ask('standing.due', {}))).not.toContain(`${customerId} ${on}`);
  });

  it('refused: no campaign proposes them any more', async () => {
    const made = await shop();
    await isActive(made, { days: 10 });
    const row = await first(made);
    await decide(made, row, 'refused');
    await isActive(made, { name: 'Lain', occasion: 'afterPurchase', days: 0 });
    const { rows } = await made.ask('standing.due', { limit: 200 });
    expect(rows.some(({ customerId }) => customerId === row.customerId)).toBe(false);
    const { leftOut } = await made.ask('campaigns.check', { facts: campaignFacts });
    expect(leftOut.refused).toBe(1);
  });

  it('what was sent counts for the rest and the measure of campaigns, and theirs for it', async () => {
    const made = await shop();
    await isActive(made, { days: 10 });
    const row = await first(made);
    await decide(made, row, 'sent');
    const { leftOut } = await made.ask('campaigns.check', { facts: campaignFacts });
    expect(leftOut.recent).toBe(1);
    const { id } = await made.ask('campaigns.create', { facts: campaignFacts });
    await made.ask('campaigns.start', { id });
    const next = await made.ask('campaigns.next', { id });
    expect(next.today.sent).toBe(1);
    const memberId = next.member?.memberId ?? 0;
    await made.ask('campaigns.decide', { memberId, to: 'sent', text: 'Halo' });
    await made.ask('standing.update', {
      ...{ id: row.standingId, expected: { ...facts, days: 10 } },
      facts: { ...facts, days: 10, dailyLimit: 2 },
    });
    const due = await made.ask('standing.due', {});
    expect(due.count).toBe(0);
    expect(due.waiting).toBeGreaterThan(0);
  });

  it('counts for the rest only what was sent, and only for so many days', async () => {
    const made = await shop();
    await isActive(made, { days: 10 });
    await decide(made, await first(made), 'skipped');
    const asked = { ...campaignFacts, restDays: 3 };
    const recent = async () => (await made.ask('campaigns.check', { facts: asked })).leftOut.recent;
    expect(await recent()).toBe(0);
    const { id } = await made.ask('campaigns.create', { facts: campaignFacts });
    await made.ask('campaigns.start', { id });
    expect((await made.ask('campaigns.next', { id })).today.sent).toBe(0);
    await decide(made, await first(made), 'sent');
    expect(await recent()).toBe(1);
    made.day = addDays(today, 2);
    expect(await recent()).toBe(1);
    made.day = addDays(today, 3);
    expect(await recent()).toBe(0);
  });

  it('is not switched on while its text has a field that no setting fills', async () => {
    const made = await shop();
    const { id } = await made.ask('standing.create', {
      facts: { ...facts, text: '{toko}, {saya}' },
    });
    const isOn = () =>
      made.ask('standing.switch', { id, isActive: true }).then(
        () => 'on',
        ({ error }) => error.reason,
      );
    expect(await isOn()).toBe('campaign-no-shop');
    await made.ask('settings.update', { shopName: 'Sekar' });
    expect(await isOn()).toBe('campaign-no-me');
    await made.ask('settings.update', { replyName: 'Rina' });
    expect(await isOn()).toBe('on');
  });

  it('has its turn once, only while it is on, and keeps a campaign that somebody had a turn by', async () => {
    const made = await shop();
    const id = await isActive(made);
    const row = await first(made);
    await decide(made, row, 'skipped');
    await expect(decide(made, row, 'sent')).rejects.toMatchObject({
      error: { reason: 'campaign-turn' },
    });
    await expect(made.ask('standing.remove', { id })).rejects.toMatchObject({
      error: { reason: 'standing-used' },
    });
    expect(await made.ask('standing.turns', { id })).toMatchObject({
      count: 1,
      rows: [{ customerId: row.customerId, on: row.on, state: 'skipped', decidedOn: today }],
    });
    await made.ask('standing.switch', { id, isActive: false });
    const other = people(made)[0]?.id as CustomerId;
    await expect(
      made.ask('standing.decide', { id, customerId: other, on: today, to: 'sent' }),
    ).rejects.toMatchObject({ error: { reason: 'campaign-state' } });
  });

  it('does not go on with braces that are no field, nor over somebody’s later change', async () => {
    const made = await shop();
    const { id } = await made.ask('standing.create', { facts: { ...facts, text: 'Halo {nma}' } });
    await expect(made.ask('standing.switch', { id, isActive: true })).rejects.toMatchObject({
      error: { reason: 'campaign-fields' },
    });
    const stale = { id, expected: facts, facts };
    await expect(made.ask('standing.update', stale)).rejects.toMatchObject({
      error: { reason: 'changed-meanwhile' },
    });
    await made.ask('standing.remove', { id });
    expect((await made.ask('standing.list', {})).rows).toEqual([]);
  });

  it.each(occasions)('%s of nobody is said as none', async (occasion) => {
    const made = await directShop();
    const season = occasion === 'season' ? ('lebaran' as const) : null;
    const id = await isActive(made, { occasion, season, days: 10 });
    expect((await made.ask('standing.get', { id })).isActive).toBe(true);
    expect(await made.ask('standing.due', {})).toEqual({
      ...{ count: 0, waiting: 0, rows: [], notUnderstood: [] },
    });
  });
});
