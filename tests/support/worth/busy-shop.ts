import type { RawHandle } from '#db/file/client.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import {
  addCustomer,
  addLine,
  addSale,
  finishShop,
  today,
} from '#tests/support/shop/build-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';

const products = ['Kopi', 'Gula', 'Teh', 'Roti', 'Susu', 'Telur'];
const people = 170;

/** A shop drawn from a seed: with returns, trash, cancelled and nameless sales, equal amounts and gaps of all lengths. */
export function fillBusyShop(raw: RawHandle, seed: number): void {
  const draw = drawFrom(seed);
  const sell = (customerId: number | null, soldOn: string) => {
    const part = draw(40);
    const revenueMinor = 100 * (500 + 250 * draw(40));
    const id = addSale(raw, {
      ...{ customerId, soldOn, revenueMinor: part === 0 ? -revenueMinor : revenueMinor },
      ...(part === 0 ? { kind: 'return' } : part === 1 ? { status: 'cancelled' } : {}),
      ...(part === 2 ? { deletedAt: '2026-06-01T00:00:00.000Z' } : {}),
    });
    const hour = String(7 + draw(13)).padStart(2, '0');
    if (draw(3) > 0)
      raw.prepare('UPDATE sales SET sold_at = ? WHERE id = ?').run(`${soldOn}T${hour}:10`, id);
    const first = draw(products.length);
    const has = first === 0 && draw(3) > 0 ? [0, 1] : [first];
    for (const one of has)
      addLine(raw, id, products[one] ?? '', Math.round(revenueMinor / has.length));
    if (draw(25) === 0)
      raw.prepare('UPDATE sale_lines SET product_id = NULL WHERE sale_id = ?').run(id);
  };
  raw.transaction(() => {
    for (let index = 0; index < people; index += 1) {
      const isGone = draw(15) === 0 && index !== 1;
      const customerId = addCustomer(raw, {
        name: `C${index}`,
        ...(isGone ? { deletedAt: '2026-05-01T00:00:00.000Z' } : {}),
      });
      const [first, gap] = [20 + draw(1100), 10 + draw(90)];
      const most = 1 + draw(12);
      for (let bought = 0, back = first; bought < most && back >= 0; bought += 1) {
        sell(customerId, addDays(today, -back));
        back -= 1 + draw(gap);
      }
    }
    // Somebody of the tests' own, and some who came back after more than a year.
    for (const ago of [30, 200]) sell(2, addDays(today, -ago));
    for (let index = 0; index < 6; index += 1) {
      const customerId = addCustomer(raw, { name: `Back ${index}` });
      for (const ago of [900 + index, 100 + index])
        addSale(raw, { customerId, soldOn: addDays(today, -ago), revenueMinor: 40_000 });
    }
    for (let index = 0; index < 300; index += 1) sell(null, addDays(today, -draw(1000)));
    const returner = addCustomer(raw, { name: 'Only returns' });
    addSale(raw, { customerId: returner, soldOn: today, revenueMinor: -70_000, kind: 'return' });
    raw.exec("UPDATE products SET cost_minor = 10000 WHERE name IN ('Kopi', 'Teh')");
    raw.exec('UPDATE customers SET recommended_by = id / 5 + 1 WHERE id % 5 = 4');
    finishShop(raw);
  })();
}
