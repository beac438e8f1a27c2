import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import {
  card,
  findingOf,
  knownRupiah,
  percentText as percent,
  plain,
  rupiah,
  tableOf,
} from '#tests/support/worth/cards.ts';

const question = 'Do customers bring customers?';

interface Came {
  readonly name: string;
  readonly by: number | null;
  readonly firstOn: string;
  /** In the first 90 days, and after them. */
  readonly early: number;
  readonly late: number;
}

/** Whoever is brought, by whom, and what each spends; figures that differ. `from`: of which referred ones. */
function people(referred: number, others: number): Came[] {
  const day = (at: number) => `2025-${String(8 + (at % 4)).padStart(2, '0')}-${10 + (at % 17)}`;
  return [
    // They were there before the window; two of them bring.
    ...[0, 1].map((at) => ({
      ...{ name: `Lama ${at}`, by: null, firstOn: '2023-01-05', early: 700_000 + at, late: 0 },
    })),
    ...Array.from({ length: referred }, (_, at) => ({
      ...{ name: `Diajak ${at}`, by: at % 3 === 0 ? 2 : 1, firstOn: day(at) },
      ...{ early: 9_000_000 + 110_000 * (at % 9), late: 40_000 },
    })),
    ...Array.from({ length: others }, (_, at) => ({
      ...{ name: `Sendiri ${at}`, by: null, firstOn: day(at + 3) },
      ...{ early: 4_000_000 + 90_000 * (at % 11), late: 9_000_000 },
    })),
  ];
}

async function shopOf(all: readonly Came[]): Promise<TempShop> {
  const made = await tempShop((raw) => {
    for (const { name, by, firstOn, early, late } of all) {
      const customerId = addCustomer(raw, { name });
      raw.prepare('UPDATE customers SET recommended_by = ? WHERE id = ?').run(by, customerId);
      addSale(raw, { customerId, soldOn: firstOn, revenueMinor: early });
      if (late !== 0) addSale(raw, { customerId, soldOn: '2026-06-01', revenueMinor: late });
    }
    finishShop(raw);
  });
  await made.ask('settings.update', {
    ...{ shopName: 'Sekar', language: 'en', country: 'ID', currency: 'IDR' },
  });
  return made;
}

/** The mean, and how far 8 of 10 such means lie, reckoned by sums. */
function meanOf(values: readonly number[]) {
  const n = values.length;
  const sum = values.reduce((all, one) => all + one, 0);
  const squares = values.reduce((all, one) => all + one * one, 0);
  const variance = (squares - (sum * sum) / n) / (n - 1);
  const half = 1.2815515655446 * Math.sqrt(variance / n);
  return { mean: sum / n, low: sum / n - half, high: sum / n + half };
}

function wilson(part: number, whole: number) {
  const z = 1.2815515655446;
  const p = part / whole;
  const middle = p + (z * z) / (2 * whole);
  const half = z * Math.sqrt((p * (1 - p) + (z * z) / (4 * whole)) / whole);
  const divisor = 1 + (z * z) / whole;
  return { low: (middle - half) / divisor, high: (middle + half) / divisor };
}

test('which share was brought, what they spend against the others, and who brings most', async () => {
  const all = people(31, 47);
  const made = await shopOf(all);
  const { user, addresses } = renderApp(made.app, '/insights/coming-back');
  await screen.findByText(question);
  const [brought, alone] = [
    all.filter(({ by }) => by !== null),
    all.filter(({ name }) => name.startsWith('Sendiri')),
  ];
  const { low, high } = wilson(brought.length, brought.length + alone.length);
  expect(findingOf(question)).toBe(
    `About ${percent(brought.length / (brought.length + alone.length))} of new customers in the last 12 months ` +
      `were referred by others (${percent(low)} to ${percent(high)})`,
  );
  const written = (range: ReturnType<typeof meanOf>) =>
    [range.mean, range.low, range.high].map((one) => knownRupiah(one, range));
  // The two who were there first are compared too: they did not come by anybody.
  const one = written(meanOf(brought.map(({ early }) => early)));
  const since = all.filter(({ by, firstOn }) => by === null && firstOn >= '2023-01-05');
  const { worth } = await made.ask('insights.referrals', {});
  const rest = since.filter(({ firstOn }) => firstOn >= worth.from);
  expect(worth.others.customers).toBe(rest.length);
  const other = written(meanOf(rest.map(({ early }) => early)));
  expect(plain(card(question))).toContain(
    `In the 90 days after the first purchase a referred customer spends ${one[0]} on average ` +
      `(${one[1]} to ${one[2]}), others ${other[0]} (${other[1]} to ${other[2]}). ` +
      'That is more than chance explains.',
  );
  const sum = (by: number) =>
    rupiah(
      brought
        .filter((each) => each.by === by)
        .reduce((all, { early, late }) => all + early + late, 0),
    );
  const times = (by: number) => String(brought.filter((each) => each.by === by).length);
  expect(await tableOf(user, question)).toEqual([
    ['Lama 0', times(1), sum(1)],
    ['Lama 1', times(2), sum(2)],
    ['All', String(brought.length), ''],
  ]);
  await user.click(within(card(question)).getByRole('button', { name: `${times(1)}: see who` }));
  expect(addresses.at(-1)).toBe('/customers?only=bought&referredBy=1');
  expect(await screen.findByText(`${times(1)} customers`)).toBeTruthy();
});

test('too few are said to be too few, with how many it takes', async () => {
  const made = await shopOf(people(5, 40));
  renderApp(made.app, '/insights/coming-back');
  await screen.findByText(question);
  expect(plain(card(question))).toContain(
    'Too few to compare what they spend: 5 referred customers have been here for 90 days, it takes 20.',
  );
});

test('too few newcomers say nothing of their share', async () => {
  const made = await shopOf(people(3, 4));
  renderApp(made.app, '/insights/coming-back');
  await screen.findByText(question);
  expect(findingOf(question)).toBe('Too few new customers to say: 7 in 12 months, it takes 20');
});

test('where nobody was brought it says so, and how to say who was', async () => {
  const made = await shopOf(people(0, 30));
  renderApp(made.app, '/insights/coming-back');
  await screen.findByText(question);
  expect(findingOf(question)).toBe('Nobody is written down as referred by another customer yet');
  expect(plain(card(question))).toContain('who referred them');
});
