import { expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { StandingCampaignId } from '#shared/ids.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const people = 45;

/** Two messages to some, none to others; purchases before, on the day of, within and after the days. */
async function shop(): Promise<{ made: DirectShop; id: StandingCampaignId }> {
  const made = await directShop();
  const facts = {
    ...{ name: 'Sapa', occasion: 'birthday', days: 0, channel: 'whatsapp' },
    ...{ text: 'Halo', definition: { parts: [] } },
  } satisfies Input<'standing.create'>['facts'];
  const { id } = await made.ask('standing.create', { facts });
  const other = await made.ask('standing.create', { facts });
  const { raw } = made;
  const turn = raw.prepare(
    `INSERT INTO standing_turns (standing_campaign_id, customer_id, occasion_on, state, decided_at,
      decided_on) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  raw.transaction(() => {
    for (let index = 1; index <= people; index += 1) {
      const customerId = addCustomer(raw, { name: `Orang ${index}` });
      const first = addDays(today, -index);
      const state = index % 6 === 0 ? 'skipped' : 'sent';
      turn.run(id, customerId, first, state, `${first}T03:00:00.000Z`, first);
      if (index % 5 === 0) {
        const second = addDays(first, 4);
        turn.run(id, customerId, second, 'sent', `${second}T03:00:00.000Z`, second);
      }
      turn.run(other.id, customerId, today, 'sent', `${today}T03:00:00.000Z`, today);
      for (const [after, revenueMinor] of [
        [-1, 7],
        [index % 4, 1_000 + index],
        [index % 22, 50_000],
        [40, 900],
      ] as const)
        if (index % 3 !== 0 && addDays(first, after) <= today)
          addSale(raw, { customerId, soldOn: addDays(first, after), revenueMinor });
    }
    raw.exec("UPDATE sales SET deleted_at = '2026-06-01' WHERE id % 11 = 0");
    raw.exec("UPDATE sales SET status = 'cancelled' WHERE id % 13 = 0");
    raw.exec(`UPDATE sales SET kind = 'return', is_purchase = 0, revenue_minor = -400
      WHERE id % 7 = 0`);
  })();
  finishShop(raw);
  return { made, id };
}

interface Row {
  readonly customer: number;
  readonly day: string;
  readonly minor: number;
  readonly purchase: number;
  readonly id: number;
}

/** The same, sale by sale and message by message, from the rows alone. */
function recount({ raw }: DirectShop, id: number, from: string, days: number) {
  const messages = raw
    .prepare(
      `SELECT customer_id AS customer, decided_on AS day FROM standing_turns
       WHERE standing_campaign_id = ? AND state = 'sent' AND decided_on >= ?`,
    )
    .all(id, from) as Pick<Row, 'customer' | 'day'>[];
  const sales = raw
    .prepare(
      `SELECT id, customer_id AS customer, sold_on AS day, revenue_minor AS minor,
        is_purchase AS purchase FROM sales
       WHERE deleted_at IS NULL AND (status <> 'cancelled' OR kind = 'return')`,
    )
    .all() as Row[];
  const last =
    sales
      .map(({ day }) => day)
      .toSorted()
      .at(-1) ?? '';
  const counted = sales.filter((sale) =>
    messages.some(
      ({ customer, day }) =>
        customer === sale.customer && sale.day >= day && sale.day <= addDays(day, days),
    ),
  );
  const buyers = counted.filter(({ purchase }) => purchase === 1);
  return {
    messages: messages.length,
    people: new Set(messages.map(({ customer }) => customer)).size,
    buyers: new Set(buyers.map(({ customer }) => customer)).size,
    sales: counted.length,
    revenueMinor: counted.reduce((sum, { minor }) => sum + minor, 0),
    open: messages.filter(({ day }) => addDays(day, days) > last).length,
    through: last,
    saleIds: counted.map((sale) => sale.id).sort((a, b) => a - b),
  };
}

it.each([
  [365, 14],
  [30, 14],
  [365, 3],
  [20, 60],
] as const)(
  'counts what was sold after the messages of %i days, within %i days',
  async (ago, days) => {
    const { made, id } = await shop();
    const from = addDays(today, 1 - ago);
    const { saleIds, ...meant } = recount(made, id, from, days);
    const asked = { id, from, to: today, days };
    expect(await made.ask('standing.after', asked)).toEqual(meant);
    expect(meant.buyers).toBeGreaterThan(3);
    expect(meant.people).toBeLessThan(meant.messages);
    for (const of of ['people', 'buyers', 'sales', 'open'] as const) {
      const { count, rows } = await made.ask('standing.afterRows', { ...asked, of, limit: 500 });
      expect({ of, count, rows: rows.length }).toEqual({ of, count: meant[of], rows: meant[of] });
      const revenue = rows.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0);
      if (of === 'sales' || of === 'people') expect(revenue).toBe(meant.revenueMinor);
      if (of === 'sales')
        expect(rows.map(({ saleId }) => Number(saleId)).sort((a, b) => a - b)).toEqual(saleIds);
      if (of === 'buyers') expect(rows.every(({ soldOn }) => soldOn !== null)).toBe(true);
    }
  },
);

/** The last of somebody's messages up to a day, one by one. */
function lastSaid({ raw }: DirectShop, id: number, customer: number, day: string): string {
  let last = '';
  for (const said of raw
    .prepare(
      `SELECT decided_on FROM standing_turns
       WHERE standing_campaign_id = ? AND state = 'sent' AND customer_id = ?`,
    )
    .pluck()
    .all(id, customer) as string[])
    if (said <= day && said > last) last = said;
  return last;
}

it('counts what is sold once its day has come, and takes off what comes back in those days, not later', async () => {
  const made = await directShop();
  const facts = {
    ...{ name: 'Sapa', occasion: 'birthday', days: 0, channel: 'whatsapp' },
    ...{ text: 'Halo', definition: { parts: [] } },
  } satisfies Input<'standing.create'>['facts'];
  const { id } = await made.ask('standing.create', { facts });
  const customerId = addCustomer(made.raw, { name: 'Ani' });
  const said = addDays(today, -10);
  made.raw
    .prepare(
      `INSERT INTO standing_turns (standing_campaign_id, customer_id, occasion_on, state, decided_at,
        decided_on) VALUES (?, ?, ?, 'sent', ?, ?)`,
    )
    .run(id, customerId, said, said, said);
  const sold = (after: number, revenueMinor: number, returnOf?: number) =>
    addSale(made.raw, {
      ...{ customerId, soldOn: addDays(said, after), revenueMinor },
      ...(returnOf === undefined ? {} : { kind: 'return', returnOf }),
    });
  const former = sold(-30, 500);
  const within = sold(2, 9_000);
  // Of an earlier purchase, within the days; of one within them, later; and a sale of tomorrow.
  sold(3, -200, former);
  sold(8, -9_000, within);
  sold(11, 70_000);
  finishShop(made.raw);
  const after = (days: number) =>
    made.ask('standing.after', { id, from: '2026-01-01', to: today, days });
  expect(await after(5)).toMatchObject({ buyers: 1, sales: 2, revenueMinor: 8_800 });
  expect(await after(14)).toMatchObject({ buyers: 1, sales: 3, revenueMinor: -200 });
  made.day = addDays(today, 1);
  expect(await after(14)).toMatchObject({ buyers: 1, sales: 4, revenueMinor: 69_800 });
});

it('puts beside each sale the last message before it, and beside a person that of their first purchase', async () => {
  const { made, id } = await shop();
  const { raw } = made;
  // One of those contacted twice only brought something back.
  raw.exec(`UPDATE sales SET kind = 'return', is_purchase = 0, revenue_minor = -400
    WHERE customer_id = 10`);
  const asked = { id, from: '2026-01-01', to: today, days: 30, limit: 500 } as const;
  const later = new Set<number>();
  const returned = new Set<number>();
  for (const of of ['sales', 'buyers', 'people'] as const) {
    const { rows } = await made.ask('standing.afterRows', { ...asked, of });
    for (const { customerId, saidOn, soldOn } of rows) {
      const meant = lastSaid(made, id, customerId, soldOn ?? today);
      expect({ of, customerId, soldOn, saidOn }).toEqual({ of, customerId, soldOn, saidOn: meant });
      expect(saidOn <= (soldOn ?? today)).toBe(true);
      if (saidOn < lastSaid(made, id, customerId, today)) later.add(customerId);
    }
    if (of === 'sales') continue;
    for (const { customerId, saleId, soldOn, isReturn } of rows) {
      // The first purchase; of whoever bought nothing the first that came back.
      const [first] = raw
        .prepare(
          `SELECT s.id, s.sold_on, s.kind = 'return' FROM sales s WHERE customer_id = ?
             AND deleted_at IS NULL AND (status <> 'cancelled' OR kind = 'return') AND EXISTS (SELECT 1 FROM standing_turns t
               WHERE t.customer_id = s.customer_id AND t.standing_campaign_id = ? AND t.state = 'sent'
                 AND julianday(s.sold_on) - julianday(t.decided_on) BETWEEN 0 AND 30)
           ORDER BY is_purchase DESC, sold_on, id LIMIT 1`,
        )
        .raw()
        .all(customerId, id) as [number, string, number][];
      expect([saleId, soldOn, Number(isReturn)]).toEqual(first ?? [null, null, 0]);
      if (isReturn) returned.add(customerId);
    }
  }
  // Some were contacted again after they had bought.
  expect(later.size).toBeGreaterThan(1);
  expect(returned.size).toBeGreaterThan(0);
});

it('counts a sale once that came after two messages', async () => {
  const { made, id } = await shop();
  const found = await made.ask('standing.afterRows', {
    ...{ id, from: '2026-01-01', to: today, days: 30, of: 'sales', limit: 500 },
  });
  const ids = found.rows.map(({ saleId }) => saleId);
  expect(new Set(ids).size).toBe(ids.length);
});
