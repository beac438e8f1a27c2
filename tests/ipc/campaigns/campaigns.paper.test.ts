import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Input, Output } from '#shared/contract/index.ts';
import type { CampaignId, CustomerId } from '#shared/ids.ts';
import { campaignFacts } from '#tests/support/campaigns/campaign-shop.ts';
import { paperRows } from '#tests/support/read-paper.ts';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

// Passing files of other tests are none of this one's.
beforeEach(() => {
  const folder = tempFolder();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
});
afterEach(() => void vi.unstubAllEnvs());

type Asked = Omit<Input<'campaigns.savePdf'>, 'name'>;

const people = 30;
/** No two are greeted alike. */
const givenName = (index: number) =>
  `B${String.fromCharCode(97 + (index % 26))}n${index > 25 ? 'di' : 'ti'}`;
/** Every fifth has no number, every fourth no street; the third wants no offers, the seventh is nameless. */
async function shop(): Promise<DirectShop> {
  const made = await directShop();
  const { raw } = made;
  raw.transaction(() => {
    const live = raw.prepare(
      `INSERT INTO addresses (customer_id, street, city, postal_code) VALUES (?, ?, 'Bandung', ?)`,
    );
    for (let index = 1; index <= people; index += 1) {
      const phones = index % 5 === 0 ? [] : [`+628115550${String(index).padStart(3, '0')}`];
      const id = addCustomer(raw, {
        name: index === 7 ? '' : `${givenName(index)} Putra ${index}`,
        phones,
      });
      live.run(id, index % 4 === 0 ? ' ' : `Jl. Mawar ${index}`, String(40_000 + index));
      const sale = addSale(raw, { customerId: id, soldOn: '2025-06-01', revenueMinor: 900 });
      addLine(raw, sale, `Kopi ${index}`, 900);
    }
    raw.exec(`INSERT INTO consents (customer_id, purpose, is_given, said_on, way, created_at)
      VALUES (3, 'offers', 0, '2026-01-01', 'shop', '')`);
  })();
  finishShop(raw);
  await made.ask('settings.update', { shopName: 'Toko Sekar', language: 'en', currency: 'IDR' });
  return made;
}

async function running(
  made: DirectShop,
  parts: Partial<Input<'campaigns.create'>['facts']>,
): Promise<CampaignId> {
  const { id } = await made.ask('campaigns.create', { facts: { ...campaignFacts, ...parts } });
  await made.ask('campaigns.start', { id });
  return id;
}

/** What a call fails with. */
async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (failed: { error: unknown }) => failed.error,
  );
}

type Made = NonNullable<Output<'campaigns.savePdf'>>;

async function saved(made: DirectShop, asked: Asked) {
  const path = join(tempFolder(), 'a.pdf');
  made.prepared = { path };
  const answer = (await made.ask('campaigns.savePdf', { ...asked, name: 'a' })) as Made;
  const pages = paperRows(readFileSync(path));
  return { answer, pages, rows: pages.flat().map((cells) => cells.join(' | ')) };
}

interface Member {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly why: string | null;
  readonly phones: number;
  readonly saysNo: number;
  readonly isGone: number;
  readonly street: string;
}

/** Everybody of the list with what is written down of them, in their turns, from the rows alone. */
function members({ raw }: DirectShop, id: number): Member[] {
  return raw
    .prepare(
      `SELECT c.id, c.name, m.state, m.why, c.deleted_at IS NOT NULL AS isGone,
        (SELECT count(*) FROM contact_points p WHERE p.customer_id = c.id) AS phones,
        (SELECT count(*) FROM consents k WHERE k.customer_id = c.id AND k.is_given = 0) AS saysNo,
        (SELECT max(trim(street)) FROM addresses a WHERE a.customer_id = c.id) AS street
       FROM campaign_members m, customers c
       WHERE c.id = m.customer_id AND m.campaign_id = ? ORDER BY m.position`,
    )
    .all(id) as Member[];
}

const call = { channel: 'call', text: 'Apa kabar, {nama|Kak}? Ada kopi baru.' } as const;
const letter = { channel: 'letter', text: 'Halo {sapaan|Kak},\n\nada kabar dari {toko}.' } as const;

