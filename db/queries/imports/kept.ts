import type { RawHandle } from '../../file/client.ts';
import type { Table } from '../../schema/schema.ts';
import {
  carries,
  entryOf,
  isBroughtUnmarked,
  markedTables,
  partsOf,
  type Reference,
  referencesOf,
  referrersOf,
} from '../../table-facts.ts';
import { calledSql } from '../customers/name.ts';

/** A row that an undo leaves as it is, because something has come to depend on it since. */
export interface KeptImportRow {
  readonly entity: string;
  readonly id: number;
  readonly name: string;
}

/** What an import makes and that stands for itself; its parts go or stay with it. */
const wholes = markedTables.filter((table) => entryOf(table).partOf === undefined);

/** Who refers to something comes before what it refers to: what is kept there decides here. */
function referrersFirst(tables: readonly Table[]): readonly Table[] {
  const ordered: Table[] = [];
  const place = (table: Table): void => {
    if (ordered.includes(table)) return;
    for (const { from } of referrersOf(table)) {
      const whole = entryOf(from).partOf?.table ?? from;
      if (whole !== table && tables.includes(whole)) place(whole);
    }
    ordered.push(table);
  };
  for (const table of tables) place(table);
  return ordered;
}

const inOrder = referrersFirst(wholes);

/**
 * `undo_touched`: rows that a change of somebody else's has journalled, whenever it was; changes of
 * imports that were undone themselves left nothing behind. `undo_touched_later`: those of them that
 * came after the import. `undo_changed`: what the import itself changed of rows that were there.
 */
const prepare = `
CREATE TEMP TABLE undo_touched AS
  SELECT j.entity, j.entity_id, j.owner_id, b.id > (SELECT id FROM main.batches
    WHERE import_id = :import AND kind = 'import') AS is_later
  FROM main.journal j JOIN main.batches b ON b.id = j.batch_id
  WHERE b.import_id IS NOT :import
    AND NOT (b.import_id IS NOT NULL AND b.undone_at IS NOT NULL);
CREATE INDEX temp.undo_touched_row ON undo_touched (entity, entity_id);
CREATE TEMP TABLE undo_changed AS
  SELECT j.entity, j.entity_id, j.after FROM main.journal j JOIN main.batches b ON b.id = j.batch_id
  WHERE b.import_id = :import AND b.kind = 'import' AND j.after IS NOT NULL;
CREATE INDEX temp.undo_changed_row ON undo_changed (entity, entity_id);
${wholes.map((table) => `CREATE TEMP TABLE kept_${table} (id INTEGER PRIMARY KEY);`).join('\n')}
`;

function isTouched(table: Table, id: string, when = ''): string {
  return `${id} IN (SELECT entity_id FROM undo_touched WHERE entity = '${table}'${when})`;
}

const later = ' AND is_later';

/** A part of what the import made that is somebody else's, or that somebody has worked on. */
function isPartAlive({ from: part }: Reference): string {
  const touched = isTouched(part, 'p.id');
  const referred = referrersOf(part).map(
    ({ from, column }) => `p.id IN (SELECT ${column} FROM main.${from})`,
  );
  if (isBroughtUnmarked(part)) return [touched, ...referred].join(' OR ');
  if (!carries(part, 'import_id')) return 'TRUE';
  return ['p.import_id IS NOT :import', touched, ...referred].join(' OR ');
}

/** A row of another table that stays, and so keeps what it refers to. */
function staysReferring({ from, column, to }: Reference): string {
  const { partOf } = entryOf(from);
  if (partOf !== undefined && carries(from, 'import_id'))
    return [
      'r.import_id IS NOT :import',
      `r.${partOf.column} IN (SELECT id FROM kept_${partOf.table})`,
      isTouched(from, 'r.id'),
    ].join(' OR ');
  if (!carries(from, 'import_id')) return 'TRUE';
  // Of its own kind nothing is known yet but whether it is touched.
  const isKept = from === to ? isTouched(from, 'r.id') : `r.id IN (SELECT id FROM kept_${from})`;
  return `${isKept} OR (r.import_id IS NOT :import AND ${isOwnReference(from, column)})`;
}

/** One that was there before and that the import has pointed elsewhere is about to be put back. */
function isOwnReference(from: Table, column: string): string {
  const planned: readonly string[] = entryOf(from).plan ?? [];
  if (!planned.includes(column)) return 'TRUE';
  return `NOT EXISTS (SELECT 1 FROM undo_changed x WHERE x.entity = '${from}' AND x.entity_id = r.id
    AND json_extract(x.after, '$.${column}') = r.${column})`;
}

/** What keeps a row that the import made. */
function livesOn(table: Table): string {
  const parts = partsOf(table);
  const others = referrersOf(table).filter(
    ({ from }) => entryOf(from).partOf?.table !== table && entryOf(from).holds !== 'derived',
  );
  return [
    isTouched(table, 't.id'),
    ...(table === 'customers' ? ['t.id IN (SELECT owner_id FROM undo_touched)'] : []),
    ...parts.map(
      (part) =>
        `t.id IN (SELECT p.${part.column} FROM main.${part.from} p WHERE ${isPartAlive(part)})`,
    ),
    ...others.map(
      (other) =>
        `t.id IN (SELECT r.${other.column} FROM main.${other.from} r WHERE ${staysReferring(other)})`,
    ),
  ].join('\n  OR ');
}

