import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addLine, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import {
  card,
  findingOf,
  percentText,
  plain,
  rupiah,
  tableOf,
} from '#tests/support/worth/cards.ts';

interface Sold {
  readonly day: string;
  readonly hour: number;
  readonly product: string;
  readonly minor: number;
}

/** A till's sales of some months up to today, that name nobody: more on Saturdays, and more this year. */
function till(from: string, growth: number): Sold[] {
  const sold: Sold[] = [];
  for (let day = from, index = 0; day <= today; day = addDays(day, 1), index += 1) {
    const isSaturday = new Date(day).getUTCDay() === 6;
    const now = day > addMonths(today, -12) ? growth : 1;
    const at = (hour: number, product: string, amount: number) =>
      sold.push({ day, hour, product, minor: Math.round(amount * now) * 100 });
    at(9, 'Kopi', 40_000 + 100 * (index % 7));
    at(17, 'Roti', 9_000);
    if (isSaturday) at(17, 'Kopi', 60_000);
  }
  return sold;
}

async function shopOf(sold: readonly Sold[]): Promise<TempShop> {
  const shop = await tempShop((raw) => {
    const time = raw.prepare(
      "UPDATE sales SET sold_at = sold_on || 'T' || ? || ':30' WHERE id = ?",
    );
    for (const { day, hour, product, minor } of sold) {
      const id = addSale(raw, { customerId: null, soldOn: day, revenueMinor: minor });
      addLine(raw, id, product, minor);
      time.run(String(hour).padStart(2, '0'), id);
    }
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  return shop;
}

const sum = (sold: readonly Sold[]) => sold.reduce((all, { minor }) => all + minor, 0);
const between = (sold: readonly Sold[], from: string, to: string) =>
  sold.filter(({ day }) => day >= from && day <= to);
const written = (day: string, length: 'long' | 'short' = 'long') =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: length,
    year: 'numeric',
    timeZone: 'UTC',
  });
const yearQuestion = 'Does the shop sell more than a year ago?';
const yesterday = addDays(today, -1);

/** The last twelve months up to the last whole day, each with the same days a year before. */
const months = Array.from({ length: 12 }, (_, index) => {
  const from = addMonths(`${yesterday.slice(0, 7)}-01`, index - 11);
  const end = addDays(addMonths(from, 1), -1);
  const [to = ''] = [end, yesterday].sort();
  return { from, to, before: { from: addMonths(from, -12), to: addMonths(to, -12) } };
});

test('Revenue of a till without customers tells all that needs none, and each figure is that of its sales', async () => {
  const sold = till(addMonths(`${today.slice(0, 7)}-01`, -26), 1.25);
  const { user, addresses } = renderApp((await shopOf(sold)).app, '/insights/revenue');
  await screen.findByText(yearQuestion);
  const region = screen.getByRole('region', { name: /^\d.* sales, / });
  expect(plain(within(region).getByRole('heading'))).toBe(
    `${sold.length.toLocaleString('en')} sales, ${rupiah(sum(sold))}`,
  );
  expect(plain(region)).toContain(
    `From ${written(sold[0]?.day ?? '')} to ${written(today)}. None of them names its buyer`,
  );
  const now = months.flatMap(({ from, to }) => between(sold, from, to));
  const then = months.flatMap(({ before }) => between(sold, before.from, before.to));
  expect(findingOf(yearQuestion)).toBe(
    `${percentText(sum(now) / sum(then) - 1)} more than a year before: ${rupiah(sum(now))} from ` +
      `${written(months[0]?.from ?? '')} to ${written(yesterday)}, against ${rupiah(sum(then))} in the same days`,
  );
  expect(plain(card(yearQuestion))).toContain('and today until it is over.');
  const table = await tableOf(user, yearQuestion);
  const weekends = (from: string, to: string) => {
    let count = 0;
    for (let day = from; day <= to; day = addDays(day, 1))
      if ([0, 6].includes(new Date(day).getUTCDay())) count += 1;
    return count;
  };
  expect(
    table.slice(0, 12).map(([, revenue, , before, change]) => [revenue, before, change]),
  ).toEqual(
    months.map(({ from, to, before }) => {
      const own = sum(between(sold, from, to));
      const earlier = sum(between(sold, before.from, before.to));
      return [rupiah(own), rupiah(earlier), `+${percentText(own / earlier - 1)}`];
    }),
  );
  for (const [index, { from, to, before }] of months.entries()) {
    const [here, there] = [weekends(from, to), weekends(before.from, before.to)];
    const said = table[index]?.[5] ?? '';
    if (here === there) expect(said).not.toContain('weekend');
    else expect(said).toContain(`weekend days: ${here}, then ${there}`);
  }
  expect(table.at(-1)).toEqual(['All', rupiah(sum(now)), '', rupiah(sum(then)), '', '']);
  const [link] = within(within(card(yearQuestion)).getByRole('table')).getAllByRole('link');
  await user.click(link as HTMLElement);
  expect(addresses.at(-1)).toBe(`/sales?soldFrom=${months[0]?.from}&soldTo=${months[0]?.to}`);
});

