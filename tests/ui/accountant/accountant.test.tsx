import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { useChosenPeriod } from '#renderer/features/accountant/use-period.ts';
import type { Language } from '#shared/contract/settings.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** Amounts that differ from each other, so that none can stand for another. Minor units. */
const may = {
  sold: [31_000_000, 4_500_000, 77_700],
  off: 1_200_000,
  back: 830_000,
  cancelled: 6_600_000,
  owedBefore: 2_100_000,
  paid: 900_000,
  given: 410_000,
  voucher: 225_000,
} as const;
const april = { sold: 12_300_000 };

function fill(raw: RawHandle): void {
  const customerId = addCustomer(raw, { name: 'Ratna' });
  const sale = (soldOn: string, revenueMinor: number, more: object = {}) =>
    addSale(raw, { customerId, soldOn, revenueMinor, number: `N${revenueMinor}`, ...more });
  sale('2026-04-10', april.sold);
  const before = sale('2026-03-02', may.owedBefore);
  const [first = 0] = may.sold.map((minor, day) => sale(`2026-05-0${day + 3}`, minor));
  sale('2026-05-20', -may.back, { kind: 'return' });
  sale('2026-05-21', may.cancelled, { status: 'cancelled' });
  raw.exec(`UPDATE sales SET is_on_account = 1 WHERE id = ${before};
    UPDATE sales SET discount_minor = ${may.off} WHERE id = ${first};
    UPDATE sales SET customer_id = NULL WHERE number = 'N77700';
    INSERT INTO payments (id, customer_id, paid_on, amount_minor, created_at)
      VALUES (1, ${customerId}, '2026-05-09', ${may.paid}, '');
    INSERT INTO complaints (id, number, channel, severity, title, state, received_at, answer_due_at,
      resolution_due_at, created_at) VALUES (1, 'K-1', 'visit', 'light', 'Basi', 'received',
      '2026-05-01T03:00:00.000Z', '2026-05-02T03:00:00.000Z', '2026-05-03T03:00:00.000Z', '');
    INSERT INTO compensations (complaint_id, kind, amount_minor, cost_minor, is_within_authority, given_on)
      VALUES (1, 'refund', ${may.given}, 0, 1, '2026-05-04'),
        (1, 'voucher', ${may.voucher}, 0, 1, '2026-05-06');`);
  finishShop(raw);
}

beforeEach(() => useChosenPeriod.setState({ kind: 'month', period: null }));

async function shopIn(language: Language, fillShop = fill): Promise<TempShop> {
  const shop = await tempShop(fillShop);
  await shop.ask('settings.update', { shopName: 'Sekar Pagi', language, currency: 'IDR' });
  return shop;
}

const plain = (text: string | null | undefined) => (text ?? '').replace(/\u00a0/g, ' ');
const money = (minor: number, language: Language) => {
  const size = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB').format(
    Math.abs(minor) / 100,
  );
  return `${minor < 0 ? '−' : ''}Rp ${size}`;
};

/** The rows of the table: item, what it is made up of, the month before, the month. */
async function rowsOf(name: string): Promise<string[][]> {
  const table = await screen.findByRole('table', { name });
  return [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => plain(cell.textContent)),
  );
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);
const net = sum(may.sold) - may.back;
const received = net + may.paid;

const words = {
  id: {
    table: 'Angka periode',
    names: ['Penjualan kotor', 'Diskon', 'Retur', 'Penjualan bersih', 'Piutang awal'],
    more: ['Pembayaran diterima', 'Piutang akhir', 'Ganti rugi keluhan', 'Voucher beredar'],
    rare: ['Tanpa nama pelanggan', 'Batal atau belum dibayar'],
    of: ['3 nota, 0 baris', '1 nota', '1 nota', '', '1 nota', '5 pembayaran', '1 nota'],
    rest: ['2 ganti rugi', '1 voucher', '1 nota', '1 nota'],
  },
  en: {
    table: 'Figures of the period',
    names: ['Gross sales', 'Discounts', 'Returns', 'Net sales', 'Owed at the start'],
    more: ['Payments received', 'Owed at the end', 'Compensation', 'Vouchers still good'],
    rare: ['Without a customer', 'Cancelled or not paid'],
    of: ['3 sales, 0 lines', '1 sale', '1 sale', '', '1 sale', '5 payments', '1 sale'],
    rest: ['2 compensations', '1 voucher', '1 sale', '1 sale'],
  },
} as const;

