import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { App } from '#renderer/app/app.tsx';
import { lists } from '#renderer/base/lists.ts';
import { connect } from '#renderer/data/client.ts';
import { createQueryClient } from '#renderer/data/query-client.ts';
import type { Output } from '#shared/contract/index.ts';
import { addMonths } from '#shared/domain/calendar/dates.ts';
import {
  addCustomer,
  addLine,
  addSale,
  finishShop,
  today,
} from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { fillBusyShop } from '#tests/support/worth/busy-shop.ts';
import { plain } from '#tests/support/worth/cards.ts';
import { customerCards } from './customer-cards.ts';
import { ownCards } from './own-cards.ts';
import { saleCards } from './sale-cards.ts';
import type { CardWays, Counted, Figure, RowOf } from './ways.ts';

const features = join(import.meta.dirname, '../../../../renderer/features');
const cards: readonly CardWays[] = [...customerCards, ...saleCards];

/** A shop whose customers have bought once, of whom nothing can be predicted. */
async function firstsShop(): Promise<TempShop> {
  return tempShop((raw) => {
    for (let index = 0; index < 8; index += 1) {
      const customerId = addCustomer(raw, { name: `First ${index}` });
      addSale(raw, {
        customerId,
        soldOn: `2026-05-0${index + 1}`,
        revenueMinor: 100_000 * (index + 1),
      });
    }
    finishShop(raw);
  });
}

/** A till that names nobody. */
async function tillShop(): Promise<TempShop> {
  return tempShop((raw) => {
    for (let index = 0; index < 60; index += 1) {
      const id = addSale(raw, {
        customerId: null,
        soldOn: addMonths(today, -index),
        revenueMinor: 5_000_000,
      });
      addLine(raw, id, 'Kopi', 5_000_000);
    }
    finishShop(raw);
  });
}

async function sampleShop(): Promise<TempShop> {
  const shop = await tempShop();
  await shop.ask('sample.open', {});
  return { ...shop, database: join(shop.folder, 'sample', 'langgan.db') };
}

const shops: Readonly<Record<string, () => Promise<TempShop>>> = {
  sample: sampleShop,
  busy: () => tempShop((raw) => fillBusyShop(raw, 7)),
  firsts: firstsShop,
  till: tillShop,
};

async function countedOf(shop: TempShop): Promise<Counted> {
  const { raw, close } = openConnection(shop.database);
  onTestFinished(() => close());
  const through = String(
    raw
      .prepare('SELECT max(sold_on) FROM sales WHERE deleted_at IS NULL AND sold_on <= ?')
      .pluck()
      .get(today),
  );
  const { beginning, firstOn } = await shop.ask('insights.comingBack', {});
  const countedFrom = beginning?.countedFrom ?? firstOn ?? through;
  return { raw, today, through, from: addMonths(through, -12), countedFrom };
}

/** The window on one page that is not left: where a click would lead is written down. */
function renderPage(shop: TempShop, path: string) {
  connect({
    invoke: (channel, input, callId) => shop.app.dispatch({ channel, input, callId }),
    subscribe: (listener) => shop.app.onEvent(listener),
  });
  const went: string[] = [];
  const hook = Object.assign(
    (): [string, (to: string) => void] => [path, (to) => void went.push(to)],
    { searchHook: () => '' },
  );
  render(<App queryClient={createQueryClient()} locationHook={hook} />);
  return { went, user: userEvent.setup() };
}

function cardOf(title: CardWays['title']): HTMLElement | null {
  const found = screen.queryAllByText(title).map((one) => one.closest('section'));
  return found.find((one) => one !== null) ?? null;
}

