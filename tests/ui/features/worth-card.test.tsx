import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LastPurchaseCell } from '#renderer/features/customers/list/cells.tsx';
import { RhythmCard } from '#renderer/features/customers/page/rhythm-card.tsx';
import { WorthCard } from '#renderer/features/customers/page/worth-card.tsx';
import type { CustomerId } from '#shared/ids.ts';
import { renderInShop } from '#tests/support/render-in-shop.tsx';
import { addCustomer, addSale, type SaleParts, today } from '#tests/support/shop/build-shop.ts';
import { directShop } from '#tests/support/shop/direct-shop.ts';

/** A shop of one customer with these sales: the worth and the row of the list. */
async function customerWith(sales: readonly Omit<SaleParts, 'customerId'>[], day = today) {
  const shop = await directShop();
  shop.day = day;
  const id = addCustomer(shop.raw, { name: 'Ratna' }) as CustomerId;
  for (const sale of sales) addSale(shop.raw, { customerId: id, ...sale });
  await shop.ask('insights.refresh', {});
  const worth = await shop.ask('insights.customerWorth', { customerId: id });
  const [row] = (await shop.ask('customers.list', {})).rows;
  if (row === undefined) throw new Error('nobody is on the list');
  return { worth, row };
}

const customer = 1 as CustomerId;
const look = { language: 'id', today } as const;
const back = (soldOn: string, revenueMinor: number) =>
  ({ soldOn, revenueMinor, kind: 'return' }) as const;

test('the historic value is what was bought less what came back, and no word of payment', async () => {
  const { worth } = await customerWith([
    { soldOn: '2026-03-01', revenueMinor: 30_000_000 },
    { soldOn: '2026-04-01', revenueMinor: 12_500_000 },
    back('2026-04-03', -2_500_000),
  ]);
  const { user } = await renderInShop(<WorthCard customerId={customer} worth={worth} />, look);
  await user.click(screen.getByRole('button', { name: /Tercatat/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/^Yang dibeli pelanggan ini .* sesudah dikurangi retur\./)).toBeTruthy();
  expect(dialog.queryByText(/diterima/)).toBeNull();
  for (const [amount, times] of [
    ['Rp 425.000', 1],
    ['−Rp 25.000', 1],
    ['Rp 400.000', 1],
  ] as const)
    expect(dialog.getAllByText(amount)).toHaveLength(times);
  expect(dialog.getByText('2 pembelian')).toBeTruthy();
  expect(dialog.getByText('1 retur')).toBeTruthy();
});

test('who has returns only is not said never to have bought', async () => {
  const { worth, row } = await customerWith([
    back('2026-04-03', -2_500_000),
    back('2026-04-05', -1_000_000),
  ]);
  expect(row.layer).toBe('inactive');
  await renderInShop(
    <>
      <WorthCard customerId={customer} worth={worth} />
      <LastPurchaseCell row={row} />
    </>,
    look,
  );
  expect(screen.getByText(/^Hanya 2 retur, −Rp 35\.000\./)).toBeTruthy();
  expect(screen.getByText('hanya retur')).toBeTruthy();
  expect(screen.queryByText(/Belum ada pembelian|belum pernah/)).toBeNull();
});

test('who never bought and never gave back is said so', async () => {
  const { worth, row } = await customerWith([]);
  await renderInShop(
    <>
      <WorthCard customerId={customer} worth={worth} />
      <LastPurchaseCell row={row} />
    </>,
    look,
  );
  expect(screen.getByText('Belum ada pembelian, jadi nilainya belum bisa dihitung.')).toBeTruthy();
  expect(screen.queryByText('hanya retur')).toBeNull();
});

test('the habit is that of the days that the sales reach, and says so long after', async () => {
  const bought = ['2022-04-01', '2022-05-01', '2022-06-10'].map((soldOn) => ({
    soldOn,
    revenueMinor: 100,
  }));
  const { worth } = await customerWith(bought);
  await renderInShop(<RhythmCard customerId={customer} worth={worth} />, look);
  // The gaps are 30 and 40 days.
  expect(screen.getByText('Biasanya beli tiap 5 minggu, terakhir 10 Juni 2022.')).toBeTruthy();
  expect(
    screen.getByText('Dihitung sampai 10 Juni 2022, penjualan terakhir di sini.'),
  ).toBeTruthy();
  expect(screen.getByRole('rowheader', { name: 'Juni 2022' })).toBeTruthy();
});
