import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ChannelName, Input } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CustomerId } from '#shared/ids.ts';
import { recountPoints } from '#tests/support/loyalty/recount-points.ts';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const programmes = process.env['LANGGAN_FULL'] === '1' ? 1000 : 30;
const people = [1, 2, 3] as const;
const ops = [
  ...([
    'sell',
    'sell',
    'sell',
    'sell',
    'return',
    'return',
    'return',
    'return',
    'cancel',
    'trash',
    'trash',
    'give',
  ] as const),
  ...(['take', 'take', 'take', 'merge', 'rule', 'wait', 'wait'] as const),
  ...(['redeem', 'redeem', 'redeem'] as const),
];

interface Draw {
  readonly op: (typeof ops)[number];
  readonly at: number;
  readonly minor: number;
  readonly days: number;
  readonly isUndone: boolean;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  op: fc.constantFrom(...ops),
  at: fc.nat(30),
  minor: fc.integer({ min: 0, max: 400 }),
  days: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 60 })),
  isUndone: fc.constantFrom(false, false, true),
});

const rule = fc.record({
  spendMinor: fc.integer({ min: 10, max: 60 }),
  points: fc.integer({ min: 1, max: 2 }),
  isBeforeDiscount: fc.boolean(),
  takesBack: fc.boolean(),
  monthsValid: fc.option(fc.integer({ min: 1, max: 4 })),
  worthMinor: fc.constant(2),
  remindDays: fc.constant(30),
});

type Rule = typeof rule extends fc.Arbitrary<infer R> ? R : never;

function saleOf(shop: DirectShop, { at, minor, days }: Draw): Input<'sales.create'> {
  const line = { productId: null, name: 'Kopi', quantityE4: 10_000, unitPriceE4: minor * 100 };
  const discount = at % 4 === 0 ? { kind: 'amount' as const, minor: Math.min(minor, at) } : null;
  const customerId = people[at % 3] as unknown as CustomerId;
  const facts = {
    number: null,
    soldOn: addDays(shop.day, -days),
    customerId,
    lines: [line],
    discount,
  };
  return { facts } as Input<'sales.create'>;
}

/** A sale that is paid with points: some, or all there are. */
function paidWithPoints(shop: DirectShop, one: Draw): Input<'sales.create'> {
  const { facts } = saleOf(shop, one);
  const there = shop.raw
    .prepare('SELECT points FROM customer_figures WHERE customer_id = ?')
    .pluck()
    .get(facts.customerId);
  const points = one.minor % 2 === 0 ? 1 + (one.minor % 9) : Math.max(1, Number(there ?? 0));
  return { facts, redeem: { points } } as Input<'sales.create'>;
}

function returnOf({ raw, day }: DirectShop, saleId: number): Input<'sales.return'> | null {
  const line = raw
    .prepare('SELECT id, quantity_e4 FROM sale_lines WHERE sale_id = ?')
    .get(saleId) as { id: number; quantity_e4: number } | undefined;
  if (line === undefined) return null;
  const back = raw
    .prepare(`SELECT coalesce(sum(abs(l.quantity_e4)), 0) FROM sales s JOIN sale_lines l ON l.sale_id = s.id
      WHERE s.return_of = ? AND s.deleted_at IS NULL`)
    .pluck()
    .get(saleId) as number;
  const quantityE4 = Math.min(saleId % 2 === 0 ? 10_000 : 4000, line.quantity_e4 - back);
  const lines = [{ lineId: line.id, quantityE4 }];
  const given = { returnedOn: day, isOnAccount: false, method: null, note: null };
  return { id: saleId, lines, ...given } as unknown as Input<'sales.return'>;
}

/** What a draw asks for; null: there is nothing it could be done to. */
function asked(shop: DirectShop, one: Draw, rules: readonly Rule[]): [ChannelName, unknown] | null {
  const customerId = people[one.at % 3];
  const sales = shop.raw
    .prepare("SELECT id FROM sales WHERE kind = 'sale' AND deleted_at IS NULL ORDER BY id")
    .pluck()
    .all() as number[];
  const id = sales[one.at % Math.max(1, sales.length)];
  if (one.op === 'sell') return ['sales.create', saleOf(shop, one)];
  if (one.op === 'redeem') return ['sales.create', paidWithPoints(shop, one)];
  if (one.op === 'give')
    return ['loyalty.correct', { customerId, points: 1 + (one.minor % 9), why: 'Kartu' }];
  if (one.op === 'take') {
    const there = shop.raw
      .prepare('SELECT points FROM customer_figures WHERE customer_id = ?')
      .pluck()
      .get(customerId);
    const points = one.minor % 3 === 0 ? 1 + (one.minor % 9) : Math.max(1, Number(there ?? 0));
    return ['loyalty.correct', { customerId, points: -points, why: 'Salah' }];
  }
  if (one.op === 'merge')
    return ['customers.merge', { keptId: customerId, otherId: people[(one.at + 1) % 3] }];
  if (one.op === 'rule') {
    const next = rules[one.at % rules.length];
    return ['loyalty.setRule', { rule: { ...next, fromOn: shop.day }, rewrites: true }];
  }
  if (id === undefined) return null;
  if (one.op === 'return') {
    const given = returnOf(shop, id);
    return given === null ? null : ['sales.return', given];
  }
  return [one.op === 'cancel' ? 'sales.cancel' : 'sales.remove', { id }];
}

