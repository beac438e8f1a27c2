import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { resetImport } from '#renderer/features/imports/import-session.ts';
import type { Language } from '#shared/contract/settings.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { packNow } from '#tests/support/shop/locked-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

// Reports and an import start processes of their own.
beforeEach(() => resetImport());

const march = { from: '2026-03-01', to: '2026-03-31' };
const april = { from: '2026-04-01', to: '2026-04-30' };

const said = (text: string | null | undefined) => (text ?? '').replace(/\u00a0/g, ' ');
const money = (minor: number, language: Language = 'en') =>
  `${minor < 0 ? '−' : ''}Rp ${new Intl.NumberFormat(language).format(Math.abs(minor) / 100)}`;

interface Made extends TempShop {
  readonly raw: RawHandle;
}

/** Sums that differ from each other, in two months of which packs were made; April changed since. */
async function shop(language: Language = 'en'): Promise<Made> {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna Kusuma' });
    const rows = [
      { soldOn: '2026-03-10', revenueMinor: 1_100_000, number: 'M1' },
      { soldOn: '2026-04-10', revenueMinor: 2_500_000, number: 'A1' },
      { soldOn: '2026-04-11', revenueMinor: 700_000, number: 'A2' },
      { soldOn: '2026-04-12', revenueMinor: 90_000, number: 'A3' },
    ];
    for (const row of rows)
      addLine(raw, addSale(raw, { customerId: 1, ...row }), 'Kopi Gayo', row.revenueMinor);
    finishShop(raw);
  });
  const connection = openConnection(made.database);
  onTestFinished(() => connection.close());
  const { raw } = connection;
  raw.exec('UPDATE sales SET is_on_account = 1 WHERE id = 3');
  for (const period of [march, april]) await packNow(connection, period);
  await made.ask('settings.update', { shopName: 'Sekar Pagi', language, currency: 'IDR' });
  return { ...made, raw };
}

/** After the April pack: one is dearer, the owed one cheaper, one gone, one new. */
function changeApril(raw: RawHandle): void {
  raw.exec(`UPDATE sales SET total_minor = 2600000, revenue_minor = 2600000 WHERE id = 2;
    UPDATE sales SET total_minor = 650000, revenue_minor = 650000 WHERE id = 3;
    UPDATE sales SET deleted_at = '2026-06-01T00:00:00.000Z' WHERE id = 4;`);
  addSale(raw, { customerId: 1, soldOn: '2026-04-20', revenueMinor: 30_000 });
}

const cellsOf = (row: HTMLElement) =>
  [...row.querySelectorAll('th, td')].map((cell) => said(cell.textContent));
const packRow = async (name: string) =>
  (await screen.findByRole('rowheader', { name })).closest('tr') as HTMLElement;

const words = {
  en: {
    april: 'April 2026',
    march: 'March 2026',
    changed: ['4 changes', 'Not handed over', 'Open folderSee changesHand over'],
    same: ['Unchanged', 'Not handed over', 'Open folderHand over'],
    made: '15 Jun 2026',
    owed: 'Owed',
  },
  id: {
    april: 'April 2026',
    march: 'Maret 2026',
    changed: ['4 perubahan', 'Belum diserahkan', 'Buka folderLihat perubahanSerahkan'],
    same: ['Tidak berubah', 'Belum diserahkan', 'Buka folderSerahkan'],
    made: '15 Jun 2026',
    owed: 'Piutang',
  },
} as const;

test.each(['en', 'id'] as const)(
  'each pack says what it came to and what changed since (%s)',
  async (language) => {
    const made = await shop(language);
    changeApril(made.raw);
    renderApp(made.app, '/accountant');
    const w = words[language];
    const pack = 2_500_000 + 700_000 + 90_000;
    const difference = 100_000 - 50_000 - 90_000 + 30_000;
    expect(cellsOf(await packRow(w.april))).toEqual([
      ...[w.april, w.made, money(pack, language)],
      `${money(difference, language)}${w.owed} ${money(-50_000, language)}`,
      ...w.changed,
    ]);
    expect(cellsOf(await packRow(w.march))).toEqual([
      ...[w.march, w.made, money(1_100_000, language), '0', ...w.same],
    ]);
  },
);

