import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

type Language = 'id' | 'en';
const name = 'Ratna Kusuma';

async function shop(language: Language): Promise<TempShop> {
  const made = await tempShop((raw) => {
    const customerId = addCustomer(raw, {
      name,
      phones: ['+6281255500001'],
      tags: ['vip', 'kopi'],
    });
    for (const [soldOn, minor] of [
      ['2026-05-04', 31_500_000],
      ['2026-06-04', 1_250_000],
    ] as const)
      addLine(raw, addSale(raw, { customerId, soldOn, revenueMinor: minor }), 'Kopi', minor);
    addCustomer(raw, { name: 'Budi', note: `Kakak ${name}` });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language, currency: 'IDR' });
  return made;
}

const said = (text: string | null | undefined) => (text ?? '').replace(/\u00a0/g, ' ');

/** Counted from the rows by other code than the dialog's. */
function counted(made: TempShop): Readonly<Record<string, number>> {
  const { raw, close } = openConnection(made.database, { readonly: true });
  const count = (sql: string) => Number(raw.prepare(sql).pluck().get());
  const counts = {
    sales: count('SELECT count(*) FROM sales WHERE customer_id = 1'),
    lines: count('SELECT count(*) FROM sale_lines WHERE sale_id IN (1, 2)'),
    tags: count('SELECT count(*) FROM customer_tags WHERE customer_id = 1'),
    minor: count('SELECT sum(revenue_minor) FROM sales WHERE customer_id = 1'),
  };
  void close();
  return counts;
}

const words = {
  en: {
    more: 'More',
    menu: 'Erase this person…',
    goes: (tags: number) => new RegExp(`Goes for good.*${tags} tags`),
    stays: (sales: number, lines: number, money: string) =>
      new RegExp(`number instead of the name: ${sales} sales and ${lines} .*Revenue of ${money}`),
    mentions: /also stands in 1 text about somebody else/,
    button: 'Erase for good',
    confirm: /Type to continue/,
    called: 'Erased person 1',
    tag: 'en-GB',
    event: 'Erased',
  },
  id: {
    more: 'Lainnya',
    menu: 'Hapus data orang ini…',
    goes: (tags: number) => new RegExp(`Hilang selamanya.*${tags} label`),
    stays: (sales: number, lines: number, money: string) =>
      new RegExp(`ganti nama: ${sales} penjualan dan ${lines} .*Omzet ${money}`),
    mentions: /juga ada di 1 tulisan tentang orang lain/,
    button: 'Hapus selamanya',
    confirm: /Untuk melanjutkan, ketik/,
    called: 'Orang yang dihapus 1',
    tag: 'id-ID',
    event: 'Dihapus',
  },
} as const;

describe('erasing somebody on the screen', () => {
  test.each(['en', 'id'] as const)(
    '%s: says in counts what goes and stays, and asks for the name',
    async (language) => {
      const made = await shop(language);
      const { user } = renderApp(made.app, '/customers/1');
      const word = words[language];
      const { sales = 0, lines = 0, tags = 0, minor = 0 } = counted(made);
      await user.click(await screen.findByRole('button', { name: word.more }));
      await user.click(await screen.findByRole('menuitem', { name: word.menu, hidden: true }));
      const dialog = await screen.findByRole('dialog');
      const field = await within(dialog).findByLabelText(word.confirm);
      const money = `Rp ${new Intl.NumberFormat(word.tag).format(minor / 100)}`;
      const text = said(dialog.textContent);
      expect(text).toMatch(word.goes(tags));
      expect(text).toMatch(word.stays(sales, lines, money));
      expect(text).toMatch(word.mentions);
      const button = within(dialog).getByRole('button', { name: word.button });
      await user.type(field, 'Budi');
      expect(button).toHaveProperty('disabled', true);
      await user.clear(field);
      await user.type(field, name.toLowerCase());
      await user.click(button);
      await screen.findByRole('heading', { name: word.called });
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect(screen.queryByText(name)).toBeNull();
      expect(counted(made)).toEqual({ sales, lines, tags: 0, minor });
    },
  );
});

test('what a customer agreed to is written down on the page, and stands in the log', async () => {
  const made = await shop('en');
  const { user, unmount } = renderApp(made.app, '/customers/1');
  await user.click(await screen.findByRole('button', { name: 'Save consent' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Offers welcome')).toBeTruthy();
  expect((await screen.findByText(/Greetings and offers/)).textContent).toMatch(/given/);
  unmount();
  renderApp(made.app, '/settings/privacy');
  const table = await screen.findByRole('table');
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => said(row.textContent))).toEqual([
    expect.stringMatching(/Consent given.*Ratna Kusuma/),
  ]);
});
