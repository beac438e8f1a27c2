import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { today } from '#tests/support/shop/build-shop.ts';
import { leftOf, money, owedShop, said, sum, uang } from './owed-shop.ts';

/** Without the sign of the currency, which stands in the last column. */
const bare = (minor: number) => money(minor).replace('Rp ', '');

function lead(): string {
  return said(document.querySelector('h1')?.closest('header')?.querySelector('p')?.textContent);
}

function rows(): string[][] {
  const table = screen.getByRole('table');
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => said(cell.textContent)));
}

async function page(language: 'id' | 'en' = 'en', path = '/sales/owed') {
  const made = await owedShop(language);
  const rendered = renderApp(made.app, path);
  await screen.findByRole('table');
  return { made, ...rendered };
}

describe('who owes', () => {
  test('stands in the order of the days to pay by, each with its ages', async () => {
    await page();
    expect(rows().map((cells) => cells.slice(0, 7))).toEqual([
      ['Pondok Sunyi', '7 weeks late', '–', '–', bare(54_000_000), '–', money(54_000_000)],
      [
        'Kedai Tepi Kali',
        '6 days late',
        bare(115_000_000),
        bare(110_000_000),
        '–',
        '–',
        money(sum(['N2', 'N3'])),
      ],
      ['Dewi', 'No due date', '–', '–', '–', bare(7_500_000), money(7_500_000)],
      ['No customer', 'No due date', bare(2_100_000), '–', '–', '–', money(2_100_000)],
    ]);
  });

  test.each([
    [
      'en',
      `${money(sum(['N1', 'N2']))} from 2 people is overdue. Age counts from the day of the sale. 1 other person has credit, ${money(1_000_000)}.`,
    ],
    [
      'id',
      `${uang(sum(['N1', 'N2']))} dari 2 orang sudah lewat tempo. Umur dihitung sejak tanggal nota. 1 orang lain punya titipan, ${uang(1_000_000)}.`,
    ],
  ] as const)('is summed up over the list, in %s', async (language, sentence) => {
    await page(language);
    expect(lead()).toBe(sentence);
    const write = language === 'en' ? money : uang;
    const boxes = [...document.querySelectorAll('fieldset button b')].map((box) =>
      said(box.textContent),
    );
    const open = ['N1', 'N2', 'N3', 'N4', 'N6'];
    expect(boxes).toEqual(
      [open, ['N3', 'N6'], ['N2'], ['N1'], ['N4']].map((numbers) => write(sum(numbers))),
    );
  });

  test('is counted on its tab, and narrowed by age, by what is late, and by name', async () => {
    const { user, addresses } = await page();
    expect(screen.getByRole('link', { name: /Not paid in full/ }).textContent).toContain('5');
    await user.click(screen.getByRole('button', { name: /^31–60 days/ }));
    await waitFor(() => expect(rows().map(([name]) => name)).toEqual(['Kedai Tepi Kali']));
    expect(addresses.at(-1)).toBe('/sales/owed?age=to60');
    await user.click(screen.getByRole('button', { name: /^All that is owed/ }));
    await user.click(screen.getByRole('button', { name: /^Overdue only/ }));
    await waitFor(() =>
      expect(rows().map(([name]) => name)).toEqual(['Pondok Sunyi', 'Kedai Tepi Kali']),
    );
    await user.click(screen.getByRole('button', { name: /^Overdue only/ }));
    await user.type(screen.getByRole('textbox', { name: /^Search who/ }), 'dewi');
    await waitFor(() => expect(rows().map(([name]) => name)).toEqual(['Dewi']));
  });
});

