import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { addMonths } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addLine, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';
import {
  card,
  findingOf,
  percentText,
  plain,
  rupiah,
  sampleShop,
  tableOf,
} from '#tests/support/worth/cards.ts';
import { askApp } from '#tests/support/worth/sold-rows.ts';

const revenue = 'Which products bring the revenue?';
const profit = 'Which products earn most?';
const together = 'What sells together?';

/** What of each product the report tells, held against the list of its sales. */
async function productsOf(app: Application) {
  const data = await askApp(app, 'insights.products', {});
  return { data, from: addMonths(data.through, -12) };
}

test('which products bring the revenue is said with the classes, and each opens its sales', async () => {
  const app = await sampleShop();
  const { data, from } = await productsOf(app);
  const { user, addresses } = renderApp(app, '/insights/products');
  await screen.findByText(revenue);
  const positive = data.rows.filter(({ minor }) => minor > 0);
  const whole = positive.reduce((sum, { minor }) => sum + minor, 0);
  let reached = 0;
  const classes = positive.map(({ minor }) => {
    const before = reached;
    reached += minor;
    return before < 0.8 * whole ? 'A' : before < 0.95 * whole ? 'B' : 'C';
  });
  const many = classes.filter((one) => one === 'A').length;
  const brought = positive.slice(0, many).reduce((sum, { minor }) => sum + minor, 0);
  expect(findingOf(revenue)).toBe(
    `${percentText(brought / whole)} of the revenue comes from ${many} of ${positive.length} products`,
  );
  expect(plain(card(revenue))).toContain(`${rupiah(whole)} in all`);
  const table = await tableOf(user, revenue);
  expect(table.map(([, abc, , minor]) => [abc, minor])).toEqual(
    data.rows.map(({ minor }, index) => [classes[index] ?? '', rupiah(minor)]),
  );
  const [first] = data.rows;
  const link = within(within(card(revenue)).getByRole('table')).getAllByRole('link', {
    name: /^See \d+ sales?$/,
  })[0];
  await user.click(link as HTMLElement);
  expect(addresses.at(-1)).toContain(`soldFrom=${from}&soldTo=${data.through}`);
  expect(addresses.at(-1)).toContain(`productId=${first?.id}`);
  const summary = await askApp(app, 'sales.summary', {
    filter: { productId: first?.id ?? null, soldFrom: from, soldTo: data.through },
  });
  expect(table[0]?.[2]).toBe(summary.purchases.toLocaleString('en'));
});

test('what brought nothing stands apart with what it took away, so that both add up to all', async () => {
  const shop = await tempShop((raw) => {
    const sell = (name: string, revenueMinor: number, kind: 'sale' | 'return' = 'sale') =>
      addLine(
        raw,
        addSale(raw, { customerId: null, soldOn: today, revenueMinor, kind }),
        name,
        revenueMinor,
      );
    for (const [name, minor] of [
      ['Kopi', 9_000_000],
      ['Teh', 2_500_000],
      ['Gula', 4_000_000],
    ] as const)
      sell(name, minor);
    sell('Gula', -5_500_000, 'return');
    sell('Roti', -300_000, 'return');
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Toko', language: 'en', currency: 'IDR' });
  renderApp(shop.app, '/insights/products');
  await screen.findByText(revenue);
  const words = plain(card(revenue));
  expect(words).toContain('what brought something, IDR 115,000 in all');
  expect(words).toContain(
    '2 products stand apart at the end: they brought nothing, or more came back (\u2212IDR 18,000 together)',
  );
});

test('what products earn is told of those whose cost is noted, and how many have none', async () => {
  const app = await sampleShop();
  const { data } = await productsOf(app);
  const { user } = renderApp(app, '/insights/products');
  await screen.findByText(profit);
  const [best] = data.profits;
  const words = plain(card(profit));
  if (best === undefined) expect(findingOf(profit)).toContain('cannot be said');
  else {
    expect(findingOf(profit)).toBe(
      `${best.name} earns most: ${rupiah(best.profitMinor)} after its cost`,
    );
    const table = await tableOf(user, profit);
    expect(table.slice(0, data.profits.length).map((cells) => cells.slice(1))).toEqual(
      data.profits.map(({ minor, profitMinor }) => [rupiah(minor), rupiah(profitMinor)]),
    );
    expect(data.profits.map(({ profitMinor }) => profitMinor)).toEqual(
      data.profits.map(({ profitMinor }) => profitMinor).sort((one, other) => other - one),
    );
  }
  const { products, minor } = data.withoutCost;
  if (products > 0) expect(words).toContain(`with ${rupiah(minor)} of revenue.`);
  expect(products + data.withCost).toBe(data.all);
});

test('what sells together is the surest pair with its range, or that nothing is proven', async () => {
  const app = await sampleShop();
  const { data } = await productsOf(app);
  const { user } = renderApp(app, '/insights/products');
  await screen.findByText(together);
  const { shown, several, looked } = data.pairs;
  const [best] = shown;
  expect(plain(card(together))).toContain(`${looked.toLocaleString('en')} possible pairs`);
  if (best === undefined) {
    expect(findingOf(together)).toContain(
      `Nothing is proven: ${several.toLocaleString('en')} sale`,
    );
    return;
  }
  expect(findingOf(together)).toBe(
    `Of the sales with ${best.from.name}, ${percentText(best.together / best.ofFrom)} have ` +
      `${best.to.name} too (${percentText(best.low)} to ${percentText(best.high)})`,
  );
  const table = await tableOf(user, together);
  expect(table.map(([, both]) => both)).toEqual(
    shown.map(
      ({ together: both, ofFrom }) =>
        `${both.toLocaleString('en')} of ${ofFrom.toLocaleString('en')}`,
    ),
  );
});
