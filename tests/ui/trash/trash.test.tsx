import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { lockPeriod } from '#tests/support/shop/locked-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

// jsdom lays nothing out: the virtual list is given a height to have rows in.
for (const [side, pixels] of [
  ['clientHeight', 600],
  ['clientWidth', 1000],
] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => pixels });
}

type Language = 'id' | 'en';
const people = ['Ratna Kusuma', 'José Putra', 'Wayan', 'Dewi'] as const;
const sold = { number: 'N-88', soldOn: '2026-05-04', minor: 31_500_000 };

/** Three customers deleted at once, a sale later; Dewi stays. */
async function shop(language: Language = 'en'): Promise<TempShop> {
  const made = await tempShop((raw) => {
    for (const name of people) addCustomer(raw, { name });
    const { number, soldOn, minor } = sold;
    addSale(raw, { customerId: 1, soldOn, revenueMinor: minor, number });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language, currency: 'IDR' });
  made.machine.day = '2026-06-16';
  await made.ask('customers.delete', { ids: [1, 2, 3] as never });
  made.machine.time = '05:30';
  await made.ask('sales.remove', { id: 1 as never });
  return made;
}

/** `Rp` is followed by a space that does not break. */
const said = (text: string | null | undefined) => (text ?? '').replace(/\u00a0/g, ' ');
const tagOf = { id: 'id-ID', en: 'en-GB' } as const;
const money = (minor: number, language: Language) =>
  `Rp ${new Intl.NumberFormat(tagOf[language]).format(minor / 100)}`;
const day = (iso: string, style: 'long' | 'medium', language: Language) =>
  new Intl.DateTimeFormat(tagOf[language], { dateStyle: style, timeZone: 'UTC' }).format(
    new Date(iso),
  );

function rows(): string[][] {
  const all = within(screen.getByRole('grid')).getAllByRole('row').slice(1);
  return all.map((row) =>
    within(row)
      .getAllByRole('gridcell')
      .slice(1)
      .map((cell) => said(cell.textContent)),
  );
}
const names = () => rows().map(([what]) => what);

function inTrash(made: TempShop, kind: string): number {
  const { raw, close } = openConnection(made.database, { readonly: true });
  const count = raw
    .prepare(`SELECT count(*) FROM ${kind} WHERE deleted_at IS NOT NULL`)
    .pluck()
    .get();
  void close();
  return Number(count);
}

async function page(language: Language = 'en', path = '/settings/trash') {
  const made = await shop(language);
  const rendered = renderApp(made.app, path);
  await screen.findByText(/N-88/);
  return { made, ...rendered };
}