describe('a list to call by', () => {
  it.each([
    ['en', 'Reached (2)', 'Not reached (4)', 'No more offers (5)'],
    ['id', 'Tersambung (2)', 'Tidak tersambung (4)', 'Tidak mau penawaran lagi (5)'],
  ] as const)(
    'has titles over its squares with no word cut in two (%s)',
    async (language, ...titles) => {
      const made = await shop();
      await made.ask('settings.update', { shopName: 'Sekar', language, currency: 'IDR' });
      const id = await running(made, call);
      const { pages } = await saved(made, { id, what: 'calls' });
      const words = (pages[0] ?? []).flat().flatMap((cell) => cell.split(' '));
      for (const word of titles.flatMap((title) => title.split(' '))) expect(words).toContain(word);
    },
  );

  it('has everybody who waits and may be called, in their turns, and counts the others with why', async () => {
    const made = await shop();
    const id = await running(made, { ...call, heldPercent: 20 });
    // Since the start one has refused, one went to the trash, and one had a turn.
    const waiting = members(made, id).filter(({ state }) => state === 'waiting');
    const [refuses, goes, had] = waiting.map((one) => one.id);
    made.raw
      .prepare(
        `INSERT INTO consents (customer_id, purpose, is_given, said_on, way, created_at)
         VALUES (?, 'offers', 0, '2026-06-01', 'shop', '')`,
      )
      .run(refuses);
    made.raw.prepare("UPDATE customers SET deleted_at = '2026-06-01' WHERE id = ?").run(goes);
    made.raw
      .prepare("UPDATE campaign_members SET state = 'unreachable' WHERE customer_id = ?")
      .run(had);
    const { answer, rows } = await saved(made, { id, what: 'calls' });
    const all = members(made, id);
    const meant = all.filter(
      (one) => one.state === 'waiting' && one.phones > 0 && one.saysNo === 0 && one.isGone === 0,
    );
    const numbered = rows.filter((row) => /^\d+ \| /.test(row));
    const named = meant.map((one, index) => {
      const name = one.name === '' ? 'No name' : one.name;
      return `${index + 1} | ${name} | Apa kabar, ${one.name || 'Kak'}? Ada kopi baru.`;
    });
    expect(numbered).toEqual(named);
    expect(meant.length).toBeGreaterThan(10);
    // The number as people read it, and what they bought last, below each name.
    for (const [index, { id: who }] of meant.entries()) {
      const at = rows.indexOf(numbered[index] ?? '');
      expect(rows[at + 1]).toBe(`0811-5550-${String(who).padStart(3, '0')}`);
      expect(rows[at + 2]).toBe(`Last bought 1 June 2025: Kopi ${who}`);
    }
    const count = (test: (one: Member) => boolean) => all.filter(test).length;
    const counts = {
      held: count(({ state }) => state === 'held'),
      noNumber: count(({ state, phones }) => state === 'out' && phones === 0),
      refused: count(({ saysNo }) => saysNo > 0),
    };
    const foot = [
      `On the list of this campaign: ${all.length}`,
      `On this paper: ${meant.length}`,
      'Had their turn: 1',
      `Kept apart to compare with: ${counts.held}`,
      `Want no offers: ${counts.refused}`,
      `No number that can be called: ${counts.noNumber}`,
      'In the trash: 1',
    ];
    const from = rows.indexOf(foot[0] ?? '');
    expect(rows.slice(from, from + foot.length)).toEqual(foot);
    expect(all.length).toBe(meant.length + 1 + counts.held + counts.refused + counts.noNumber + 1);
    const { path, ...onPaper } = answer;
    expect(existsSync(path)).toBe(true);
    expect(await made.ask('campaigns.onPaper', { id, what: 'calls' })).toEqual({
      ...{ ...onPaper, printed: null },
    });
    const held = all.filter(({ state }) => state === 'held');
    for (const { name } of held) expect(rows.join('\n')).not.toContain(`| ${name} |`);
  });

  it('takes as many as are asked for, the next in turn, and is the same as a table', async () => {
    const made = await shop();
    const id = await running(made, call);
    const { answer, rows } = await saved(made, { id, what: 'calls', most: 4 });
    const turns = members(made, id).filter(({ state }) => state === 'waiting');
    expect(answer).toMatchObject({ people: 4, later: turns.length - 4 });
    expect(rows.filter((row) => /^\d+ \| /.test(row))).toHaveLength(4);
    expect(rows).toContain(`Wait for a later list: ${turns.length - 4}`);
    const path = join(tempFolder(), 'calls.csv');
    made.prepared = { path };
    const table = { id, most: 4, format: 'csv' as const };
    expect(await made.ask('campaigns.exportCalls', table)).toEqual({ path, rows: 4 });
    const lines = readFileSync(path, 'utf8').replace('\ufeff', '').trim().split(/\r?\n/);
    expect(lines).toHaveLength(5);
    // What it is called is what is written down with it: no offers, by whatever way.
    expect(lines[0]).toMatch(/,Reached,Not Reached,No More Offers$/);
    for (const [index, one] of turns.slice(0, 4).entries())
      expect(lines[index + 1]).toContain(`${index + 1},${one.name},`);
  });

  it('counts who was merged, greeted, or is kept apart elsewhere since, each under what became of them', async () => {
    const made = await shop();
    const id = await running(made, call);
    const other = await made.ask('campaigns.create', { facts: { ...campaignFacts, ...call } });
    const waiting = members(made, id).filter(({ state }) => state === 'waiting');
    const [kept, merged, recent, apart] = waiting.map((one) => one.id as CustomerId);
    await made.ask('customers.mergeMany', {
      ...{ keptId: kept as CustomerId, otherIds: [merged as CustomerId] },
    });
    const turn = made.raw.prepare(
      `INSERT INTO campaign_members (campaign_id, customer_id, state, position, decided_at, decided_on)
       VALUES (?, ?, ?, 0, ?, ?)`,
    );
    turn.run(other.id, recent, 'sent', made.day, made.day);
    turn.run(other.id, apart, 'held', null, null);
    const { answer, rows } = await saved(made, { id, what: 'calls' });
    const out = members(made, id).filter(({ state }) => state === 'out').length;
    expect(answer).toMatchObject({
      ...{ listed: people, twice: 1, people: people - out - 3 },
      leftOut: { recent: 1, held: 1 },
    });
    const { leftOut, listed, ...others } = answer;
    const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
    const { had, held, inTrash, twice, later, tooLong } = others;
    expect(others.people + left + had + held + inTrash + twice + later + tooLong).toBe(listed);
    for (const line of [
      'On it already, by another record of theirs: 1',
      'Were contacted a short while ago: 1',
      'Are kept apart by another campaign: 1',
    ])
      expect(rows).toContain(line);
  });

  it('is no paper of another way, and none of a campaign that does not run', async () => {
    const made = await shop();
    const id = await running(made, call);
    const wrong = { code: 'VALIDATION', issues: [{ path: 'what', problem: 'invalid' }] };
    expect(await failure(made.ask('campaigns.onPaper', { id, what: 'letters' }))).toEqual(wrong);
    await made.ask('campaigns.turn', { id, to: 'paused' });
    expect(await failure(made.ask('campaigns.onPaper', { id, what: 'calls' }))).toEqual({
      ...{ code: 'CONFLICT', reason: 'campaign-state' },
    });
  });
});

