import { expect, test } from 'vitest';
import { type OpenItem, openItems, owedOn } from '#db/queries/accountant/owed.ts';
import { addCustomer, addSale } from '#tests/support/shop/build-shop.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

/** A sale on account of 1,000 with a return of 300, paid 500 towards it, and 50 that names no sale. */
async function shop() {
  const database = await tempDatabase();
  const { raw } = database;
  const customerId = addCustomer(raw, { name: 'Ratna' });
  const sold = addSale(raw, { customerId, soldOn: '2026-04-02', revenueMinor: 1000, number: 'N1' });
  const back = addSale(raw, {
    ...{ customerId, soldOn: '2026-04-05', revenueMinor: -300, number: 'R1', kind: 'return' },
  });
  addSale(raw, { customerId, soldOn: '2026-04-03', revenueMinor: 7000, number: 'N2' });
  raw.exec(`UPDATE sales SET is_on_account = 1, due_on = '2026-05-01' WHERE id IN (${sold}, ${back});
    INSERT INTO payments (id, customer_id, number, paid_on, amount_minor, created_at)
      VALUES (1, ${customerId}, 'P1', '2026-04-10', 550, '');
    INSERT INTO payment_parts (payment_id, sale_id, amount_minor) VALUES (1, ${sold}, 500)`);
  return { ...database, sold, back };
}

const short = (items: readonly OpenItem[]) =>
  items.map(({ kind, number, openMinor }) => [kind, number, openMinor]);

test('a return is taken off the sale it is of, and stands for itself where it is of none', async () => {
  const { db, raw, sold, back } = await shop();
  raw.exec(`UPDATE sales SET return_of = ${sold} WHERE id = ${back}`);
  expect(short(await Array.fromAsync(openItems(db, '2026-04-30')))).toEqual([
    ['sale', 'N1', 200],
    ['payment', 'P1', -50],
  ]);
  raw.exec('UPDATE sales SET return_of = NULL');
  expect(short(await Array.fromAsync(openItems(db, '2026-04-30')))).toEqual([
    ['sale', 'N1', 500],
    ['return', 'R1', -300],
    ['payment', 'P1', -50],
  ]);
  expect(await owedOn(db, '2026-04-30')).toBe(150);
});

test('on each day only what was sold and paid by then is owed', async () => {
  const { db, sold, back, raw } = await shop();
  raw.exec(`UPDATE sales SET return_of = ${sold} WHERE id = ${back}`);
  const days = ['2026-04-01', '2026-04-02', '2026-04-05', '2026-04-10'];
  const owed = [];
  for (const day of days) {
    const items = await Array.fromAsync(openItems(db, day));
    owed.push(items.reduce((sum, { openMinor }) => sum + openMinor, 0));
  }
  expect(owed).toEqual([0, 1000, 700, 150]);
});

test('what a payment gives to a sale in the trash waits on the account', async () => {
  const { db, raw, sold } = await shop();
  raw.exec(`UPDATE sales SET deleted_at = '2026-05-01' WHERE id = ${sold}`);
  expect(short(await Array.fromAsync(openItems(db, '2026-04-30')))).toEqual([
    ['return', 'R1', -300],
    ['payment', 'P1', -550],
  ]);
});