test.each(['id', 'en'] as const)(
  'the last month stands there with every figure of its rows, beside the month before (%s)',
  async (language) => {
    renderApp((await shopIn(language)).app, '/accountant');
    const { table, names, more, rare, of, rest } = words[language];
    const rows = await rowsOf(table);
    const amounts = [
      ...[sum(may.sold) + may.off, -may.off, -may.back, net, may.owedBefore],
      ...[-received, may.owedBefore - may.paid, may.given + may.voucher, may.voucher],
      ...[may.sold[2], may.cancelled],
    ];
    const before = [
      ...[april.sold, 0, 0, april.sold, may.owedBefore, -april.sold, may.owedBefore, 0, 0, 0, 0],
    ];
    expect(rows).toEqual(
      [...names, ...more, ...rare].map((name, at) => [
        name,
        [...of, ...rest][at],
        money(before[at] ?? 0, language),
        money(amounts[at] ?? 0, language),
      ]),
    );
    expect(
      screen.getByRole('heading', { level: 2, name: language === 'id' ? 'Mei 2026' : 'May 2026' }),
    );
  },
);

test.each([
  ['id', 'Penjualan yang bukan piutang dihitung sudah dibayar pada harinya.', words.id.table],
  ['en', 'A sale that is not on account counts as paid on its day.', words.en.table],
] as const)('what counts as paid is said, and nothing opens to no sale (%s)', async (...given) => {
  const [language, rule, table] = given;
  const withoutReturns = (raw: RawHandle) => {
    fill(raw);
    raw.exec("DELETE FROM sales WHERE kind = 'return'");
  };
  renderApp((await shopIn(language, withoutReturns)).app, '/accountant');
  const rows = await rowsOf(table);
  expect(screen.getByText(rule)).toBeDefined();
  // Every sale of May is off account, and so is every payment but one.
  expect(rows.map(([, , , amount]) => amount)[5]).toBe(
    money(-(sum(may.sold) + may.paid), language),
  );
  const figures = within(screen.getByRole('table', { name: table }));
  expect(figures.getAllByRole('button').map(({ textContent }) => textContent)).toHaveLength(3);
});

test('points that customers hold stand there with whose they are, and so do nine sheets', async () => {
  const shop = await shopIn('en');
  const rule = { fromOn: '2026-05-01', spendMinor: 1_000_000, points: 1, worthMinor: 30_000 };
  await shop.ask('loyalty.setRule', { rule });
  // Of May's sales one names nobody; the return is of no sale and takes what it would have given.
  const points =
    sum(may.sold.slice(0, 2).map((minor) => Math.floor(minor / rule.spendMinor))) -
    Math.floor(may.back / rule.spendMinor);
  renderApp(shop.app, '/accountant');
  const held = (await rowsOf('Figures of the period')).find(([name]) => name?.startsWith('Points'));
  expect(held).toEqual([
    ...['Points held by customers', `${points} points of 1 customer`],
    ...[money(0, 'en'), money(points * rule.worthMinor, 'en')],
  ]);
  expect(screen.getByText('9 sheets, control among them')).toBeTruthy();
});

test('a figure opens to the sales it is made up of', async () => {
  const { user, addresses } = renderApp((await shopIn('en')).app, '/accountant');
  await rowsOf('Figures of the period');
  await user.click(screen.getByRole('button', { name: 'See Returns: 1 sale' }));
  expect(addresses.at(-1)).toBe('/sales?soldFrom=2026-05-01&soldTo=2026-05-31&kinds=return');
});