describe('a payment', () => {
  test('says what it settles and what is left while it is typed, is saved by Enter, and undone', async () => {
    const { user, made } = await page();
    await user.click(
      screen.getByRole('button', { name: 'Receive a payment from Kedai Tepi Kali' }),
    );
    const amount = await screen.findByRole('textbox', { name: 'Received' });
    expect(document.activeElement).toBe(amount);
    expect(said((amount as HTMLInputElement).value)).toBe(money(leftOf('N2')));
    const preview = () => said(amount.closest('form')?.querySelector('[role=status]')?.textContent);
    expect(preview()).toBe(`Settles N2. Still owed: ${money(leftOf('N3'))}.`);
    await user.clear(amount);
    await user.type(amount, '1.2jt');
    expect(preview()).toBe(
      `Settles N2. Pays part of N3, ${money(sum(['N2', 'N3']) - 120_000_000)} remains. Still owed: ${money(sum(['N2', 'N3']) - 120_000_000)}.`,
    );
    await user.clear(amount);
    await user.type(amount, '25rb');
    expect(preview()).toBe(
      `Pays part of N2, ${money(leftOf('N2') - 2_500_000)} remains. Still owed: ${money(sum(['N2', 'N3']) - 2_500_000)}.`,
    );
    await user.keyboard('{Enter}');
    await screen.findByText(/from Kedai Tepi Kali recorded/);
    const owed = async () =>
      (await made.ask('payments.ofCustomer', { customerId: 2 as never })).owedMinor;
    expect(await owed()).toBe(sum(['N2', 'N3']) - 2_500_000);
    await waitFor(() => expect(rows()[1]?.[6]).toBe(money(sum(['N2', 'N3']) - 2_500_000)));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await owed()).toBe(sum(['N2', 'N3'])));
  });

  test('for a chosen sale, of more than it: the rest is said to become credit', async () => {
    const { user, made } = await page();
    await user.click(
      screen.getByRole('button', { name: 'Receive a payment from Kedai Tepi Kali' }),
    );
    const amount = await screen.findByRole('textbox', { name: 'Received' });
    await user.click(screen.getByRole('checkbox', { name: /^N3, / }));
    await user.clear(amount);
    await user.type(amount, '1.200.000');
    const preview = () => said(amount.closest('form')?.querySelector('[role=status]')?.textContent);
    expect(preview()).toBe(
      `Settles N3. ${money(5_000_000)} too much: it becomes credit. Still owed: ${money(sum(['N2', 'N3']) - 120_000_000)}.`,
    );
    await user.click(screen.getByRole('button', { name: 'Record payment' }));
    await screen.findByText(/recorded/);
    const { payments, waitingMinor } = await made.ask('payments.ofCustomer', {
      customerId: 2 as never,
    });
    expect(waitingMinor).toBe(5_000_000);
    expect(payments[0]).toMatchObject({
      amountMinor: 120_000_000,
      method: 'Cash',
      paidOn: expect.any(String),
    });
  });

  test('that cannot be read is refused beside its field, and nothing is lost', async () => {
    const { user, made } = await page();
    await user.click(screen.getByRole('button', { name: 'Receive a payment from Dewi' }));
    const amount = await screen.findByRole('textbox', { name: 'Received' });
    await user.clear(amount);
    await user.type(amount, 'banyak{Enter}');
    expect(await screen.findByText(/^Enter the amount/)).toBeTruthy();
    expect((amount as HTMLInputElement).value).toBe('banyak');
    const { payments } = await made.ask('payments.ofCustomer', { customerId: 3 as never });
    expect(payments).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Received' })).toBeNull());
  });
});

describe('a reminder', () => {
  test('is drafted from what is late, opens the chat, and is written down with when to ask again', async () => {
    const { user, made } = await page('id');
    await user.click(screen.getByRole('button', { name: 'Ingatkan Kedai Tepi Kali' }));
    const message = await screen.findByRole('textbox', { name: 'Pesannya' });
    expect(document.activeElement).toBe(message);
    const day = (days: number) =>
      new Intl.DateTimeFormat('id', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(addDays(today, days)),
      );
    expect(said((message as HTMLTextAreaElement).value)).toBe(
      `Halo Kedai Tepi Kali, ini Sekar. Kami mengingatkan nota N2 tanggal ${day(-40)}, sisa ${uang(leftOf('N2'))}, jatuh tempo ${day(-6)}. Terima kasih.`,
    );
    const text = (message as HTMLTextAreaElement).value;
    await user.click(screen.getByRole('button', { name: 'Buka WhatsApp' }));
    await screen.findByText('Pengingat untuk Kedai Tepi Kali dicatat');
    expect(made.machine.opened).toEqual([
      `https://wa.me/628125550118?text=${encodeURIComponent(text)}`,
    ]);
    const [date] = await made.ask('followUps.ofCustomer', { customerId: 2 as never });
    expect(date?.dueOn).toBe(addDays(today, 3));
    expect(said(date?.reason)).toBe(`Piutang ${uang(sum(['N2', 'N3']))}`);
    await waitFor(() => expect(rows()[1]?.[7]).not.toBe('belum'));
  });

  test('goes on to the next who is late and was not reminded today, until there is none', async () => {
    const { user } = await page();
    for (const name of ['Pondok Sunyi', 'Kedai Tepi Kali']) {
      await user.click(await screen.findByRole('button', { name: `Remind next: ${name}` }));
      await user.click(await screen.findByRole('button', { name: 'Open WhatsApp' }));
      await screen.findByText(`Reminder for ${name} noted`);
    }
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Remind next/ })).toBeNull());
  });

  test('to whom no number is known leads to where it is filled in', async () => {
    const { user } = await page();
    await user.click(screen.getByRole('button', { name: 'Remind Dewi' }));
    const link = await screen.findByRole('link', { name: 'Add a phone number' });
    expect(link.getAttribute('href')).toContain('/customers/3');
    expect(screen.queryByRole('button', { name: 'Open WhatsApp' })).toBeNull();
  });
});
