import { expect, it } from 'vitest';
import { openBatch } from '#db/history/journal.ts';
import type { HistoryFilter } from '#shared/contract/history.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { columns, recordKinds } from '#shared/domain/history/columns.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { changes, shopOfEverything } from '#tests/support/shop/every-command.ts';
import { differences, journalRows, recordCounts } from '#tests/support/shop/journal-recount.ts';

type Entry = Output<'history.list'>['rows'][number];

async function newest(shop: DirectShop): Promise<Entry> {
  const { rows } = await shop.ask('history.list', { limit: 1 });
  if (rows[0] === undefined) throw new Error('nothing was done');
  return rows[0];
}

function countsOf({ records }: Entry): Record<string, number> {
  return Object.fromEntries(records.map(({ entity, count }) => [entity, count]));
}

const silent: Readonly<Record<string, Readonly<Record<string, unknown>>>> = columns;

/** What of a batch can be read, by other code: each row with the told columns that differ. */
function toldRows(shop: DirectShop, batchId: number): Record<string, unknown>[] {
  return journalRows(shop.raw)
    .filter((row) => row.batchId === batchId)
    .map((row) => {
      const told = Object.entries(differences(row)).filter(
        ([column]) => silent[row.entity]?.[column] !== 'silent',
      );
      return { id: row.id, entity: row.entity, fields: Object.fromEntries(told), row };
    })
    .filter(({ fields, row }) => {
      const isThere = row.before !== null && row.after !== null;
      const trash = row.before?.['deleted_at'] !== row.after?.['deleted_at'];
      return !isThere || trash || Object.keys(fields).length > 0;
    })
    .map(({ row: _, ...told }) => told);
}

async function saidRows(shop: DirectShop, batchId: number): Promise<Record<string, unknown>[]> {
  const said: Record<string, unknown>[] = [];
  let after: number | null = null;
  do {
    // A small page, so that what follows is asked for too.
    const input: Input<'history.changes'> = { of: { batchId: batchId as never }, after, limit: 2 };
    const page: Output<'history.changes'> = await shop.ask('history.changes', input);
    for (const { id, entity, fields } of page.rows) {
      const pairs = fields.map(({ field, before, after: now }) => [
        field,
        [before?.stored ?? '', now?.stored ?? ''],
      ]);
      said.push({ id, entity, fields: Object.fromEntries(pairs) });
    }
    after = page.next;
  } while (after !== null);
  return said;
}

it('tells every command, its counts, its fields and its undoing as the journal has them', async () => {
  const shop = await shopOfEverything();
  const { raw } = shop;
  let told = 0;
  for (const [channel, input, , deed] of changes) {
    if (deed === undefined) continue;
    raw.exec('SAVEPOINT one');
    const { batchId } = (await shop.ask(channel, input as never)) as { batchId: number };
    const rows = journalRows(raw).filter((row) => row.batchId === batchId);
    const entry = await newest(shop);
    expect(entry, channel).toMatchObject({ id: batchId, deed, way: 'undo', undoneAt: null });
    expect(countsOf(entry), channel).toEqual(recordCounts(rows));
    expect(await saidRows(shop, batchId), channel).toEqual(toldRows(shop, batchId));
    await shop.ask('history.undo', { batchId: batchId as never });
    const { rows: pair } = await shop.ask('history.list', { limit: 2 });
    const undoId = Number(raw.prepare('SELECT max(id) FROM batches').pluck().get());
    expect(pair[0], channel).toMatchObject({ id: undoId, kind: 'undo', deed, isRedo: false });
    expect(pair[1], channel).toMatchObject({ id: batchId, way: null });
    expect(pair[1]?.undoneAt, channel).not.toBeNull();
    expect(await saidRows(shop, undoId), channel).toEqual(toldRows(shop, undoId));
    told += rows.length;
    raw.exec('ROLLBACK TO one; RELEASE one');
  }
  expect(told).toBeGreaterThan(100);
});

