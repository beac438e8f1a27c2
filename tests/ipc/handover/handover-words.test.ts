import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '#db/queries/settings.ts';
import { wordsFor } from '#electron/services/insights/report/words.ts';
import { mostOnScreen } from '#shared/contract/handover/handover.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { handoverFacts, handoverFinding, handoverParts } from '#shared/domain/handover/parts.ts';
import { insertRow } from '#tests/support/handover/handover-shop.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const written = '2026-01-01T00:00:00.000Z';
const asked = { from: addDays(today, 3), to: addDays(today, 16), who: null as string | null };

let shop: DirectShop;

beforeEach(async () => {
  shop = await directShop();
  await shop.ask('settings.update', {
    ...{ language: 'en', shopName: 'Sekar Pagi', currency: 'IDR', country: 'ID', holidays: [] },
  });
});

const person = (name: string, more: { deletedAt?: string } = {}) =>
  addCustomer(shop.raw, { name, ...more });

/** The sheet as it is said: its first sentence, what stands in front, and each part by its title. */
async function said(days: Partial<typeof asked> = {}) {
  finishShop(shop.raw);
  const sheet = await shop.ask('handover.sheet', { ...asked, ...days });
  const words = wordsFor((await readSettings(shop.db)).settings);
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  const parts = handoverParts(words, sheet);
  return {
    sheet,
    finding: handoverFinding(words, sheet),
    facts: handoverFacts(words, sheet).map(plain),
    of: (title: string) => {
      const found = parts.find((one) => one.title === title);
      return [found?.finding ?? '', ...(found?.notes ?? [])].map(plain);
    },
    titles: (title: string) =>
      parts.find((one) => one.title === title)?.tables[0]?.columns.map((one) => one.title) ?? [],
    rows: (title: string) =>
      (parts.find((one) => one.title === title)?.tables[0]?.rows ?? []).map((row) =>
        row.map(({ value }) => value),
      ),
  };
}

function follow(customer_id: number, due_on: string, more: object = {}): number {
  return insertRow(shop, 'follow_ups', {
    ...{ customer_id, cause: 'own', reason: 'Tanya', first_due_on: due_on, due_on },
    ...{ created_at: written, ...more },
  });
}

function prospect(customer_id: number, worth_minor: number | null = null): number {
  return insertRow(shop, 'prospects', {
    ...{ customer_id, title: 'Pesanan', created_at: written, note: '', stage: 'need' },
    worth_minor,
  });
}

function complain(no: number, more: object = {}): number {
  const at = `${today}T05:00:00.000Z`;
  return insertRow(shop, 'complaints', {
    ...{
      number: `K-${no}`,
      title: 'Bocor',
      channel: 'visit',
      severity: 'severe',
      kind: 'customer',
    },
    ...{ state: 'received', customer_id: 1, received_at: written, created_at: written },
    ...{ answer_due_at: at, resolution_due_at: at, ...more },
  });
}

describe('what is to be done next with a prospect', () => {
  it('is one thing, and stands with the prospect; other dates of them stay dates', async () => {
    const ratna = person('Ratna');
    follow(ratna, addDays(today, -2), { prospect_id: prospect(ratna) });
    const one = await said();
    expect(one.finding).toBe('1 thing is open, and it is late');
    expect(one.of('Contact again')).toEqual([
      'Nobody is to be contacted again',
      '1 next step of a prospect is under “Prospects and offers”.',
    ]);
    const second = prospect(ratna);
    follow(ratna, addDays(today, 4), { prospect_id: second });
    follow(ratna, addDays(today, 9), { prospect_id: second });
    follow(ratna, addDays(today, 5));
    const all = await said();
    expect(all.finding).toBe('4 things are open, 1 of them late');
    expect(all.of('Contact again')[1]).toBe(
      '2 next steps of prospects are under “Prospects and offers”.',
    );
    expect(all.rows('Contact again').length).toBe(2);
  });
});