test('the period is chosen by month, quarter, year, or days of one’s own', async () => {
  const { user } = renderApp((await shopIn('en')).app, '/accountant');
  await rowsOf('Figures of the period');
  const gross = async () => (await rowsOf('Figures of the period'))[0]?.[3];
  await user.click(screen.getByRole('button', { name: 'Period before' }));
  await screen.findByRole('heading', { level: 2, name: 'April 2026' });
  await waitFor(async () => expect(await gross()).toBe(money(april.sold, 'en')));
  await user.click(screen.getByRole('radio', { name: 'Quarter' }));
  await screen.findByRole('heading', { level: 2, name: 'Quarter 2 2026' });
  const both = april.sold + sum(may.sold) + may.off;
  await waitFor(async () => expect(await gross()).toBe(money(both, 'en')));
  expect(screen.getByText('This period is not over yet: its figures may still grow.')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Year' }));
  await screen.findByRole('heading', { level: 2, name: '2026' });
  await waitFor(async () => expect(await gross()).toBe(money(both + may.owedBefore, 'en')));
  await user.click(screen.getByRole('radio', { name: 'Choose dates' }));
  const from = screen.getByRole('textbox', { name: 'From' });
  await user.clear(from);
  await user.type(from, '4/5/2026{Enter}');
  await waitFor(async () => expect(await gross()).toBe(money(may.sold[1] + may.sold[2], 'en')));
});

test('what is odd is said with its number and leads to those sales', async () => {
  const { user, addresses } = renderApp((await shopIn('id')).app, '/accountant');
  await rowsOf('Angka periode');
  expect(screen.queryByRole('list', { name: 'Periksa dulu' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Periode sebelumnya' }));
  await screen.findByRole('heading', { level: 2, name: 'April 2026' });
  await user.click(screen.getByRole('button', { name: 'Periode sebelumnya' }));
  const odd = await screen.findByRole('list', { name: 'Periksa dulu' });
  const sentence = '1 nota tempo belum lunas tanpa jatuh tempo';
  expect(odd.textContent).toContain(sentence);
  await user.click(within(odd).getByRole('button', { name: `Lihat: ${sentence}` }));
  expect(addresses.at(-1)).toBe('/sales?soldFrom=2026-03-01&soldTo=2026-03-31&odd=noDueDay');
  expect(await screen.findByText('Belum lunas, tanpa jatuh tempo')).toBeTruthy();
});

test('the pack is made where it was chosen, its folder opens, and what is left out is said', async () => {
  const shop = await shopIn('en');
  const folder = tempFolder();
  shop.machine.picks.push([folder]);
  const { user } = renderApp(shop.app, '/accountant');
  await rowsOf('Figures of the period');
  await user.click(await screen.findByRole('checkbox', { name: 'Xero: Sales Invoice' }));
  await user.click(screen.getByRole('checkbox', { name: /^CSV/ }));
  await user.click(screen.getByRole('button', { name: 'Make the pack of May 2026' }));
  await screen.findByText('The pack of May 2026 is ready');
  const path = join(folder, 'sekar-pagi-2026-05');
  const files = readdirSync(path).filter((name) => name !== 'SHA256SUMS');
  expect(files.sort()).toEqual([
    ...['sekar-pagi-2026-05-xero-invoice.csv', 'sekar-pagi-2026-05.pdf', 'sekar-pagi-2026-05.xlsx'],
  ]);
  expect(screen.getByText(`${files.length} files in the folder ${path}.`)).toBeTruthy();
  const left =
    'Xero: Sales Invoice: 3 rows written, 1 row left out (a return, or lacking what is required).';
  expect(screen.getByText(left)).toBeTruthy();
  await waitFor(() => expect(shop.machine.opened).toEqual([path]));
  await user.click(screen.getByRole('button', { name: 'Open folder' }));
  await waitFor(() => expect(shop.machine.opened).toEqual([path, path]));
  expect(existsSync(join(path, 'csv'))).toBe(false);
});

test('without anything chosen there is nothing to make', async () => {
  const { user } = renderApp((await shopIn('en')).app, '/accountant');
  await rowsOf('Figures of the period');
  for (const name of [/^Excel/, /^PDF/, /^CSV/])
    await user.click(screen.getByRole('checkbox', { name }));
  const button = screen.getByRole<HTMLButtonElement>('button', { name: /^Make the pack/ });
  expect(button.disabled).toBe(true);
  expect(screen.getByText('Choose at least one file.')).toBeTruthy();
});

test('the year’s turnover, what is free of it, and what is taxed are said as an estimate', async () => {
  const shop = await shopIn('id');
  const { books } = (await shop.ask('settings.get', {})).settings;
  const threshold = 30_000_000;
  const recap = { ...books.recap, thresholdMinor: threshold };
  await shop.ask('settings.update', { books: { ...books, recap } });
  renderApp(shop.app, '/accountant');
  const year = may.owedBefore + april.sold + net + may.off;
  const taxable = year - threshold;
  const tax = Math.round(taxable * 0.005);
  // An estimate is said without the sen that nobody pays.
  const whole = money(Math.round(tax / 100) * 100, 'id');
  const said = `Batas omzet tanpa pajak sudah lewat: PPh final ${whole} sampai Mei 2026.`;
  await waitFor(() => {
    expect(plain(document.body.textContent)).toContain(said);
  });
  const table = screen.getByRole('table', { name: /^Omzet 2026/ });
  const rows = [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => {
      const whole = cell.querySelector('[title]')?.getAttribute('title');
      return plain(whole ?? cell.textContent);
    }),
  );
  const show = (...amounts: number[]) => amounts.map((minor) => money(minor, 'id'));
  expect(rows).toEqual([
    ['Jan 2026', ...show(0, 0, 0)],
    ['Feb 2026', ...show(0, 0, 0)],
    ['Mar 2026', ...show(may.owedBefore, 0, 0)],
    ['Apr 2026', ...show(april.sold, 0, 0)],
    ['Mei 2026', ...show(net + may.off, taxable, tax)],
  ]);
});
