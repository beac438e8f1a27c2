import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { standingText } from '#renderer/components/payments/standing-card.tsx';
import { renderApp } from '#tests/support/render-app.tsx';
import { wordsOf } from '#tests/support/render-in-shop.tsx';
import { today } from '#tests/support/shop/build-shop.ts';
import { leftOf, money, owedShop, said, sales, sum, uang } from './owed-shop.ts';

// jsdom lays nothing out: the virtual list is given a height to have rows in.
for (const [side, pixels] of [
  ['clientHeight', 600],
  ['clientWidth', 1000],
] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => pixels });
}

const lead = () =>
  said(document.querySelector('h1')?.closest('header')?.querySelector('p')?.textContent);

/** The paid column of a sale in the list. */
function paidCell(number: string): string {
  const row = screen.getByText(`Sale ${number}`).closest('[role=row]') as HTMLElement;
  return said(within(row).getAllByRole('gridcell').at(-1)?.textContent);
}

describe('the list of sales', () => {
  test('says of each sale whether it is paid, and how much of the shown is not', async () => {
    const { user } = renderApp((await owedShop()).app, '/sales');
    await screen.findByText('Sale N1');
    expect(paidCell('N1')).toBe(`Overdue${money(leftOf('N1'))}`);
    expect(paidCell('N2')).toBe(`Overdue${money(leftOf('N2'))}`);
    expect(paidCell('N3')).toBe(`Not paid${money(leftOf('N3'))}`);
    expect(paidCell('N5')).toBe('Paid');
    const open = ['N1', 'N2', 'N3', 'N4', 'N6'];
    await waitFor(() =>
      expect(lead()).toContain(`Not paid in full: ${money(sum(open))} of ${open.length} sales.`),
    );
    await user.click(screen.getByRole('button', { name: 'Paid or not' }));
    const late = { name: 'Overdue', hidden: true };
    await user.click(await screen.findByRole('menuitemcheckbox', late));
    await waitFor(() =>
      expect(lead()).toContain(`Not paid in full: ${money(sum(['N1', 'N2']))} of 2 sales.`),
    );
    expect(screen.queryByText('Sale N3')).toBeNull();
  });
});

describe('the page of a sale', () => {
  test('says what was paid and what is left, and takes the rest', async () => {
    const { user, made } = await (async () => {
      const shop = await owedShop();
      return { made: shop, ...renderApp(shop.app, '/sales/2') };
    })();
    const card = await screen.findByRole('region', { name: 'Payments' });
    const figures = () =>
      [...card.querySelectorAll('dl > div')].map((one) => [
        one.querySelector('dt')?.textContent,
        said(one.querySelector('dd')?.textContent),
      ]);
    expect(figures()).toEqual([
      ['Total', money(sales[1].minor)],
      ['Paid', `−${money(50_000_000)}`],
      ['Left', money(leftOf('N2'))],
    ]);
    expect(within(card).getByText('6 days late')).toBeTruthy();
    await user.click(within(card).getByRole('button', { name: 'Receive payment' }));
    const amount = await screen.findByRole('textbox', { name: 'Received' });
    expect(said((amount as HTMLInputElement).value)).toBe(money(leftOf('N2')));
    await user.type(amount, '{Enter}');
    await screen.findByText(/recorded/);
    await waitFor(() => expect(within(card).getByText('Paid', { selector: 'span' })).toBeTruthy());
    const { state, leftMinor } = await made.ask('payments.ofSale', { saleId: 2 as never });
    expect([state, leftMinor]).toEqual(['paid', 0]);
  });

  test('changes and takes away a payment of it, and takes that back', async () => {
    const made = await owedShop();
    const { user } = renderApp(made.app, '/sales/2');
    const card = await screen.findByRole('region', { name: 'Payments' });
    const menu = () => within(card).getByRole('button', { name: /^Payment of/ });
    await user.click(menu());
    await user.click(await screen.findByRole('menuitem', { name: 'Change', hidden: true }));
    const amount = await screen.findByRole('textbox', { name: 'Received' });
    expect(said((amount as HTMLInputElement).value)).toBe(money(50_000_000));
    await user.clear(amount);
    await user.type(amount, '600rb');
    const preview = said(amount.closest('form')?.querySelector('[role=status]')?.textContent);
    expect(preview).toBe(
      `Pays part of N2, ${money(sales[1].minor - 60_000_000)} remains. Still owed: ${money(sum(['N2', 'N3']) - 10_000_000)}.`,
    );
    await user.keyboard('{Enter}');
    await screen.findByText(/changed$/);
    const paid = async () => (await made.ask('payments.ofSale', { saleId: 2 as never })).paidMinor;
    expect(await paid()).toBe(60_000_000);
    await user.click(menu());
    await user.click(await screen.findByRole('menuitem', { name: 'Delete', hidden: true }));
    await waitFor(async () => expect(await paid()).toBe(0));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await paid()).toBe(60_000_000));
  });
});

describe('the page of a customer', () => {
  test('says how they stand, and leads to a payment and a reminder', async () => {
    const { user } = renderApp((await owedShop()).app, '/customers/2');
    const card = await screen.findByRole('region', { name: 'Owed' });
    expect(said(card.querySelector('p')?.textContent)).toBe(
      `Owes ${money(sum(['N2', 'N3']))}. ${money(leftOf('N2'))} is overdue, the oldest by 6 days.`,
    );
    await user.click(within(card).getByRole('button', { name: 'Remind' }));
    expect(await screen.findByRole('dialog', { name: 'Remind Kedai Tepi Kali' })).toBeTruthy();
    await user.keyboard('{Escape}');
    await user.click(within(card).getByRole('button', { name: 'Receive payment' }));
    const name = 'Receive a payment from Kedai Tepi Kali';
    expect(await screen.findByRole('dialog', { name })).toBeTruthy();
  });

  const even = { owedMinor: 0, waitingMinor: 0, overdueMinor: 0, oldestLateDays: null };
  const never = { settled: 0, averageDaysLate: null };
  test.each([
    ['id', { ...even, ...never, owedMinor: -700 }, `Punya titipan ${uang(700)}.`],
    [
      'id',
      {
        ...even,
        owedMinor: 900,
        overdueMinor: 400,
        oldestLateDays: 21,
        settled: 4,
        averageDaysLate: 9.6,
      },
      `Piutangnya ${uang(900)}. ${uang(400)} lewat tempo, yang terlama 3 minggu. Rata-rata membayar 10 hari sesudah jatuh tempo, dari 4 nota.`,
    ],
    [
      'en',
      { ...even, settled: 3, averageDaysLate: -2 },
      'Pays 2 days before the due day on average, from 3 sales.',
    ],
    [
      'en',
      { ...even, settled: 1, averageDaysLate: 5 },
      'Paid 5 days after the due day, from 1 sale.',
    ],
    [
      'en',
      { ...even, settled: 6, averageDaysLate: 0.3 },
      'Pays on the due day on average, from 6 sales.',
    ],
  ] as const)('says in %s how %o pays', async (language, standing, sentence) => {
    const { t, format } = await wordsOf({ language, today });
    expect(said(standingText(t, format, standing))).toBe(sentence);
  });
});
