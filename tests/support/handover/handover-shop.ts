import { addDays } from '#shared/domain/calendar/dates.ts';
import { addCustomer, addLine, addSale, finishShop, today } from '../shop/build-shop.ts';
import { type DirectShop, directShop } from '../shop/direct-shop.ts';
import { type Draw, drawFrom } from '../shop/random-complaints.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** Inserts a row straight into a table. */
export function insertRow({ raw }: Pick<DirectShop, 'raw'>, table: string, row: Row): number {
  const names = Object.keys(row).join(', ');
  const places = Object.keys(row).map(() => '?');
  return Number(
    raw
      .prepare(`INSERT INTO ${table} (${names}) VALUES (${places.join(', ')}) RETURNING id`)
      .pluck()
      .get(...Object.values(row)),
  );
}

const written = '2026-01-01T00:00:00.000Z';
const states = ['received', 'answered', 'diagnosed', 'resolved', 'improved', 'closed'] as const;
/** Who is noted on complaints; some are noted for nobody. */
const names = ['Sekar', 'Budi', null] as const;
const causes = ['Terlambat', 'Basi', null] as const;

function pick<T>(draw: Draw, values: readonly T[]): T {
  return values[draw(values.length)] as T;
}

/** A day near today, before or after it. */
function near(draw: Draw): string {
  return addDays(today, draw(81) - 40);
}

function addComplaint(shop: DirectShop, draw: Draw, index: number, people: number): void {
  const state = pick(draw, states);
  const at = (isDone: boolean) => (isDone ? `${addDays(today, -9)}T05:00:00.000Z` : null);
  const step = states.indexOf(state);
  const id = insertRow(shop, 'complaints', {
    ...{ number: `K-2026-${index}`, title: `Keluhan ${index}`, channel: 'visit' },
    ...{ severity: pick(draw, ['light', 'severe']), state, kind: 'customer' },
    customer_id: draw(6) === 0 ? null : 1 + draw(people),
    product_id: draw(3) === 0 ? null : 1 + draw(2),
    ...{ received_at: `${addDays(today, -10)}T05:00:00.000Z`, created_at: written },
    ...{ answer_due_at: `${near(draw)}T05:00:00.000Z`, answered_at: at(step >= 1) },
    ...{ resolution_due_at: `${near(draw)}T06:00:00.000Z`, resolved_at: at(step >= 3) },
    ...{ answer: step >= 1 ? `Maaf ${index}` : null, solution: step >= 3 ? 'Ganti baru' : null },
    ...{ cause: pick(draw, causes), cause_key: null, handled_by: pick(draw, names) },
    deleted_at: draw(12) === 0 ? written : null,
  });
  shop.raw.exec(`UPDATE complaints SET cause_key = lower(cause) WHERE id = ${id}`);
  if (draw(3) === 0)
    insertRow(shop, 'corrective_actions', {
      ...{ complaint_id: id, what: 'Palet', owner: pick(draw, ['Sekar', 'Dewi', '']) },
      ...{ due_on: near(draw), check_on: addDays(today, 90), created_at: written },
      done_on: draw(3) === 0 ? addDays(today, -1) : null,
    });
  if (draw(4) === 0)
    insertRow(shop, 'compensations', {
      ...{ complaint_id: id, kind: pick(draw, ['voucher', 'refund']), amount_minor: 5_000_000 },
      ...{ cost_minor: 0, is_within_authority: 1, given_on: addDays(today, -5) },
      valid_until: draw(2) === 0 ? near(draw) : null,
      used_on: draw(3) === 0 ? addDays(today, -1) : null,
    });
}

function addDue(shop: DirectShop, draw: Draw, index: number, people: number): void {
  const customer_id = 1 + draw(people);
  const deleted_at = draw(10) === 0 ? written : null;
  const done = draw(4) === 0;
  insertRow(shop, 'follow_ups', {
    ...{ customer_id, cause: pick(draw, ['own', 'service']), reason: `Tanya ${index}` },
    ...{ first_due_on: today, due_on: near(draw), created_at: written, deleted_at },
    ...{ done_at: done ? written : null, done_on: done ? today : null },
  });
  if (draw(3) === 0)
    insertRow(shop, 'claims', {
      ...{ number: `G-${index}`, customer_id, product_id: 1, claimed_at: written },
      ...{ problem: 'Rusak', verdict: 'covered', remedy: 'repair', created_at: written },
      promised_on: draw(3) === 0 ? null : near(draw),
      ...{ done_at: draw(3) === 0 ? written : null, deleted_at: draw(9) === 0 ? written : null },
    });
  if (draw(3) === 0) addProspect(shop, draw, customer_id, index);
  const soldOn = addDays(today, -draw(60));
  const onAccount = draw(2) === 0;
  const sale = addSale(shop.raw, {
    ...{ customerId: customer_id, soldOn, revenueMinor: 100 * (1 + draw(90_000)), onAccount },
    ...(onAccount && draw(3) > 0 ? { dueOn: near(draw) } : {}),
  });
  addLine(shop.raw, sale, pick(draw, ['Biji kopi', 'Gelas']), 100);
  if (draw(2) === 0)
    shop.raw
      .prepare('UPDATE sales SET promised_on = ?, delivered_on = ? WHERE id = ?')
      .run(near(draw), draw(2) === 0 ? today : null, sale);
}

function addProspect(shop: DirectShop, draw: Draw, customer_id: number, index: number): void {
  const prospect_id = insertRow(shop, 'prospects', {
    ...{ customer_id, title: `Pesanan ${index}`, created_at: written, note: '' },
    ...{ stage: pick(draw, ['contact', 'need', 'offer', 'won', 'lost']), lost_reason: null },
    worth_minor: draw(3) === 0 ? null : 1_000_000 * (1 + draw(50)),
    deleted_at: draw(10) === 0 ? written : null,
  });
  if (draw(2) === 0)
    insertRow(shop, 'follow_ups', {
      ...{ customer_id, cause: 'own', reason: 'Kirim penawaran', prospect_id },
      ...{ first_due_on: today, due_on: near(draw), created_at: written },
    });
}

/** A shop in which something of every kind is open, late, ahead, done and thrown away. */
export async function handoverShop(rows = 90, people = 40): Promise<DirectShop> {
  const shop = await directShop();
  const draw = drawFrom(23);
  shop.raw.transaction(() => {
    for (let index = 1; index <= people; index += 1) {
      const deleted = index % 13 === 0 ? { deletedAt: written } : {};
      addCustomer(shop.raw, { name: `Orang ${index}`, ...deleted });
      const day = addDays(today, draw(60) - 10).slice(4);
      shop.raw
        .prepare('UPDATE customers SET birthday_on = ? WHERE id = ?')
        .run(draw(2) === 0 ? null : `1990${day}`, index);
    }
    // So that there are products to refer to.
    addLine(
      shop.raw,
      addSale(shop.raw, { customerId: 1, soldOn: today, revenueMinor: 5 }),
      'Biji kopi',
      5,
    );
    addLine(
      shop.raw,
      addSale(shop.raw, { customerId: 1, soldOn: today, revenueMinor: 5 }),
      'Gelas',
      5,
    );
    for (let index = 1; index <= rows; index += 1) {
      addComplaint(shop, draw, index, people);
      addDue(shop, draw, index, people);
    }
  })();
  finishShop(shop.raw);
  await shop.ask('settings.update', { shopName: 'Sekar Pagi', language: 'en', holidays: [] });
  return shop;
}