test('a period that still runs says so, and is not handed over', async () => {
  const made = await shop();
  const connection = openConnection(made.database);
  onTestFinished(() => connection.close());
  // Today is the 15th: its day is not over, the one before it is.
  for (const to of ['2026-06-14', '2026-06-15', '2026-06-30'])
    await packNow(connection, { from: '2026-06-01', to });
  renderApp(made.app, '/accountant');
  const running = ['0', 'Unchanged', 'Still running', 'Open folder'];
  expect(cellsOf(await packRow('June 2026')).slice(3)).toEqual(running);
  const untilToday = '1 June 2026 to 15 June 2026';
  expect(cellsOf(await packRow(untilToday)).slice(3)).toEqual(running);
  const over = ['0', 'Unchanged', 'Not handed over', 'Open folderHand over'];
  expect(cellsOf(await packRow('1 June 2026 to 14 June 2026')).slice(3)).toEqual(over);
});

test('a customer who is called otherwise now is no change, and that is said below', async () => {
  const made = await shop();
  made.raw.exec("UPDATE customers SET name = 'Lain', name_key = 'lain'");
  renderApp(made.app, '/accountant');
  expect(cellsOf(await packRow('April 2026'))[4]).toBe('Unchanged');
  const compared = await screen.findByText(/^Compared are days, numbers, amounts, products/);
  expect(compared.textContent).toContain('A name, address or note changed since then is not');
});

test('what changed is shown row by row, and leads to what is still there', async () => {
  const made = await shop();
  changeApril(made.raw);
  const { user, addresses } = renderApp(made.app, '/accountant');
  await user.click(await screen.findByRole('button', { name: 'See changes of April 2026' }));
  const dialog = await screen.findByRole('dialog', { name: 'What changed in April 2026' });
  const table = await within(dialog).findByRole('table');
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map(cellsOf)).toEqual([
    [
      'Sale A1Changed',
      `${money(2_500_000)}10 Apr 2026`,
      `${money(2_600_000)}10 Apr 2026`,
      money(100_000),
    ],
    [
      ...['Sale A2Changed', `${money(700_000)}11 Apr 2026`, `${money(650_000)}11 Apr 2026`],
      `${money(-50_000)}Owed ${money(-50_000)}`,
    ],
    ['Sale A3No longer there', `${money(90_000)}12 Apr 2026`, '–', money(-90_000)],
    ['SaleNew', '–', `${money(30_000)}20 Apr 2026`, money(30_000)],
  ]);
  const sum = `4 changes. Net sales differ by ${money(-10_000)}, what is owed by ${money(-50_000)}.`;
  expect(said(dialog.textContent)).toContain(sum);
  expect(within(table).queryByRole('link', { name: 'Sale A3' })).toBeNull();
  await user.click(within(table).getByRole('link', { name: 'Sale A2' }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/sales/3'));
});

test('a period is handed over, locked, and unlocked with a reason that stays', async () => {
  const made = await shop();
  changeApril(made.raw);
  const { user } = renderApp(made.app, '/accountant');
  await user.click(await screen.findByRole('button', { name: 'Hand over April 2026' }));
  const dialog = await screen.findByRole('dialog', { name: 'Hand over April 2026?' });
  expect(said(dialog.textContent)).toContain('from 1 April 2026 to 30 April 2026 are locked');
  expect(said(dialog.textContent)).toContain("its correction is booked with today's date");
  expect(said(within(dialog).getByRole('note').textContent)).toContain(
    `There were 4 changes since this pack was made, net sales differ by ${money(-10_000)}.`,
  );
  await user.click(within(dialog).getByRole('button', { name: 'Hand over and lock' }));
  await waitFor(async () =>
    expect(cellsOf(await packRow('April 2026'))[5]).toBe('Locked since 15 Jun 2026'),
  );
  expect(() => made.raw.exec('UPDATE sales SET total_minor = 1 WHERE id = 2')).toThrow(
    'PERIOD_LOCKED',
  );
  await user.click(screen.getByRole('button', { name: 'Unlock April 2026' }));
  const unlock = await screen.findByRole('dialog', { name: 'Unlock April 2026?' });
  await user.click(within(unlock).getByRole('button', { name: 'Unlock' }));
  expect(within(unlock).getByText('Write down the reason first.')).toBeTruthy();
  await user.type(within(unlock).getByRole('textbox', { name: 'Reason' }), 'Wrong price');
  await user.click(within(unlock).getByRole('button', { name: 'Unlock' }));
  await waitFor(async () =>
    expect(cellsOf(await packRow('April 2026'))[5]).toBe(
      'Not handed overUnlocked 15 Jun 2026: Wrong price',
    ),
  );
});

/** A shop whose April is locked. */
async function lockedShop(language: Language = 'en'): Promise<Made> {
  const made = await shop(language);
  await made.ask('accountant.handOver', { packId: 2 });
  return made;
}

const total = (raw: RawHandle) =>
  raw.prepare('SELECT sum(revenue_minor) FROM sales WHERE deleted_at IS NULL').pluck().get();

test('a sale of a locked period says so and is taken back today', async () => {
  const made = await lockedShop();
  const { user } = renderApp(made.app, '/sales/2');
  const note = await screen.findByRole('note');
  expect(said(note.textContent)).toContain(
    'April 2026 was handed to the accountant on 15 June 2026 and is locked, so this sale cannot be changed.',
  );
  await user.click(within(note).getByRole('button', { name: 'Book a correction today' }));
  const dialog = await screen.findByRole('dialog', { name: 'Correct Sale A1 today' });
  expect(said(dialog.textContent)).toContain(
    'Sale A1 of 10 April 2026 stays as it was handed over.',
  );
  expect(said(within(dialog).getByRole('status').textContent).trim()).toBe(
    `Taken back: ${money(-2_500_000)}.`,
  );
  await user.click(within(dialog).getByRole('button', { name: 'Book the correction' }));
  expect(await screen.findByText('The correction of Sale A1 is booked.')).toBeTruthy();
  await waitFor(() => expect(note.textContent).toContain('returned or corrected already'));
  expect(within(note).queryByRole('button')).toBeNull();
  expect(total(made.raw)).toBe(1_100_000 + 700_000 + 90_000);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(total(made.raw)).toBe(1_100_000 + 2_500_000 + 700_000 + 90_000));
});

