import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import {
  addCustomer,
  addPayment,
  addSale,
  finishShop,
  today,
} from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

/** Sums that differ from each other, so that none can stand for another. */
const sales = [
  { number: 'N1', customerId: 1, days: 80, dueIn: -50, minor: 54_000_000 },
  { number: 'N2', customerId: 2, days: 40, dueIn: -6, minor: 160_000_000 },
  { number: 'N3', customerId: 2, days: 20, dueIn: 9, minor: 115_000_000 },
  { number: 'N4', customerId: 3, days: 100, dueIn: null, minor: 7_500_000 },
  { number: 'N5', customerId: 4, days: 10, dueIn: 20, minor: 30_000_000 },
  { number: 'N6', customerId: null, days: 5, dueIn: null, minor: 2_100_000 },
] as const;
const people = ['Pondok Sunyi', 'Kedai Tepi Kali', 'Dewi', 'Bagas'] as const;

async function shop(language: 'id' | 'en' = 'en'): Promise<TempShop> {
  const made = await tempShop((raw) => {
    people.forEach((name, index) => {
      addCustomer(raw, { name, phones: index === 2 ? [] : [`+628125550${index}18`] });
    });
    for (const { number, customerId, days, dueIn, minor } of sales)
      addSale(raw, {
        ...{ number, customerId, revenueMinor: minor, onAccount: true },
        soldOn: addDays(today, -days),
        ...(dueIn === null ? {} : { dueOn: addDays(today, dueIn) }),
      });
    // Half a million of N2 is paid; of Bagas there is more than N5 came to.
    const on = { paidOn: addDays(today, -3) };
    addPayment(raw, { ...on, customerId: 2, amountMinor: 50_000_000, parts: [[2, 50_000_000]] });
    addPayment(raw, { ...on, customerId: 4, amountMinor: 31_000_000, parts: [[5, 30_000_000]] });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language, currency: 'IDR' });
  return made;
}

/** `Rp` is followed by a space that does not break. */
const said = (text: string | null | undefined) => (text ?? '').replace(/\u00a0/g, ' ');
const money = (minor: number) => `Rp ${new Intl.NumberFormat('en').format(minor / 100)}`;
const uang = (minor: number) => `Rp ${new Intl.NumberFormat('id').format(minor / 100)}`;
const paid = { N2: 50_000_000, N5: 30_000_000 } as Readonly<Record<string, number>>;
const leftOf = (number: string) => {
  const sale = sales.find((one) => one.number === number);
  return (sale?.minor ?? 0) - (paid[number] ?? 0);
};
const sum = (numbers: readonly string[]) =>
  numbers.reduce((all, number) => all + leftOf(number), 0);

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
  const made = await shop(language);
  const rendered = renderApp(made.app, path);
  await screen.findByRole('table');
  return { made, ...rendered };
}

describe('who owes', () => {
  test('stands in the order of the days to pay by, each with its ages', async () => {
    await page();
    expect(rows().map((cells) => cells.slice(0, 7))).toEqual([
      ['Pondok Sunyi', '7 weeks late', '–', '–', money(54_000_000), '–', money(54_000_000)],
      [
        'Kedai Tepi Kali',
        '6 days late',
        money(115_000_000),
        money(110_000_000),
        '–',
        '–',
        money(sum(['N2', 'N3'])),
      ],
      ['Dewi', 'No due date', '–', '–', '–', money(7_500_000), money(7_500_000)],
      ['No customer', 'No due date', money(2_100_000), '–', '–', '–', money(2_100_000)],
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

  test('to whom no number is known leads to where it is filled in', async () => {
    const { user } = await page();
    await user.click(screen.getByRole('button', { name: 'Remind Dewi' }));
    const link = await screen.findByRole('link', { name: 'Add a phone number' });
    expect(link.getAttribute('href')).toContain('/customers/3');
    expect(screen.queryByRole('button', { name: 'Open WhatsApp' })).toBeNull();
  });
});
