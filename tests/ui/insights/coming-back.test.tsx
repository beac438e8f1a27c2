import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';
import {
  card,
  findingOf,
  percentText as percent,
  plain,
  sampleShop,
  tableOf,
} from '#tests/support/worth/cards.ts';
import { allSoldRows, askApp, boughtByCustomer } from '#tests/support/worth/sold-rows.ts';

/** Wilson's interval at 80 %, solved anew from where the score is z. */
function wilson(part: number, whole: number): [number, number] {
  const z = 1.2815515655446;
  const share = part / whole;
  const score = (p: number) => (share - p) / Math.sqrt((p * (1 - p)) / whole);
  const solve = (from: number, to: number, wanted: number) => {
    let [low, high] = [from, to];
    for (let step = 0; step < 100; step += 1) {
      const middle = (low + high) / 2;
      if (score(middle) > wanted) low = middle;
      else high = middle;
    }
    return low;
  };
  return [solve(1e-12, share, z), solve(share, 1 - 1e-12, -z)];
}

const within3 = 'Do new customers come back?';
const again = "Do last year's customers buy again?";

test('who comes back is said with its range, and the months behind are those of the sales', async () => {
  const app = await sampleShop();
  const { through, beginning } = await askApp(app, 'insights.comingBack', {});
  const bought = boughtByCustomer(await allSoldRows(app), through);
  const { user, addresses } = renderApp(app, '/insights/coming-back');
  await screen.findByText(within3);
  const from = beginning?.countedFrom ?? '0000';
  const newcomers = [...bought.values()].filter(([first = '']) => first >= from);
  const monthAfter = (month: string, by: number) => addMonths(`${month}-01`, by).slice(0, 7);
  const isOver = (month: string) => addDays(addMonths(`${month}-01`, 1), -1) <= through;
  const soon = newcomers.filter(([first = '']) => isOver(monthAfter(first.slice(0, 7), 3)));
  const back = soon.filter(([first = '', ...rest]) =>
    rest.some(
      (day) =>
        day.slice(0, 7) > first.slice(0, 7) && day.slice(0, 7) <= monthAfter(first.slice(0, 7), 3),
    ),
  ).length;
  const [low, high] = wilson(back, soon.length);
  expect(findingOf(within3)).toBe(
    `About ${percent(back / soon.length)} of new customers come back within three months ` +
      `(${percent(low)} to ${percent(high)})`,
  );
  expect(plain(card(within3))).toContain(
    `${back.toLocaleString('en')} of ${soon.length.toLocaleString('en')} new customers`,
  );
  const table = await tableOf(user, within3);
  const months = [...new Set(newcomers.map(([first = '']) => first.slice(0, 7)))].sort();
  expect(table).toHaveLength(months.length + 1);
  for (const [index, month] of months.entries()) {
    const own = newcomers.filter(([first = '']) => first.startsWith(month));
    const cells = Array.from({ length: 12 }, (_, by) => {
      const then = monthAfter(month, by + 1);
      if (!isOver(then)) return '';
      return percent(
        own.filter((days) => days.some((day) => day.startsWith(then))).length / own.length,
      );
    });
    expect(table[index]?.slice(1)).toEqual([own.length.toLocaleString('en'), ...cells]);
  }
  expect(table.at(-1)?.[1]).toBe(newcomers.length.toLocaleString('en'));
  const last = months.at(-1) ?? '';
  const heads = within(within(card(within3)).getByRole('table')).getAllByRole('rowheader');
  const link = within(heads.at(-1) as HTMLElement).getByRole('button');
  await user.click(link);
  expect(addresses.at(-1)).toBe(
    `/customers?firstFrom=${last}-01&firstTo=${addDays(addMonths(`${last}-01`, 1), -1)}`,
  );
  const own = newcomers.filter(([first = '']) => first.startsWith(last)).length;
  expect(await screen.findByText(own === 1 ? '1 customer' : `${own} customers`)).toBeTruthy();
  expect(screen.getByText(/^First bought .* to /)).toBeTruthy();
});

test('who bought again is counted year on year, and those who did not are listed', async () => {
  const app = await sampleShop();
  const { through } = await askApp(app, 'insights.comingBack', {});
  const bought = [...boughtByCustomer(await allSoldRows(app), through).values()];
  const { user, addresses } = renderApp(app, '/insights/coming-back');
  await screen.findByText(again);
  const now = addMonths(through, -12);
  const before = addMonths(through, -24);
  const base = bought.filter((days) => days.some((day) => day >= before && day < now));
  const back = base.filter((days) => days.some((day) => day >= now));
  const [low, high] = wilson(back.length, base.length);
  expect(findingOf(again)).toBe(
    `${percent(back.length / base.length)} of those who bought in the 12 months before bought ` +
      `again in the last 12 (${percent(low)} to ${percent(high)})`,
  );
  const [latest] = await tableOf(user, again);
  expect(latest?.slice(1)).toEqual([
    base.length.toLocaleString('en'),
    back.length.toLocaleString('en'),
    `${percent(back.length / base.length)} (${percent(low)} to ${percent(high)})`,
  ]);
  const silent = base.length - back.length;
  const earlier = bought.filter(
    (days) =>
      days.some((day) => day >= addMonths(through, -36) && day < before) &&
      !days.some((day) => day >= before && day < now),
  );
  const returned = earlier.filter((days) => days.some((day) => day >= now)).length;
  const [, most] = wilson(silent, base.length);
  const [fewest] = wilson(silent, base.length);
  const [, came] = wilson(returned, earlier.length);
  expect(findingOf('How many have left?')).toBe(
    `Between ${percent(fewest * (1 - came))} and ${percent(most)} of last year's customers have probably left`,
  );
  const words = plain(card('How many have left?'));
  expect(words).toContain(`At most: ${silent} have bought nothing in the last 12 months.`);
  expect(words).toContain(
    `Of ${earlier.length} who had been silent as long before, ${returned} ha`,
  );
  await user.click(
    within(card(again)).getByRole('button', { name: `See the ${silent} who did not` }),
  );
  expect(addresses.at(-1)).toBe(`/customers?lastFrom=${before}&lastTo=${addDays(now, -1)}`);
  expect(await screen.findByText(`${silent} customers`)).toBeTruthy();
  expect(screen.getByText(/^Last bought .* to /)).toBeTruthy();
});