test('products, days of the week and hours stand there too', async () => {
  const sold = till(addMonths(`${today.slice(0, 7)}-01`, -26), 1);
  renderApp((await shopOf(sold)).app, '/insights/revenue');
  await screen.findByText(yearQuestion);
  expect(findingOf(yearQuestion)).toMatch(/^As much as a year before/);
  const year = between(sold, addMonths(today, -12), today);
  const coffee = sum(year.filter(({ product }) => product === 'Kopi'));
  expect(findingOf('Which products bring the revenue?')).toBe(
    `${percentText(coffee / sum(year))} of the revenue comes from 1 of 2 products`,
  );
  expect(findingOf('On which days of the week do they buy?')).toMatch(/^Saturday is the best day/);
  const whole = between(sold, addMonths(yesterday, -12), yesterday);
  const late = whole.filter(({ hour }) => hour === 17).length;
  expect(findingOf('At what time do they buy?')).toBe(
    `${percentText(late / whole.length)} of the sales fall between 17:00 and 18:00`,
  );
});

test('less than a year before is said so, and a till without a year of sales that there is none', async () => {
  const from = addMonths(`${today.slice(0, 7)}-01`, -26);
  const less = renderApp((await shopOf(till(from, 0.75))).app, '/insights/revenue');
  await screen.findByText(yearQuestion);
  expect(findingOf(yearQuestion)).toMatch(/^\d+% less than a year before/);
  less.unmount();
  const first = addDays(today, -90);
  renderApp((await shopOf(till(first, 1))).app, '/insights/revenue');
  await screen.findByText(yearQuestion);
  expect(findingOf(yearQuestion)).toBe(
    `There is no year to compare with yet: sales here begin on ${written(first)}`,
  );
});

test.each([
  ['/insights', 'So there is no customer yet whose worth could be calculated.'],
  ['/insights/coming-back', 'So it cannot be seen whether the same people come back.'],
  ['/insights/who', 'So it cannot be seen who buys often, and who is slipping away.'],
])('%s says what it lacks', async (address, lacks) => {
  const sold = till(addDays(today, -20), 1);
  renderApp((await shopOf(sold)).app, address);
  const text = await screen.findByText(/None of them names its buyer/);
  expect(plain(text)).toBe(
    `From ${written(sold[0]?.day ?? '')} to ${written(today)}. None of them names its buyer or a phone number. ${lacks} ` +
      'If your till or online shop can note it, import that file. Revenue, Products and Time need no names.',
  );
  expect(screen.queryByText('Who is slipping away?')).toBeNull();
});

test('Time says why today is left out, and only then', async () => {
  const shop = await shopOf(till(addDays(today, -20), 1));
  const page = renderApp(shop.app, '/insights/time');
  await screen.findByText(/Today is left out until it is over/);
  page.unmount();
  shop.machine.day = addDays(today, 1);
  renderApp(shop.app, '/insights/time');
  await screen.findByText(new RegExp(`Counted up to ${written(today)}`));
  expect(screen.queryByText(/Today is left out/)).toBeNull();
});
