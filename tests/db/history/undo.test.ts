import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { deleteRow, insertRow, openBatch, updateRow } from '#db/history/journal.ts';
import { undoBatch } from '#db/history/undo.ts';
import {
  createCustomer,
  tagCustomer,
  trashCustomer,
  updateCustomer,
} from '#db/queries/customers/write.ts';
import { type OwnTable, ownTables } from '#db/table-facts.ts';
import type { CustomerFacts } from '#shared/contract/customers.ts';
import { journalledRows, shopOfOne } from '#tests/support/shop/journalled-rows.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

const at = '2026-06-15T03:00:00.000Z';

function facts(parts: Partial<CustomerFacts> = {}): CustomerFacts {
  return {
    kind: 'person',
    relation: 'customer',
    mark: null,
    name: 'Ratna',
    birthdayOn: null,
    gender: null,
    occupation: null,
    source: null,
    uses: null,
    tastes: null,
    matters: null,
    taxId: null,
    note: null,
    recommendedBy: null,
    contactPoints: [{ kind: 'phone', label: null, value: '+6281255500137' }],
    addresses: [],
    tags: ['vip'],
    own: [],
    ...parts,
  };
}

/** Every row of the owner's, exactly; what an undo must give back. */
function dump(raw: RawHandle): string {
  return JSON.stringify(
    ownTables.map((table) => raw.prepare(`SELECT * FROM ${table} ORDER BY id`).all()),
  );
}

function batch(raw: RawHandle, work: (batchId: number) => void, kind: 'edit' | 'create' = 'edit') {
  const id = openBatch(raw, { kind, label: 'test', at });
  work(id);
  return id;
}

function create(raw: RawHandle, parts: Partial<CustomerFacts> = {}) {
  let customerId = 0;
  const batchId = batch(raw, (id) => (customerId = createCustomer(raw, id, facts(parts), at)));
  return { batchId, customerId };
}

function undo(raw: RawHandle, batchId: number) {
  const { undone, kept } = undoBatch(raw, batchId, 'test', at);
  const undoId = Number(raw.prepare('SELECT max(id) FROM batches').pluck().get());
  return { undone, kept, undoId };
}

