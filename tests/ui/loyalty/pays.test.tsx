import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { knownRupiah, plain } from '#tests/support/worth/cards.ts';

const title = 'What points cost, and what they bring';
const spentOn = addDays(today, -200);

function spend(
  raw: RawHandle,
  customerId: number,
  entry: { on: string; points: number; worthMinor: number | null; saleId?: number },
): void {
  raw
    .prepare(
      `INSERT INTO loyalty_entries (customer_id, sale_id, kind, points, entered_on, what, worth_minor, created_at)
       VALUES (?, ?, 'spent', ?, ?, 'Payung', ?, ?)`,
    )
    .run(
      ...[customerId, entry.saleId ?? null, -entry.points, entry.on, entry.worthMinor],
      `${entry.on}T03:00:00.000Z`,
    );
}

interface Made {
  readonly shop: TempShop;
  /** What each who spent points bought after, and what each of the others did. */
  readonly theirs: readonly number[];
  readonly others: readonly number[];
}

/** `pairs` who spent points and as many like them, each pair with an amount of its own before. */
async function shopOf(pairs: number): Promise<Made> {
  const theirs: number[] = [];
  const others: number[] = [];
  const shop = await tempShop((raw) => {
    for (let at = 0; at < pairs; at += 1) {
      const before = 10_000_000 * (at + 1);
      for (const isSpender of [true, false]) {
        const customerId = addCustomer(raw, { name: `${isSpender ? 'Tukar' : 'Biasa'} ${at}` });
        // Each buys another time more often in the year before, up to five: only a pair is alike.
        addSale(raw, { customerId, soldOn: addDays(spentOn, -100), revenueMinor: before });
        const saleId = addSale(raw, { customerId, soldOn: spentOn, revenueMinor: 3_000_000 });
        const later = isSpender ? 20_000_000 + 130_000 * (at % 7) : 9_000_000 + 70_000 * (at % 5);
        addSale(raw, { customerId, soldOn: addDays(spentOn, 60), revenueMinor: later });
        addSale(raw, { customerId, soldOn: addDays(spentOn, 190), revenueMinor: 99_000_000 });
        (isSpender ? theirs : others).push(later);
        if (isSpender)
          spend(raw, customerId, {
            on: spentOn,
            points: 10 + at,
            worthMinor: 100_000 + at * 100,
            saleId,
          });
      }
    }
    const late = addCustomer(raw, { name: 'Baru' });
    spend(raw, late, { on: addDays(today, -10), points: 400, worthMinor: null });
    spend(raw, late, { on: addDays(today, -9), points: 50, worthMinor: null });
    // Of two years ago, of a sale in the trash, of somebody in the trash: none of them counts here.
    const old = addCustomer(raw, { name: 'Lama' });
    spend(raw, old, { on: addDays(today, -700), points: 9000, worthMinor: 9_000_000 });
    const saleId = addSale(raw, {
      ...{
        customerId: old,
        soldOn: spentOn,
        revenueMinor: 100,
        deletedAt: '2026-01-01T00:00:00.000Z',
      },
    });
    spend(raw, old, { on: spentOn, points: 8000, worthMinor: 8_000_000, saleId });
    const gone = addCustomer(raw, { name: 'Gone', deletedAt: '2026-01-01T00:00:00.000Z' });
    spend(raw, gone, { on: spentOn, points: 7000, worthMinor: 7_000_000 });
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  await shop.ask('loyalty.setRule', {
    rule: { fromOn: today, spendMinor: 1_000_000, points: 1, worthMinor: 10_000 },
  });
  return { shop, theirs, others };
}

/** The mean and its middle 80 %, by sums. */
function meanOf(values: readonly number[]) {
  const n = values.length;
  const sum = values.reduce((all, one) => all + one, 0);
  const squares = values.reduce((all, one) => all + one * one, 0);
  const half = 1.2815515655446 * Math.sqrt((squares - (sum * sum) / n) / (n - 1) / n);
  return { mean: sum / n, low: sum / n - half, high: sum / n + half };
}

const shown = (text: string) => text.replaceAll('IDR', 'Rp').replaceAll('\u00a0', ' ');

test('what points cost, and what those who spent them bought beside others like them', async () => {
  // Amounts far apart: three others are never as near as the one of the pair, so few are compared alike.
  const { shop, theirs } = await shopOf(24);
  const { user } = renderApp(shop.app, '/loyalty');
  const card = await screen.findByRole('region', { name: title });
  const points = Array.from({ length: 24 }, (_, at) => 10 + at).reduce((a, b) => a + b, 0);
  const off = Array.from({ length: 24 }, (_, at) => 1000 + at).reduce((a, b) => a + b, 0);
  const said = () => plain(card).replaceAll('IDR', 'Rp');
  expect(said()).toContain(
    `In the last 12 months 25 customers spent ${points + 450} points. ` +
      `Rp ${off.toLocaleString('en')} were taken off sales for them. ` +
      '2 rewards were given for 450 of them; what they cost you is not known here.',
  );
  const { compared } = await shop.ask('loyalty.pays', {});
  const written = (range: ReturnType<typeof meanOf>) =>
    [range.mean, range.low, range.high].map((one) => shown(knownRupiah(one, range)));
  const own = written(meanOf(theirs));
  const rest = written(meanOf(compared.rows.map(({ othersMinor }) => othersMinor)));
  expect(said()).toContain(
    `In the 180 days after spending points for the first time, 24 customers bought for ${own[0]} on average ` +
      `(${own[1]} to ${own[2]}); others who had bought alike until then for ${rest[0]} (${rest[1]} to ${rest[2]}). ` +
      'That is more than chance explains.',
  );
  expect(said()).toContain('It is no proof');
  await user.click(within(card).getByRole('button', { name: 'See who spent points' }));
  const spenders = within(await screen.findByRole('dialog'))
    .getAllByRole('row')
    .slice(1);
  expect(spenders).toHaveLength(25);
  expect([...(spenders[0]?.children ?? [])].map(plain)).toEqual(['Baru', '450', 'IDR 0', '2']);
  expect([...(spenders[1]?.children ?? [])].map(plain)).toEqual([
    'Tukar 23',
    '33',
    'IDR 1,023',
    '0',
  ]);
  await user.keyboard('{Escape}');
  await user.click(within(card).getByRole('button', { name: 'See who was compared' }));
  const table = await screen.findByRole('table', { name: 'See who was compared' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows).toHaveLength(24);
  const inRupiah = (minor: number) => `IDR ${Math.round(minor / 100).toLocaleString('en')}`;
  expect(rows.map((row) => [...row.children].slice(3).map(plain))).toEqual(
    compared.rows.map(({ othersMinor, others }) => [inRupiah(othersMinor), String(others)]),
  );
  const after = rows.map((row) => plain(row.children[2] ?? row)).sort();
  expect(after).toEqual(theirs.map((minor) => `IDR ${(minor / 100).toLocaleString('en')}`).sort());
});

test('others are those whose amounts before were nearest', async () => {
  const { shop, others } = await shopOf(5);
  const { compared } = await shop.ask('loyalty.pays', {});
  const nearest = [
    [0, 1, 2],
    [0, 1, 2],
    [1, 2, 3],
    [2, 3, 4],
    [2, 3, 4],
  ];
  const mean = (ids: readonly number[]) =>
    ids.reduce((sum, at) => sum + (others[at] ?? 0), 0) / ids.length;
  expect(compared.rows.map(({ name, othersMinor }) => [name, othersMinor])).toEqual(
    nearest.map((ids, at) => [`Tukar ${at}`, mean(ids)]),
  );
});

test('a programme nobody uses says so, and nothing of who buys more', async () => {
  const shop = await tempShop((raw) => {
    addSale(raw, { customerId: addCustomer(raw, { name: 'Ayu' }), soldOn: today, revenueMinor: 1 });
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  await shop.ask('loyalty.setRule', { rule: { fromOn: today, spendMinor: 1_000_000, points: 1 } });
  renderApp(shop.app, '/loyalty');
  const card = await screen.findByRole('region', { name: title });
  expect(plain(card)).toBe(`${title}Nobody has spent points in the last 12 months.`);
  expect(within(card).queryAllByRole('button')).toEqual([]);
});

test('too few are said to be too few', async () => {
  const { shop } = await shopOf(3);
  renderApp(shop.app, '/loyalty');
  const card = await screen.findByRole('region', { name: title });
  expect(plain(card)).toContain(
    'cannot be told yet: of 3 customers the 180 days after spending points for the first time are over and others bought alike; it takes 20.',
  );
  expect(plain(card)).not.toContain('on average');
});
