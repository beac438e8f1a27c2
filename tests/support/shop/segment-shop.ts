import { addDays } from '#shared/domain/calendar/dates.ts';
import { addCustomer, addLine, addPayment, addSale, finishShop, today } from './build-shop.ts';
import { type DirectShop, directShop } from './direct-shop.ts';
import { type Draw, drawFrom } from './random-complaints.ts';

const cities = ['Sleman', 'Bantul', 'Yogyakarta'];
const sources = ['Instagram', 'Teman'];
/** What the shop of the tests sells; some buy one of them, some both. */
export const goods = ['Biji kopi', 'Gelas'] as const;

function oneOf<T>(draw: Draw, values: readonly T[]): T | undefined {
  return values[draw(values.length)];
}

function addPerson({ raw }: DirectShop, draw: Draw, index: number): number {
  const city = draw(4) === 0 ? undefined : oneOf(draw, cities);
  const id = addCustomer(raw, {
    name: `Orang ${index}`,
    kind: draw(5) === 0 ? 'business' : 'person',
    phones: draw(3) === 0 ? [] : [`+62811000${String(index).padStart(4, '0')}`],
    emails: draw(4) === 0 ? [`orang${index}@contoh.id`] : [],
    tags: [...(draw(4) === 0 ? ['grosir'] : []), ...(draw(6) === 0 ? ['antar'] : [])],
    ...(city === undefined ? {} : { city }),
  });
  const month = String(1 + draw(12)).padStart(2, '0');
  raw
    .prepare(
      `UPDATE customers SET birthday_on = ?, source = ?, gender = ?, import_id = ?, created_at = ?,
         mark = ? WHERE id = ?`,
    )
    .run(
      draw(2) === 0 ? null : `1990-${month}-10`,
      draw(3) === 0 ? null : (oneOf(draw, sources) ?? null),
      draw(3) === 0 ? null : (oneOf(draw, ['female', 'male']) ?? null),
      draw(3) === 0 ? 1 : null,
      `${addDays(today, -draw(900))}T04:00:00.000Z`,
      draw(30) === 0 ? 'suspect' : null,
      id,
    );
  return id;
}

/** How often somebody comes: some once, some every few days until they stop, some never. */
function addVisits({ raw }: DirectShop, draw: Draw, customerId: number): void {
  const visits = draw(4) === 0 ? 0 : draw(3) === 0 ? 1 : 2 + draw(12);
  const gap = 3 + draw(40);
  let day = addDays(today, -draw(500));
  for (let visit = 0; visit < visits && day <= today; visit += 1) {
    const isOnAccount = draw(8) === 0;
    const amount = 1_000 * (1 + draw(300));
    const saleId = addSale(raw, {
      customerId,
      soldOn: day,
      revenueMinor: amount,
      onAccount: isOnAccount,
    });
    raw
      .prepare('UPDATE sales SET channel = ? WHERE id = ?')
      .run(['Shopee', 'Toko', null][(customerId + visit) % 3] ?? null, saleId);
    for (const product of goods) if (draw(3) === 0) addLine(raw, saleId, product, 500);
    if (isOnAccount && draw(2) === 0)
      addPayment(raw, { customerId, paidOn: day, amountMinor: amount, parts: [[saleId, amount]] });
    if (draw(15) === 0)
      addSale(raw, { customerId, soldOn: day, revenueMinor: -500, kind: 'return' });
    day = addDays(day, Math.max(1, gap + draw(7) - 3));
  }
}

function addTalk({ raw }: DirectShop, draw: Draw, customerId: number): void {
  const at = `${addDays(today, -draw(200))}T05:00:00.000Z`;
  if (draw(3) === 0)
    raw
      .prepare(
        `INSERT INTO interactions (customer_id, channel, direction, topic, happened_at, text, created_at)
         VALUES (?, 'whatsapp', 'out', 'contact', ?, 'Halo', ?)`,
      )
      .run(customerId, at, at);
  if (draw(5) === 0)
    raw
      .prepare(
        `INSERT INTO complaints (customer_id, number, channel, severity, title, state, received_at,
           answer_due_at, resolution_due_at, created_at)
         VALUES (?, ?, 'visit', 'light', 'Apek', ?, ?, ?, ?, ?)`,
      )
      .run(customerId, `K-${customerId}`, draw(2) === 0 ? 'closed' : 'received', at, at, at, at);
  if (draw(4) === 0)
    raw
      .prepare(
        `INSERT INTO consents (customer_id, purpose, is_given, said_on, way, created_at)
         VALUES (?, 'offers', ?, '2026-01-01', 'shop', ?)`,
      )
      .run(customerId, draw(2), at);
}

/** A shop in which every condition of a segment holds for some and not for others. */
export async function segmentShop(people = 240): Promise<DirectShop> {
  const shop = await directShop();
  const draw = drawFrom(7);
  shop.raw.transaction(() => {
    shop.raw.exec(`INSERT INTO imports (status, done_at, summary)
      VALUES ('done', '2026-01-01T00:00:00.000Z', '{}')`);
    shop.raw.exec(`INSERT INTO import_sources (import_id, file_name, file_sha256, layout_key, columns, counts)
      VALUES (1, 'pelanggan.csv', '', '', '{}', '{}')`);
    for (let index = 1; index <= people; index += 1) {
      const id = addPerson(shop, draw, index);
      addVisits(shop, draw, id);
      addTalk(shop, draw, id);
    }
    // Somebody with returns only, and somebody who was erased.
    const returning = addCustomer(shop.raw, { name: 'Hanya retur' });
    addSale(shop.raw, { customerId: returning, soldOn: today, revenueMinor: -700, kind: 'return' });
    const gone = addCustomer(shop.raw, { name: '', city: 'Sleman' });
    addSale(shop.raw, { customerId: gone, soldOn: today, revenueMinor: 9_000 });
    shop.raw
      .prepare('UPDATE customers SET erased_at = ? WHERE id = ?')
      .run(`${today}T00:00:00Z`, gone);
    shop.raw.exec('UPDATE customers SET recommended_by = id / 4 + 1 WHERE id % 4 = 3');
    shop.raw.exec("UPDATE products SET category = 'Minuman' WHERE name = 'Biji kopi'");
  })();
  finishShop(shop.raw);
  return shop;
}
