import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addMonths } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

// jsdom lays nothing out: the virtual list is given a height to have rows in.
for (const [side, pixels] of [
  ['clientHeight', 600],
  ['clientWidth', 1000],
] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => pixels });
}

const money = (minor: number) =>
  `${minor < 0 ? '−' : ''}Rp ${new Intl.NumberFormat('en').format(Math.abs(minor) / 100)}`;

/** Sums that differ from each other, so that none can stand for another; one is of the month before. */
const sales = [
  { number: 'N1', customer: 1, minor: 1_500_000, soldOn: addMonths(today, -1) },
  { number: 'N2', customer: 1, minor: 2_700_000, product: 1 },
  { number: 'N3', customer: null, minor: 900_000, product: 2 },
  { number: 'N4', customer: null, minor: 4_100_000, product: 1 },
  { number: 'N5', customer: null, minor: 350_000 },
  { number: 'R1', customer: 1, minor: -200_000, kind: 'return' },
  { number: 'R2', customer: null, minor: -110_000, kind: 'return' },
  { number: 'B1', customer: 1, minor: 6_600_000, status: 'cancelled' },
  { number: 'T1', customer: 2, minor: 770_000 },
] as const;

async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna Kusuma' });
    addCustomer(raw, { name: 'Bagas Putra', deletedAt: '2026-06-01T00:00:00.000Z' });
    raw.exec("INSERT INTO imports (id, status, done_at, summary) VALUES (7, 'done', '', '{}')");
    raw.exec(`INSERT INTO products (name, name_key, created_at)
      VALUES ('Kopi Gayo', 'kopi gayo', ''), ('Teh Melati', 'teh melati', '')`);
    for (const { number, customer, minor, ...more } of sales) {
      const { product, ...parts } = { product: null, ...more };
      const id = addSale(raw, {
        number,
        customerId: customer,
        soldOn: today,
        revenueMinor: minor,
        ...parts,
      });
      if (product !== null)
        raw.exec(`INSERT INTO sale_lines (sale_id, position, product_id, quantity_e4, amount_minor)
          VALUES (${id}, 0, ${product}, 20000, ${minor})`);
    }
    raw.exec('UPDATE sales SET import_id = 7 WHERE id IN (2, 3)');
    raw.exec("UPDATE sales SET payment_method = 'QRIS' WHERE id = 3");
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  return made;
}

/** What the rows of the list are called, from its top. */
function titles(): string[] {
  const rows = within(screen.getByRole('grid')).getAllByRole('row').slice(1);
  return rows.map((row) => row.querySelector('b')?.textContent ?? '');
}

type Sale = (typeof sales)[number];

/** The sentences over the list, from the sales as they were written. */
function sentences(isMeant: (sale: Sale) => boolean): string {
  const meant = sales.filter(isMeant);
  const counted = meant.filter((sale) => !('status' in sale));
  const sum = (rows: readonly Sale[]) => rows.reduce((total, { minor }) => total + minor, 0);
  const bought = counted.filter((sale) => !('kind' in sale));
  const returns = counted.filter((sale) => 'kind' in sale);
  const nobody = counted.filter(({ customer }) => customer === null);
  const isOne = (rows: readonly Sale[]) => rows.length === 1;
  const sold = `${bought.length} sale${isOne(bought) ? '' : 's'}`;
  const less =
    returns.length === 0
      ? ''
      : `, ${returns.length} return${isOne(returns) ? '' : 's'} of ${money(-sum(returns))} taken off`;
  const namelessSales = nobody.filter((sale) => !('kind' in sale));
  const nameless = `${namelessSales.length} sale${isOne(namelessSales) ? '' : 's'}`;
  const open = meant.length - counted.length;
  return [
    `Revenue of ${money(sum(counted))} from ${sold}${less}.`,
    ...(nobody.length === 0 ? [] : [`Without a customer: ${money(sum(nobody))} from ${nameless}.`]),
    ...(open === 0
      ? []
      : [
          `${open} row${open === 1 ? ' is' : 's are'} not counted: cancelled, not paid, or after today.`,
        ]),
  ].join(' ');
}

/** `Rp` is followed by a space that does not break. */
const said = (text: string) => text.replace(/\u00a0/g, ' ');
const lead = () =>
  said(document.querySelector('h1')?.closest('header')?.querySelector('p')?.textContent ?? '');
async function says(isMeant: (sale: Sale) => boolean): Promise<void> {
  await waitFor(() => expect(lead()).toBe(sentences(isMeant)));
}

test('every sale is there, and what the shown ones come to is said in whole', async () => {
  const { user } = renderApp((await shop()).app, '/sales');
  await says(() => true);
  expect(screen.getByText(`${sales.length} rows`)).toBeTruthy();
  expect(titles()).toEqual(sales.map(({ number }) => `Sale ${number}`).toReversed());
  await user.click(screen.getByRole('button', { name: 'Without a customer' }));
  await says(({ customer }) => customer === null);
  expect(titles()).toEqual(['Sale R2', 'Sale N5', 'Sale N4', 'Sale N3']);
  await user.click(screen.getByRole('button', { name: 'With a customer' }));
  await says(({ customer }) => customer !== null);
  await user.click(screen.getByRole('button', { name: 'With a customer' }));
  await user.type(screen.getByRole('textbox', { name: 'Find a sale' }), 'gayo');
  await says((sale) => 'product' in sale && sale.product === 1);
  expect(titles()).toEqual(['Sale N4', 'Sale N2']);
  expect(screen.getByText('2 rows')).toBeTruthy();
});

