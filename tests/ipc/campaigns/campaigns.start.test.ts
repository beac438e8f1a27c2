import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { draw } from '#shared/domain/campaigns/draw.ts';
import { leftOutReasons } from '#shared/domain/vocabulary/campaigns.ts';
import type { CampaignId } from '#shared/ids.ts';
import { campaignFacts, campaignShop, rowsWhere } from '#tests/support/campaigns/campaign-shop.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';
import { segmentShop } from '#tests/support/shop/segment-shop.ts';

type Facts = Input<'campaigns.create'>['facts'];
type Member = { customer_id: number; state: string; why: string | null; position: number };

const check = (shop: DirectShop, parts: Partial<Facts> = {}) =>
  shop.ask('campaigns.check', { facts: { ...campaignFacts, ...parts } });

async function started(shop: DirectShop, parts: Partial<Facts> = {}) {
  const { id } = await shop.ask('campaigns.create', { facts: { ...campaignFacts, ...parts } });
  return { id, ...(await shop.ask('campaigns.start', { id })) };
}

/** Numbers and addresses of each customer, as they are written down: "phone +62…". */
function reaches(shop: DirectShop): Map<number, Set<string>> {
  const all = new Map<number, Set<string>>();
  for (const one of rowsWhere<{ customer_id: number; kind: string; value: string }>(
    shop,
    'contact_points',
    "kind IN ('phone', 'email')",
  )) {
    const known = all.get(one.customer_id) ?? new Set();
    all.set(one.customer_id, known.add(`${one.kind} ${one.value.toLowerCase()}`));
  }
  return all;
}

/** Who else has a number or an address of theirs. */
function others(all: Map<number, Set<string>>, id: number): number[] {
  const own = all.get(id) ?? new Set();
  return [...all].flatMap(([other, theirs]) =>
    other !== id && !own.isDisjointFrom(theirs) ? [other] : [],
  );
}

/** Who has the number of somebody before them on the list, of whom nobody has theirs. */
function withoutDoubles(
  told: [number, string | null][],
  all: Map<number, Set<string>>,
  kind: string,
): Map<number, string | null> {
  const taken = new Set<string>();
  return new Map(
    told.map(([id, why]) => {
      const own = [...(all.get(id) ?? [])].filter((reach) => reach.startsWith(kind));
      if (why !== null) return [id, why];
      if (own.some((reach) => taken.has(reach))) return [id, 'sameReach'];
      for (const reach of own) taken.add(reach);
      return [id, null];
    }),
  );
}

/** Why each customer is left out, told one by one by other means than the app's. */
function recounted(shop: DirectShop, facts: Facts): Map<number, string | null> {
  const { raw } = shop;
  const said =
    raw.prepare(`SELECT is_given FROM consents WHERE customer_id = ? AND purpose = 'offers'
    ORDER BY said_on DESC, id DESC`);
  const points = raw.prepare('SELECT kind, value FROM contact_points WHERE customer_id = ?');
  const isWay = ({ kind, value }: { kind: string; value: string }) =>
    facts.channel === 'email'
      ? kind === 'email'
      : kind === 'phone' && (facts.channel === 'call' || !/^\+62[^8]/.test(value));
  const bought = raw.prepare(`SELECT count(*) FROM sales s JOIN sale_lines l ON l.sale_id = s.id
    JOIN products p ON p.id = l.product_id
    WHERE s.customer_id = ? AND s.is_purchase AND s.deleted_at IS NULL AND p.name <> ''`);
  const all = rowsWhere<{ id: number; name: string }>(
    shop,
    'customers',
    'deleted_at IS NULL AND erased_at IS NULL',
  );
  const reach = reaches(shop);
  const live = new Set(all.map(({ id }) => id));
  const refuses = (id: number) => said.pluck().all(id)[0] === 0;
  return withoutDoubles(
    all.map(({ id, name }) => {
      const [newest] = said.pluck().all(id);
      if (refuses(id) || others(reach, id).some((one) => live.has(one) && refuses(one)))
        return [id, 'refused'];
      if (facts.onlyAgreed === true && newest === undefined) return [id, 'unasked'];
      if (!(points.all(id) as { kind: string; value: string }[]).some(isWay)) return [id, 'noWay'];
      if (facts.text.includes('{nama}') && name === '') return [id, 'noWord'];
      if (facts.text.includes('{barang}') && bought.pluck().get(id) === 0) return [id, 'noWord'];
      return [id, null];
    }),
    reach,
    facts.channel === 'email' ? 'email' : 'phone',
  );
}