async function ledgers(shop: DirectShop) {
  return Promise.all(
    people.map((id) =>
      shop.ask('loyalty.ledger', { customerId: id as unknown as CustomerId, limit: 500 }),
    ),
  );
}

/** How often each kind of line was met. */
const seen = new Map<string, number>();

/** That the lines add up, on no day to less than none, and are a recount point by point. */
async function hold(shop: DirectShop) {
  const all = await ledgers(shop);
  for (const [index, ledger] of all.entries()) {
    for (const { kind } of ledger.sums) seen.set(kind, (seen.get(kind) ?? 0) + 1);
    const id = people[index] ?? 0;
    const sums = ledger.sums.reduce((sum, { points }) => sum + points, 0);
    const lines = ledger.lines.reduce((sum, { points }) => sum + points, 0);
    expect([sums, lines]).toEqual([ledger.balance, ledger.balance]);
    expect(Math.min(0, ...ledger.lines.map(({ balance }) => balance))).toBe(0);
    const of = (kind: string) => ledger.sums.find((sum) => sum.kind === kind)?.points ?? 0;
    expect({
      balance: ledger.balance,
      given: of('earned'),
      expired: 0 - of('expired'),
    }).toEqual(recountPoints(shop.raw, id, shop.day));
    const kept = shop.raw
      .prepare('SELECT points FROM customer_figures WHERE customer_id = ?')
      .pluck()
      .get(id);
    if (kept !== undefined) expect(kept).toBe(ledger.balance);
  }
  return all;
}

/** Everybody has bought before anything else happens. */
const firstSales: readonly Draw[] = people.flatMap((_, at) =>
  [150, 90].map((minor) => ({ op: 'sell', at, minor, days: 10, isUndone: false }) as const),
);

/** Everything is spent, a sale behind it goes, and another one comes. */
const ending: readonly Draw[] = (['take', 'trash', 'sell', 'redeem', 'return'] as const).map(
  (op) => ({
    ...{ op, at: 0, minor: 151, days: 0, isUndone: false },
  }),
);

/** How often each thing was not refused. */
const taken = new Map<string, number>();

type Ledgers = Awaited<ReturnType<typeof ledgers>>;

/**
 * Does one thing; a third of the time it is taken back, and then nothing of it may be left. Goes on from how the
 * ledgers stood after the last one (null: not asked yet), and says how they stand.
 */
async function run(
  shop: DirectShop,
  one: Draw,
  rules: readonly Rule[],
  last: Ledgers | null,
): Promise<Ledgers | null> {
  if (one.op === 'wait') {
    shop.day = addDays(shop.day, 3 + one.days);
    finishShop(shop.raw, { ...plain, today: shop.day });
    return null;
  }
  const wanted = asked(shop, one, rules);
  if (wanted === null) return last;
  const before = last ?? (await ledgers(shop));
  let answer: { batchId?: number };
  try {
    shop.raw.exec('SAVEPOINT op');
    answer = (await shop.ask(wanted[0], wanted[1] as never)) as { batchId?: number };
    shop.raw.exec('RELEASE op');
  } catch {
    // What is refused leaves nothing behind, as at the door.
    shop.raw.exec('ROLLBACK TO op; RELEASE op');
    expect(await ledgers(shop)).toEqual(before);
    return before;
  }
  taken.set(one.op, (taken.get(one.op) ?? 0) + 1);
  if (one.op === 'rule') finishShop(shop.raw, { ...plain, today: shop.day });
  const after = await hold(shop);
  if (!one.isUndone || answer.batchId === undefined) return after;
  await shop.ask('history.undo', { batchId: answer.batchId as never });
  if (one.op === 'rule') finishShop(shop.raw, { ...plain, today: shop.day });
  expect(await hold(shop), wanted[0]).toEqual(before);
  return before;
}

const plain = {
  ...{ activeMonths: 12, marginPercent: null, keepingCostMinor: null },
  yearsKept: { kind: 'history' as const },
};

it(`of ${programmes} random programmes the lines add up to the balance, never below none, and what is taken back leaves nothing`, async () => {
  const shop = await directShop();
  for (const name of ['Ratna', 'Budi', 'Sari']) addCustomer(shop.raw, { name });
  finishShop(shop.raw);
  let done = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(rule, { minLength: 1, maxLength: 3 }),
      fc.array(draw, { minLength: 6, maxLength: 16 }),
      async (rules, draws) => {
        shop.raw.exec('SAVEPOINT programme');
        shop.day = today;
        try {
          const fromOn = addDays(today, -50);
          await shop.ask('loyalty.setRule', { rule: { ...(rules[0] as Rule), fromOn } });
          finishShop(shop.raw, { ...plain, today });
          let last: Ledgers | null = null;
          for (const one of [...firstSales, ...draws, ...ending])
            last = await run(shop, one, rules, last);
          await hold(shop);
          done += 1;
        } finally {
          shop.raw.exec('ROLLBACK TO programme; RELEASE programme');
        }
      },
    ),
    { numRuns: programmes, endOnFailure: true },
  );
  expect(done).toBe(programmes);
  const met = ['earned', 'returned', 'spent', 'expired', 'corrected', 'advanced', 'settled'];
  for (const kind of met) expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(3);
  for (const op of new Set(ops)) if (op !== 'wait') expect(taken.get(op), op).toBeGreaterThan(5);
});
