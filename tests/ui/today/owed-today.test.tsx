import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';
import { leftOf, money, owedShop, said, sum, uang } from '../owed/owed-shop.ts';

test('who has not paid in full stands on Today, the longest overdue first, each with what to do', async () => {
  const { user } = renderApp((await owedShop()).app, '/today');
  const card = await screen.findByRole('region', { name: 'Owed' });
  const lines = () =>
    within(card)
      .getAllByRole('listitem')
      .map((line) => said(line.textContent));
  expect(lines()).toEqual([
    `Pondok Sunyi7 weeks late${money(leftOf('N1'))}Remind`,
    `Kedai Tepi Kali6 days late${money(sum(['N2', 'N3']))}Remind`,
    `DewiNo due date${money(leftOf('N4'))}Receive`,
    `No customerNo due date${money(leftOf('N6'))}Receive`,
  ]);
  expect(said(card.querySelector('header')?.textContent)).toBe(
    `Owed4${money(sum(['N1', 'N2', 'N3', 'N4', 'N6']))}`,
  );
  await user.click(within(card).getByRole('button', { name: 'Receive a payment from Dewi' }));
  const amount = await screen.findByRole('textbox', { name: 'Received' });
  await user.type(amount, '{Enter}');
  await waitFor(() => expect(lines()).toHaveLength(3));
});

test.each(['id', 'en'] as const)(
  'the target of the month is set in its card and says how far it is, in %s',
  async (language) => {
    const made = await owedShop(language);
    const { raw, close } = openConnection(made.database);
    addSale(raw, { customerId: 1, soldOn: today, revenueMinor: 12_300_000 });
    await close();
    const { user } = renderApp(made.app, '/today');
    const set = language === 'id' ? 'Pasang target Juni 2026' : 'Set a target for June 2026';
    await user.click(await screen.findByRole('button', { name: set }));
    const amount = await screen.findByRole('textbox', {
      name: language === 'id' ? /Ingin menjual/ : /How much/,
    });
    await user.type(amount, 'banyak{Enter}');
    expect(
      await screen.findByText(language === 'id' ? /^Tulis jumlahnya/ : /^Enter the amount/),
    ).toBeTruthy();
    await user.clear(amount);
    await user.type(amount, '75jt{Enter}');
    // Sold in June: what is on account of the 5th and 10th day before today, and the one of today.
    const sold = 30_000_000 + 2_100_000 + 12_300_000;
    const percent = Math.round((sold / 7_500_000_000) * 100);
    const sentence =
      language === 'id'
        ? `${uang(sold)} dari target ${uang(7_500_000_000)} (${percent} %), hari ke-15 dari 30. Lihat penjualannya`
        : `${money(sold)} of the target of ${money(7_500_000_000)} (${percent}%), day 15 of 30. See the sales`;
    await waitFor(() => {
      const bar = document.querySelector('progress');
      expect(said(bar?.parentElement?.querySelector('p')?.textContent)).toBe(sentence);
      expect([bar?.max, bar?.value]).toEqual([7_500_000_000, sold]);
    });
  },
);

test('a shop whose sales name nobody has its month, its target and what is owed on Today too', async () => {
  const made = await tempShop((raw) => {
    for (const [ago, revenueMinor] of [
      [9, 4_500_000],
      [2, 2_250_000],
      [0, 1_100_000],
    ] as const)
      addSale(raw, {
        customerId: null,
        soldOn: addDays(today, -ago),
        revenueMinor,
        onAccount: ago === 2,
      });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  renderApp(made.app, '/today');
  const owed = await screen.findByRole('region', { name: 'Owed' });
  expect(said(owed.textContent)).toBe(
    `Owed1${money(2_250_000)}No customerNo due date${money(2_250_000)}Receive`,
  );
  const month = screen.getByRole('region', { name: /June/ });
  expect(said(month.textContent)).toContain(money(4_500_000 + 2_250_000));
  expect(
    await within(month).findByRole('button', { name: 'Set a target for June 2026' }),
  ).toBeTruthy();
  expect(screen.getByText(`3 sales, ${money(4_500_000 + 2_250_000 + 1_100_000)}`)).toBeTruthy();
});
