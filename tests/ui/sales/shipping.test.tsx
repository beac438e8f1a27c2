import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna Kusuma' });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'id', currency: 'IDR' });
  return made;
}

const plain = (text: string | null | undefined) => text?.replace(/\u00a0/g, ' ');
const field = (name: string) =>
  screen.getByLabelText<HTMLInputElement>(name, { selector: 'input' });
const product = () => screen.findByLabelText('Barang baris 1', { selector: 'input' });

/** What stands beside a name among the sums of the sale that is typed. */
function said(name: string): string | undefined {
  return plain(
    screen.getAllByText(name, { selector: 'dt' }).at(0)?.nextElementSibling?.textContent,
  );
}

/** The rows of the slip: what is named and what it comes to. */
function slip(): (string | undefined)[][] {
  const table = screen.getByRole('table', { name: /^Isi/ });
  return [...table.querySelectorAll('tbody tr')].map((row) =>
    [row.firstElementChild, row.lastElementChild].map((cell) => plain(cell?.textContent)),
  );
}

test('shipping is told apart from the goods where it is typed, saved and read again', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/sales/new?customer=1');
  await user.click(await product());
  await user.keyboard('Gula aren{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(field('Harga baris 1')));
  await user.keyboard('50rb{Enter}');
  expect(screen.queryByText('Yang harus dibayar')).toBeNull();
  await user.click(field('Ongkos kirim'));
  await user.keyboard('lima');
  await screen.findByText('Tulis jumlahnya, misalnya 15rb.');
  await user.clear(field('Ongkos kirim'));
  await user.keyboard('15rb');
  screen.getByText('Yang Anda minta untuk mengirim. Tidak dihitung omzet.');
  expect(['Barang', 'Total', 'Ongkos kirim (bukan omzet)', 'Yang harus dibayar'].map(said)).toEqual(
    ['Rp 50.000', 'Rp 50.000', 'Rp 15.000', 'Rp 65.000'],
  );
  // What pays the goods does not pay what it is sent for.
  await user.click(field('Dibayar'));
  await user.keyboard('50rb');
  expect(said('Sisa utang')).toBe('Rp 15.000');
  await user.clear(field('Dibayar'));
  await user.keyboard('70rb');
  expect(said('Kembalian')).toBe('Rp 5.000');
  await user.clear(field('Dibayar'));
  await user.keyboard('40rb{Enter}{Enter}');
  await screen.findByText(/^Tersimpan: Rp.65\.000\.$/);
  const [row] = (await made.ask('sales.list', {})).rows;
  expect(row).toMatchObject({ totalMinor: 5_000_000, revenueMinor: 5_000_000 });
  expect(row).toMatchObject({ paidState: 'partly', leftMinor: 2_500_000 });
  await screen.findByText('Ongkos kirim, di luar itu');
  expect(said('Ongkos kirim, di luar itu')).toBe('Rp 15.000');
});

test('the sale’s page says what it comes to, the shipping beside it, and what is to be paid', async () => {
  const made = await shop();
  const line = { productId: null, name: 'Kopi', quantityE4: 20_000, unitPriceE4: 500_000_000 };
  const facts = { number: 'K-1', soldOn: '2026-06-12', customerId: 1 as never, lines: [line] };
  const { id } = await made.ask('sales.create', { facts: { ...facts, shippingMinor: 1_500_000 } });
  renderApp(made.app, `/sales/${id}`);
  await screen.findByText('Yang harus dibayar');
  expect(slip().slice(1)).toEqual([
    ['Total', 'Rp 100.000'],
    ['Ongkos kirim (bukan omzet)', 'Rp 15.000'],
    ['Yang harus dibayar', 'Rp 115.000'],
  ]);
});