describe('the trash', () => {
  test.each([
    [
      'en',
      'Sale',
      'Customer',
      'Sale moved to the trash',
      'Customer moved to the trash, with 2 others',
      '4 things in the trash',
    ],
    [
      'id',
      'Penjualan',
      'Pelanggan',
      'Penjualan dipindahkan ke tempat sampah',
      'Pelanggan dipindahkan ke tempat sampah, bersama 2 lainnya',
      '4 di tempat sampah',
    ],
  ] as const)(
    'says of each thing what it is, whose, and how it came there, in %s',
    async (language, sale, customer, sold_, moved, count) => {
      await page(language);
      const at = (time: string) => `${day('2026-06-16', 'medium', language)}${time}`;
      const time = language === 'en' ? ['12:30', '10:00'] : ['12.30', '10.00'];
      expect(rows()).toEqual([
        [
          `N-88${sale} · ${day(sold.soldOn, 'medium', language)} · Ratna Kusuma`,
          money(sold.minor, language),
          at(time[0] ?? ''),
          sold_,
        ],
        ...['Wayan', 'José Putra', 'Ratna Kusuma'].map((name) => [
          `${name}${customer}`,
          '',
          at(time[1] ?? ''),
          moved,
        ]),
      ]);
      expect(await screen.findByText(count)).toBeTruthy();
    },
  );

  test('is looked through by words, kinds and days, which stand in the address', async () => {
    const { user, addresses } = await page();
    await user.type(screen.getByRole('textbox', { name: 'Search the trash' }), 'jose');
    await waitFor(() => expect(names()).toEqual(['José PutraCustomer']));
    expect(screen.getByText('1 found')).toBeTruthy();
    expect(addresses.at(-1)).toBe('/settings/trash?search=jose');
    await user.clear(screen.getByRole('textbox', { name: 'Search the trash' }));
    await waitFor(() => expect(names()).toHaveLength(4));
    await user.click(screen.getByRole('button', { name: 'Kind' }));
    const offered = await screen.findAllByRole('menuitemcheckbox', { hidden: true });
    expect(offered.map((one) => one.textContent)).toEqual(['Customer3', 'Sale1']);
    await user.click(offered[1] ?? expect.fail());
    await waitFor(() => expect(names()).toHaveLength(1));
    expect(addresses.at(-1)).toBe('/settings/trash?kinds=sales');
    expect(await screen.findByText('1 thing in the trash')).toBeTruthy();
  });

  test('says so where nothing is left under a filter, and where it is empty', async () => {
    const made = await shop();
    const { user } = renderApp(made.app, '/settings/trash?kinds=reviews');
    await screen.findByText('Nothing in the trash matches');
    await user.click(screen.getByRole('button', { name: 'Show everything in the trash' }));
    await screen.findByText(/N-88/);
    await user.click(screen.getByRole('button', { name: 'Put all of these back' }));
    await screen.findByText('The trash is empty');
    expect(screen.queryByRole('button', { name: 'Put all of these back' })).toBeNull();
  });

  test('is reached from the settings, which say how much lies in it', async () => {
    const made = await shop();
    const { user, addresses } = renderApp(made.app, '/settings?part=data');
    const button = await screen.findByRole('button', { name: 'Open the trash' });
    expect(await screen.findByText('4 things in the trash')).toBeTruthy();
    await user.click(button);
    await screen.findByText(/N-88/);
    expect(addresses.at(-1)).toBe('/settings/trash');
  });
});

describe('putting back', () => {
  test('what was picked by keyboard, says how many came, and can be undone', async () => {
    const { user, made } = await page();
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown} {ArrowDown} ');
    expect(await screen.findByText('2 selected')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Put back' }));
    await screen.findByText('Put back: 2 customers.');
    expect(inTrash(made, 'customers')).toBe(1);
    await waitFor(() => expect(names()).toHaveLength(2));
    expect(screen.queryByText('2 selected')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('grid'));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText(/Put back from the trash/);
    await waitFor(() => expect(names()).toHaveLength(4));
    expect(inTrash(made, 'customers')).toBe(3);
  });

  test('one that was opened, and says who came with it', async () => {
    const { user, made } = await page();
    screen.getByRole('grid').focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Sale: N-88' });
    expect(said(dialog.querySelector('dl')?.textContent)).toBe(
      `WhoseRatna Kusuma (in the trash)Day${day(sold.soldOn, 'long', 'en')}Amount${money(sold.minor, 'en')}Deleted${day('2026-06-16', 'long', 'en')} 12:30HowSale moved to the trash`,
    );
    await user.keyboard('{Enter}');
    await screen.findByText('Put back: 1 sale. With them: 1 customer.');
    expect([inTrash(made, 'sales'), inTrash(made, 'customers')]).toEqual([0, 2]);
  });

  test('names what stays and why', async () => {
    const made = await shop();
    const { raw, close } = openConnection(made.database);
    lockPeriod(raw, { from: '2026-05-01', to: '2026-05-31' });
    await close();
    const { user } = renderApp(made.app, '/settings/trash');
    await screen.findByText(/N-88/);
    await user.click(screen.getByRole('button', { name: 'Put all of these back' }));
    const dialog = await screen.findByRole('dialog', { name: '1 thing could not be put back' });
    expect(within(dialog).getByRole('listitem').textContent).toBe(
      'Sale N-88It lies in the period from 1 May 2026 to 31 May 2026, which was handed over to the accountant and is locked. Unlock the period first.',
    );
    expect(screen.getByText('Put back: 3 customers.')).toBeTruthy();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(names()).toHaveLength(1));
    expect(inTrash(made, 'sales')).toBe(1);
  });
});

test('two customers of one name are told apart by phone and city', async () => {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Siti', phones: ['+6281234567890', '+6281111111111'], city: 'Solo' });
    addCustomer(raw, { name: 'Siti', city: 'Kudus' });
    addCustomer(raw, { phones: ['+6285555500000'] });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  await made.ask('customers.delete', { ids: [1, 2, 3] as never });
  renderApp(made.app, '/settings/trash');
  await screen.findByText(/Kudus/);
  expect(names()).toEqual([
    '+6285555500000Customer',
    'SitiCustomer · Kudus',
    'SitiCustomer · 0812-3456-7890 · Solo',
  ]);
});