async function customersBehind(shop: TempShop, address: string, amount: Figure['amount']) {
  const filter = lists.customers.read(address.split('?')[1] ?? '');
  const { count } = await shop.ask('customers.summary', { filter });
  const rows: Output<'customers.list'>['rows'] = [];
  let after: Output<'customers.list'>['next'] = null;
  do {
    const page: Output<'customers.list'> = await shop.ask('customers.reckoned', {
      filter,
      after,
      limit: 500,
    });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  expect(count).toBe(rows.length);
  return rows.map((row) => ({
    id: Number(row.id),
    minor: amount === undefined || amount === 'none' ? 0 : (row[amount] ?? 0),
  }));
}

async function salesBehind(shop: TempShop, address: string) {
  const filter = lists.sales.read(address.split('?')[1] ?? '');
  const summary = await shop.ask('sales.summary', { filter });
  const rows: Output<'sales.list'>['rows'] = [];
  let after: Output<'sales.list'>['next'] = null;
  do {
    const page: Output<'sales.list'> = await shop.ask('sales.list', { filter, after, limit: 500 });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  const counted = rows.filter(
    ({ isPurchase, revenueMinor, soldOn }) => (isPurchase || revenueMinor !== 0) && soldOn <= today,
  );
  const sum = counted.reduce((all, { revenueMinor }) => all + revenueMinor, 0);
  expect(summary.revenueMinor).toBe(sum);
  return counted.map(({ id, revenueMinor }) => ({ id: Number(id), minor: revenueMinor }));
}

function sorted(rows: readonly RowOf[]): RowOf[] {
  return rows.toSorted((one, other) => one.id - other.id);
}

interface Followed {
  readonly shop: TempShop;
  readonly counted: Counted;
  readonly window: ReturnType<typeof renderPage>;
  readonly card: HTMLElement;
}

/** Goes where a figure leads, and holds what is found there against plain SQL and against what the card says. */
async function follow({ shop, counted, window, card }: Followed, figure: Figure): Promise<void> {
  const { name, list, amount, says } = figure;
  const found = await figure.at(card, window.user);
  if (found === null) throw new Error(`${name}: nothing to click on`);
  const told = `${plain(card)} ${plain(found)}`;
  fireEvent.click(found);
  const address = window.went.at(-1) ?? '';
  const behind =
    list === 'customers'
      ? await customersBehind(shop, address, amount)
      : await salesBehind(shop, address);
  const all = counted.raw.prepare(figure.sql(counted)).all() as RowOf[];
  const rows = all.map(({ id, minor }) => ({ id, minor: amount === 'none' ? 0 : minor }));
  expect(rows.length, name).toBeGreaterThan(0);
  expect(sorted(behind), `${name}: ${address}`).toEqual(sorted(rows));
  if (says !== undefined) expect(told, name).toContain(says(rows));
}

/** Waits for the cards of a page, and turns each to its table. */
async function showTables(cardsHere: readonly CardWays[]): Promise<void> {
  await waitFor(() => {
    for (const { title } of cardsHere)
      if (cardOf(title) === null) throw new Error(`no card: ${title}`);
  });
  for (const button of document.querySelectorAll('[aria-label="Show the table"]'))
    fireEvent.click(button);
}

afterEach(cleanup);

for (const [shopName, open] of Object.entries(shops)) {
  const own = cards.filter((one) => one.shops?.includes(shopName) ?? false);
  test(`each figure of a card opens its rows, and they add up to it: ${shopName}`, async () => {
    const shop = await open();
    const settings = { shopName: 'Sekar', language: 'en', currency: 'IDR' } as const;
    // The list of the first week names the day it ends on, as the cards name theirs.
    await shop.ask('settings.update', { ...settings, tour: 'away' });
    await shop.ask('insights.refresh', {});
    if (shopName === 'busy')
      await shop.ask('targets.set', { month: today.slice(0, 7), amountMinor: 900_000_000 });
    const counted = await countedOf(shop);
    for (const page of new Set(own.map((one) => one.page))) {
      const window = renderPage(shop, page);
      const shown = own.filter((one) => one.page === page);
      await showTables(shown);
      for (const { title, figures } of shown)
        for (const figure of figures) {
          if (figure.shops?.includes(shopName) === false) continue;
          const card = cardOf(title);
          if (card === null) throw new Error(`no card: ${title}`);
          await follow({ shop, counted, window, card }, figure);
        }
      cleanup();
    }
  });
}

/** Every file of these screens that draws a card. */
function cardFiles(): string[] {
  const folders = ['insights', 'today', 'customers/page'];
  return folders
    .flatMap((folder) =>
      readdirSync(join(features, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .filter(
      (file) =>
        /<(QuestionCard|Card)\b/.test(readFileSync(file, 'utf8')) || /target-line/.test(file),
    )
    .map((file) => relative(features, file).replaceAll('\\', '/'))
    .sort();
}

test('no card is forgotten', () => {
  const known = new Set([...cards.map(({ file }) => file), ...Object.keys(ownCards)]);
  expect(cardFiles()).toEqual([...known].sort());
});
