import type { TrashKey, TrashObstacle } from '#shared/contract/trash/trash.ts';
import type { RawHandle } from '../../file/client.ts';
import type { LockedPeriod } from '../../file/locked-period.ts';
import type { Table } from '../../schema/schema.ts';
import {
  carries,
  entryOf,
  partsOf,
  type Reference,
  referencesOf,
  referrersOf,
  trashTables,
} from '../../table-facts.ts';
import { trashedSql } from './kinds.ts';

/** What says nothing once what it belongs to is gone, though it is no part of it. */
const belongings: readonly (readonly [table: Table, column: string])[] = [
  ['interactions', 'customer_id'],
  ['follow_ups', 'customer_id'],
  ['prospects', 'customer_id'],
  ['campaign_members', 'customer_id'],
  ['standing_turns', 'customer_id'],
  ['survey_answers', 'customer_id'],
  ['loyalty_entries', 'customer_id'],
  ['loyalty_entries', 'sale_id'],
  ['note_pins', 'customer_id'],
  ['note_pins', 'product_id'],
  ['referral_rewards', 'customer_id'],
  ['referral_rewards', 'about_id'],
  ['follow_ups', 'prospect_id'],
  ['follow_ups', 'complaint_id'],
  ['follow_ups', 'review_id'],
  ['reply_drafts', 'complaint_id'],
  ['reply_drafts', 'review_id'],
  ['custom_values', 'field_id'],
  ['customers', 'merged_into'],
  ['customers_apart', 'customer_id'],
  ['customers_apart', 'other_id'],
  ['products_apart', 'product_id'],
  ['products_apart', 'other_id'],
  ['guarantee_policies', 'product_id'],
];

/** Everything that goes with a row of the trash that goes for good: its parts, and what belongs to it. */
export const goesAlong: readonly Reference[] = [
  ...trashTables.flatMap(partsOf),
  ...belongings.flatMap(([table, name]) =>
    referencesOf(table).filter(({ column }) => column === name),
  ),
];

/** Tables of which rows go, so that none goes before what refers to it. */
export const goingTables: readonly Table[] = referrersFirst([
  ...new Set<Table>([...trashTables, ...goesAlong.map(({ from }) => from)]),
]);

/** The place of a kind among those that go: what refers to others goes before them. */
export function removalOrder(kind: TrashKey['kind']): number {
  return goingTables.indexOf(kind);
}

function referrersFirst(tables: readonly Table[]): readonly Table[] {
  const ordered: Table[] = [];
  const seen = new Set<Table>();
  const place = (table: Table): void => {
    if (seen.has(table)) return;
    seen.add(table);
    for (const { from } of referrersOf(table)) if (tables.includes(from)) place(from);
    ordered.push(table);
  };
  for (const table of tables) place(table);
  return ordered;
}

const prepare = `
DROP TABLE IF EXISTS temp.going;
DROP TABLE IF EXISTS temp.staying;
CREATE TEMP TABLE going (entity TEXT NOT NULL, id INTEGER NOT NULL, root TEXT NOT NULL,
  root_id INTEGER NOT NULL, PRIMARY KEY (entity, id)) WITHOUT ROWID;
CREATE INDEX temp.going_root ON going (root, root_id);
CREATE TEMP TABLE staying (root TEXT NOT NULL, root_id INTEGER NOT NULL, by TEXT, count INTEGER,
  in_trash INTEGER, from_on TEXT, to_on TEXT, PRIMARY KEY (root, root_id)) WITHOUT ROWID;`;

function choose(raw: RawHandle, keys: readonly TrashKey[]): void {
  for (const [kind, of] of Map.groupBy(keys, (key) => key.kind))
    raw
      .prepare(
        `INSERT OR IGNORE INTO going SELECT '${kind}', t.id, '${kind}', t.id FROM json_each(?) j
         CROSS JOIN ${kind} t ON t.id = j.value WHERE ${trashedSql(kind)}`,
      )
      .run(JSON.stringify(of.map(({ id }) => id)));
}

/** Until nothing more belongs to what goes. */
function takeAlong(raw: RawHandle): void {
  for (let added = 1; added > 0; ) {
    added = 0;
    for (const { from, column, to } of goesAlong)
      added += raw
        .prepare(
          `INSERT OR IGNORE INTO going SELECT '${from}', r.id, g.root, g.root_id FROM going g
           CROSS JOIN ${from} r ON r.${column} = g.id WHERE g.entity = '${to}'`,
        )
        .run().changes;
  }
}

const lockedDays = [
  ['sales', 't.sold_on'],
  ['payments', 't.paid_on'],
  ['compensations', 't.given_on'],
  ['compensations', 't.used_on'],
] as const;

const isHeld = (day: string) => `l.unlocked_at IS NULL AND ${day} BETWEEN l.from_on AND l.to_on`;

/** What lies in a period that was handed over stays as it is. */
function keepLocked(raw: RawHandle): void {
  for (const [table, day] of lockedDays)
    raw.exec(`INSERT OR IGNORE INTO staying (root, root_id, from_on, to_on)
      SELECT g.root, g.root_id, l.from_on, l.to_on FROM going g CROSS JOIN ${table} t ON t.id = g.id
      CROSS JOIN period_locks l ON ${isHeld(day)} WHERE g.entity = '${table}'`);
  dropStaying(raw);
}