test('how many buy is told against a year before, and leads to just those', async () => {
  const app = await sampleShop();
  const { through } = await askApp(app, 'insights.comingBack', {});
  const bought = [...boughtByCustomer(await allSoldRows(app), through).values()];
  const { user } = renderApp(app, '/insights/coming-back');
  const question = 'How many customers buy?';
  await screen.findByText(question);
  const activeOn = (on: string) =>
    bought.filter((days) => days.some((day) => day >= addMonths(on, -12) && day <= on)).length;
  const now = activeOn(through);
  const more = now - activeOn(addMonths(through, -12));
  expect(findingOf(question)).toBe(
    `${now} customers bought in the last 12 months, ${Math.abs(more)} ` +
      `${more > 0 ? 'more' : 'fewer'} than a year before`,
  );
  const table = await tableOf(user, question);
  expect(table.map(([, count]) => count)).toEqual(
    [-24, -21, -18, -15, -12, -9, -6, -3, 0]
      .slice(-table.length)
      .map((by) => activeOn(addMonths(through, by)).toLocaleString('en')),
  );
  await user.click(within(card(question)).getByRole('button', { name: 'See who' }));
  expect(await screen.findByText(`${now} customers`)).toBeTruthy();
});

test('how long somebody stays is an average over everybody, with its range and who they are', async () => {
  const app = await sampleShop();
  const { through, beginning, firstOn } = await askApp(app, 'insights.comingBack', {});
  const bought = [...boughtByCustomer(await allSoldRows(app), through).values()];
  const { user } = renderApp(app, '/insights/coming-back');
  const question = 'How long does a customer stay?';
  await screen.findByText(question);
  const day = (iso: string) => Date.parse(iso) / 86_400_000;
  const edge = addMonths(through, -12);
  const from = beginning?.countedFrom ?? firstOn ?? '';
  const stays = bought
    .filter(([first = '']) => first >= from && first < edge)
    .map((days) => {
      const isOver = !days.some((one) => one >= edge);
      const end = isOver ? (days.at(-1) ?? '') : addDays(edge, -1);
      return { days: day(end) - day(days[0] ?? ''), isOver };
    });
  // Day by day, as a table of deaths: the share still there is multiplied by who stayed of those at risk.
  const horizon = stays.map((one) => one.days).sort((a, b) => b - a)[19] ?? 0;
  let [share, mean] = [1, 0];
  for (let at = 0; at < horizon; at += 1) {
    const atRisk = stays.filter((one) => one.days >= at).length;
    const left = stays.filter((one) => one.days === at && one.isOver).length;
    share *= 1 - left / atRisk;
    mean += share;
  }
  const length = (days: number) => {
    const isLong = days >= 2 * 365.25;
    const value = Math.round((10 * days) / (isLong ? 365.25 : 30.4375)) / 10;
    return `${value} ${isLong ? 'year' : 'month'}${value === 1 ? '' : 's'}`;
  };
  expect(findingOf(question)).toMatch(
    new RegExp(`^A customer stays ${length(mean)} on average \\([\\d.]+ .* to [\\d.]+ .*\\)$`),
  );
  const left = stays.filter((one) => one.isOver).length;
  expect(plain(card(question))).toContain(
    `${stays.length} customers, of whom ${left} bought no more. Counted over the first ${length(horizon)}`,
  );
  await user.click(within(card(question)).getByRole('button', { name: 'See who' }));
  expect(await screen.findByText(`${stays.length} customers`)).toBeTruthy();
});

test('cards that say the same are told apart by their question', async () => {
  const shop = await tempShop((raw) => {
    for (const name of ['Ayu', 'Bima'])
      addSale(raw, { customerId: addCustomer(raw, { name }), soldOn: today, revenueMinor: 5_000 });
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Toko', language: 'en', currency: 'IDR' });
  renderApp(shop.app, '/insights/coming-back');
  const found = await screen.findAllByText(
    'The history here is too short to say: it takes 24 months',
  );
  expect(found.length).toBeGreaterThan(1);
  const names: string[] = [];
  screen.getAllByRole('region', { name: (name) => names.push(name) > 0 });
  expect(names).toEqual([...new Set(names)]);
});