test('or sold anew as it should have been, typed as people type it', async () => {
  const made = await lockedShop();
  const { user } = renderApp(made.app, '/sales/2');
  await user.click(await screen.findByRole('button', { name: 'Book a correction today' }));
  const dialog = await screen.findByRole('dialog', { name: 'Correct Sale A1 today' });
  await user.click(within(dialog).getByRole('radio', { name: 'Sold, but differently' }));
  const status = () => said(within(dialog).getByRole('status').textContent).trim();
  const back = `Taken back: ${money(-2_500_000)}.`;
  expect(status()).toBe(`${back} Sold anew: ${money(2_500_000)}. Difference today ${money(0)}.`);
  const type = async (name: string, text: string) => {
    const field = within(dialog).getByRole('textbox', { name });
    await user.clear(field);
    await user.type(field, text);
  };
  await type('Quantity', 'two');
  await user.click(within(dialog).getByRole('button', { name: 'Book the correction' }));
  expect(within(dialog).getByText('Write the quantity, such as 2 or 1.5.')).toBeTruthy();
  expect(status()).toBe(`${back} Fill in the sale as it should have been.`);
  await type('Quantity', '3');
  await type('Unit price', '8.500');
  await type('Discount on all of it', '26rb');
  expect(within(dialog).getByText('The discount is more than what it comes off.')).toBeTruthy();
  await type('Discount on all of it', '1.500');
  const anew = 3 * 850_000 - 150_000;
  const difference = anew - 2_500_000;
  expect(status()).toBe(
    `${back} Sold anew: ${money(anew)}. Difference today ${money(difference)}.`,
  );
  await user.click(within(dialog).getByRole('button', { name: 'Book the correction' }));
  expect(await screen.findByText('The correction of Sale A1 is booked.')).toBeTruthy();
  expect(total(made.raw)).toBe(1_100_000 + 700_000 + 90_000 + anew);
});

test('an import into a locked period says so at the check, and where it is unlocked', async () => {
  const made = await lockedShop('id');
  const path = join(tempFolder(), 'kasir.csv');
  writeFileSync(path, 'No. Nota;Tgl;Nama Barang;Total\n9;13/04/2026;Arabika;490.000\n');
  made.machine.picks.push([path]);
  const { user, addresses } = renderApp(made.app, '/import');
  const button = (name: RegExp) => screen.findByRole('button', { name });
  await user.click(await button(/Pilih file/));
  await user.click(await button(/Lanjut: Kolom/));
  await user.click(await button(/Lanjut: Periksa/));
  const title = await screen.findByText(/^Periode 1 April/);
  const alert = title.closest('[role=alert]') as HTMLElement;
  expect(said(alert.textContent)).toContain(
    'Periode 1 April 2026 sampai 30 April 2026 sudah diserahkan ke akuntan dan dikunci',
  );
  expect(screen.queryByRole('button', { name: /Masukkan/ })).toBeNull();
  await user.click(within(alert).getByRole('link', { name: 'Buka halaman Akuntan' }));
  expect(addresses.at(-1)).toBe('/accountant');
});
