import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { addDays, daysBetween } from '#shared/domain/calendar/dates.ts';
import type { CustomerId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

// jsdom lays nothing out: the virtual list is given a height to have rows in.
for (const [side, pixels] of [
  ['clientHeight', 600],
  ['clientWidth', 1000],
] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => pixels });
}

interface Person {
  readonly name: string;
  readonly days: readonly string[];
  readonly each: number;
}

/** Days bought on, so many with the same gap, the last so many days ago. */
function visits(count: number, gap: number, silent: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    addDays(today, -silent - gap * (count - 1 - index)),
  );
}

const people: readonly Person[] = [
  ...Array.from({ length: 4 }, (_, index) => ({
    name: `Sering ${index}`,
    days: visits(9 + index, 7, index),
    each: 9_000_000,
  })),
  ...Array.from({ length: 5 }, (_, index) => ({
    name: `Diam ${index}`,
    days: visits(6, 8, 60 + index),
    each: 2_000_000 + index * 100_000,
  })),
  ...Array.from({ length: 16 }, (_, index) => ({
    name: `Sekali ${index}`,
    days: visits(1, 1, 4 + index * 15),
    each: 300_000 + index * 10_000,
  })),
];

function fill(raw: RawHandle): void {
  for (const { name, days, each } of people) {
    const customerId = addCustomer(raw, { name, phones: [`+62811${name.length}${days.length}`] });
    for (const soldOn of days) addSale(raw, { customerId, soldOn, revenueMinor: each });
  }
  finishShop(raw);
}

const last = ({ days }: Person) => days.at(-1) as string;
const money = ({ days, each }: Person) => days.length * each;
const sum = (of: readonly Person[]) => of.reduce((all, one) => all + money(one), 0);

/** The group of each, by scores that are counted here from who is strictly below. */
function groupOf(one: Person): string {
  const below = (test: (other: Person) => boolean) =>
    1 + Math.floor((5 * people.filter(test).length) / people.length);
  const recency = below((other) => last(other) < last(one));
  const frequency = below((other) => other.days.length < one.days.length);
  const amount = below((other) => money(other) < money(one));
  if (recency < 3) {
    if (frequency > 3 && amount > 3) return 'Not to be lost';
    return frequency > 2 || amount > 3 ? 'At risk' : 'Asleep';
  }
  if (recency > 3 && frequency > 3 && amount > 3) return 'Champions';
  if (frequency > 3) return 'Regulars';
  return one.days.length === 1 ? 'New' : 'Promising';
}

async function card(question: string): Promise<HTMLElement> {
  return (await screen.findByText(question)).closest('section') as HTMLElement;
}

const rupiah = (minor: number) => `Rp ${(minor / 100).toLocaleString('en')}`;
const plain = (element: HTMLElement) => (element.textContent ?? '').replaceAll('\u00a0', ' ');

function cellsOf(row: HTMLElement): string[] {
  return [...row.querySelectorAll<HTMLElement>('th, td')].map(plain);
}

async function shop() {
  const made = await tempShop(fill);
  await made.ask('settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  return made;
}

test('the groups of buyers stand with their figures, each with what to do, and open those people', async () => {
  const { user, addresses } = renderApp((await shop()).app, '/insights/who');
  const rfm = await card('Who buys how?');
  const best = people.filter((one) => ['Champions', 'Regulars'].includes(groupOf(one)));
  const percent = Math.round((100 * sum(best)) / sum(people));
  expect(plain(within(rfm).getByRole('heading', { level: 2 }))).toBe(
    `${best.length} champions and regulars of ${people.length} buyers brought ${percent}% of the revenue`,
  );
  const names = [...new Set(people.map(groupOf))];
  const rows = within(rfm).getAllByRole('row').slice(1);
  expect(rows).toHaveLength(names.length);
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) {
    const [name, count, revenue, share, silent, days, act] = cellsOf(row);
    const group = names.find((one) => name?.startsWith(one)) as string;
    const members = people.filter((one) => groupOf(one) === group);
    expect(count, group).toBe(String(members.length));
    const percent = (100 * sum(members)) / sum(people);
    // Less than one is said with a decimal: money that came in is not 0%.
    expect(share, group).toBe(`${Number(percent.toFixed(percent < 1 ? 1 : 0))}%`);
    expect(revenue, group).toMatch(/^Rp /);
    const middle = (values: number[]) =>
      values.toSorted((one, other) => one - other)[values.length >> 1] as number;
    expect(days, group).toBe(String(middle(members.map((one) => one.days.length))));
    const ago = middle(members.map((one) => daysBetween(last(one), today)));
    expect(silent, group).toMatch(ago === 0 ? /last day/ : /ago$/);
    if (ago > 0 && ago < 14)
      expect(silent, group).toBe(ago === 1 ? '1 day ago' : `${ago} days ago`);
    expect(act, group).toMatch(/\w+\./);
  }
  const asleep = people.filter((one) => groupOf(one) === 'Asleep');
  await user.click(within(rfm).getByRole('button', { name: 'See who' }));
  const item = await screen.findByRole('menuitem', { name: /^Asleep/, hidden: true });
  expect(plain(item)).toBe(`Asleep${asleep.length}`);
  await user.click(item);
  expect(addresses.at(-1)).toBe('/customers?rfm=asleep');
  await screen.findByText(`${asleep.length} customers`);
});