/** Batches of many kinds on many days, one of them by a clock that was wrong. */
async function longHistory(): Promise<DirectShop> {
  const shop = await directShop();
  const { raw } = shop;
  const tables = Object.keys(columns);
  const journal = raw.prepare('INSERT INTO journal (batch_id, entity, entity_id) VALUES (?, ?, ?)');
  raw.exec('BEGIN');
  for (let index = 0; index < 120; index += 1) {
    const kind = (['create', 'edit', 'delete'] as const)[index % 3] ?? 'edit';
    const day = String(1 + ((index * 7) % 28)).padStart(2, '0');
    const at = `2026-0${1 + (index % 6)}-${day}T${index % 2 === 0 ? '18' : '03'}:00:00.000Z`;
    const batchId = openBatch(raw, { kind, label: `n${index}`, at });
    // Every fifth changed nothing, and is no deed.
    for (let row = 0; row < index % 5; row += 1)
      journal.run(batchId, tables[(index * 3 + row) % tables.length], row + 1);
  }
  raw.exec('COMMIT');
  return shop;
}

interface Plain {
  readonly id: number;
  readonly kind: string;
  readonly at: string;
}

/** The ids that a filter leaves, by other code: days are those of Jakarta, seven hours ahead. */
function expected(shop: DirectShop, filter: Partial<HistoryFilter>): number[] {
  const batches = shop.raw.prepare('SELECT id, kind, at FROM batches').all() as Plain[];
  const rows = journalRows(shop.raw);
  const wanted = (filter.records ?? []).flatMap((kind): readonly string[] => recordKinds[kind]);
  return batches
    .filter(({ id, kind, at }) => {
      const day = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
      const entities = rows.filter((row) => row.batchId === id).map(({ entity }) => entity);
      return (
        entities.length > 0 &&
        day >= (filter.from ?? '') &&
        day <= (filter.to ?? '9') &&
        (filter.kinds ?? [kind]).some((one) => one === kind) &&
        (wanted.length === 0 || entities.some((entity) => wanted.includes(entity)))
      );
    })
    .toSorted((a, b) => (a.at === b.at ? b.id - a.id : a.at < b.at ? 1 : -1))
    .map(({ id }) => id);
}

async function pagedIds(
  shop: DirectShop,
  filter: Partial<HistoryFilter>,
  limit: number,
): Promise<number[]> {
  const ids: number[] = [];
  let after: Output<'history.list'>['next'] = null;
  do {
    const page: Output<'history.list'> = await shop.ask('history.list', { filter, after, limit });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    ids.push(...page.rows.map((row) => row.id));
    after = page.next;
  } while (after !== null);
  return ids;
}

it.each<Partial<HistoryFilter>>([
  {},
  { from: '2026-03-01' },
  { to: '2026-02-15' },
  { from: '2026-02-08', to: '2026-02-08' },
  { kinds: ['delete'] },
  { kinds: ['create', 'edit'], records: ['sales', 'targets'] },
  { records: ['customers'], from: '2026-02-01', to: '2026-04-30' },
  { kinds: ['undo'] },
])('comes newest first, page by page, with what a filter leaves: %o', async (filter) => {
  const shop = await longHistory();
  const ids = expected(shop, filter);
  if (filter.kinds?.[0] !== 'undo') expect(ids.length).toBeGreaterThan(0);
  expect(await pagedIds(shop, filter, 7)).toEqual(ids);
  expect(await pagedIds(shop, filter, 100)).toEqual(ids);
});

it('looks at a bounded number at once, and finds what lies beyond them', async () => {
  const shop = await directShop();
  const { raw } = shop;
  raw.exec("INSERT INTO imports (status, done_at, summary) VALUES ('done', '', '{}')");
  const at = '2026-06-01T03:00:00.000Z';
  const old = openBatch(raw, { kind: 'import', label: 'a.csv', at, importId: 1 });
  raw.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
    INSERT INTO batches (kind, label, at) SELECT 'edit', 'b', '2026-06-02T03:00:00.000Z' FROM n;
    INSERT INTO journal (batch_id, entity, entity_id) SELECT id, 'customers', 1 FROM batches
    WHERE kind = 'edit'`);
  const filter = { kinds: ['import' as const] };
  const first = await shop.ask('history.list', { filter });
  expect(first.rows).toEqual([]);
  expect(first.next).not.toBeNull();
  expect(await pagedIds(shop, filter, 30)).toEqual([old]);
});