/** They say that they want no offers. */
function refuse({ raw }: DirectShop, id: number): void {
  raw
    .prepare(`INSERT INTO consents (customer_id, purpose, is_given, said_on, way, created_at)
      VALUES (?, 'offers', 0, ?, 'shop', '')`)
    .run(id, today);
}

/** People who are written down twice: by number, by mailbox, by both; and by that of one who refused. */
function addDoubles(shop: DirectShop): void {
  const add = (name: string, phones: string[], emails: string[] = []) =>
    addCustomer(shop.raw, { name, phones, emails });
  const [one, two, three] = ['+628110007001', '+628110007002', '+628110007003'];
  for (const name of ['Ani', 'Ani A.', 'Bu Ani']) add(name, [one as string]);
  add('Budi', [two as string], ['budi@contoh.id']);
  add('', [two as string], ['BUDI@contoh.id']);
  add('Budi kantor', ['+628110007012'], ['budi@contoh.id']);
  add('Dua nomor', [three as string, one as string]);
  add('Nomor kedua', [three as string]);
  refuse(shop, add('Tidak mau', ['+628110007021'], ['tidak@contoh.id']));
  add('Tidak mau lagi', ['+628110007021']);
  add('Surelnya sama', ['+628110007022'], ['tidak@contoh.id']);
}

