import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CampaignId } from '#shared/ids.ts';
import { campaignFacts, campaignShop, rowsWhere } from '#tests/support/campaigns/campaign-shop.ts';
import { recountUplift } from '#tests/support/campaigns/recount-uplift.ts';
import { addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';

interface Member {
  readonly customer_id: number;
  readonly state: string;
  readonly position: number;
  readonly decided_on: string | null;
}

const responseDays = 7;

/** A campaign worked over some days with whatever can come of a turn, and sales and words around it. */
async function workedShop(seed: number): Promise<{ shop: DirectShop; id: CampaignId }> {
  const draw = drawFrom(seed);
  const shop = await campaignShop(60);
  await shop.ask('settings.update', { marginPercent: 40 });
  const facts = { ...campaignFacts, heldPercent: 25, responseDays, dailyLimit: 10 };
  const { id } = await shop.ask('campaigns.create', { facts });
  await shop.ask('campaigns.start', { id });
  const turns = draw(2) === 0 ? 45 : 20 + draw(20);
  for (let done = 0; done < turns; done += 1) {
    if (done > 0 && done % 8 === 0) shop.day = addDays(shop.day, 1 + draw(2));
    const { member } = await shop.ask('campaigns.next', { id });
    if (member === null) break;
    const to = (['sent', 'sent', 'sent', 'skipped', 'unreachable'] as const)[draw(5)] ?? 'sent';
    await shop.ask('campaigns.decide', { memberId: member.memberId, to });
  }
  for (let sale = 0; sale < 80; sale += 1) {
    const customerId = 1 + draw(60);
    const soldOn = addDays(today, draw(30) - 5);
    const isReturn = draw(8) === 0;
    const revenueMinor = 1000 * (1 + draw(90)) * (isReturn ? -1 : 1);
    addSale(shop.raw, {
      customerId,
      soldOn,
      revenueMinor,
      ...(isReturn ? { kind: 'return' } : {}),
    });
    if (draw(3) === 0)
      shop.raw
        .prepare(
          `INSERT INTO interactions (customer_id, channel, direction, happened_at, created_at)
           VALUES (?, 'whatsapp', ?, ?, '')`,
        )
        .run(
          customerId,
          draw(4) === 0 ? 'out' : 'in',
          `${addDays(today, draw(25) - 3)}T05:00:00.000Z`,
        );
  }
  shop.day = addDays(today, 40);
  finishShop(shop.raw);
  return { shop, id };
}

/** From which day each is counted, told by looking for the next who had a turn. */
function dayOf(member: Member, all: readonly Member[]): string | null {
  if (member.decided_on !== null) return member.decided_on;
  const had = all.filter(({ decided_on }) => decided_on !== null);
  const next = had.find(({ position }) => position > member.position);
  if (next !== undefined) return next.decided_on;
  return all.some(({ state }) => state === 'waiting') ? null : (had.at(-1)?.decided_on ?? null);
}

function recount(shop: DirectShop, id: CampaignId) {
  const all = rowsWhere<Member>(shop, 'campaign_members', `campaign_id = ${id} AND state <> 'out'`);
  const group = (isHeld: boolean) => {
    const turned = all.filter(
      (one) => (one.state === 'held') === isHeld && dayOf(one, all) !== null,
    );
    let [buyers, revenueMinor, answered] = [0, 0, 0];
    for (const one of turned) {
      const from = dayOf(one, all) ?? '';
      const within = `BETWEEN '${from}' AND '${addDays(from, responseDays)}'`;
      const sales = rowsWhere<{ revenue_minor: number; is_purchase: number }>(
        shop,
        'sales',
        `customer_id = ${one.customer_id} AND sold_on ${within}`,
      );
      if (sales.some(({ is_purchase }) => is_purchase === 1)) buyers += 1;
      for (const { revenue_minor } of sales) revenueMinor += revenue_minor;
      // Turns are taken at 03:00 here, and whoever answers does so at 05:00 of the same days.
      const heard = rowsWhere(
        shop,
        'interactions',
        `customer_id = ${one.customer_id} AND direction = 'in' AND date(happened_at) ${within}`,
      );
      if (one.state === 'sent' && heard.length > 0) answered += 1;
    }
    const sent = turned.filter(({ state }) => state === 'sent').length;
    return { people: turned.length, buyers, revenueMinor, answered, sent };
  };
  return { written: group(false), held: group(true) };
}

describe('what a campaign brought', () => {
  it.each([1, 2, 3, 4, 5, 6])('is what the rows say, of a shop at random: %i', async (seed) => {
    const { shop, id } = await workedShop(seed);
    const expected = recount(shop, id);
    const result = await shop.ask('campaigns.result', { id });
    expect(result.written).toEqual(expected.written);
    const { people, buyers, revenueMinor } = expected.held;
    expect(result.held).toEqual({ people, buyers, revenueMinor });
    const { written } = expected;
    const difference = written.buyers / written.people - buyers / people;
    expect(result.uplift?.difference).toBeCloseTo(difference, 12);
    const margin = (difference * written.people * written.revenueMinor * 0.4) / written.buyers;
    expect(result.gain?.likely.marginMinor).toBe(Math.round(margin));
    for (const [of, count] of [
      ['turned', written.people],
      ['bought', written.buyers],
      ['heldTurned', people],
      ['heldBought', buyers],
      ['answered', written.answered],
      ['sent', written.sent],
    ] as const)
      expect((await shop.ask('campaigns.people', { id, of })).count, of).toBe(count);
    const { rows } = await shop.ask('campaigns.people', { id, of: 'turned' });
    const sum = rows.reduce((total, row) => total + row.revenueMinor, 0);
    expect(sum).toBe(written.revenueMinor);
  });

  it('of 54 of 300 against 10 of 100: 8 points, between -0.4 and 14.5, a return of 1.4', async () => {
    const shop = await campaignShop(400);
    await shop.ask('settings.update', { marginPercent: 40 });
    const facts = { ...campaignFacts, heldPercent: 25, responseDays };
    const { id } = await shop.ask('campaigns.create', { facts });
    expect(await shop.ask('campaigns.start', { id })).toMatchObject({ turns: 300, held: 100 });
    const written = rowsWhere<Member>(shop, 'campaign_members', "state = 'waiting'").slice(0, 54);
    const held = rowsWhere<Member>(shop, 'campaign_members', "state = 'held'").slice(0, 10);
    shop.raw.exec(`UPDATE campaign_members SET state = 'sent', decided_on = '${today}',
      decided_at = '${today}T03:00:00.000Z' WHERE state = 'waiting'`);
    for (const { customer_id: customerId } of [...written, ...held])
      addSale(shop.raw, { customerId, soldOn: addDays(today, 2), revenueMinor: 250_000 });
    await shop.ask('campaigns.cost', {
      ...{ id, costMinor: 1_000_000, minutes: null, hourMinor: null },
    });
    shop.day = addDays(today, 40);
    finishShop(shop.raw);
    const { uplift, gain, ...groups } = await shop.ask('campaigns.result', { id });
    expect(groups).toMatchObject({
      ...{ written: { people: 300, buyers: 54 }, held: { people: 100, buyers: 10 } },
    });
    const points = (share = 0) => Number((share * 100).toFixed(1));
    expect([uplift?.difference, uplift?.low, uplift?.high].map(points)).toEqual([8, -0.4, 14.5]);
    expect(uplift?.isProven).toBe(false);
    expect(gain?.likely.roi).toBeCloseTo(1.4, 6);
    const counted = recountUplift({ people: 300, buyers: 54 }, { people: 100, buyers: 10 });
    expect(uplift?.low).toBeCloseTo(counted.low, 6);
    expect(uplift?.high).toBeCloseTo(counted.high, 6);
    // Each buyer brings a margin of 100,000.
    const back = (share: number) => (share * 300 * 100_000 - 1_000_000) / 1_000_000;
    expect(gain?.low.roi).toBeCloseTo(back(counted.low), 4);
    expect(gain?.high.roi).toBeCloseTo(back(counted.high), 4);
  });

  it('has a return only where some were kept apart, a margin is known and it cost something', async () => {
    const { shop, id } = await workedShop(1);
    const result = () => shop.ask('campaigns.result', { id });
    expect((await result()).gain?.likely.roi).toBeNull();
    await shop.ask('campaigns.cost', { id, costMinor: 1000, minutes: 90, hourMinor: null });
    expect(await result()).toMatchObject({ costMinor: 1000, unpricedMinutes: 90 });
    await shop.ask('campaigns.cost', { id, costMinor: 1000, minutes: 90, hourMinor: 2000 });
    const priced = await result();
    expect(priced).toMatchObject({ costMinor: 4000, unpricedMinutes: 0 });
    const margin = priced.gain?.likely.marginMinor ?? 0;
    expect(priced.gain?.likely.roi).toBeCloseTo((margin - 4000) / 4000, 2);
    await shop.ask('settings.update', { marginPercent: null });
    expect((await result()).gain).toBeNull();
  });

  it('is told without a return where nobody was kept apart', async () => {
    const shop = await campaignShop(4);
    await shop.ask('settings.update', { marginPercent: 40 });
    const { id } = await shop.ask('campaigns.create', { facts: campaignFacts });
    await shop.ask('campaigns.start', { id });
    expect((await shop.ask('campaigns.result', { id })).written.people).toBe(0);
    const { member } = await shop.ask('campaigns.next', { id });
    await shop.ask('campaigns.decide', { memberId: member?.memberId ?? 0, to: 'sent' });
    await shop.ask('campaigns.cost', { id, costMinor: 1000, minutes: null, hourMinor: null });
    expect(await shop.ask('campaigns.result', { id })).toMatchObject({
      ...{ written: { people: 1, sent: 1 }, held: { people: 0 }, uplift: null, gain: null },
      ...{ isOpen: true, countedUntil: addDays(today, 14), missing: 0 },
    });
  });

  it('counts no sale whose day has not come', async () => {
    const shop = await campaignShop(1);
    const { id } = await shop.ask('campaigns.create', { facts: campaignFacts });
    await shop.ask('campaigns.start', { id });
    const { member } = await shop.ask('campaigns.next', { id });
    await shop.ask('campaigns.decide', { memberId: member?.memberId ?? 0, to: 'sent' });
    addSale(shop.raw, { customerId: 1, soldOn: addDays(today, 3), revenueMinor: 5_000 });
    const written = async () => (await shop.ask('campaigns.result', { id })).written;
    expect(await written()).toMatchObject({ buyers: 0, revenueMinor: 0 });
    expect((await shop.ask('campaigns.people', { id, of: 'bought' })).count).toBe(0);
    shop.day = addDays(today, 3);
    expect(await written()).toMatchObject({ buyers: 1, revenueMinor: 5_000 });
  });

  it('counts a person of two records once', async () => {
    const shop = await campaignShop(3);
    const { id } = await shop.ask('campaigns.create', { facts: campaignFacts });
    await shop.ask('campaigns.start', { id });
    const { member } = await shop.ask('campaigns.next', { id });
    const keptId = member?.customerId as never;
    await shop.ask('campaigns.decide', { memberId: member?.memberId ?? 0, to: 'sent' });
    const { member: other } = await shop.ask('campaigns.next', { id });
    await shop.ask('customers.mergeMany', { keptId, otherIds: [other?.customerId as never] });
    const { member: last } = await shop.ask('campaigns.next', { id });
    await shop.ask('campaigns.decide', { memberId: last?.memberId ?? 0, to: 'sent' });
    expect(await shop.ask('campaigns.result', { id })).toMatchObject({
      written: { people: 2, sent: 2 },
      missing: 1,
    });
  });
});
