import fc from 'fast-check';
import type { RawHandle } from '#db/file/client.ts';
import { spread } from '#shared/domain/books/spread.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { compensationKinds } from '#shared/domain/vocabulary/complaints.ts';
import { saleStatuses, taxModes } from '#shared/domain/vocabulary/sales.ts';

/** The period that a ledger is about; its rows lie up to sixty days around it. */
export const period = { from: '2026-04-01', to: '2026-04-30' };

const day = fc.integer({ min: -60, max: 89 }).map((days) => addDays(period.from, days));
const maybeDay = fc.option(day, { freq: 2 });
const minor = fc.integer({ min: 0, max: 400_000 });

const line = fc.record({
  quantityE4: fc.constantFrom(5000, 10_000, 20_000, 30_000),
  /** What it comes to before its discount, made up of minor units that do not divide. */
  grossMinor: fc.integer({ min: 0, max: 900_001 }),
  off: fc.constantFrom(0, 0, 0.1, 0.37, 1),
  taxRateE4: fc.constantFrom(0, 1000, 1100),
  product: fc.integer({ min: 1, max: 3 }),
});

const sale = fc.record({
  day,
  dueOn: maybeDay,
  customer: fc.constantFrom(null, 1, 2),
  status: fc.constantFrom('completed' as const, 'completed' as const, ...saleStatuses),
  isReturn: fc.constantFrom(false, false, false, true),
  isOnAccount: fc.boolean(),
  taxMode: fc.constantFrom(...taxModes),
  off: fc.constantFrom(0, 0, 0.05, 0.333),
  shippingMinor: fc.constantFrom(0, 0, 12_000),
  hasNumber: fc.boolean(),
  /** One of its lines was called off, so that it brings less than it comes to. */
  isPartlyOff: fc.constantFrom(false, false, false, true),
  lines: fc.array(line, { maxLength: 4 }),
  totalWithoutLines: fc.integer({ min: 0, max: 900_001 }),
  returnOf: fc.nat(),
});

const payment = fc.record({
  day,
  amount: fc.integer({ min: -300_000, max: 900_000 }).filter((amount) => amount !== 0),
  parts: fc.array(fc.record({ sale: fc.nat(), share: fc.constantFrom(0.2, 0.5) }), {
    maxLength: 2,
  }),
  isGone: fc.constantFrom(false, false, false, true),
});

const compensation = fc.record({
  kind: fc.constantFrom('voucher' as const, ...compensationKinds),
  amount: minor,
  givenOn: day,
  validUntil: maybeDay,
  usedOn: maybeDay,
});

export const ledger = fc.record({
  sales: fc.array(sale, { maxLength: 12 }),
  payments: fc.array(payment, { maxLength: 6 }),
  compensations: fc.array(compensation, { maxLength: 5 }),
});
export type Ledger = typeof ledger extends fc.Arbitrary<infer T> ? T : never;
type Sale = Ledger['sales'][number];

/** What of a sale is stored, reckoned from what was drawn. */
export interface DrawnSale {
  readonly kind: 'sale' | 'return';
  readonly isCounted: boolean;
  readonly lines: readonly {
    readonly offMinor: number;
    readonly amountMinor: number;
    readonly leftMinor: number;
    readonly taxMinor: number;
  }[];
  readonly discountMinor: number;
  readonly totalMinor: number;
  readonly taxMinor: number;
  readonly revenueMinor: number;
  /** Beside the total; of a return that stands on account it is taken off again. */
  readonly shippingMinor: number;
}

export function drawSale(drawn: Sale): DrawnSale {
  const sign = drawn.isReturn ? -1 : 1;
  const whole = drawn.lines.map(({ grossMinor, off }) => {
    const offMinor = Math.floor(grossMinor * off);
    return { offMinor, amountMinor: grossMinor - offMinor };
  });
  const goods = whole.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const isBare = drawn.lines.length === 0;
  const discountMinor = Math.floor((isBare ? drawn.totalWithoutLines : goods) * drawn.off);
  const shares = spread(
    discountMinor,
    whole.map(({ amountMinor }) => amountMinor),
  );
  const isTaxed = drawn.taxMode !== 'none';
  const lines = whole.map(({ offMinor, amountMinor }, index) => {
    const left = amountMinor - (shares[index] ?? 0);
    const rate = (drawn.lines[index]?.taxRateE4 ?? 0) / 10_000;
    const share = drawn.taxMode === 'inclusive' ? rate / (1 + rate) : rate;
    const tax = isTaxed ? Math.round(left * share) : 0;
    return {
      offMinor,
      amountMinor: sign * amountMinor,
      leftMinor: sign * left,
      taxMinor: tax === 0 ? 0 : sign * tax,
    };
  });
  const bareTax = isBare && isTaxed ? Math.floor(drawn.totalWithoutLines / 11) : 0;
  const taxMinor = lines.reduce((sum, one) => sum + one.taxMinor, 0 + sign * bareTax);
  const left = isBare
    ? sign * (drawn.totalWithoutLines - discountMinor)
    : sign * (goods - discountMinor);
  const totalMinor = drawn.taxMode === 'exclusive' ? left + taxMinor : left;
  const net = totalMinor - taxMinor;
  const tookOff = drawn.isReturn && net !== 0;
  const isCounted = tookOff || ['completed', 'processing'].includes(drawn.status);
  const calledOff = drawn.isPartlyOff && !drawn.isReturn ? Math.floor(net / 3) : 0;
  const revenueMinor = isCounted ? net - calledOff : 0;
  const kind = drawn.isReturn ? 'return' : 'sale';
  const isBack = drawn.isReturn && drawn.isOnAccount && drawn.shippingMinor !== 0;
  const shippingMinor = isBack ? -drawn.shippingMinor : drawn.shippingMinor;
  const sums = { discountMinor, totalMinor, taxMinor, revenueMinor, shippingMinor };
  return { kind, isCounted, lines, ...sums };
}