describe('whom a campaign leads to', () => {
  it.each([
    {},
    { onlyAgreed: true },
    { channel: 'email', subject: 'Kabar' },
    { channel: 'call' },
    { text: 'Halo {nama}, {barang} lagi?' },
    { heldPercent: 30, onlyAgreed: true, text: '{barang}' },
  ] as Partial<Facts>[])('adds up, whatever leaves people out: %o', async (parts) => {
    const shop = await segmentShop();
    addCustomer(shop.raw, { name: '', phones: ['+628110009999'] });
    addCustomer(shop.raw, { name: 'Telepon rumah', phones: ['+62274555123'] });
    const gone = { name: 'Dibuang', deletedAt: '2026-01-01T00:00:00.000Z' };
    refuse(shop, addCustomer(shop.raw, { ...gone, phones: ['+628110007001'] }));
    addDoubles(shop);
    finishShop(shop.raw);
    const facts = { ...campaignFacts, ...parts };
    const expected = recounted(shop, facts);
    const whys = [...expected.values()];
    const found = await check(shop, parts);
    expect(found.matching).toBe(expected.size);
    for (const reason of leftOutReasons)
      expect(found.leftOut[reason], reason).toBe(whys.filter((why) => why === reason).length);
    expect(found.reachable).toBe(whys.filter((why) => why === null).length);
    expect(found.held).toBe(Math.round((found.reachable * (facts.heldPercent ?? 0)) / 100));
    expect(found.turns + found.held).toBe(found.reachable);
    expect(found).toMatchObject({ inTrash: 1, erased: 1 });
    for (const why of [null, ...leftOutReasons]) {
      const page = await shop.ask('campaigns.checked', { facts, why, limit: 500 });
      const ids = [...expected].filter(([, one]) => one === why).map(([id]) => id);
      expect(page.rows.map(({ customerId }) => customerId)).toEqual(ids);
      expect(page.count).toBe(ids.length);
    }
  });

  it('shows the text as it goes to people of the list', async () => {
    const shop = await campaignShop(20);
    await shop.ask('settings.update', { shopName: 'Sekar' });
    const { previews } = await check(shop, { text: 'Halo {nama}, {barang} di {toko}' });
    expect(previews).toHaveLength(5);
    expect(previews[0]).toEqual({
      ...{ customerId: 1, name: 'Orang 1', reach: '+628110000001', words: 6 },
      text: 'Halo Orang 1, Kopi di Sekar',
    });
    expect((await check(shop, { channel: 'email' })).previews[0]?.reach).toBe('orang1@contoh.id');
  });

  it('leaves out who was written to a short while ago, by any campaign', async () => {
    const shop = await campaignShop(3);
    const { id } = await started(shop);
    const { member } = await shop.ask('campaigns.next', { id });
    await shop.ask('campaigns.decide', { memberId: member?.memberId ?? 0, to: 'sent' });
    for (const [days, recent] of [
      [0, 1],
      [13, 1],
      [14, 0],
    ] as const) {
      shop.day = addDays(today, days);
      expect((await check(shop)).leftOut.recent, `${days}`).toBe(recent);
    }
    shop.day = today;
    expect((await check(shop, { restDays: 0 })).leftOut.recent).toBe(0);
  });

  it('leaves out who has the number of one written to a short while ago, and of nobody else', async () => {
    const shop = await campaignShop(3);
    const twin = addCustomer(shop.raw, { name: 'Kembar', phones: ['+628110000002'] });
    const fourth = addCustomer(shop.raw, { name: 'Lain', emails: ['orang2@contoh.id'] });
    finishShop(shop.raw);
    const { id } = await started(shop);
    expect((await shop.ask('campaigns.people', { id, of: 'out' })).rows).toMatchObject([
      { customerId: twin, why: 'sameReach' },
      { customerId: fourth, why: 'noWay' },
    ]);
    for (let turn = 0; turn < 3; turn += 1) {
      const { member } = await shop.ask('campaigns.next', { id });
      const to = member?.customerId === 2 ? 'sent' : 'skipped';
      await shop.ask('campaigns.decide', { memberId: member?.memberId ?? 0, to });
    }
    const recent = async (parts: Partial<Facts>) => {
      const facts = { ...campaignFacts, ...parts };
      const { rows } = await shop.ask('campaigns.checked', { facts, why: 'recent', limit: 9 });
      return rows.map(({ customerId }) => customerId);
    };
    expect(await recent({})).toEqual([2, twin]);
    expect(await recent({ channel: 'email', subject: 'Kabar' })).toEqual([2, fourth]);
    expect(await recent({ restDays: 0 })).toEqual([]);
    shop.day = addDays(today, 14);
    expect(await recent({})).toEqual([]);
  });

  it('passes over in its turn whose number was written to, or wants no offers, since', async () => {
    const shop = await campaignShop(4);
    const { id } = await started(shop, { restDays: 0 });
    const numbers = shop.raw.prepare(
      "UPDATE contact_points SET match_key = (SELECT match_key FROM contact_points WHERE customer_id = ? AND kind = 'phone') WHERE customer_id = ? AND kind = 'phone'",
    );
    const members = rowsWhere<Member>(shop, 'campaign_members', `campaign_id = ${id}`);
    const order = members.map((one) => one.customer_id);
    numbers.run(order[0], order[2]);
    numbers.run(order[1], order[3]);
    for (const to of ['sent', 'refused'] as const) {
      const { member } = await shop.ask('campaigns.next', { id });
      await shop.ask('campaigns.decide', { memberId: member?.memberId ?? 0, to });
    }
    expect(await shop.ask('campaigns.next', { id })).toMatchObject({ member: null, why: 'end' });
  });

  it('leaves those alone who are kept apart, until what their campaign counts is over', async () => {
    const shop = await campaignShop(10);
    const { id, held } = await started(shop, { heldPercent: 30, responseDays: 5 });
    expect(held).toBe(3);
    expect((await check(shop, { restDays: 0 })).leftOut.held).toBe(3);
    await shop.ask('campaigns.turn', { id, to: 'done' });
    shop.day = addDays(today, 5);
    expect((await check(shop)).leftOut.held).toBe(3);
    shop.day = addDays(today, 6);
    expect((await check(shop)).leftOut.held).toBe(0);
  });
});