describe('undo', () => {
  it('of a new customer leaves nothing, and its own undo brings the very same rows back', async () => {
    const { raw } = await tempDatabase();
    const empty = dump(raw);
    const { batchId } = create(raw);
    const made = dump(raw);
    const first = undo(raw, batchId);
    expect(first).toMatchObject({ undone: 3, kept: [] });
    expect(dump(raw)).toBe(empty);
    expect(undo(raw, first.undoId).kept).toEqual([]);
    expect(dump(raw)).toBe(made);
    expect(undo(raw, batchId)).toMatchObject({ undone: 3, kept: [] });
    expect(dump(raw)).toBe(empty);
  });

  it('keeps a new customer whole that was edited since, phones and tags too, and names it', async () => {
    const { raw } = await tempDatabase();
    const { batchId, customerId } = create(raw);
    batch(raw, (id) => updateCustomer(raw, id, customerId, facts({ name: 'Ratna K.' })));
    const before = dump(raw);
    expect(undo(raw, batchId)).toMatchObject({
      undone: 0,
      kept: [{ entity: 'customers', id: customerId, name: 'Ratna', why: 'changed' }],
    });
    expect(dump(raw)).toBe(before);
  });

  it('names a customer without a name, and a part of one, by the phone', async () => {
    const { raw } = await tempDatabase();
    const called = '+6281255500137';
    const { batchId, customerId } = create(raw, { name: '', tags: [] });
    const tagged = batch(raw, (id) => tagCustomer(raw, id, customerId, 'vip'));
    batch(raw, (id) => updateRow(raw, id, { table: 'customer_tags', id: 1 }, { tag: 'grosir' }));
    expect(undo(raw, tagged).kept).toMatchObject([{ entity: 'customer_tags', name: called }]);
    expect(undo(raw, batchId).kept).toMatchObject([{ entity: 'customers', name: called }]);
  });

  it('keeps a new customer that something else refers to', async () => {
    const { raw } = await tempDatabase();
    const { batchId, customerId } = create(raw);
    create(raw, { name: 'Budi', recommendedBy: customerId as never });
    const before = dump(raw);
    expect(undo(raw, batchId).kept).toHaveLength(1);
    expect(dump(raw)).toBe(before);
  });

  it('takes back of an edit what nobody has changed since, and names the rest', async () => {
    const { raw } = await tempDatabase();
    const { customerId } = create(raw);
    const edit = batch(raw, (id) =>
      updateCustomer(raw, id, customerId, facts({ name: 'Ratna K.', note: 'tea', tags: [] })),
    );
    batch(raw, (id) =>
      updateRow(raw, id, { table: 'customers', id: customerId }, { name: 'Ratna Kusuma' }),
    );
    const { kept } = undo(raw, edit);
    const ratna = { entity: 'customers', id: customerId, name: 'Ratna K.', why: 'partly' };
    expect(kept).toEqual([ratna]);
    expect(raw.prepare('SELECT name, note FROM customers').get()).toEqual({
      name: 'Ratna Kusuma',
      note: null,
    });
    expect(raw.prepare('SELECT tag FROM customer_tags').pluck().all()).toEqual(['vip']);
  });

  it('of a removed tag keeps the tag that was given again since', async () => {
    const { raw } = await tempDatabase();
    const { customerId } = create(raw);
    const removal = batch(raw, (id) => deleteRow(raw, id, { table: 'customer_tags', id: 1 }));
    batch(raw, (id) => tagCustomer(raw, id, customerId, 'vip'));
    const before = dump(raw);
    expect(undo(raw, removal).kept).toHaveLength(1);
    expect(dump(raw)).toBe(before);
  });

  it('of a removed phone does nothing once its customer is gone', async () => {
    const { raw } = await tempDatabase();
    const { batchId, customerId } = create(raw);
    const removal = batch(raw, (id) =>
      updateCustomer(raw, id, customerId, facts({ contactPoints: [] })),
    );
    undo(raw, batchId);
    expect(undo(raw, removal).kept).toHaveLength(1);
    expect(raw.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(0);
  });

  it('keeps every kind of part with the whole that was edited since', async () => {
    const { raw } = await shopOfOne();
    raw.exec('BEGIN');
    const parts: readonly (readonly [OwnTable, OwnTable, string])[] = [
      ['contact_points', 'customers', 'customer_id'],
      ['customer_identifiers', 'customers', 'customer_id'],
      ['addresses', 'customers', 'customer_id'],
      ['customer_tags', 'customers', 'customer_id'],
      ['sale_lines', 'sales', 'sale_id'],
      ['complaint_events', 'complaints', 'complaint_id'],
      ['compensations', 'complaints', 'complaint_id'],
      ['corrective_actions', 'complaints', 'complaint_id'],
    ];
    for (const [part, whole, column] of parts) {
      let id = 0;
      const made = batch(raw, (open) => {
        id = insertRow(raw, open, whole, journalledRows[whole]?.made ?? {});
        insertRow(raw, open, part, { ...journalledRows[part]?.made, [column]: id });
      });
      batch(raw, (open) =>
        updateRow(raw, open, { table: whole, id }, journalledRows[whole]?.changed ?? {}),
      );
      const before = dump(raw);
      const { undone, kept } = undo(raw, made);
      expect([undone, kept.map(({ entity }) => entity)], part).toEqual([0, [whole]]);
      expect(dump(raw)).toBe(before);
    }
  });

  it('has nothing to do, and to keep, where the new customer is gone already', async () => {
    const { raw } = await tempDatabase();
    const { batchId, customerId } = create(raw);
    const gone = batch(raw, (open) => {
      for (const table of ['contact_points', 'customer_tags', 'customers'] as const)
        deleteRow(raw, open, { table, id: 1 });
    });
    expect(undo(raw, batchId)).toMatchObject({ undone: 3, kept: [] });
    expect(undo(raw, gone)).toMatchObject({ undone: 3, kept: [] });
    expect(raw.prepare('SELECT id FROM customers').pluck().all()).toEqual([customerId]);
  });

  it('names a part that it keeps by its customer', async () => {
    const { raw } = await tempDatabase();
    create(raw);
    const { customerId } = create(raw, { name: 'Budi', tags: [] });
    const tagged = batch(raw, (open) => tagCustomer(raw, open, customerId, 'vip'));
    const id = Number(raw.prepare('SELECT max(id) FROM customer_tags').pluck().get());
    batch(raw, (open) => updateRow(raw, open, { table: 'customer_tags', id }, { tag: 'grosir' }));
    const tag = { entity: 'customer_tags', id, name: 'Budi', why: 'changed' };
    expect(undo(raw, tagged).kept).toEqual([tag]);
  });

  it('marks what it took back, and what it gave back again', async () => {
    const { raw } = await tempDatabase();
    const { batchId } = create(raw);
    const states = () =>
      raw.prepare('SELECT id, kind, undoes, undone_at AS undoneAt FROM batches').all();
    const { undoId } = undo(raw, batchId);
    const made = { id: batchId, kind: 'edit', undoes: null };
    const taken = { id: undoId, kind: 'undo', undoes: batchId };
    expect(states()).toEqual([
      { ...made, undoneAt: at },
      { ...taken, undoneAt: null },
    ]);
    const again = undo(raw, undoId);
    expect(states()).toEqual([
      { ...made, undoneAt: null },
      { ...taken, undoneAt: at },
      { id: again.undoId, kind: 'undo', undoes: undoId, undoneAt: null },
    ]);
  });

  it('any run of changes, taken back from the last to the first, leaves every state as it was', async () => {
    const { raw } = await tempDatabase();
    const name = fc.constantFrom('Ratna', 'Budi', 'Sri Rejeki');
    const some = fc.record({
      name,
      note: fc.option(fc.string({ maxLength: 5 })),
      tags: fc.uniqueArray(fc.constantFrom('vip', 'kopi', 'grosir')),
      contactPoints: fc.array(
        fc.record({
          kind: fc.constantFrom('phone', 'social'),
          label: fc.constant(null),
          value: fc.constantFrom('+6281255500137', '+6281255500138', 'ratna'),
        }),
        { maxLength: 3 },
      ),
    });
    const step = fc.record({
      kind: fc.constantFrom('create', 'edit', 'trash', 'tag', 'undo'),
      which: fc.nat(30),
      parts: some,
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        raw.exec('SAVEPOINT run');
        const history: { batchId: number; before: string }[] = [];
        for (const { kind, which, parts } of steps) {
          const ids = raw.prepare('SELECT id FROM customers ORDER BY id').pluck().all() as number[];
          const id = ids[which % Math.max(1, ids.length)];
          const last = history.at(-1);
          if (kind === 'undo') {
            if (last === undefined) continue;
            expect(undo(raw, last.batchId).kept).toEqual([]);
            expect(dump(raw)).toBe(last.before);
            history.pop();
            continue;
          }
          const before = dump(raw);
          const batchId = batch(raw, (open) => {
            if (kind === 'create' || id === undefined) createCustomer(raw, open, facts(parts), at);
            else if (kind === 'edit') updateCustomer(raw, open, id, facts(parts));
            else if (kind === 'trash') trashCustomer(raw, open, id, at);
            else tagCustomer(raw, open, id, parts.name);
          });
          history.push({ batchId, before });
        }
        for (const { batchId, before } of history.reverse()) {
          expect(undo(raw, batchId).kept).toEqual([]);
          expect(dump(raw)).toBe(before);
        }
        raw.exec('ROLLBACK TO run; RELEASE run');
      }),
      { numRuns: 200 },
    );
  });
});