describe('birthdays', () => {
  it('that are a date already, kept or thrown away are counted, not denied', async () => {
    const on = addDays(today, 5);
    const names = ['Ratna', 'Budi', 'Tono'].map((name) => person(name));
    shop.raw.prepare('UPDATE customers SET birthday_on = ?').run(`1990${on.slice(4)}`);
    const greet = (id: number, more = {}) => follow(id, on, { cause: 'birthday', ...more });
    greet(names[0] ?? 0);
    greet(names[1] ?? 0, { done_at: written, done_on: today });
    const some = await said();
    expect(some.of('Birthdays')[0]).toMatch(/^1 birthday: /);
    expect(some.of('Birthdays')[1]).toBe(
      '2 more fall on these days and were made a date already: those are under “Contact again”, or were kept or thrown away.',
    );
    greet(names[2] ?? 0, { deleted_at: written });
    const { of } = await said();
    expect(of('Birthdays')).toEqual([
      '3 birthdays fall on these days and were made a date already: those are under “Contact again”, or were kept or thrown away',
    ]);
    expect((await said({ to: addDays(today, 4) })).of('Birthdays')).toEqual([
      'No birthday falls on these days',
    ]);
  });

  it('are named once however long the days are, which is said of more than a year', async () => {
    person('Ratna');
    shop.raw.exec("UPDATE customers SET birthday_on = '1990-07-01'");
    const { of, rows } = await said({ to: addDays(today, 800) });
    expect(rows('Birthdays').length).toBe(1);
    expect(of('Birthdays')).toContain('Each is named once, however long the days are.');
    expect((await said()).of('Birthdays')).not.toContain(
      'Each is named once, however long the days are.',
    );
  });
});

it('says of whose sale or debt it is even where the customer is in the trash, and that they are', async () => {
  const gone = person('Ratna', { deletedAt: written });
  const sale = { customerId: gone, soldOn: today, revenueMinor: 100_000, onAccount: true };
  const id = addSale(shop.raw, sale);
  addSale(shop.raw, {
    customerId: person('Budi'),
    soldOn: today,
    revenueMinor: 5,
    onAccount: true,
  });
  addSale(shop.raw, { customerId: null, soldOn: today, revenueMinor: 5 });
  shop.raw.prepare('UPDATE sales SET promised_on = ? WHERE id IN (?, ?)').run(today, id, id + 2);
  const { rows } = await said();
  expect(rows('To hand over to customers').map((row) => row[1])).toEqual([
    ...['Ratna (in the trash)', 'No customer noted'],
  ]);
  expect(new Set(rows('What customers owe').map((row) => row[0]))).toEqual(
    new Set(['Ratna (in the trash)', 'Budi']),
  );
});

describe('complaints', () => {
  it('of one person say whose they are, and in front that those of others are not counted', async () => {
    person('Ratna');
    complain(1, { handled_by: 'Budi' });
    complain(2);
    const { finding, facts, of } = await said({ who: 'Sekar' });
    expect(finding).toBe('Nothing is open');
    expect(facts.at(-1)).toBe(
      '2 open complaints noted for others or for nobody are not on this sheet.',
    );
    expect(of('Open complaints')[0]).toBe('No complaint is open for Sekar');
    const budi = await said({ who: 'Budi' });
    expect(budi.of('Open complaints')[0]).toMatch(/^1 complaint is open for Budi: /);
    expect(budi.facts.at(-1)).toBe(
      '1 open complaint noted for others or for nobody is not on this sheet.',
    );
    expect((await said()).of('Open complaints')[0]).toMatch(/^2 complaints are open: /);
  });

  it('are late by their hour on the day itself, which is the day of the shop', async () => {
    person('Ratna');
    complain(1, { answer_due_at: `${today}T02:00:00.000Z` });
    complain(2, { answer_due_at: `${today}T04:00:00.000Z` });
    complain(3, { answer_due_at: `${today}T20:00:00.000Z` });
    const { of, sheet, finding } = await said({ from: today });
    expect(of('Open complaints')[0]).toBe(
      '3 complaints are open: 1 late, 2 due from 15 June 2026 to 1 July 2026',
    );
    expect(sheet.complaints.rows.map(({ on }) => on)).toEqual([today, today, addDays(today, 1)]);
    expect(finding).toBe('3 things are open, 1 of them late');
  });

  it('show how severe they are', async () => {
    person('Ratna');
    complain(1);
    expect((await said()).rows('Open complaints')[0]).toContain('Severe');
  });

  it('that are closed leave vouchers which still hold: how many, and what they come to', async () => {
    person('Ratna');
    const give = (complaint_id: number, more: object = {}) =>
      insertRow(shop, 'compensations', {
        ...{ complaint_id, kind: 'voucher', amount_minor: 5_000_000, cost_minor: 0 },
        ...{ is_within_authority: 1, given_on: today, valid_until: null, used_on: null, ...more },
      });
    const closed = { state: 'closed', answered_at: written, resolved_at: written };
    const id = complain(1, { ...closed, closed_at: written });
    give(id);
    give(id, { valid_until: today, amount_minor: 2_500_000 });
    give(id, { valid_until: addDays(today, -1) });
    give(id, { used_on: today });
    give(id, { kind: 'refund' });
    give(complain(2));
    expect((await said()).of('Open complaints').at(-1)).toBe(
      '2 vouchers given for complaints that are closed were not used and still hold: Rp 75,000 in all.',
    );
  });
});

