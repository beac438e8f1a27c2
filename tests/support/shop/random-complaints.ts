import type { RawHandle } from '#db/file/client.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';

/** Draws whole numbers below a bound; the same seed draws the same. */
export type Draw = (below: number) => number;

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Value = string | number | null;

function insert(raw: RawHandle, table: string, row: Record<string, Value>): number {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  const added = raw
    .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`)
    .run(...Object.values(row));
  return Number(added.lastInsertRowid);
}

const at = '2025-01-01T00:00:00.000Z';
const channels = ['visit', 'call', 'whatsapp', 'other'] as const;
const kinds = ['return', 'discount', 'voucher', 'refund', 'replacement', 'other'] as const;
const causes = [
  ['karung basah', 'Karung basah'],
  ['karung basah', 'karung basah'],
  ['karung basah', 'KARUNG BASAH'],
  ['salah kirim', 'Salah kirim'],
  ['kurir telat', 'Kurir telat'],
] as const;

/** How many of each thing a shop has. */
export interface ShopSize {
  readonly customers: number;
  readonly products: number;
  readonly sales: number;
  readonly complaints: number;
  readonly claims: number;
}

class Filler {
  readonly raw: RawHandle;
  readonly draw: Draw;
  readonly customers: number[] = [];
  readonly products: number[] = [];
  readonly complaints: number[] = [];

  constructor(raw: RawHandle, draw: Draw) {
    this.raw = raw;
    this.draw = draw;
  }

  chance(percent: number): boolean {
    return this.draw(100) < percent;
  }

  pick<T>(list: readonly T[]): T | null {
    return list[this.draw(list.length)] ?? null;
  }

  day(): string {
    return addDays('2025-02-01', this.draw(520));
  }

  /** Any minute of a day, so that zones disagree about the day of many. */
  instant(from = this.day(), days = 1): string {
    const minutes = this.draw(1440 * days);
    return new Date(Date.parse(`${from}T00:00:00.000Z`) + minutes * 60_000).toISOString();
  }

  trashed(percent: number): string | null {
    return this.chance(percent) ? at : null;
  }

  customer(index: number): void {
    const name = this.chance(15) ? '' : `Pelanggan ${index % 37}`;
    const row = { name, name_key: name.toLowerCase(), created_at: at };
    const id = insert(this.raw, 'customers', { ...row, deleted_at: this.trashed(10) });
    this.customers.push(id);
    for (const kind of ['email', 'phone'] as const) {
      const value = kind === 'phone' ? `+62812${id}` : `c${id}@contoh.id`;
      if (this.chance(60)) {
        insert(this.raw, 'contact_points', { customer_id: id, kind, value, match_key: value });
      }
    }
  }

  sale(): void {
    const kind = this.chance(8) ? 'return' : 'sale';
    const status = this.pick(['completed', 'completed', 'completed', 'processing', 'cancelled']);
    const counts = kind === 'sale' && status !== 'cancelled';
    const sale = insert(this.raw, 'sales', {
      match_key: '',
      sold_on: this.day(),
      customer_id: this.chance(10) ? null : this.pick(this.customers),
      kind,
      status,
      total_minor: 0,
      revenue_minor: 0,
      is_purchase: counts ? 1 : 0,
      created_at: at,
      deleted_at: this.trashed(5),
    });
    for (let position = this.draw(3); position >= 0; position -= 1) {
      insert(this.raw, 'sale_lines', {
        sale_id: sale,
        position,
        product_id: this.chance(10) ? null : this.pick(this.products),
        quantity_e4: 2500 * (1 + this.draw(40)),
        amount_minor: 0,
      });
    }
  }

  complaint(index: number): void {
    const received = this.instant();
    const later = (days: number) => this.instant(received.slice(0, 10), days);
    const [cause_key, cause] = this.chance(70) ? (this.pick(causes) ?? []) : [];
    const resolved = this.chance(65) ? later(20) : null;
    const id = insert(this.raw, 'complaints', {
      number: `K-${index}`,
      kind: this.chance(80) ? 'customer' : this.pick(['employee', 'regulator']),
      customer_id: this.chance(15) ? null : this.pick(this.customers),
      channel: this.pick(channels),
      severity: 'medium',
      title: `Keluhan ${index}`,
      product_id: this.chance(25) ? null : this.pick(this.products),
      state: this.chance(20) ? 'closed' : resolved === null ? 'received' : 'resolved',
      received_at: received,
      has_time: this.chance(85) ? 1 : 0,
      answer_due_at: later(3),
      resolution_due_at: later(12),
      answered_at: this.chance(75) ? later(4) : null,
      cause: cause ?? null,
      cause_key: cause_key ?? null,
      resolved_at: resolved,
      is_first_contact: this.chance(30) ? 1 : 0,
      reopened: this.chance(10) ? 1 + this.draw(2) : 0,
      came_back_from: this.chance(15) ? this.pick(this.complaints) : null,
      created_at: at,
      deleted_at: this.trashed(8),
    });
    this.complaints.push(id);
    for (let more = this.draw(3); more > 0; more -= 1) this.compensation(id);
    for (let more = this.draw(3); more > 0; more -= 1) this.action(id);
  }

  compensation(complaint: number): void {
    insert(this.raw, 'compensations', {
      complaint_id: complaint,
      kind: this.pick(kinds),
      amount_minor: 1000 * this.draw(90),
      cost_minor: 1000 * this.draw(9),
      is_within_authority: this.chance(80) ? 1 : 0,
      given_on: this.day(),
    });
  }

  action(complaint: number): void {
    const verdict = this.pick(['held', 'came-back', null]);
    insert(this.raw, 'corrective_actions', {
      complaint_id: complaint,
      what: 'Palet di gudang',
      due_on: this.day(),
      check_on: this.day(),
      done_on: this.chance(60) ? this.day() : null,
      checked_on: verdict === null ? null : this.day(),
      verdict,
      created_at: at,
    });
  }

  claim(index: number): void {
    insert(this.raw, 'claims', {
      number: `G-${index}`,
      customer_id: this.pick(this.customers),
      product_id: this.chance(10) ? null : this.pick(this.products),
      claimed_at: this.instant(),
      problem: 'Bocor',
      verdict: 'covered',
      remedy: 'repair',
      complaint_id: this.chance(30) ? this.pick(this.complaints) : null,
      created_at: at,
      deleted_at: this.trashed(8),
    });
  }
}

/** Fills a migrated shop with complaints and claims in every state, what is in the trash included. */
export function fillWithComplaints(raw: RawHandle, draw: Draw, size: ShopSize): void {
  const filler = new Filler(raw, draw);
  const times = (count: number, add: (index: number) => void) => {
    for (let index = 1; index <= count; index += 1) add(index);
  };
  raw.transaction(() => {
    times(size.customers, (index) => filler.customer(index));
    times(size.products, (index) => {
      const name = `Produk ${index}`;
      const row = { name, name_key: name.toLowerCase(), created_at: at };
      filler.products.push(insert(raw, 'products', row));
    });
    times(size.sales, () => filler.sale());
    times(size.complaints, (index) => filler.complaint(index));
    times(size.claims, (index) => filler.claim(index));
  })();
}
