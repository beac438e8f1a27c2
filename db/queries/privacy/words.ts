import type { RawHandle } from '../../file/client.ts';
import { type StayingTable, stayingTables, wordColumns } from './person.ts';

/** What stands where a row must say something. */
export const nothing = '—';

/** What an emptied column holds, as SQL. */
function emptyOf(raw: RawHandle, table: StayingTable, column: string): string {
  const notNull = raw
    .prepare('SELECT "notnull" FROM pragma_table_info(?) WHERE name = ?')
    .pluck()
    .get(table, column);
  if (notNull !== 1) return 'NULL';
  return ['title', 'what', 'problem'].includes(column) ? `'${nothing}'` : "''";
}

/** The columns of a row that stays which lose their words, with what they hold then, as SQL. */
export function emptied(raw: RawHandle, table: StayingTable) {
  return wordColumns(table).map((column) => ({ column, empty: emptyOf(raw, table, column) }));
}

/** Tables of rows that stay and have words, with those columns. */
export function wordyTables(raw: RawHandle) {
  return stayingTables
    .filter((table) => table !== 'customers')
    .map((table) => ({ table, columns: emptied(raw, table) }))
    .filter(({ columns }) => columns.length > 0);
}

/** Takes the words of rows that stay out of the rows of the history in the temporary table `told`. */
export function emptyToldWords(raw: RawHandle): void {
  for (const { table, columns } of wordyTables(raw)) {
    const sets = columns.map(({ column, empty }) => `'$.${column}', ${empty}`).join(', ');
    raw.exec(`UPDATE journal SET before = json_replace(before, ${sets}), after = json_replace(after, ${sets})
      WHERE id IN (SELECT id FROM told WHERE entity = '${table}')`);
  }
}

/** Whether a complaint's cause is the shop's own word for it: somebody else complained of it too. As SQL. */
export function isSharedCause(row: string): string {
  return `EXISTS (SELECT 1 FROM complaints o WHERE o.cause_key = ${row}.cause_key
    AND NOT EXISTS (SELECT 1 FROM person x WHERE x.entity = 'complaints' AND x.id = o.id))`;
}

/** Takes the words out of the rows in the temporary table `person` that stay. */
export function emptyWords(raw: RawHandle): void {
  for (const { table, columns } of wordyTables(raw)) {
    const all = columns.filter(({ column }) => !column.startsWith('cause'));
    if (all.length === 0) continue;
    const sets = all.map(({ column, empty }) => `${column} = ${empty}`).join(', ');
    raw.exec(
      `UPDATE ${table} SET ${sets} WHERE id IN (SELECT id FROM person WHERE entity = '${table}')`,
    );
  }
  // A shared cause stays, and is counted by.
  raw.exec(`UPDATE complaints SET cause_note = NULL,
      cause = CASE WHEN isShared THEN cause END, cause_key = CASE WHEN isShared THEN cause_key END
    FROM (SELECT p.id AS theirs, ${isSharedCause('c')} AS isShared
      FROM person p CROSS JOIN complaints c ON c.id = p.id WHERE p.entity = 'complaints')
    WHERE id = theirs`);
}