/** What stays takes out of what goes all that would have gone with it. Returns how many rows. */
function dropStaying(raw: RawHandle): number {
  return raw
    .prepare('DELETE FROM going WHERE (root, root_id) IN (SELECT root, root_id FROM staying)')
    .run().changes;
}

/** Whether the row that refers, or what it is a part of, lies in the trash itself, as SQL over `r`. */
function isInTrash(from: Table): string {
  const { partOf } = entryOf(from);
  if (carries(from, 'deleted_at')) return 'r.deleted_at IS NOT NULL';
  if (partOf === undefined || !carries(partOf.table, 'deleted_at')) return '0';
  return `EXISTS (SELECT 1 FROM ${partOf.table} w WHERE w.id = r.${partOf.column}
    AND w.deleted_at IS NOT NULL)`;
}

function keepReferred({ from, column, to }: Reference): string {
  const by = entryOf(from).partOf?.table ?? from;
  return `INSERT OR IGNORE INTO staying (root, root_id, by, count, in_trash)
    SELECT g.root, g.root_id, '${by}', count(*), min(${isInTrash(from)}) FROM going g
    CROSS JOIN ${from} r ON r.${column} = g.id WHERE g.entity = '${to}'
      AND NOT EXISTS (SELECT 1 FROM going x WHERE x.entity = '${from}' AND x.id = r.id)
    GROUP BY g.root, g.root_id`;
}

/** What something that stays refers to stays too; until that holds of everything. */
function keepUsed(raw: RawHandle): void {
  const references = goingTables
    .flatMap(referrersOf)
    .filter(({ from }) => entryOf(from).holds !== 'derived');
  for (let dropped = 1; dropped > 0; ) {
    dropped = 0;
    for (const reference of references) {
      raw.exec(keepReferred(reference));
      dropped += dropStaying(raw);
    }
  }
}

/** Of a customer whose sales hold it, the period that those lie in and that was handed over. */
function nameLocks(raw: RawHandle): void {
  raw.exec(`UPDATE staying AS k SET from_on = v.from_on, to_on = v.to_on FROM (
      SELECT k.root_id AS id, l.from_on, l.to_on FROM staying k
      CROSS JOIN sales s ON s.customer_id = k.root_id CROSS JOIN period_locks l ON ${isHeld('s.sold_on')}
      WHERE k.root = 'customers' AND k.by = 'sales' GROUP BY k.root_id) AS v
    WHERE k.root = 'customers' AND k.root_id = v.id`);
}

interface Staying {
  readonly root: TrashKey['kind'];
  readonly root_id: number;
  readonly by: string | null;
  readonly count: number | null;
  readonly in_trash: number | null;
  readonly from_on: string | null;
  readonly to_on: string | null;
}

function obstacleOf({ by, count, in_trash, from_on, to_on }: Staying): TrashObstacle {
  const period: LockedPeriod | null =
    from_on === null || to_on === null ? null : { from: from_on, to: to_on };
  if (by === null && period !== null) return { why: 'locked', ...period };
  if (by === null) return { why: 'gone' };
  return {
    why: 'used',
    by: by as TrashKey['kind'],
    count: count ?? 1,
    isInTrash: in_trash === 1,
    locked: period,
  };
}

/** One thing that stays in the trash, and why. */
interface StayingThing {
  readonly key: TrashKey;
  readonly obstacle: TrashObstacle;
}

/**
 * Finds what of the things chosen can go for good, with all that goes along, in the temporary table
 * `going`; what stays comes back with why. Nothing is changed.
 */
export function findGoing(raw: RawHandle, keys: readonly TrashKey[]): readonly StayingThing[] {
  raw.exec(prepare);
  choose(raw, keys);
  const meant = raw.prepare('SELECT 1 FROM going WHERE entity = ? AND id = ?');
  const gone = keys.filter(({ kind, id }) => meant.get(kind, id) === undefined);
  takeAlong(raw);
  keepLocked(raw);
  keepUsed(raw);
  nameLocks(raw);
  const rows = raw.prepare('SELECT * FROM staying').all() as Staying[];
  return [
    ...gone.map((key) => ({ key, obstacle: { why: 'gone' } as const })),
    ...rows.map((row) => ({ key: { kind: row.root, id: row.root_id }, obstacle: obstacleOf(row) })),
  ];
}

export function forgetGoing(raw: RawHandle): void {
  raw.exec('DROP TABLE IF EXISTS temp.going; DROP TABLE IF EXISTS temp.staying');
}

/** What was asked for and goes; with `isAlong` what goes with that, of the kinds the trash has. */
export function goingKeys(raw: RawHandle, isAlong: boolean): TrashKey[] {
  const which = isAlong ? 'NOT (entity = root AND id = root_id)' : 'entity = root AND id = root_id';
  const rows = raw
    .prepare(`SELECT entity AS kind, id FROM going WHERE ${which} ORDER BY entity, id`)
    .all() as TrashKey[];
  return rows.filter(({ kind }) => trashTables.some((table) => table === kind));
}
