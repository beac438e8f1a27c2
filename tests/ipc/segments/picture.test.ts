import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SegmentId } from '#shared/ids.ts';
import { storedRows } from '#tests/support/handover/recount-handover.ts';
import { paperRows } from '#tests/support/read-paper.ts';
import { readWorkbook, valuesOf } from '#tests/support/read-workbook.ts';
import { pictureShop } from '#tests/support/segments/picture-shop.ts';
import { finishShop, today } from '#tests/support/shop/build-shop.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

type Stored = ReturnType<typeof storedRows>[number];

let shop: DirectShop;
let id: SegmentId;

async function segmentOf(name: string, part: object): Promise<SegmentId> {
  const definition = { match: 'all' as const, parts: [part] as never, without: [] };
  return (await shop.ask('segments.create', { name, definition })).id;
}

beforeEach(async () => {
  shop = await pictureShop();
  id = await segmentOf('Sleman', { field: 'city', isNot: false, values: ['Sleman'] });
});

async function keep(format: 'pdf' | 'xlsx', of = id): Promise<string> {
  const path = join(tempFolder(), `picture.${format}`);
  shop.prepared = { path };
  expect(await shop.ask('segments.keepPicture', { id: of, format })).toMatchObject({ path });
  return path;
}

/** The sentences of the file, by the title they stand beside. */
async function said(of = id): Promise<Map<string, string[]>> {
  const [front] = await readWorkbook(await keep('xlsx', of));
  const by = new Map<string, string[]>();
  let title = '';
  for (const row of front?.rows.slice(1) ?? []) {
    const first = row.find(({ letter }) => letter === 'A');
    if (first !== undefined) title = String(first.value);
    by.set(title, [...(by.get(title) ?? []), String(row.at(-1)?.value).replaceAll('\u00a0', ' ')]);
  }
  return by;
}

/** Who is there, who of them lives in Sleman, and what of the rows is theirs: found row by row. */
function sides() {
  const there = storedRows(shop.raw, 'customers').filter(
    ({ deleted_at, erased_at }) => deleted_at === null && erased_at === null,
  );
  const homes = storedRows(shop.raw, 'addresses');
  const inside = new Set(
    homes.filter(({ city }) => city === 'Sleman').map((row) => row['customer_id']),
  );
  const members = there.filter((row) => inside.has(row['id'] ?? 0));
  const others = there.filter((row) => !inside.has(row['id'] ?? 0));
  const own = new Set(members.map((row) => row['id']));
  return { there, members, others, isOwn: (row: Stored) => own.has(row['customer_id'] ?? -1) };
}

function percent(part: number, of: number, digits = 0): string {
  const share = (100 * part) / of;
  return `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits }).format(share)}%`;
}

function counted(part: number, of: number): string {
  return `${part} of ${of} (${percent(part, of)})`;
}

const people = (rows: readonly Stored[]) => new Set(rows.map((row) => row['customer_id'])).size;
const sum = (rows: readonly Stored[], column: string) =>
  rows.reduce((total, row) => total + Number(row[column]), 0);
const money = (minor: number) => `Rp ${(minor / 100).toLocaleString('en-GB')}`;

