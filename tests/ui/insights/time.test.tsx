import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import {
  card,
  findingOf,
  knownRupiah,
  percentText,
  plain,
  rupiah,
  sampleShop,
  tableOf,
} from '#tests/support/worth/cards.ts';
import { allSoldRows, askApp, type SoldRow } from '#tests/support/worth/sold-rows.ts';

/** Purchases and net revenue between two days. */
function soldIn(rows: readonly SoldRow[], from: string, to: string) {
  const own = rows.filter(({ soldOn }) => soldOn >= from && soldOn <= to);
  return {
    sales: own.filter(({ isPurchase }) => isPurchase).length,
    minor: own.reduce((sum, one) => sum + one.revenueMinor, 0),
  };
}

const written = (day: string) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

test('months are those of the sales with Ramadan and Lebaran in them, and each opens its sales', async () => {
  const app = await sampleShop();
  const { through } = await askApp(app, 'insights.time', {});
  const rows = await allSoldRows(app);
  const first = rows.map(({ soldOn }) => soldOn).sort()[0] ?? '';
  const { user, addresses } = renderApp(app, '/insights/time');
  const question = 'In which months do they buy?';
  await screen.findByText(question);
  const months = Array.from({ length: 25 }, (_, index) => {
    const from = addMonths(`${through.slice(0, 7)}-01`, index - 24);
    const end = addDays(addMonths(from, 1), -1);
    const [to = ''] = [end, through].sort();
    return { from, to, isWhole: from >= first && end <= through, ...soldIn(rows, from, to) };
  });
  const whole = months.filter(({ isWhole }) => isWhole).slice(-12);
  const best = whole.toSorted((one, other) => other.minor - one.minor)[0];
  const name = new Date(`${best?.from}T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  expect(findingOf(question)).toContain(
    `The best month of the last year was ${name}, ${rupiah(best?.minor ?? 0)}`,
  );
  const table = await tableOf(user, question);
  expect(table.map(([, sales, minor]) => [sales, minor])).toEqual(
    months.map(({ sales, minor }) => [sales.toLocaleString('en'), rupiah(minor)]),
  );
  const feasts = table.map(([, , , feast]) => feast).filter((text) => text?.includes('Lebaran'));
  expect(feasts.join(' ')).toMatch(/Lebaran \d+ \w+ 202\d/);
  // Thirty days of Ramadan lie before each Lebaran that is not near an end of the table.
  const fasting = table.map(([, , , feast]) =>
    Number(/(\d+) days? of Ramadan/.exec(feast ?? '')?.[1] ?? 0),
  );
  expect(fasting.reduce((sum, one) => sum + one, 0) % 30).toBe(0);
  const [month] = within(within(card(question)).getByRole('table')).getAllByRole('link');
  await user.click(month as HTMLElement);
  const address = `/sales?soldFrom=${months[0]?.from}&soldTo=${months[0]?.to}`;
  expect(addresses.at(-1)).toBe(address);
  const summary = await askApp(app, 'sales.summary', {
    filter: { soldFrom: months[0]?.from ?? null, soldTo: months[0]?.to ?? null },
  });
  expect(summary).toMatchObject({
    purchases: months[0]?.sales,
    revenueMinor: months[0]?.minor,
  });
});

test('days of the week and hours are told with what they add up to', async () => {
  const app = await sampleShop();
  const { through } = await askApp(app, 'insights.time', {});
  const from = addMonths(through, -12);
  const rows = (await allSoldRows(app)).filter(({ soldOn }) => soldOn >= from && soldOn <= through);
  const { user } = renderApp(app, '/insights/time');
  const question = 'On which days of the week do they buy?';
  await screen.findByText(question);
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const days: { name: string; minor: number }[] = [];
  for (let day = from; day <= through; day = addDays(day, 1))
    days.push({
      name: names[(new Date(day).getUTCDay() + 6) % 7] ?? '',
      minor: rows
        .filter(({ soldOn }) => soldOn === day)
        .reduce((sum, one) => sum + one.revenueMinor, 0),
    });
  const average = names.map((name) => {
    const own = days.filter((one) => one.name === name).map(({ minor }) => minor);
    return {
      name,
      sum: own.reduce((a, b) => a + b, 0),
      mean: own.reduce((a, b) => a + b, 0) / own.length,
    };
  });
  const sorted = average.toSorted((one, other) => other.mean - one.mean);
  const rounded = (minor: number) => `IDR ${Math.round(minor / 100).toLocaleString('en')}`;
  expect(findingOf(question)).toBe(
    `${sorted[0]?.name} is the best day, ${rounded(sorted[0]?.mean ?? 0)} on average; ` +
      `${sorted[6]?.name} the quietest, ${rounded(sorted[6]?.mean ?? 0)}`,
  );
  const table = await tableOf(user, question);
  expect(table.map(([name, , minor]) => [name, minor])).toEqual([
    ...average.map(({ name, sum }) => [name, rupiah(sum)]),
    ['All', rupiah(rows.reduce((sum, one) => sum + one.revenueMinor, 0))],
  ]);
  expect(table.at(-1)?.[1]).toBe(
    rows.filter(({ isPurchase }) => isPurchase).length.toLocaleString('en'),
  );
  const timed = rows.filter(
    ({ soldAt, isPurchase }) =>
      isPurchase && soldAt !== null && !['', '00:00'].includes(soldAt.slice(11, 16)),
  );
  const hours = new Map<string, number>();
  for (const { soldAt } of timed) {
    const hour = (soldAt ?? '').slice(11, 13);
    hours.set(hour, (hours.get(hour) ?? 0) + 1);
  }
  const asked = 'At what time do they buy?';
  if (timed.length < 50) {
    expect(findingOf(asked)).toContain(`The time is known of only ${timed.length} sale`);
    return;
  }
  const [busiest = ['', 0]] = [...hours].sort(([, one], [, other]) => other - one);
  const soldIn = (first: number, end: number) =>
    timed.filter(({ soldAt }) => {
      const hour = Number(soldAt?.slice(11, 13));
      return hour >= first && hour < end;
    }).length;
  const spans = Array.from({ length: 24 }, (_, first) =>
    Array.from({ length: 24 - first }, (_, more) => ({ first, end: first + more + 1 })),
  ).flat();
  const [span = { first: 0, end: 0 }] = spans
    .filter(({ first, end }) => soldIn(first, end) * 2 >= timed.length)
    .sort(
      (one, other) =>
        one.end - one.first - (other.end - other.first) ||
        soldIn(other.first, other.end) - soldIn(one.first, one.end) ||
        one.first - other.first,
    );
  const two = (hour: number) => String(hour).padStart(2, '0');
  const share = percentText(soldIn(span.first, span.end) / timed.length);
  expect(findingOf(asked)).toBe(
    `${share} of the sales fall between ${two(span.first)}:00 and ${two(span.end)}:00; ` +
      `the fullest hour begins at ${busiest[0]}:00, with ${percentText(busiest[1] / timed.length)}`,
  );
  const behind = await tableOf(user, asked);
  expect(behind.at(-1)?.[1]).toBe(timed.length.toLocaleString('en'));
});

/** Off by which part of what four weeks brought, from so many earlier days, each a week before the last. */
function lastWeekAgain(rows: readonly SoldRow[], through: string, origins: number): number {
  const week = (back: number) =>
    soldIn(rows, addDays(through, -7 * back - 6), addDays(through, -7 * back)).minor;
  let off = 0;
  let sold = 0;
  for (let origin = 0; origin < origins; origin += 1)
    for (let step = 1; step <= 4; step += 1) {
      const came = week(origin + 4 - step);
      off += Math.abs(came - week(origin + 4));
      sold += Math.abs(came);
    }
  return off / sold;
}

test('what comes next is said with its range, its method and how far off it was', async () => {
  const app = await sampleShop();
  const { weeks, nextMonths, through } = await askApp(app, 'insights.time', {});
  const rows = await allSoldRows(app);
  const { user } = renderApp(app, '/insights/time');
  const question = 'What will the next weeks bring?';
  await screen.findByText(question);
  if (weeks.kind === 'thin' || nextMonths.kind === 'thin') throw new Error('the sample has enough');
  for (const [asked, { total }, unit] of [
    [question, weeks, '4 weeks'],
    ['What will the next months bring?', nextMonths, '3 months'],
  ] as const)
    expect(findingOf(asked)).toBe(
      `About ${knownRupiah(total.mean, total)} in the next ${unit}, between ` +
        `${knownRupiah(total.low, total)} and ${knownRupiah(total.high, total)}`,
    );
  const own = weeks.tried.find(({ method }) => method === weeks.method);
  const words = plain(card(question));
  expect(words).toContain(
    `Tried from ${weeks.origins} earlier days, it was off by ${percentText(own?.wape ?? 0)} of what was sold`,
  );
  // What taking the last week again would have been off by, counted here from the sales alone.
  const last = lastWeekAgain(rows, through, weeks.origins);
  expect(words).toContain(`As the last one ${percentText(last)}`);
  expect(words).not.toContain('Its error is');
  const table = await tableOf(user, question);
  expect(table).toHaveLength(13 + 4 + 1);
  for (const [index, cells] of table.slice(0, 13).entries()) {
    const to = addDays(through, -7 * (12 - index));
    expect(cells[1]).toBe(rupiah(soldIn(rows, addDays(to, -6), to).minor));
  }
  expect(weeks.steps[0]?.from).toBe(addDays(through, 1));
  expect(table.at(-1)?.[2]).toContain(knownRupiah(weeks.total.mean, weeks.total));
});

test('Lebaran and the seasons are held against ordinary months, with their range', async () => {
  const app = await sampleShop();
  const { lebaran, season } = await askApp(app, 'insights.time', {});
  const rows = await allSoldRows(app);
  const { user } = renderApp(app, '/insights/time');
  const question = 'What does Lebaran do to your sales?';
  await screen.findByText(question);
  if (lebaran === null || season === null) throw new Error('the sample has three years');
  const net = (from: string, to: string) => soldIn(rows, from, to).minor;
  const ratios = lebaran.map(({ on }) => {
    const usual =
      (net(addDays(on, -58), addDays(on, -31)) + net(addDays(on, 14), addDays(on, 41))) / 56;
    return { on, before: net(addDays(on, -30), addDays(on, -1)), usual: Math.round(usual * 30) };
  });
  const table = await tableOf(user, question);
  expect(table).toEqual(
    ratios.map(({ on, before, usual }) => [written(on), rupiah(before), rupiah(usual)]),
  );
  const shares = ratios.map(({ before, usual }) => before / usual);
  expect(findingOf(question)).toContain(
    `brought ${percentText(Math.min(...shares))} to ${percentText(Math.max(...shares))} of an ordinary one`,
  );
  const best = season
    .map((one, month) => ({ ...one, month }))
    .toSorted((a, b) => b.index - a.index)[0];
  const name = new Date(Date.UTC(2024, best?.month ?? 0)).toLocaleDateString('en-GB', {
    month: 'long',
    timeZone: 'UTC',
  });
  expect(findingOf('Has the shop seasons?')).toBe(
    `${name} is the strongest: ${percentText(best?.index ?? 0)} of an average month ` +
      `(${percentText(best?.low ?? 0)} to ${percentText(best?.high ?? 0)} from year to year)`,
  );
});

test('a day that was chosen is counted up to it, and says so', async () => {
  const app = await sampleShop();
  const { through } = await askApp(app, 'insights.time', {});
  const on = addMonths(through, -7);
  const then = await askApp(app, 'insights.time', { on });
  expect(then.through).toBe(on);
  const { addresses, user } = renderApp(app, `/insights/time?on=${on}`);
  expect(await screen.findByText(/As it stood at the end of/)).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('In which months do they buy?')).toBeTruthy());
  await user.click(screen.getByRole('button', { name: 'Back to the latest' }));
  expect(addresses.at(-1)).toBe('/insights/time');
});