describe('removing for good', () => {
  /** Dewi's sale keeps her; Ratna's contact goes with her. */
  async function asked(language: Language = 'en') {
    const made = await shop(language);
    const { raw, close } = openConnection(made.database);
    raw.exec(`INSERT INTO interactions (customer_id, channel, direction, happened_at, created_at)
      VALUES (2, 'call', 'out', '2026-06-01T03:00:00.000Z', '')`);
    addSale(raw, { customerId: 3, soldOn: '2026-06-01', revenueMinor: 5 });
    await close();
    const rendered = renderApp(made.app, '/settings/trash');
    await screen.findByText(/N-88/);
    return { made, ...rendered };
  }

  test.each([
    [
      'en',
      'Remove all of these for good…',
      'Remove for good?',
      'This goes for good: 2 customers, 1 sale. With it go: 1 contact.',
      '1 thing stays:',
      'Customer WayanStill needed by: 1 sale.',
    ],
    [
      'id',
      'Hapus semua ini selamanya…',
      'Hapus selamanya?',
      'Ini hilang selamanya: 2 pelanggan, 1 penjualan. Ikut hilang: 1 catatan kontak.',
      '1 tetap ada:',
      'Pelanggan WayanMasih dipakai: 1 penjualan.',
    ],
  ] as const)(
    'says what goes, what with it, and what stays and why, in %s',
    async (language, button, title, goes, stays, why) => {
      const { user, made } = await asked(language);
      await user.click(screen.getByRole('button', { name: button }));
      const dialog = await screen.findByRole('dialog', { name: title });
      await within(dialog).findByText(stays);
      expect(dialog.textContent).toContain(goes);
      expect(within(dialog).getByRole('listitem').textContent).toBe(why);
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect([inTrash(made, 'customers'), inTrash(made, 'sales')]).toEqual([3, 1]);
    },
  );

  test('removes that, says so with the copy that still has it, and offers no undo', async () => {
    const { user, made } = await asked();
    await user.click(screen.getByRole('button', { name: 'Remove all of these for good…' }));
    await user.click(await screen.findByRole('button', { name: 'Remove for good' }));
    const said_ = await screen.findByText(/^Removed for good:/);
    const { last } = await made.ask('backups.last', {});
    expect(said_.textContent).toBe(
      `Removed for good: 2 customers, 1 sale. The copy made before: ${last?.fileName}`,
    );
    await waitFor(() => expect(names()).toEqual(['WayanCustomer']));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect([inTrash(made, 'customers'), inTrash(made, 'sales')]).toEqual([1, 0]);
  });

  test('of one that was opened asks about that one alone', async () => {
    const { user } = await asked();
    screen.getByRole('grid').focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Remove for good…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Remove for good?' });
    await within(dialog).findByText('This goes for good: 1 sale.');
    expect(dialog.textContent).toContain('It cannot be undone, and the history of it goes too.');
    expect(dialog.textContent).toContain('that copy, and older ones, still hold it');
    expect(within(dialog).queryByRole('listitem')).toBeNull();
  });
});

describe('a trash that empties itself', () => {
  test('is off until it is settled; then each thing shows its day, and the setting how many are old enough', async () => {
    const made = await shop();
    made.machine.day = '2026-07-16';
    const { user } = renderApp(made.app, '/settings?part=data');
    const field = await screen.findByRole('combobox', { name: 'Empty by itself' });
    expect((field as HTMLInputElement).value).toBe('Never, everything is kept');
    expect(screen.queryByText(/old enough/)).toBeNull();
    await user.click(field);
    await user.click(await screen.findByRole('option', { name: 'After 30 days', hidden: true }));
    await screen.findByText('4 things are old enough already and go at the next start.');
    await user.click(screen.getByRole('button', { name: 'Open the trash' }));
    await screen.findByText(/After 30 days it goes for good/);
    await waitFor(() =>
      expect(rows().map((cells) => cells[3])).toEqual(
        Array(4).fill(day('2026-07-16', 'medium', 'en')),
      ),
    );
  });
});