function insert(raw: RawHandle, table: string, row: Record<string, string | number | null>): void {
  const columns = Object.keys(row);
  raw
    .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?')})`)
    .run(...Object.values(row));
}

/** The sale that a return or a part of a payment is of; null: there is none before. */
export function meantSale(book: Ledger, pick: number): number | null {
  return book.sales.length === 0 ? null : (pick % book.sales.length) + 1;
}

/** The earlier sale whose goods a return brings back; null: nobody says which. */
export function returnedSale(book: Ledger, index: number): number | null {
  const drawn = book.sales[index];
  if (drawn?.isReturn !== true || index === 0 || drawn.returnOf % 3 === 0) return null;
  const before = (drawn.returnOf % index) + 1;
  return book.sales[before - 1]?.isReturn === true ? null : before;
}

function fillSale(raw: RawHandle, book: Ledger, index: number): void {
  const drawn = book.sales[index];
  if (drawn === undefined) return;
  const made = drawSale(drawn);
  const id = index + 1;
  insert(raw, 'sales', {
    ...{ id, match_key: String(id), number: drawn.hasNumber ? `N-${id}` : null },
    ...{ sold_on: drawn.day, customer_id: drawn.customer, kind: made.kind, status: drawn.status },
    ...{ discount_minor: made.discountMinor, shipping_minor: made.shippingMinor },
    ...{ total_minor: made.totalMinor, revenue_minor: made.revenueMinor },
    ...{ is_purchase: made.kind === 'sale' && made.revenueMinor > 0 ? 1 : 0 },
    ...{ is_on_account: drawn.isOnAccount ? 1 : 0, due_on: drawn.dueOn, tax_mode: drawn.taxMode },
    ...{ tax_minor: made.taxMinor, return_of: returnedSale(book, index) },
    ...{ payment_method: 'QRIS', created_at: '2026-01-01T00:00:00.000Z' },
  });
  for (const [position, one] of made.lines.entries()) {
    const { quantityE4, grossMinor, taxRateE4, product } = drawn.lines[position] ?? {};
    insert(raw, 'sale_lines', {
      ...{ sale_id: id, position, product_id: product ?? null },
      ...{ quantity_e4: (quantityE4 ?? 0) * (drawn.isReturn ? -1 : 1) },
      unit_price_e4: Math.round(((grossMinor ?? 0) * 1_000_000) / (quantityE4 ?? 1)),
      ...{ discount_minor: one.offMinor, amount_minor: one.amountMinor },
      ...{ tax_rate_e4: taxRateE4 ?? 0, tax_minor: one.taxMinor },
    });
  }
}

/** Writes a ledger into an empty shop. */
export function fillLedger(raw: RawHandle, book: Ledger): void {
  raw.exec(`
    INSERT INTO customers (id, name, name_key, tax_id, created_at) VALUES
      (1, '=Ratna; "Kusuma"', 'ratna kusuma', '01.234', ''), (2, 'Toko Bagas', 'toko bagas', NULL, '');
    INSERT INTO contact_points (customer_id, kind, value, match_key, position)
      VALUES (1, 'phone', '+6281234567890', '6281234567890', 0);
    INSERT INTO products (id, name, name_key, sku, created_at) VALUES
      (1, 'Kopi Gayo', 'kopi gayo', '007', ''), (2, '-Teh', 'teh', NULL, ''), (3, 'Gula', 'gula', 'G3', '');`);
  for (const index of book.sales.keys()) fillSale(raw, book, index);
  for (const [index, drawn] of book.payments.entries()) {
    const id = index + 1;
    insert(raw, 'payments', {
      ...{ id, customer_id: 1, number: `P-${id}`, paid_on: drawn.day, amount_minor: drawn.amount },
      ...{ method: 'Tunai', created_at: '', deleted_at: drawn.isGone ? '2026-05-01' : null },
    });
    for (const { sale: pick, share } of drawn.parts) {
      const sale_id = meantSale(book, pick);
      const amount_minor = Math.trunc(drawn.amount * share);
      if (sale_id !== null && amount_minor !== 0)
        insert(raw, 'payment_parts', { payment_id: id, sale_id, amount_minor });
    }
  }
  raw.exec(`INSERT INTO complaints (id, number, channel, severity, title, state, received_at,
    answer_due_at, resolution_due_at, created_at) VALUES (1, 'K-1', 'visit', 'light', 'Basi', 'received',
    '2026-01-01T03:00:00.000Z', '2026-01-02T03:00:00.000Z', '2026-01-03T03:00:00.000Z', '')`);
  for (const { kind, amount, givenOn, validUntil, usedOn } of book.compensations) {
    const isVoucher = kind === 'voucher';
    insert(raw, 'compensations', {
      ...{ complaint_id: 1, kind, amount_minor: amount, cost_minor: 0, is_within_authority: 1 },
      ...{ given_on: givenOn, valid_until: isVoucher ? validUntil : null },
      used_on: isVoucher ? usedOn : null,
    });
  }
}

/** Takes a ledger out of its shop again. */
export function clearLedger(raw: RawHandle): void {
  raw.exec(`DELETE FROM payment_parts; DELETE FROM payments; DELETE FROM sale_lines;
    UPDATE sales SET return_of = NULL; DELETE FROM sales; DELETE FROM compensations;
    DELETE FROM complaints; DELETE FROM products; DELETE FROM contact_points; DELETE FROM customers;`);
}
