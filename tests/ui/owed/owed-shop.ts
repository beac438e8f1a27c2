import { addDays } from '#shared/domain/calendar/dates.ts';
import {
  addCustomer,
  addPayment,
  addSale,
  finishShop,
  today,
} from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

/** Sums that differ from each other, so that none can stand for another. */
export const sales = [
  { number: 'N1', customerId: 1, days: 80, dueIn: -50, minor: 54_000_000 },
  { number: 'N2', customerId: 2, days: 40, dueIn: -6, minor: 160_000_000 },
  { number: 'N3', customerId: 2, days: 20, dueIn: 9, minor: 115_000_000 },
  { number: 'N4', customerId: 3, days: 100, dueIn: null, minor: 7_500_000 },
  { number: 'N5', customerId: 4, days: 10, dueIn: 20, minor: 30_000_000 },
  { number: 'N6', customerId: null, days: 5, dueIn: null, minor: 2_100_000 },
] as const;
const people = ['Pondok Sunyi', 'Kedai Tepi Kali', 'Dewi', 'Bagas'] as const;

export async function owedShop(language: 'id' | 'en' = 'en'): Promise<TempShop> {
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
export const said = (text: string | null | undefined) => (text ?? '').replace(/\u00a0/g, ' ');
export const money = (minor: number) => `Rp ${new Intl.NumberFormat('en').format(minor / 100)}`;
export const uang = (minor: number) => `Rp ${new Intl.NumberFormat('id').format(minor / 100)}`;
const paid = { N2: 50_000_000, N5: 30_000_000 } as Readonly<Record<string, number>>;
export const leftOf = (number: string) => {
  const sale = sales.find((one) => one.number === number);
  return (sale?.minor ?? 0) - (paid[number] ?? 0);
};
export const sum = (numbers: readonly string[]) =>
  numbers.reduce((all, number) => all + leftOf(number), 0);
