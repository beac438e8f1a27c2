import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { insertRow, openBatch, updateRow } from '#db/history/journal.ts';
import { entryOf, ownTables, referrersOf } from '#db/table-facts.ts';
import type { CustomerId } from '#shared/ids.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { ownersRows } from '#tests/support/shop/owners-rows.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';
import { fillRandomShop } from '#tests/support/shop/random-shop.ts';

const runs = process.env['LANGGAN_FULL'] === '1' ? 500 : 20;
const at = '2026-06-16T03:00:00.000Z';
const drawn = { seed: fc.integer({ min: 1, max: 1_000_000 }), pick: fc.nat(), edits: fc.nat(5) };

/** A shop of random rows in every table; nothing lies in a period handed over. */
async function randomShop(seed: number): Promise<DirectShop> {
  const shop = await directShop();
  fillRandomShop(shop.raw, seed);
  shop.raw.exec(`UPDATE period_locks SET unlocked_at = '${at}'`);
  finishShop(shop.raw);
  return shop;
}

function twoOf(raw: RawHandle, pick: number): { keptId: CustomerId; otherId: CustomerId } | null {
  const ids = raw
    .prepare('SELECT id FROM customers WHERE deleted_at IS NULL AND erased_at IS NULL ORDER BY id')
    .pluck()
    .all() as CustomerId[];
  const [keptId, otherId] = [ids[pick % ids.length], ids[(pick + 1 + (pick % 3)) % ids.length]];
  if (keptId === undefined || otherId === undefined || keptId === otherId) return null;
  return { keptId, otherId };
}

function countsOf(raw: RawHandle): Record<string, number> {
  const counted = ownTables.map((table) => [
    table,
    Number(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
  ]);
  return Object.fromEntries(counted);
}

/** Tables of which rows say nothing new where the kept one has the same, and stay. */
const staying = [
  ...['contact_points', 'customer_identifiers', 'addresses', 'customer_tags'],
  ...['custom_values', 'customers_apart'],
];

/** Rows that still refer to the one that was merged away. */
function leftBehind(raw: RawHandle, id: number): readonly string[] {
  return referrersOf('customers')
    .filter(({ from }) => entryOf(from).holds === 'own' && !staying.includes(from))
    .filter(({ from, column }) => {
      const found = raw.prepare(`SELECT 1 FROM ${from} WHERE ${column} = ?`).get(id);
      return found !== undefined;
    })
    .map(({ from, column }) => `${from}.${column}`);
}

/** The same work in two shops: what is done to rows wherever they are, and what comes to the kept one. */
function edit(raw: RawHandle, keptId: number, seed: number, times: number): void {
  const draw = drawFrom(seed);
  const some = (table: string) =>
    Number(
      raw
        .prepare(
          `SELECT id FROM ${table} ORDER BY id LIMIT 1 OFFSET ${draw(1 + Number(raw.prepare(`SELECT count(*) - 1 FROM ${table}`).pluck().get()))}`,
        )
        .pluck()
        .get(),
    );
  const batchId = openBatch(raw, { kind: 'edit', label: 'sunting', at });
  for (let time = 0; time < times; time += 1) {
    const works: readonly (() => void)[] = [
      () =>
        updateRow(raw, batchId, { table: 'sales', id: some('sales') }, { note: `kata ${time}` }),
      () =>
        updateRow(raw, batchId, { table: 'interactions', id: some('interactions') }, { text: 'x' }),
      () => updateRow(raw, batchId, { table: 'sales', id: some('sales') }, { deleted_at: at }),
      () =>
        updateRow(
          raw,
          batchId,
          { table: 'contact_points', id: some('contact_points') },
          {
            label: `rumah ${time}`,
          },
        ),
      () =>
        insertRow(raw, batchId, 'interactions', {
          ...{ customer_id: keptId, channel: 'call', direction: 'in' },
          ...{ happened_at: at, created_at: at, text: `telepon ${time}` },
        }),
      () => insertRow(raw, batchId, 'customer_tags', { customer_id: keptId, tag: `baru ${time}` }),
      () =>
        updateRow(
          raw,
          batchId,
          { table: 'complaints', id: some('complaints') },
          {
            title: `judul ${time}`,
          },
        ),
    ];
    works[draw(works.length)]?.();
  }
}

it('moves all, loses and adds no row, and takes apart to the very same', async () => {
  let merged = 0;
  await fc.assert(
    fc.asyncProperty(drawn.seed, drawn.pick, async (seed, pick) => {
      const { raw, ask } = await randomShop(seed);
      const pair = twoOf(raw, pick);
      if (pair === null) return;
      const [before, counts, hash] = [ownersRows(raw), countsOf(raw), logicalDumpHash(raw)];
      const { batchId } = await ask('customers.merge', pair);
      merged += 1;
      expect(countsOf(raw)).toEqual(counts);
      expect(leftBehind(raw, pair.otherId)).toEqual([]);
      expect(raw.pragma('foreign_key_check')).toEqual([]);
      const undone = await ask('customers.takeApart', { id: pair.otherId });
      expect([undone.kept, undone.deed]).toEqual([[], 'customersMerged']);
      expect(ownersRows(raw)).toEqual(before);
      expect(logicalDumpHash(raw)).toBe(hash);
      const again = Number(raw.prepare('SELECT max(id) FROM batches').pluck().get());
      await ask('history.undo', { batchId: again as typeof batchId });
      await ask('history.undo', {
        batchId: Number(raw.prepare('SELECT max(id) FROM batches').pluck().get()) as typeof batchId,
      });
      expect(logicalDumpHash(raw)).toBe(hash);
    }),
    { numRuns: runs },
  );
  tellFigure('D2', `${merged} merged and taken apart: the same to the last row`);
});

it('leaves what was done in between as if the two had never been one', async () => {
  let edited = 0;
  await fc.assert(
    fc.asyncProperty(drawn.seed, drawn.pick, drawn.edits, async (seed, pick, edits) => {
      const [merging, plain] = [await randomShop(seed), await randomShop(seed)];
      const pair = twoOf(merging.raw, pick);
      if (pair === null) return;
      await merging.ask('customers.merge', pair);
      for (const { raw } of [merging, plain]) edit(raw, pair.keptId, seed, edits + 1);
      edited += edits + 1;
      const undone = await merging.ask('customers.takeApart', { id: pair.otherId });
      expect(undone.kept).toEqual([]);
      expect(ownersRows(merging.raw)).toEqual(ownersRows(plain.raw));
    }),
    { numRuns: Math.ceil(runs / 2) },
  );
  tellFigure('D2', `${edited} edits in between: all there`);
});
