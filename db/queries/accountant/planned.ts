import type { RawHandle } from '../../file/client.ts';
import type { LockedPeriod } from '../../file/locked-period.ts';
import type { Table } from '../../schema/schema.ts';
import { type PlannedTable, planColumns, plannedTables } from '../../table-facts.ts';

/** Tables that a locked period guards: the days of a row, its own or its whole's. */
const guarded: readonly {
  readonly table: Table;
  readonly days: readonly string[];
  readonly whole?: { readonly table: Table; readonly column: string };
}[] = [
  { table: 'sales', days: ['sold_on'] },
  { table: 'sale_lines', days: ['sold_on'], whole: { table: 'sales', column: 'sale_id' } },
  { table: 'payments', days: ['paid_on'] },
  { table: 'payment_parts', days: ['paid_on'], whole: { table: 'payments', column: 'payment_id' } },
  { table: 'compensations', days: ['given_on', 'used_on'] },
];

/** The columns that the trigger of a table guards, as the file itself says. */
function guardedColumns(raw: RawHandle, table: Table): readonly string[] {
  const sql = raw
    .prepare("SELECT sql FROM main.sqlite_schema WHERE type = 'trigger' AND name = ?")
    .pluck()
    .get(`${table}_locked_update`);
  const [, columns = ''] = /UPDATE OF ([\s\S]+?) ON /.exec(String(sql)) ?? [];
  return columns.split(',').map((column) => column.trim());
}

function isPlanned(table: Table): table is PlannedTable {
  return plannedTables.some((name) => name === table);
}

/** The days of rows that the plan adds, and of those it changes in what is guarded: as they are and will be. */
function touchedDays(raw: RawHandle): readonly string[] {
  return guarded.flatMap(({ table, days, whole }) => {
    if (!isPlanned(table)) return [];
    const columns = guardedColumns(raw, table)
      .map((name) => `'${name}'`)
      .join(', ');
    const changed = `plan.changes x WHERE x.entity = '${table}'
      AND EXISTS (SELECT 1 FROM json_each(x.after) WHERE key IN (${columns}))`;
    const rows = `SELECT x.entity_id FROM ${changed}`;
    if (whole !== undefined) {
      const { table: name, column } = whole;
      return [
        `SELECT w.${days[0]} AS day FROM plan.new_${table} p JOIN main.${name} w ON w.id = p.${column}`,
        `SELECT w.${days[0]} FROM main.${table} t JOIN main.${name} w ON w.id = t.${column}
         WHERE t.id IN (${rows})`,
      ];
    }
    return days.flatMap((day) => [
      ...(planColumns(table).includes(day) ? [`SELECT ${day} AS day FROM plan.new_${table}`] : []),
      `SELECT ${day} FROM main.${table} WHERE id IN (${rows})`,
      `SELECT json_extract(x.after, '$.${day}') FROM ${changed}`,
    ]);
  });
}

/** A locked period that the attached plan would change; null: none. */
export function lockOverPlan(raw: RawHandle): LockedPeriod | null {
  const held = 'SELECT 1 FROM main.period_locks WHERE unlocked_at IS NULL LIMIT 1';
  if (raw.prepare(held).get() === undefined) return null;
  const found = raw
    .prepare(
      `SELECT from_on AS "from", to_on AS "to" FROM (${touchedDays(raw).join(' UNION ')}) touched
       JOIN main.period_locks ON unlocked_at IS NULL AND day >= from_on AND day <= to_on
       ORDER BY from_on DESC LIMIT 1`,
    )
    .get() as LockedPeriod | undefined;
  return found ?? null;
}
