import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { handoverShop, insertRow } from '#tests/support/handover/handover-shop.ts';
import { openOf, sayWhere, storedRows } from '#tests/support/handover/recount-handover.ts';
import { paperRows } from '#tests/support/read-paper.ts';
import { readWorkbook, valuesOf } from '#tests/support/read-workbook.ts';
import { today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const asked = { from: addDays(today, 3), to: addDays(today, 16) };
const days = { ...asked, today };
let shop: DirectShop;

beforeEach(async () => {
  shop = await handoverShop();
});

async function keep(format: 'pdf' | 'xlsx', who: string | null = null): Promise<string> {
  const path = join(tempFolder(), `sheet.${format}`);
  shop.prepared = { path };
  expect(await shop.ask('handover.save', { ...asked, who, format })).toMatchObject({ path });
  return path;
}

/** What the file says of each part: the sentences by the title they stand beside. */
async function said(who: string | null = null): Promise<Map<string, string[]>> {
  const [front] = await readWorkbook(await keep('xlsx', who));
  const by = new Map<string, string[]>();
  let title = '';
  for (const row of front?.rows.slice(1) ?? []) {
    const [first, second] = [row.find(({ letter }) => letter === 'A'), row.at(-1)];
    if (first !== undefined) title = String(first.value);
    const sentence = String(second?.value).replaceAll('\u00a0', ' ');
    by.set(title, [...(by.get(title) ?? []), sentence]);
  }
  return by;
}

describe('the sheet for whoever takes over', () => {
  it('counts what is open, and where its days lie, as the rows do', async () => {
    const open = openOf(shop.raw);
    const by = await said();
    const first = (title: string) => by.get(title)?.[0];
    const complaintDays = open.complaints.map(({ day }) => day);
    expect(first('Open complaints')).toBe(
      `${open.complaints.length} complaints are open: ${sayWhere(complaintDays, days)}`,
    );
    expect(first('Guarantee claims')).toBe(
      `${open.claims.length} claims wait for us: ${sayWhere(open.claims, days)}`,
    );
    expect(first('Contact again')).toBe(
      `${open.dates.length} dates are open: ${sayWhere(open.dates, days)}`,
    );
    expect(first('To hand over to customers')).toBe(
      `${open.deliveries.length} sales are promised and not handed over: ${sayWhere(open.deliveries, days)}`,
    );
    const steps = open.prospects.map(({ day }) => day);
    expect(first('Prospects and offers')).toBe(
      `${steps.length} prospects may still be won: ${sayWhere(steps, days)}`,
    );
    const unknown = open.prospects.filter(({ worth }) => worth === null).length;
    const worth = open.prospects.reduce((sum, one) => sum + (one.worth ?? 0), 0) / 100;
    expect(by.get('Prospects and offers')?.at(-1)).toBe(
      `Together they may be worth Rp ${worth.toLocaleString('en-GB')}; for ${unknown} of them nobody noted how much.`,
    );
  });

  it('says in front how much is open and how much of it is late, each thing once', async () => {
    const open = openOf(shop.raw);
    const { birthdays, debts } = await shop.ask('handover.sheet', asked);
    const all = [
      ...[...open.complaints, ...open.prospects].map(({ day }) => day),
      ...[...open.claims, ...open.dates, ...open.deliveries],
      ...[...birthdays.rows, ...debts.rows].map(({ on }) => on),
    ];
    const late = all.filter((day) => day !== null && day < today).length;
    expect((await said()).get('Sekar Pagi')).toEqual([
      `${all.length} things are open, ${late} of them late`,
    ]);
  });

  it('says who still owes, and the whole of it, as the account of each does', async () => {
    const by = await said();
    const sales = storedRows(shop.raw, 'sales').filter(
      (row) => row['is_on_account'] === 1 && row['deleted_at'] === null,
    );
    const owed = Map.groupBy(sales, (row) => row['customer_id']);
    const firstDue = [...owed.values()].map(
      (own) =>
        own
          .flatMap((row) => (row['due_on'] === null ? [] : [String(row['due_on'])]))
          .toSorted()[0] ?? null,
    );
    const sum = (own: typeof sales) =>
      own.reduce((total, row) => total + Number(row['total_minor']), 0) / 100;
    const late = sales.filter((row) => row['due_on'] !== null && String(row['due_on']) < today);
    const money = (amount: number) => `Rp ${amount.toLocaleString('en-GB')}`;
    expect(by.get('What customers owe')).toEqual([
      `${owed.size} accounts owe something: ${sayWhere(firstDue, days)}`,
      `${money(sum(sales))} in all, ${money(sum(late))} of it overdue.`,
    ]);
  });

  it('names the birthdays on the days ahead, once, but for those that are a date already', async () => {
    const { people } = openOf(shop.raw);
    const wanted = new Map<string, string>();
    for (let on = asked.from; on <= asked.to; on = addDays(on, 1))
      for (const row of people)
        if (row['deleted_at'] === null && String(row['birthday_on']).slice(4) === on.slice(4))
          wanted.set(String(row['name']), on);
    const { birthdays } = await shop.ask('handover.sheet', asked);
    expect(new Map(birthdays.rows.map((row) => [row.customerName, row.on]))).toEqual(wanted);
    expect(wanted.size).toBeGreaterThan(2);
    expect(birthdays.rows.every(({ on, turns }) => turns === Number(on?.slice(0, 4)) - 1990)).toBe(
      true,
    );
    const [one] = birthdays.rows;
    if (one === undefined || one.on === null) throw new Error('nobody');
    const { customerId: customer_id, on } = one;
    const made = { cause: 'birthday', first_due_on: on, due_on: on, created_at: on };
    const id = insertRow(shop, 'follow_ups', { customer_id, ...made });
    const { birthdays: less } = await shop.ask('handover.sheet', asked);
    expect(less.count).toBe(birthdays.count - 1);
    shop.raw.exec(`DELETE FROM follow_ups WHERE id = ${id}`);
  });

  it('shows the complaints of one person, and says how many are left out and why', async () => {
    const { complaints, closed } = openOf(shop.raw);
    const own = complaints.filter(({ names }) => names.includes('Sekar'));
    const nobody = complaints.filter(({ names }) => names.length === 0).length;
    const others = complaints.length - own.length - nobody;
    expect(Math.min(own.length, nobody, others)).toBeGreaterThan(0);
    const left = storedRows(shop.raw, 'compensations').filter(
      (row) =>
        closed.has(row['complaint_id'] ?? 0) &&
        row['kind'] === 'voucher' &&
        row['used_on'] === null &&
        (row['valid_until'] === null || String(row['valid_until']) >= today),
    );
    const by = await said('Sekar');
    expect(by.get('Open complaints')).toEqual([
      `${own.length} complaints are open for Sekar: ${sayWhere(
        own.map(({ day }) => day),
        days,
      )}`,
      'Only complaints that Sekar handles or is to change something for.',
      `Left out: ${others} noted for others, ${nobody} for nobody.`,
      `${left.length} vouchers given for complaints that are closed were not used and still hold: Rp ${(50_000 * left.length).toLocaleString('en-GB')} in all.`,
    ]);
    const { handlers } = await shop.ask('handover.sheet', asked);
    const counts = new Map<string, number>();
    for (const name of complaints.flatMap(({ names }) => names))
      counts.set(name, (counts.get(name) ?? 0) + 1);
    expect(new Map(handlers.map((one) => [one.name, one.complaints]))).toEqual(counts);
  });

  it('says of each complaint what was promised and until when', async () => {
    const { complaints } = await shop.ask('handover.sheet', asked);
    const stored = storedRows(shop.raw, 'complaints');
    const actions = storedRows(shop.raw, 'corrective_actions');
    const vouchers = storedRows(shop.raw, 'compensations');
    for (const { id, promises, on } of complaints.rows) {
      const row = stored.find((one) => one['id'] === id);
      const open = actions.filter((one) => one['complaint_id'] === id && one['done_on'] === null);
      const unused = vouchers.filter(
        (one) =>
          one['complaint_id'] === id &&
          one['kind'] === 'voucher' &&
          one['used_on'] === null &&
          (one['valid_until'] === null || String(one['valid_until']) >= today),
      );
      expect(promises).toEqual([
        ...(row?.['answer'] === null ? [] : [{ what: 'answer', text: row?.['answer'] }]),
        ...(row?.['solution'] === null ? [] : [{ what: 'solution', text: row?.['solution'] }]),
        ...open.map((one) => ({
          what: 'action',
          text: 'Palet',
          by: one['owner'],
          on: one['due_on'],
        })),
        ...unused.map((one) => ({
          ...{ what: 'voucher', amountMinor: 5_000_000, on: one['valid_until'] },
        })),
      ]);
      expect(on).toBe(
        openOf(shop.raw).complaints.find((one) => one['id' as never] === id)?.day ?? null,
      );
    }
    const sorted = complaints.rows.map(({ on }) => on ?? '9');
    expect(sorted).toEqual(sorted.toSorted());
  });

  it('has every row of every part in the file, and all of it on paper', async () => {
    const open = openOf(shop.raw);
    const path = await keep('xlsx');
    const sheets = await readWorkbook(path);
    const names = ['Open complaints', 'Guarantee claims', 'Contact again', 'Prospects and offers'];
    expect(names.map((name) => valuesOf(sheets, name).length)).toEqual([
      ...[open.complaints.length, open.claims.length, open.dates.length, open.prospects.length],
    ]);
    const paper = paperRows(readFileSync(await keep('pdf'))).flat(2);
    const text = paper.join(' ');
    for (const row of open.complaints) expect(text).toContain(String(row['number' as never]));
    expect(paper.filter((cell) => cell.startsWith('Sekar Pagi')).length).toBeGreaterThan(0);
  });
});

describe('how-tos on the sheet', () => {
  it('are those about somebody, something or a cause that stands on it; general ones are counted', async () => {
    const { complaints } = openOf(shop.raw);
    const about = complaints.find(
      (row) => row['cause' as never] !== null && row['customer_id' as never] !== null,
    );
    const customer = Number(about?.['customer_id' as never]);
    const cause = String(about?.['cause' as never]);
    const write = (title: string, pins: object) =>
      shop.ask('notes.create', { facts: { title, text: `Isi ${title}`, ...pins } });
    await write('Umum', {});
    await write('Antar', { customers: [customer] as never, causes: [cause] });
    await write('Tak terkait', { causes: ['Sesuatu yang lain'] });
    const { notes, generalNotes } = await shop.ask('handover.sheet', asked);
    expect(notes).toEqual([
      { id: 2, title: 'Antar', text: 'Isi Antar', about: [`Orang ${customer}`, cause] },
    ]);
    expect(generalNotes).toBe(1);
    const by = await said();
    expect(by.get('How we do it')).toEqual([
      '1 how-to is about what is on this sheet',
      '1 more how-to holds for everything; it is in the app, not on this sheet.',
    ]);
  });
});

it('says of an empty shop in one line a part that there is nothing, and makes a page of it', async () => {
  shop = await directShop();
  await shop.ask('settings.update', { language: 'en', shopName: 'Kosong' });
  const by = await said();
  expect([...by]).toMatchObject([
    ['Kosong', ['Nothing is open']],
    ['Of which time', [expect.anything(), expect.anything()]],
    ['Open complaints', ['No complaint is open']],
    ['Guarantee claims', ['No claim is waiting']],
    ['To hand over to customers', ['Nothing promised is still to be handed over']],
    ['Contact again', ['Nobody is to be contacted again']],
    ['Birthdays', ['No birthday falls on these days']],
    ['Prospects and offers', ['Nobody is noted as a prospect']],
    ['What customers owe', ['Nobody owes anything']],
    ['How we do it', ['No how-to is about what is on this sheet']],
  ]);
  expect(paperRows(readFileSync(await keep('pdf'))).length).toBeGreaterThan(0);
});
