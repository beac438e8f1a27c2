import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '#db/queries/settings.ts';
import { wordsFor } from '#electron/services/insights/report/words.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { ageOn } from '#shared/domain/picture/ages.ts';
import { pictureParts } from '#shared/domain/picture/parts.ts';
import type { SheetPart } from '#shared/domain/sheets/part.ts';
import type { SegmentId } from '#shared/ids.ts';
import { insertRow } from '#tests/support/handover/handover-shop.ts';
import { toldOfFew } from '#tests/support/segments/told-of-few.ts';
import {
  addCustomer,
  addLine,
  addSale,
  finishShop,
  today,
} from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { type Draw, drawFrom } from '#tests/support/shop/random-complaints.ts';

const at = '2026-02-01T05:00:00.000Z';
const tables = [
  ...['interactions', 'reviews', 'complaints', 'sale_lines', 'sales', 'addresses'],
  ...['customer_tags', 'customer_figures', 'customers'],
];

let shop: DirectShop;
let id: SegmentId;

beforeEach(async () => {
  shop = await directShop();
  await shop.ask('settings.update', { language: 'en', shopName: 'Sekar Pagi', currency: 'IDR' });
  const part = { field: 'tag', isNot: false, values: ['in'] };
  const definition = { match: 'all' as const, parts: [part] as never, without: [] };
  id = (await shop.ask('segments.create', { name: 'In', definition })).id;
});

function pick<T>(draw: Draw, values: readonly T[]): T {
  return values[draw(values.length)] as T;
}

/** How rare what is rare is: one of so many. Some shops are nearly all alike, others are mixed. */
function addOne(draw: Draw, index: number, isIn: boolean, rare: number): void {
  const { raw } = shop;
  const mostly = <T>(usual: T, other: T): T => (draw(rare) === 0 ? other : usual);
  const city = mostly('Sleman', pick(draw, ['Bantul', 'Klaten', undefined]));
  const customerId = addCustomer(raw, {
    ...{ name: `Orang ${index}`, kind: mostly('person', 'business') },
    ...{ tags: isIn ? ['in'] : [], ...(city === undefined ? {} : { city }) },
  });
  const year = mostly(1990, pick(draw, [1970, 1980, 2000]));
  raw
    .prepare('UPDATE customers SET gender = ?, birthday_on = ? WHERE id = ?')
    .run(
      mostly('female', pick(draw, ['male', null])),
      mostly<string | null>(`${year}-03-04`, pick(draw, ['1604-03-04', null])),
      customerId,
    );
  for (let visit = mostly(3, draw(3)); visit > 0; visit -= 1) {
    const soldOn = addDays('2026-03-02', mostly(0, draw(70)) + 7 * visit);
    const sale = addSale(raw, { customerId, soldOn, revenueMinor: 100 * (1 + draw(5_000)) });
    if (draw(4 * rare) === 0) continue;
    addLine(raw, sale, mostly('Kopi', pick(draw, ['Gelas', 'Teh', 'Susu'])), 100 * (1 + draw(900)));
  }
  for (let no = mostly(1, draw(3)); no > 0; no -= 1) {
    const cause = mostly<string | null>('Apek', pick(draw, ['Terlambat', null]));
    insertRow(shop, 'complaints', {
      ...{ number: `K-${index}-${no}`, title: 'x', channel: 'visit', severity: 'light' },
      ...{ kind: 'customer', state: 'received', customer_id: customerId, cause },
      ...{ cause_key: cause?.toLowerCase() ?? null, received_at: at, created_at: at },
      ...{ answer_due_at: at, resolution_due_at: at },
    });
  }
  if (mostly(true, false))
    insertRow(shop, 'reviews', {
      ...{ customer_id: customerId, platform: 'google', posted_on: '2026-02-01', created_at: at },
      rating: mostly(5, pick(draw, [1, 3])),
    });
  if (mostly(true, false))
    insertRow(shop, 'interactions', {
      ...{ customer_id: customerId, channel: 'visit', direction: 'in', topic: 'suggestion' },
      ...{ happened_at: at, text: 'Buka lebih pagi', created_at: at },
    });
}

/** A shop of so few that nearly every figure could tell of one of them. */
async function randomPicture(seed: number): Promise<{ parts: SheetPart[]; members: Set<number> }> {
  const draw = drawFrom(seed);
  const { raw } = shop;
  for (const table of tables) raw.exec(`DELETE FROM ${table}`);
  const [inside, outside, rare] = [5 + draw(18), pick(draw, [0, 2, 4, 9, 20]), 2 + draw(7)];
  raw.transaction(() => {
    for (let index = 0; index < inside + outside; index += 1)
      addOne(draw, index, index < inside, rare);
    raw.exec("UPDATE products SET category = CASE name WHEN 'Susu' THEN 'Lain' ELSE 'Minum' END");
  })();
  finishShop(raw);
  const picture = await shop.ask('segments.picture', { id });
  expect(picture.people).toBe(inside);
  const words = wordsFor((await readSettings(shop.db)).settings);
  const members = raw.prepare("SELECT customer_id FROM customer_tags WHERE tag = 'in'").pluck();
  return { parts: pictureParts(words, picture), members: new Set(members.all() as number[]) };
}

describe('a picture of few', () => {
  it('tells nothing of one to four people, neither in a figure nor by taking one from another', async () => {
    const age = (birthdayOn: string) => ageOn(birthdayOn, today);
    const told = new Map<string, number>();
    for (let seed = 1; seed <= 100; seed += 1) {
      const { parts, members } = await randomPicture(seed);
      for (const one of toldOfFew(shop.raw, members, parts, age)) {
        const kind = one.replace(/: \d+$/u, '');
        told.set(kind, (told.get(kind) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries(told)).toEqual({});
  });
});