/**
 * What the import changed of rows that hold together and on which somebody has worked since; with one
 * of its own that stays, stays what it has changed in the row that one refers to.
 */
function changedAndKept(table: Table): readonly string[] {
  const parts = partsOf(table).map(
    ({ from, column }) =>
      `x.entity_id IN (SELECT p.${column} FROM main.${from} p WHERE ${isTouched(from, 'p.id', later)})`,
  );
  const worked = [isTouched(table, 'x.entity_id', later), ...parts].join(' OR ');
  const changed = `SELECT x.entity_id FROM undo_changed x WHERE x.entity = '${table}'`;
  const itself = referencesOf(table).filter(({ to }) => to === table);
  return [
    `${changed} AND (${worked})`,
    ...itself.map(
      ({ column }) =>
        `SELECT t.${column} FROM main.${table} t WHERE t.import_id = :import
           AND (${livesOn(table)}) AND t.${column} IN (${changed})`,
    ),
  ];
}

function keepSql(table: Table): string {
  const made = `SELECT t.id FROM main.${table} t WHERE t.import_id = :import AND (${livesOn(table)})`;
  const changed = entryOf(table).holdsTogether === true ? changedAndKept(table) : [];
  return `INSERT INTO kept_${table} ${[made, ...changed].join('\nUNION\n')}`;
}

/** With one that stays stays whomever of its own kind the import has pointed it to, and so on. */
function keepOwnReferences(table: Table): readonly string[] {
  const planned: readonly string[] = entryOf(table).plan ?? [];
  return referencesOf(table)
    .filter(({ to, column }) => to === table && planned.includes(column))
    .map(
      ({ column }) => `INSERT OR IGNORE INTO kept_${table}
        WITH RECURSIVE stays (id) AS (SELECT id FROM kept_${table} UNION
          SELECT t.${column} FROM stays CROSS JOIN main.${table} t ON t.id = stays.id
          WHERE t.${column} IS NOT NULL)
        SELECT t.id FROM stays JOIN main.${table} t ON t.id = stays.id WHERE t.import_id = :import`,
    );
}

const dropKept = ['undo_touched', 'undo_changed', ...wholes.map((table) => `kept_${table}`)]
  .map((table) => `DROP TABLE IF EXISTS temp.${table};`)
  .join('\n');

/** Prepares an undo inside the open transaction: what will be kept is known afterwards. */
export function findKeptRows(raw: RawHandle, importId: number): void {
  // A number of ours, not text from outside; several statements cannot take bound values.
  const filled = (sql: string): string => sql.replaceAll(':import', String(Number(importId)));
  raw.exec(dropKept);
  raw.exec(filled(prepare));
  for (const table of inOrder)
    for (const sql of [keepSql(table), ...keepOwnReferences(table)]) raw.exec(filled(sql));
}

export function forgetKeptRows(raw: RawHandle): void {
  raw.exec(dropKept);
}

/** What stays, by name; only what the import itself made, and what it had changed of what holds together. */
export function keptRows(raw: RawHandle): KeptImportRow[] {
  const named = wholes.map((table) => {
    const { label } = entryOf(table);
    const customer = table === 'customers' ? 't.id' : 't.customer_id';
    const called = `(SELECT ${calledSql('c')} FROM main.customers c WHERE c.id = ${customer})`;
    const name = label ?? called;
    return `SELECT '${table}' AS entity, t.id AS id, ${name} AS name
      FROM kept_${table} k JOIN main.${table} t ON t.id = k.id`;
  });
  return raw.prepare(named.join(' UNION ALL ')).all() as KeptImportRow[];
}

/** The marked tables that stand for themselves, and their parts: in an order in which nothing goes before what refers to it. */
export function deletionOrder(): readonly Table[] {
  return inOrder.flatMap((table) => [
    ...partsOf(table)
      .map(({ from }) => from)
      .filter((part) => carries(part, 'import_id') || isBroughtUnmarked(part)),
    table,
  ]);
}

/** Which rows of a table an undo takes away, as SQL over it. */
export function goesSql(table: Table): string {
  const { partOf } = entryOf(table);
  if (partOf === undefined)
    return `import_id = :import AND id NOT IN (SELECT id FROM kept_${table})`;
  const { column, table: whole } = partOf;
  const isKept = `${column} IN (SELECT id FROM kept_${whole})`;
  if (isBroughtUnmarked(table))
    return `${column} IN (SELECT id FROM main.${whole} WHERE import_id = :import)
      AND NOT (${isKept})`;
  return `import_id = :import AND NOT (${isKept}) AND NOT (${isTouched(table, 'id')})`;
}

/** Rows of parts of kept wholes are left as the import has made them. */
export function isHeldTogether(): string {
  return wholes
    .filter((table) => entryOf(table).holdsTogether === true)
    .flatMap((table) => [
      `(j.entity = '${table}' AND j.entity_id IN (SELECT id FROM kept_${table}))`,
      ...partsOf(table).map(
        ({ from, column }) =>
          `(j.entity = '${from}' AND (SELECT ${column} FROM main.${from} WHERE id = j.entity_id)
            IN (SELECT id FROM kept_${table}))`,
      ),
    ])
    .join(' OR ');
}
