import { beforeEach, describe, expect, it } from 'vitest';
import type { CampaignMember } from '#shared/contract/campaigns/shapes.ts';
import type { Input } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CampaignId } from '#shared/ids.ts';
import { campaignFacts, campaignShop, rowsWhere } from '#tests/support/campaigns/campaign-shop.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { today } from '#tests/support/shop/build-shop.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';

type Decision = Input<'campaigns.decide'>['to'];
type Facts = Input<'campaigns.create'>['facts'];

let shop: DirectShop;

beforeEach(async () => {
  shop = await campaignShop(8);
});

async function running(parts: Partial<Facts> = {}): Promise<CampaignId> {
  const { id } = await shop.ask('campaigns.create', { facts: { ...campaignFacts, ...parts } });
  await shop.ask('campaigns.start', { id });
  return id;
}

const next = (id: CampaignId) => shop.ask('campaigns.next', { id });

async function whose(id: CampaignId): Promise<CampaignMember> {
  const { member, why } = await next(id);
  if (member === null) throw new Error(`nobody: ${why}`);
  return member;
}

async function decide(id: CampaignId, to: Decision, text = '') {
  const member = await whose(id);
  const { memberId } = member;
  return { ...member, ...(await shop.ask('campaigns.decide', { memberId, to, text })) };
}

describe('the queue', () => {
  it('gives everybody one turn, in the order that was drawn, and ends with the last', async () => {
    const id = await running({ heldPercent: 25 });
    const order = rowsWhere<{ customer_id: number; position: number; state: string }>(
      shop,
      'campaign_members',
      "state = 'waiting'",
    ).sort((a, b) => a.position - b.position);
    const met: number[] = [];
    for (const [index, to] of [
      'sent',
      'skipped',
      'unreachable',
      'sent',
      'sent',
      'sent',
    ].entries()) {
      const { customerId, isLast } = await decide(id, to as Decision);
      met.push(customerId);
      expect(isLast).toBe(index === 5);
    }
    expect(met).toEqual(order.map((one) => one.customer_id));
    const { state, standing, endedOn } = await shop.ask('campaigns.get', { id });
    expect({ state, endedOn }).toEqual({ state: 'done', endedOn: today });
    expect(standing).toMatchObject({ waiting: 0, sent: 4, skipped: 1, unreachable: 1, held: 2 });
    expect(await next(id)).toMatchObject({ member: null, why: 'state' });
  });

  it('writes what was said into the history of whoever it was said to, and takes it back as one', async () => {
    const id = await running();
    const before = logicalDumpHash(shop.raw);
    const { customerId, batchId } = await decide(id, 'sent', 'Halo, ada kabar.');
    expect(rowsWhere(shop, 'interactions', '1')).toMatchObject([
      {
        ...{ customer_id: customerId, channel: 'whatsapp', direction: 'out', outcome: null },
        ...{ text: 'Halo, ada kabar.', campaign_id: id, topic: 'contact' },
      },
    ]);
    const { rows } = await shop.ask('interactions.timeline', { customerId });
    expect(rows[0]).toMatchObject({ kind: 'contact', text: 'Halo, ada kabar.' });
    expect(await shop.ask('history.undo', { batchId })).toMatchObject({ deed: 'campaignSent' });
    expect(logicalDumpHash(shop.raw)).toBe(before);
    expect((await whose(id)).customerId).toBe(customerId);
  });

  it('tells of a call that nobody took, and of nothing that was not said', async () => {
    const calls = await running({ channel: 'call' });
    await decide(calls, 'unreachable');
    await decide(calls, 'skipped');
    expect(rowsWhere(shop, 'interactions', '1')).toMatchObject([
      { channel: 'call', outcome: 'no-answer' },
    ]);
    const writes = await running({ restDays: 0 });
    await decide(writes, 'unreachable');
    expect(rowsWhere(shop, 'interactions', '1')).toHaveLength(1);
  });

  it('stops at the day’s measure, over all campaigns of that way, and goes on the next day', async () => {
    const first = await running({ dailyLimit: 3 });
    await decide(first, 'sent');
    await decide(first, 'skipped');
    const second = await running({ dailyLimit: 3, restDays: 0 });
    await decide(second, 'sent');
    const mails = await running({ dailyLimit: 3, restDays: 0, channel: 'email' });
    expect(await next(mails)).toMatchObject({ today: { sent: 0, limit: 3 } });
    await decide(second, 'sent');
    for (const id of [first, second])
      expect(await next(id)).toMatchObject({
        ...{ member: null, why: 'limit', today: { sent: 3, limit: 3 } },
      });
    shop.day = addDays(today, 1);
    expect(await next(first)).toMatchObject({ why: null, today: { sent: 0, limit: 3 } });
  });

  it('passes over who may not be written to any more, who is in the trash, and who cannot be reached now', async () => {
    const id = await running();
    const { customerId: one } = await whose(id);
    const facts = { purpose: 'offers', isGiven: false, on: today, way: 'shop' } as const;
    await shop.ask('privacy.addConsent', { customerId: one, facts });
    const { customerId: two } = await whose(id);
    expect(two).not.toBe(one);
    shop.raw.prepare('UPDATE customers SET deleted_at = ? WHERE id = ?').run(today, two);
    const { customerId: three } = await whose(id);
    expect([one, two]).not.toContain(three);
    shop.raw.prepare('DELETE FROM contact_points WHERE customer_id = ?').run(three);
    expect([one, two, three]).not.toContain((await whose(id)).customerId);
    // Put back, it is their turn again.
    shop.raw.prepare('UPDATE customers SET deleted_at = NULL WHERE id = ?').run(two);
    expect((await whose(id)).customerId).toBe(two);
  });

  it('is over where those who are left cannot be written to, and says so', async () => {
    const id = await running();
    shop.raw.exec('DELETE FROM contact_points');
    expect(await next(id)).toMatchObject({ member: null, why: 'end', state: 'running' });
    await shop.ask('campaigns.turn', { id, to: 'done' });
    expect(await next(id)).toMatchObject({ why: 'state', state: 'done' });
  });
});