it('is shown by the program for PDFs, and nothing is where nobody is on it', async () => {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ani', phones: ['+628115550001'] });
    finishShop(raw);
  });
  const { id } = await made.ask('campaigns.create', { facts: { ...campaignFacts, ...call } });
  await made.ask('campaigns.start', { id });
  const asked = { id, what: 'calls', name: 'Daftar' } as const;
  const printed = await made.ask('campaigns.print', asked);
  expect(made.machine.opened).toEqual([printed?.path]);
  expect(printed?.path).toMatch(/Daftar\.pdf$/);
  const facts = { purpose: 'offers', isGiven: false, on: '2026-06-15', way: 'shop' } as const;
  await made.ask('privacy.addConsent', { customerId: 1 as CustomerId, facts });
  expect(await made.fail('campaigns.print', asked)).toEqual({
    ...{ code: 'CONFLICT', reason: 'campaign-nobody' },
  });
});

describe('letters', () => {
  it('are a page a person: the shop, the day, whom it goes to, and the message as it was written', async () => {
    const made = await shop();
    const id = await running(made, { ...letter, heldPercent: 10 });
    const { answer, pages } = await saved(made, { id, what: 'letters' });
    const all = members(made, id);
    const meant = all.filter(({ state, street }) => state === 'waiting' && street !== '');
    expect(pages).toHaveLength(meant.length);
    const out = all.filter(({ state, saysNo }) => state === 'out' && saysNo === 0);
    expect(out.every(({ street }) => street === '')).toBe(true);
    expect(answer).toMatchObject({
      ...{ people: meant.length, pages: meant.length, listed: all.length, unshown: 0 },
      leftOut: { noWay: out.length, refused: 1 },
    });
    for (const [index, one] of meant.entries()) {
      const cells = (pages[index] ?? []).flat();
      expect(cells).toEqual([
        'Toko Sekar',
        '15 June 2026',
        ...(one.name === '' ? [] : [one.name]),
        one.street,
        `Bandung ${40_000 + one.id}`,
        one.name === '' ? 'Halo Kak,' : `Halo ${one.name},`,
        'ada kabar dari Toko Sekar.',
      ]);
    }
  });

  it('say that letters cannot be printed, and go on over a page where the message is long', async () => {
    const made = await shop();
    made.raw.exec("UPDATE customers SET name = 'أحمد 王芳 😀' WHERE id = 1");
    const id = await running(made, { channel: 'letter', text: 'baris\n'.repeat(70) });
    const { answer, pages } = await saved(made, { id, what: 'letters' });
    expect(answer.unshown).toBe(1);
    expect(pages).toHaveLength(answer.people * 2);
    const said = pages.filter((rows) =>
      rows.flat().includes('Letters that cannot be printed read as ?.'),
    );
    expect(said).toHaveLength(1);
    const lines = pages.flat(2).filter((text) => text === 'baris');
    expect(lines).toHaveLength(answer.people * 70);
  });

  it('stop at no day’s measure, and one by one can be passed over', async () => {
    const made = await shop();
    const id = await running(made, { ...letter, dailyLimit: 1 });
    for (let turn = 0; turn < 3; turn += 1) {
      const { member, why } = await made.ask('campaigns.next', { id });
      expect(why).toBeNull();
      expect(member?.reach).toMatch(/^Jl\. Mawar \d+, Bandung$/);
      const memberId = member?.memberId ?? 0;
      await made.ask('campaigns.decide', { memberId, to: turn === 0 ? 'refused' : 'sent' });
    }
    expect((await made.ask('campaigns.onPaper', { id, what: 'letters' })).had).toBe(3);
  });
});