describe('a start', () => {
  it('also goes to whom something is expected of, as many as the segment says', async () => {
    const shop = await segmentShop();
    const definition = { parts: [{ field: 'chance' as const, from: 50, to: null }] };
    const { count } = await shop.ask('segments.count', { definition });
    expect(count).toBeGreaterThan(0);
    expect(await check(shop, { definition })).toMatchObject({ matching: count });
    const { turns, held, leftOut } = await started(shop, { definition });
    expect(turns + held + leftOut).toBe(count);
  });

  it('settles the list as it was shown, those kept apart drawn from the seed that it keeps', async () => {
    const shop = await segmentShop();
    const facts = { ...campaignFacts, heldPercent: 20 };
    const shown = await check(shop, facts);
    const { id, turns, held, leftOut } = await started(shop, facts);
    expect({ turns, held }).toEqual({ turns: shown.turns, held: shown.held });
    expect(leftOut).toBe(shown.matching - shown.reachable);
    const members = rowsWhere<Member>(shop, 'campaign_members', `campaign_id = ${id}`);
    const expected = recounted(shop, facts);
    expect(new Map(members.map((one) => [one.customer_id, one.why]))).toEqual(expected);
    const reachable = [...expected].filter(([, why]) => why === null).map(([one]) => one);
    const [{ seed }] = rowsWhere<{ seed: number }>(shop, 'campaigns', `id = ${id}`) as [
      { seed: number },
    ];
    const drawn = draw(reachable, 20, seed);
    const inTurn = members.filter(({ state }) => state !== 'out');
    expect(inTurn.map((one) => one.customer_id)).toEqual(drawn.order);
    expect(inTurn.filter(({ state }) => state === 'held').map((one) => one.customer_id)).toEqual(
      drawn.order.filter((one) => drawn.held.has(one)),
    );
    const { standing, drawn: counted } = await shop.ask('campaigns.get', { id });
    expect(standing).toMatchObject({ waiting: turns, held, out: leftOut, sent: 0 });
    expect(counted).toBe(turns + held);
  });

  it('does not follow the segment any more, nor who comes after', async () => {
    const shop = await campaignShop(4);
    const { id } = await started(shop);
    addCustomer(shop.raw, { name: 'Baru', phones: ['+628119999999'] });
    finishShop(shop.raw);
    expect((await shop.ask('campaigns.get', { id })).standing.waiting).toBe(4);
    expect((await check(shop)).matching).toBe(5);
  });

  it('is taken back whole, and the draft can start again', async () => {
    const shop = await campaignShop(6);
    const { id } = await shop.ask('campaigns.create', { facts: campaignFacts });
    const before = logicalDumpHash(shop.raw);
    const { batchId } = await shop.ask('campaigns.start', { id });
    expect(await shop.ask('history.undo', { batchId })).toMatchObject({
      kept: [],
      deed: 'campaignStarted',
    });
    expect(logicalDumpHash(shop.raw)).toBe(before);
    expect(await shop.ask('campaigns.start', { id })).toMatchObject({ turns: 6 });
  });

  it('is refused while the text says the shop’s name or who signs, and no setting does', async () => {
    const shop = await campaignShop(2);
    const start = async (parts: Partial<Facts>) => {
      const { id } = await shop.ask('campaigns.create', { facts: { ...campaignFacts, ...parts } });
      const said = await shop.ask('campaigns.start', { id }).catch(({ error }) => error.reason);
      return typeof said === 'string' ? said : said.turns;
    };
    const email = { channel: 'email', restDays: 0, text: 'Halo' } as const;
    expect(await start({ text: 'Halo dari {toko}' })).toBe('campaign-no-shop');
    expect(await start({ text: 'Salam, { Me }' })).toBe('campaign-no-me');
    expect(await start({ ...email, subject: 'Kabar {shop}' })).toBe('campaign-no-shop');
    expect(await start({ ...email, channel: 'sms', subject: 'Kabar {shop}' })).toBe(2);
    expect(await start({ text: '{saya|Kami}, {toko|toko kami}' })).toBe(2);
    await shop.ask('settings.update', { shopName: 'Sekar', replyName: 'Rina' });
    expect(await start({ text: 'Halo dari {toko}, {saya}' })).toBe(2);
  });

  it('is refused where it has started, has nobody, has a word that is no field, or was begun', async () => {
    const shop = await campaignShop(2);
    const refusal = async (parts: Partial<Facts>) => {
      const { id } = await shop.ask('campaigns.create', { facts: { ...campaignFacts, ...parts } });
      return shop.ask('campaigns.start', { id }).catch(({ error }) => error.reason);
    };
    expect(await refusal({ text: 'Diskon {diskon}' })).toBe('campaign-fields');
    expect(await refusal({ definition: { parts: [{ field: 'owed', from: 1, to: null }] } })).toBe(
      'campaign-nobody',
    );
    const { id, batchId } = await started(shop);
    await expect(shop.ask('campaigns.start', { id })).rejects.toMatchObject({
      error: { reason: 'campaign-started' },
    });
    const { member } = await shop.ask('campaigns.next', { id });
    await shop.ask('campaigns.decide', { memberId: member?.memberId ?? 0, to: 'sent' });
    const { kept } = await shop.ask('history.undo', { batchId });
    expect(kept.map(({ entity }) => entity)).toContain('campaign_members');
    const { state } = await shop.ask('campaigns.get', { id });
    if (state === 'draft')
      await expect(shop.ask('campaigns.start', { id })).rejects.toMatchObject({
        error: { reason: 'campaign-begun' },
      });
    await expect(shop.ask('campaigns.get', { id: 99 as CampaignId })).rejects.toMatchObject({
      error: { code: 'NOT_FOUND', entity: 'campaign' },
    });
  });
});