describe('the picture of a segment', () => {
  it('says who they are, and of how many it is known', async () => {
    const { there, members } = sides();
    const by = await said();
    const first = `${members.length} customers, ${percent(members.length, there.length, 1)} of all ${there.length}`;
    expect(by.get('Sekar Pagi')).toEqual([first]);
    const known = members.filter((row) => row['birthday_on'] !== null);
    const ages = known
      .map((row) => 2026 - 1990 - (String(row['birthday_on']).slice(5) > today.slice(5) ? 1 : 0))
      .toSorted();
    const gendered = members.filter((row) => row['gender'] !== null).length;
    const businesses = members.filter((row) => row['kind'] === 'business').length;
    expect(by.get('Who they are')).toEqual([
      `Businesses among them: ${counted(businesses, members.length)}`,
      `Birthday known: ${counted(known.length, members.length)}.`,
      `Half of those whose age is known are ${ages[Math.ceil(ages.length / 2) - 1]} or younger; it is known of ${known.length} of ${members.length}.`,
      `Women and men: known of ${gendered} of ${members.length}.`,
    ]);
    const rows = valuesOf(await readWorkbook(await keep('xlsx')), 'Who they are');
    expect(rows[0]?.slice(0, 3)).toEqual([
      ...['Businesses', businesses, Math.round((1000 * businesses) / members.length) / 10],
    ]);
  });

  it('says what they buy beside what all customers do, without what was taken off whole sales', async () => {
    shop.raw.exec(`UPDATE sales SET discount_minor = revenue_minor / 10,
      revenue_minor = revenue_minor - revenue_minor / 10 WHERE id % 3 = 0 AND kind = 'sale'`);
    finishShop(shop.raw);
    const { isOwn, there, others } = sides();
    const alive = new Set(there.map((row) => row['id']));
    const sales = storedRows(shop.raw, 'sales').filter((row) =>
      alive.has(row['customer_id'] ?? -1),
    );
    const saleOf = new Map(sales.map((row) => [row['id'], row]));
    const products = storedRows(shop.raw, 'products');
    const lines = storedRows(shop.raw, 'sale_lines').filter((row) =>
      saleOf.has(row['sale_id'] ?? 0),
    );
    const buyer = (row: Stored) => saleOf.get(row['sale_id'] ?? 0) ?? {};
    const ownLines = lines.filter((row) => isOwn(buyer(row)));
    const all = sum(ownLines, 'amount_minor');
    const rows = products.map((product) => {
      const of = (some: Stored[]) => some.filter((row) => row['product_id'] === product['id']);
      const own = of(ownLines);
      const buyersOf = (some: Stored[]) =>
        people(some.map(buyer).filter((row) => row['is_purchase'] === 1));
      const notOwn = of(lines).filter((row) => !isOwn(buyer(row)));
      return {
        name: product['name'],
        minor: sum(own, 'amount_minor'),
        share: Math.round((1000 * sum(own, 'amount_minor')) / all) / 10,
        everybody:
          Math.round((1000 * sum(of(lines), 'amount_minor')) / sum(lines, 'amount_minor')) / 10,
        buyers: buyersOf(own),
        compared: `(${percent(buyersOf(notOwn), others.length)} of everybody else)`,
      };
    });
    rows.sort((a, b) => b.minor - a.minor);
    const told = valuesOf(await readWorkbook(await keep('xlsx')), 'Products they buy');
    expect(told.map((row) => row.slice(0, 5))).toEqual(
      rows.map((row) => [row.name, row.minor / 100, row.share, row.everybody, row.buyers]),
    );
    expect(told.map((row) => String(row[5]).replace(/^[^(]*/u, ''))).toEqual(
      rows.map(({ compared }) => compared),
    );
    const ownSales = sales.filter(isOwn);
    expect((await said()).get('What they buy')?.at(-1)).toBe(
      `Shares are of ${money(all)}, the sales whose things are noted, without tax; what was taken off a whole sale and shipping are not in it. All their sales come to ${money(sum(ownSales, 'revenue_minor'))}.`,
    );
  });

  it('says when, how often and for how much they buy', async () => {
    const { isOwn, there, members } = sides();
    const alive = new Set(there.map((row) => row['id']));
    const sales = storedRows(shop.raw, 'sales').filter((row) =>
      alive.has(row['customer_id'] ?? -1),
    );
    const bought = sales.filter((row) => row['is_purchase'] === 1 && isOwn(row));
    const by = await said();
    const days = Map.groupBy(bought, (row) => row['customer_id']);
    const gaps = [...days.values()].flatMap((own) => {
      const on = [...new Set(own.map((row) => String(row['sold_on'])))].toSorted();
      const span = (Date.parse(on.at(-1) ?? '') - Date.parse(on[0] ?? '')) / 86_400_000;
      return on.length < 2 ? [] : [span / (on.length - 1)];
    });
    const middle = (values: number[]) =>
      values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1];
    expect(by.get('When they buy')?.[0]).toBe(
      `Typically ${Math.round(middle(gaps) ?? 0)} days pass from one purchase to the next; known of ${gaps.length} of ${members.length}`,
    );
    const rows = valuesOf(await readWorkbook(await keep('xlsx')), 'Days of the week');
    const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const dayOf = (row: Stored) => (new Date(String(row['sold_on'])).getUTCDay() + 6) % 7;
    expect(rows.map((row) => row.slice(0, 2))).toEqual(
      names.map((name, at) => [name, bought.filter((row) => dayOf(row) === at).length]),
    );
    const own = sales.filter(isOwn);
    const revenue = sum(own, 'revenue_minor');
    expect(by.get('For how much')).toEqual([
      `They brought ${money(revenue)}, ${percent(revenue, sum(sales, 'revenue_minor'), 1)} of what all customers brought`,
      `Have bought: ${counted(days.size, members.length)}.`,
      `That is Rp ${Math.round(revenue / members.length / 100).toLocaleString('en-GB')} for each of the ${members.length} on average.`,
      `Half of their ${bought.length} purchases come to ${money(middle(bought.map((row) => Number(row['revenue_minor']))) ?? 0)} or less.`,
    ]);
  });

  it('says what they complain about and what they praise, with how many said so', async () => {
    const { isOwn, members } = sides();
    const complaints = storedRows(shop.raw, 'complaints').filter(isOwn);
    const by = await said();
    expect(by.get('What they complain about')?.[0]).toBe(
      `Have complained: ${counted(people(complaints), members.length)}, with ${complaints.length} complaints`,
    );
    const unknown = complaints.filter((row) => row['cause'] === null).length;
    expect(by.get('What they complain about')?.at(-1)).toContain(`Of ${unknown} complaint`);
    const reviews = storedRows(shop.raw, 'reviews').filter(isOwn);
    const stars = reviews.map((row) => Number(row['revised_rating'] ?? row['rating']));
    const answers = new Map(
      storedRows(shop.raw, 'survey_answers')
        .filter(isOwn)
        .map((row) => [row['id'], row]),
    );
    const values = (question: number) =>
      storedRows(shop.raw, 'survey_values')
        .filter((row) => row['question_id'] === question && answers.has(row['answer_id'] ?? 0))
        .map((row) => Number(row['number']));
    const [met, recommend] = [values(1), values(2)];
    const good = (list: number[], from: number) => list.filter((one) => one >= from).length;
    const bad = (list: number[], to: number) => list.filter((one) => one <= to).length;
    const orFew = (some: number, said = String(some)) =>
      some > 0 && some < 5 ? 'not shown' : said;
    const suggested = storedRows(shop.raw, 'interactions').filter(
      (row) => row['topic'] === 'suggestion' && isOwn(row),
    );
    expect(by.get('What they praise, and what they ask for')).toEqual([
      `Asked about: Empathy. Of the answers of ${met.length} of them, 4 or 5 stars have ${counted(good(met, 4), met.length)}`,
      `Reviews by ${people(reviews)} of them. 4 or 5 stars: ${counted(good(stars, 4), stars.length)}; 1 or 2 stars: ${orFew(bad(stars, 2))}.`,
      `Stars in surveys by ${met.length} of them. 4 or 5 stars: ${counted(good(met, 4), met.length)}; 1 or 2 stars: ${bad(met, 2)}.`,
      `Would they recommend the shop? Answers by ${recommend.length} of them. 9 or 10: ${orFew(good(recommend, 9), counted(good(recommend, 9), recommend.length))}; 0 to 6: ${bad(recommend, 6)}.`,
      `Suggestions written down: ${suggested.length}, by ${people(suggested)} of them.`,
      ...['Criticism', 'Needs'].map((what) => `${what} written down: 0, by 0 of them.`),
    ]);
  });

  it('names everybody else in a sentence only where the difference is too large for chance', async () => {
    const { there, others } = sides();
    const is = (row: Stored) => row['birthday_on'] !== null;
    expect((await said()).get('Who they are')?.[1]).not.toContain('everybody else');
    const isIn = new Set(there.filter((row) => !others.includes(row)).map((row) => row['id']));
    shop.raw.exec(
      `UPDATE customers SET birthday_on = '1990-01-01' WHERE id IN (${[...isIn].join(',')})`,
    );
    const now = storedRows(shop.raw, 'customers').filter((row) =>
      others.some((one) => one['id'] === row['id']),
    );
    const all = isIn.size;
    expect((await said()).get('Who they are')?.[1]).toBe(
      `Birthday known: ${counted(all, all)}, against ${percent(now.filter(is).length, now.length)} of everybody else.`,
    );
  });

  it('has no name of anybody, and says of too few that they are too few', async () => {
    const text = paperRows(readFileSync(await keep('pdf')))
      .flat(2)
      .join(' ');
    expect(text).toContain('Who they are');
    expect(text).not.toMatch(/Orang \d/);
    expect(JSON.stringify(await shop.ask('segments.picture', { id }))).not.toMatch(/Orang \d|\+62/);
    for (const customer of [1, 2, 3, 4])
      shop.raw.exec(`INSERT INTO addresses (customer_id, city) VALUES (${customer}, 'Klaten')`);
    const klaten = { field: 'city', isNot: false, values: ['Klaten'] };
    const few = await segmentOf('Sedikit', klaten);
    const picture = await shop.ask('segments.picture', { id: few });
    expect(picture.people).toBe(4);
    expect(picture.figures).toBeNull();
    const by = await said(few);
    expect([...by.keys()]).toEqual(['Sekar Pagi', 'Of which time']);
    expect(by.get('Sekar Pagi')?.[0]).toBe(
      '4 customers are in it. A picture needs 5: of fewer it would show one of them',
    );
  });
});