describe('who wants no offers any more', () => {
  it('is left alone by every campaign, and comes back into the turn with one undo', async () => {
    const id = await running();
    const other = await running();
    const before = logicalDumpHash(shop.raw);
    const { customerId, batchId } = await decide(id, 'refused');
    const { mayWrite, lines } = await shop.ask('privacy.consents', { customerId });
    expect(mayWrite).toBe('no');
    expect(lines).toMatchObject([{ purpose: 'offers', isGiven: false, on: today }]);
    const { rows } = await shop.ask('privacy.log', {});
    expect(rows[0]).toMatchObject({ kind: 'consent-withdrawn', customer: { id: customerId } });
    const check = await shop.ask('campaigns.check', { facts: campaignFacts });
    expect(check.leftOut.refused).toBe(1);
    const met: number[] = [];
    for (let index = 0; index < 7; index += 1)
      met.push((await decide(other, 'skipped')).customerId);
    expect(met).not.toContain(customerId);
    expect(await next(other)).toMatchObject({ why: 'end' });
    const skips = shop.raw.prepare('SELECT max(id) FROM batches').pluck();
    for (let index = 0; index < 7; index += 1)
      await shop.ask('history.undo', { batchId: (Number(skips.get()) - 2 * index) as never });
    await shop.ask('history.undo', { batchId });
    expect((await shop.ask('privacy.consents', { customerId })).mayWrite).toBe('never');
    expect(logicalDumpHash(shop.raw)).toBe(before);
    expect((await whose(id)).customerId).toBe(customerId);
  });
});

describe('a pause', () => {
  it('holds everybody back, and it goes on where it was', async () => {
    const id = await running();
    await decide(id, 'sent');
    const { memberId, customerId } = await whose(id);
    await shop.ask('campaigns.turn', { id, to: 'paused' });
    expect(await next(id)).toMatchObject({ member: null, why: 'state', state: 'paused' });
    const refused = { error: { reason: 'campaign-state' } };
    await expect(shop.ask('campaigns.decide', { memberId, to: 'sent' })).rejects.toMatchObject(
      refused,
    );
    await expect(shop.ask('campaigns.turn', { id, to: 'paused' })).rejects.toMatchObject(refused);
    await shop.ask('campaigns.turn', { id, to: 'running' });
    expect((await whose(id)).customerId).toBe(customerId);
    expect((await shop.ask('campaigns.running', {})).rows).toMatchObject([{ id }]);
  });

  it('gives nobody two turns', async () => {
    const id = await running();
    const { memberId } = await decide(id, 'sent');
    await expect(shop.ask('campaigns.decide', { memberId, to: 'sent' })).rejects.toMatchObject({
      error: { reason: 'campaign-turn' },
    });
  });
});

describe('two records of one person on one list', () => {
  it('are written to once after they were merged, and apart again each has its turn', async () => {
    const id = await running({ restDays: 0 });
    const { customerId: keptId } = await decide(id, 'sent');
    const { customerId: otherId } = await whose(id);
    const { batchIds } = await shop.ask('customers.mergeMany', { keptId, otherIds: [otherId] });
    expect(rowsWhere(shop, 'campaign_members', `customer_id = ${keptId}`)).toHaveLength(2);
    expect((await whose(id)).customerId).not.toBe(keptId);
    expect((await whose(id)).customerId).not.toBe(otherId);
    for (const batchId of batchIds) await shop.ask('history.undo', { batchId });
    expect((await whose(id)).customerId).toBe(otherId);
  });
});

describe('who is erased', () => {
  it('is on no list any more', async () => {
    const id = await running();
    const { customerId, name } = await decide(id, 'sent', 'Halo');
    await shop.ask('privacy.erase', { customerId, confirm: name });
    expect(rowsWhere(shop, 'campaign_members', `customer_id = ${customerId}`)).toEqual([]);
    expect(rowsWhere(shop, 'interactions', '1')).toEqual([]);
    const { standing, drawn } = await shop.ask('campaigns.get', { id });
    expect({ sent: standing.sent, waiting: standing.waiting, drawn }).toEqual({
      ...{ sent: 0, waiting: 7, drawn: 8 },
    });
  });
});