/** The cells of one row, as they are read. */
function cellsOf(number: string): string[] {
  const row = screen.getByText(`Sale ${number}`).closest('[role=row]') as HTMLElement;
  return within(row)
    .getAllByRole('gridcell')
    .map((cell) => said(cell.textContent ?? ''));
}

const shortDay = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));

test('a row says when, what, to whom and for how much, a return below zero', async () => {
  renderApp((await shop()).app, '/sales');
  await says(() => true);
  const day = shortDay(today);
  expect(cellsOf('N2')).toEqual([day, 'Sale N2Kopi Gayo', 'Ratna Kusuma', money(2_700_000), '']);
  expect(cellsOf('N3')).toEqual([
    day,
    'Sale N3Teh Melati',
    'Without a customer',
    `${money(900_000)}QRIS`,
    '',
  ]);
  expect(cellsOf('R1')).toEqual([day, 'Sale R1Return', 'Ratna Kusuma', money(-200_000), '']);
  expect(cellsOf('T1')[2]).toBe('Bagas Putrain the trash');
  expect(cellsOf('B1')[1]).toBe('Sale B1Cancelled, not counted');
  expect(cellsOf('N1')[0]).toBe(shortDay(addMonths(today, -1)));
});

test('the list is narrowed by period, status and kind, and turned round', async () => {
  const { user } = renderApp((await shop()).app, '/sales');
  await says(() => true);
  const pick = async (menu: string, item: string) => {
    await user.click(screen.getByRole('button', { name: menu }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: item, hidden: true }));
    await user.keyboard('{Escape}');
  };
  await user.click(screen.getByRole('button', { name: 'Period' }));
  await user.click(await screen.findByRole('button', { name: 'Last month', hidden: true }));
  await says(({ number }) => number === 'N1');
  await user.click(screen.getByRole('button', { name: /^Remove the filter: .*Last month/ }));
  await says(() => true);
  await pick('Status', 'Cancelled');
  await says((sale) => 'status' in sale);
  await user.click(screen.getByRole('button', { name: /^Remove the filter: .*Cancelled/ }));
  await pick('Sales or returns', 'Returns');
  await says((sale) => 'kind' in sale);
  expect(titles()).toEqual(['Sale R2', 'Sale R1']);
  await user.click(screen.getByRole('combobox', { name: 'Order' }));
  await user.click(await screen.findByRole('option', { name: 'Oldest first', hidden: true }));
  await waitFor(() => expect(titles()).toEqual(['Sale R1', 'Sale R2']));
});

test('a sale is opened with what was sold, who bought, and what was said about it', async () => {
  const made = await shop();
  await made.ask('complaints.create', {
    channel: 'visit',
    title: 'Biji apek',
    words: 'Bau',
    saleId: 2 as never,
  });
  const { user, addresses } = renderApp(made.app, '/sales');
  await user.dblClick(await screen.findByText('Sale N2'));
  await waitFor(() => expect(addresses.at(-1)).toBe('/sales/2'));
  const slip = await screen.findByRole('table', { name: 'Lines of Sale N2' });
  expect(said(within(slip).getByText('Kopi Gayo').closest('tr')?.textContent ?? '')).toBe(
    `Kopi Gayo2${money(2_700_000)}`,
  );
  expect(screen.getByRole('link', { name: 'Ratna Kusuma' }).getAttribute('href')).toContain(
    '/customers/1',
  );
  const weekday = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
  const [spoken, day] = [lead(), weekday.format(new Date(today))];
  expect(spoken.replace(/,/g, '')).toBe(day.replace(/,/g, ''));
  await user.click(screen.getByRole('link', { name: 'Biji apek' }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/complaints/1'));
  await user.click(await screen.findByRole('link', { name: 'Sale N2' }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/sales/2'));
  await user.click(await screen.findByRole('link', { name: 'All sales of that import' }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/sales?importId=7'));
  await says(({ number }) => number === 'N2' || number === 'N3');
});

test('the palette leads to a sale, and to a product and from there to what was sold of it', async () => {
  const { user, addresses } = renderApp((await shop()).app, '/import');
  await screen.findByText('Sekar Pagi');
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByPlaceholderText(/Type a name/), 'N3');
  await user.click(await screen.findByText('N3'));
  await waitFor(() => expect(addresses.at(-1)).toBe('/sales/3'));
  expect(await screen.findByText('Without a customer')).toBeTruthy();
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByPlaceholderText(/Type a name/), 'gayo');
  await user.click(await screen.findByText('Kopi Gayo', { selector: 'span' }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/sales/products/1'));
  await user.click(await screen.findByRole('button', { name: 'Its sales' }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/sales?productId=1'));
  await says((sale) => 'product' in sale && sale.product === 1);
  expect(screen.getByText('Product: Kopi Gayo')).toBeTruthy();
});

test('what the list shows goes out, a line each, and how many is said', async () => {
  const made = await shop();
  const path = join(tempFolder(), 'sales.csv');
  made.machine.picks.push([path]);
  const { user } = renderApp(made.app, '/sales?kinds=return');
  await says((sale) => 'kind' in sale);
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('menuitem', { name: 'CSV', hidden: true }));
  expect(await screen.findByText('2 lines of sales saved in sales.csv.')).toBeTruthy();
  expect(readFileSync(path, 'utf8').match(/R[12]/g)).toEqual(['R1', 'R2']);
});