test('those who are slipping away stand with their silence, their rhythm and a message begun, and open the list', async () => {
  const made = await shop();
  const { user, addresses } = renderApp(made.app, '/insights/who');
  const slipping = await card('Who is slipping away?');
  const silent = people.filter(({ name }) => name.startsWith('Diam'));
  expect(plain(within(slipping).getByRole('heading', { level: 2 }))).toBe(
    `${silent.length} customers are slipping away; in 12 months they brought ${rupiah(sum(silent))}`,
  );
  const rows = within(slipping).getAllByRole('row').slice(1);
  const most = silent.toSorted((one, other) => money(other) - money(one));
  expect(rows).toHaveLength(most.length);
  for (const [index, row] of rows.entries()) {
    const one = most[index] as Person;
    const cells = cellsOf(row);
    expect(cells[0]).toBe(one.name);
    expect(cells[2]).toBe('8 days');
    expect(cells[3]).toBe(`${Math.round(daysBetween(last(one), today) / 7)} weeks`);
    expect(cells[4]).toBe(rupiah(money(one)));
    within(row).getByRole('button', { name: new RegExp(`WhatsApp.*${one.name}`) });
  }
  await user.click(within(slipping).getByRole('button', { name: 'Contact one by one' }));
  const dialog = await screen.findByRole('dialog', { name: `1 of ${most.length}` });
  expect(dialog.textContent).toContain((most[0] as Person).name);
  await user.click(within(dialog).getByRole('button', { name: 'Open WhatsApp' }));
  await screen.findByRole('dialog', { name: `2 of ${most.length}` });
  const text = `Hello ${(most[0] as Person).name}, this is Sekar Pagi. It has been a while`;
  expect(made.machine.opened.at(-1)).toContain(encodeURIComponent(text));
  const { rows: kept } = await made.ask('interactions.timeline', { customerId: 9 as CustomerId });
  expect(kept[0]).toMatchObject({ kind: 'contact' });
  for (let place = 2; place <= most.length; place += 1)
    await user.click(await screen.findByRole('button', { name: 'Skip' }));
  await screen.findByText(`All ${most.length} customers were gone through.`);
  await user.keyboard('{Escape}');
  await user.click(within(slipping).getByRole('button', { name: 'See who' }));
  expect(addresses.at(-1)).toBe('/customers?only=slipping');
  await screen.findByText(`${silent.length} customers`);
});

test('who asked for no offers is not written to, and the others are gone through without them', async () => {
  const made = await shop();
  const silent = people.filter(({ name }) => name.startsWith('Diam'));
  const unwilling = silent[1] as Person;
  const customerId = (people.indexOf(unwilling) + 1) as CustomerId;
  const facts = { purpose: 'offers', isGiven: false, on: today, way: 'shop' } as const;
  await made.ask('privacy.addConsent', { customerId, facts });
  const { user } = renderApp(made.app, '/insights/who');
  const slipping = await card('Who is slipping away?');
  const rows = within(slipping).getAllByRole('row').slice(1);
  const row = rows.find((each) => cellsOf(each)[0] === unwilling.name) as HTMLElement;
  expect(within(row).getByText('No offers, please')).toBeTruthy();
  expect(within(row).queryByRole('button', { name: /WhatsApp/ })).toBeNull();
  await user.click(within(slipping).getByRole('button', { name: 'Contact one by one' }));
  await screen.findByRole('dialog', { name: `1 of ${silent.length - 1}` });
});