it('says in Indonesian as one speaks who handles what, when it is due and who owes', async () => {
  const ratna = person('Ratna');
  follow(ratna, addDays(today, 1));
  for (const customerId of [ratna, null])
    addSale(shop.raw, { customerId, soldOn: today, revenueMinor: 5, onAccount: true });
  complain(1, { handled_by: 'Budi' });
  await shop.ask('settings.update', { language: 'id' });
  const { of, titles } = await said();
  expect(titles('Keluhan yang terbuka').at(-1)).toBe('Ditangani oleh');
  expect(of('Hubungi lagi')[0]).toBe('1 jadwal terbuka: 1 untuk sebelum 18 Juni 2026');
  expect(of('Piutang')[0]).toBe('2 piutang belum lunas: 2 tanpa tanggal');
});

it('lists the dates of a day by their time, those without one last', async () => {
  const ratna = person('Ratna');
  const on = addDays(today, 4);
  for (const due_time of [null, '15:00', '08:30']) follow(ratna, on, { due_time });
  expect((await said()).rows('Contact again').map((row) => row[3])).toEqual([
    '08:30',
    '15:00',
    null,
  ]);
});

describe('what prospects may be worth', () => {
  it('is not said to be nothing where nobody noted how much', async () => {
    const ratna = person('Ratna');
    prospect(ratna);
    expect((await said()).of('Prospects and offers').at(-1)).toBe(
      'Nobody noted how much it may be worth.',
    );
    prospect(ratna);
    expect((await said()).of('Prospects and offers').at(-1)).toBe(
      'Nobody noted how much any of them may be worth.',
    );
  });

  it('is the sum where all is noted, and says of how many it is not', async () => {
    const ratna = person('Ratna');
    prospect(ratna, 3_000_000);
    prospect(ratna, 4_500_000);
    expect((await said()).of('Prospects and offers').at(-1)).toBe(
      'Together they may be worth Rp 75,000.',
    );
    prospect(ratna);
    expect((await said()).of('Prospects and offers').at(-1)).toBe(
      'Together they may be worth Rp 75,000; for 1 of them nobody noted how much.',
    );
  });
});

it('counts and shows so many on the screen, says how many there are, and has all of them on paper', async () => {
  const ratna = person('Ratna');
  for (let no = 0; no <= mostOnScreen; no += 1) follow(ratna, addDays(today, 4));
  const { of, rows, sheet } = await said();
  expect(of('Contact again')).toEqual([
    '501 dates are open: 501 due from 18 June 2026 to 1 July 2026',
    'Here are 500 of 501, the earliest first. Paper and file have all of them.',
  ]);
  expect(rows('Contact again').length).toBe(500);
  expect(sheet.dates.count).toBe(501);
});
