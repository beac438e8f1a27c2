import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TrashKey } from '#shared/contract/trash/trash.ts';
import { type TrashKind, trashKinds } from '#shared/domain/vocabulary/trash.ts';
import { addCustomer, addPayment, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { allOf, restore } from '#tests/support/shop/trash-shop.ts';

/** Two of each kind; the second complaint and prospect have a date each, which goes with them. */
async function shopOfAll(): Promise<DirectShop> {
  const shop = await directShop();
  const { raw } = shop;
  const at = '2026-01-01T00:00:00.000Z';
  for (const name of ['Ratna', 'Budi']) addCustomer(raw, { name });
  for (const id of [1, 2]) {
    addSale(raw, { customerId: id, soldOn: '2026-06-01', revenueMinor: 5, number: `N-${id}` });
    addPayment(raw, { customerId: id, paidOn: '2026-06-01', amountMinor: 5 });
    raw.exec(`
      INSERT INTO products (name, name_key, created_at) VALUES ('Teh ${id}', 'teh ${id}', '${at}');
      INSERT INTO complaints (number, customer_id, channel, severity, title, state, received_at,
        answer_due_at, resolution_due_at, created_at)
        VALUES ('K-${id}', ${id}, 'visit', 'light', 'Apek', 'received', '${at}', '${at}', '${at}', '${at}');
      INSERT INTO interactions (customer_id, channel, direction, happened_at, created_at)
        VALUES (${id}, 'call', 'out', '${at}', '${at}');
      INSERT INTO prospects (customer_id, title, stage, created_at) VALUES (${id}, 'Kopi', 'contact', '${at}');
      INSERT INTO reviews (customer_id, platform, posted_on, created_at)
        VALUES (${id}, 'google', '2026-06-01', '${at}');
      INSERT INTO claims (number, customer_id, claimed_at, problem, verdict, remedy, created_at)
        VALUES ('G-${id}', ${id}, '${at}', 'Retak', 'goodwill', 'none', '${at}');
      INSERT INTO surveys (name, created_at) VALUES ('Survei ${id}', '${at}');
      INSERT INTO notes (title, created_at, changed_at) VALUES ('Cara ${id}', '${at}', '${at}');
      INSERT INTO custom_fields (name, name_key, type, created_at)
        VALUES ('Isian ${id}', 'isian ${id}', 'text', '${at}');
      INSERT INTO custom_values (customer_id, field_id, value) VALUES (${id}, ${id}, 'Teh');`);
  }
  raw.exec(`INSERT INTO follow_ups (customer_id, cause, first_due_on, due_on, complaint_id, prospect_id,
      created_at) VALUES (2, 'complaint', '2026-06-20', '2026-06-20', 2, NULL, '${at}'),
      (2, 'own', '2026-06-20', '2026-06-20', NULL, 2, '${at}')`);
  finishShop(raw);
  return shop;
}

const deletion: Readonly<Record<TrashKind, string>> = {
  customers: 'customers.delete',
  sales: 'sales.remove',
  products: 'products.remove',
  payments: 'payments.remove',
  complaints: 'complaints.delete',
  interactions: 'interactions.delete',
  follow_ups: 'followUps.delete',
  prospects: 'prospects.remove',
  reviews: 'reviews.delete',
  claims: 'guarantee.deleteClaim',
  surveys: 'feedback.remove',
  notes: 'notes.remove',
  custom_fields: 'customers.removeField',
};

type State = Map<string, string | null>;
type Batch = readonly {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}[];

/** What it should be: since when each thing is deleted, and what each step has changed. */
class Model {
  readonly state: State = new Map();
  readonly batches = new Map<number, Batch>();
  /** What one deed deleted, by the moment it did. */
  readonly deeds = new Map<string, readonly string[]>();

  constructor() {
    for (const kind of trashKinds) for (const id of [1, 2]) this.state.set(`${kind} ${id}`, null);
  }

  #ownersOf(key: string): readonly string[] {
    const [kind, id] = key.split(' ');
    if (['customers', 'products', 'surveys', 'notes', 'custom_fields'].includes(kind ?? ''))
      return [];
    if (kind !== 'follow_ups') return [`customers ${id}`];
    return ['customers 2', id === '1' ? 'complaints 2' : 'prospects 2'];
  }

  #datesOf(key: string): readonly string[] {
    if (key === 'complaints 2') return ['follow_ups 1'];
    return key === 'prospects 2' ? ['follow_ups 2'] : [];
  }

  #write(batchId: number, changes: ReadonlyMap<string, string | null>): void {
    const rows = [...changes].map(([key, after]) => ({
      ...{ key, before: this.state.get(key) ?? null, after },
    }));
    for (const { key, after } of rows) this.state.set(key, after);
    this.batches.set(batchId, rows);
  }

  remove(batchId: number, key: string, at: string): void {
    const gone = [key, ...this.#datesOf(key).filter((date) => this.state.get(date) === null)];
    this.deeds.set(at, gone);
    this.#write(batchId, new Map(gone.map((one) => [one, at])));
  }

  /** All that comes back with one: what it belongs to, and what its deed took along. */
  comesWith(key: string, found = new Set<string>()): ReadonlySet<string> {
    const at = this.state.get(key) ?? null;
    if (at === null || found.has(key)) return found;
    found.add(key);
    for (const owner of this.#ownersOf(key)) this.comesWith(owner, found);
    const deed = this.deeds.get(at) ?? [];
    for (const date of this.#datesOf(key))
      if (deed.includes(key) && deed.includes(date) && this.state.get(date) === at)
        this.comesWith(date, found);
    return found;
  }

  restore(batchId: number, keys: readonly string[]): void {
    const back = new Set(keys.flatMap((key) => [...this.comesWith(key)]));
    this.#write(batchId, new Map([...back].map((key) => [key, null])));
  }

  /** How many are kept, because they were changed since. */
  undo(batchId: number, undoId: number): number {
    const rows = this.batches.get(batchId) ?? [];
    const held = rows.filter(({ key, after }) => (this.state.get(key) ?? null) === after);
    this.#write(undoId, new Map(held.map(({ key, before }) => [key, before])));
    return rows.length - held.length;
  }

  inTrash(): readonly string[] {
    return [...this.state].flatMap(([key, at]) => (at === null ? [] : [key])).sort();
  }
}

const step = fc.record({
  op: fc.constantFrom('delete', 'delete', 'delete', 'restore', 'restore several', 'undo'),
  at: fc.nat(1000),
  other: fc.nat(1000),
});

function keyOf(text: string): TrashKey {
  const [kind, id] = text.split(' ');
  return { kind: kind as TrashKind, id: Number(id) };
}

async function run(shop: DirectShop, model: Model, one: { op: string; at: number; other: number }) {
  const newest = () => Number(shop.raw.prepare('SELECT max(id) FROM batches').pluck().get());
  const pick = <T>(list: readonly T[], at: number) => list[at % Math.max(1, list.length)];
  const minutes = Number(shop.time.slice(0, 2)) * 60 + Number(shop.time.slice(3)) + 1;
  shop.time = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  const deleted = model.inTrash();
  if (one.op === 'delete') {
    const key = pick(
      [...model.state].filter(([, at]) => at === null).map(([name]) => name),
      one.at,
    );
    if (key === undefined) return;
    const { kind, id } = keyOf(key);
    // What is hidden with its customer is not deleted by anybody.
    const input = kind === 'customers' ? { ids: [id] } : { id };
    try {
      await shop.ask(deletion[kind] as 'sales.remove', input as never);
    } catch {
      return;
    }
    model.remove(newest(), key, `${shop.day}T${shop.time}:00.000Z`);
  } else if (one.op === 'undo') {
    const batchId = pick([...model.batches.keys()], one.at);
    if (batchId === undefined) return;
    const isUndone = shop.raw
      .prepare('SELECT undone_at FROM batches WHERE id = ?')
      .pluck()
      .get(batchId);
    if (isUndone !== null) return;
    const { kept } = await shop.ask('history.undo', { batchId: batchId as never });
    expect(kept).toHaveLength(model.undo(batchId, newest()));
  } else {
    const keys = [
      pick(deleted, one.at),
      one.op === 'restore' ? undefined : pick(deleted, one.other),
    ];
    const chosen = [...new Set(keys.filter((key) => key !== undefined))];
    if (chosen.length === 0) return;
    const expected = new Set(chosen.flatMap((key) => [...model.comesWith(key)]));
    const { batchId, restored, along, kept } = await restore(shop, chosen.map(keyOf));
    expect(kept).toEqual({ count: 0, named: [] });
    const sum = (counts: typeof along) => counts.reduce((all, { count }) => all + count, 0);
    expect([sum(restored), sum(along)]).toEqual([chosen.length, expected.size - chosen.length]);
    model.restore(Number(batchId), chosen);
  }
}

it('holds what a model of it holds, whatever is deleted, put back and undone, in any order', async () => {
  const runs = process.env['LANGGAN_FULL'] === '1' ? 300 : 25;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }),
      async (steps) => {
        const shop = await shopOfAll();
        shop.time = '00:00';
        const model = new Model();
        for (const one of steps) {
          await run(shop, model, one);
          const listed = (await allOf(shop)).map(({ kind, id }) => `${kind} ${id}`).sort();
          expect(listed).toEqual(model.inTrash());
        }
        const since = (await allOf(shop)).map(({ kind, id, deletedAt }) => [
          `${kind} ${id}`,
          deletedAt,
        ]);
        expect(new Map(since as [string, string][])).toEqual(
          new Map([...model.state].filter(([, at]) => at !== null)),
        );
        await shop.close();
      },
    ),
    { numRuns: runs },
  );
});