describe('a draft', () => {
  it('is changed, never over what somebody else wrote, and after the start only in what is not settled', async () => {
    const shop = await campaignShop(3);
    const { id } = await shop.ask('campaigns.create', { facts: campaignFacts });
    const { facts } = await shop.ask('campaigns.get', { id });
    const update = (to: Partial<Facts>, expected = facts) =>
      shop.ask('campaigns.update', { id, expected, facts: { ...expected, ...to } });
    await update({ channel: 'sms' });
    await expect(update({ goal: 'Lain' })).rejects.toMatchObject({
      error: { reason: 'changed-meanwhile' },
    });
    await shop.ask('campaigns.start', { id });
    const running = (await shop.ask('campaigns.get', { id })).facts;
    await expect(update({ heldPercent: 50 }, running)).rejects.toMatchObject({
      error: { reason: 'campaign-started' },
    });
    await update({ dailyLimit: 5, text: 'Halo' }, running);
    expect((await shop.ask('campaigns.get', { id })).today).toEqual({ sent: 0, limit: 5 });
    await expect(shop.ask('campaigns.remove', { id })).rejects.toMatchObject({
      error: { reason: 'campaign-started' },
    });
  });

  it('is deleted, and comes back with one key', async () => {
    const shop = await campaignShop(1);
    const { id } = await shop.ask('campaigns.create', { facts: campaignFacts });
    const { batchId } = await shop.ask('campaigns.remove', { id });
    expect((await shop.ask('campaigns.list', {})).rows).toEqual([]);
    await shop.ask('history.undo', { batchId });
    expect((await shop.ask('campaigns.list', {})).rows).toMatchObject([{ id, state: 'draft' }]);
  });
});
