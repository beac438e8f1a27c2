import type { RawHandle } from '#db/file/client.ts';
import { entryOf, plannedTables, referencesOf } from '#db/table-facts.ts';
import { tables } from '#db/tables.ts';

const marks = ['import_id', 'created_at', 'deleted_at'];

interface Column {
  readonly name: string;
  readonly notnull: 0 | 1;
  readonly dflt_value: string | null;
}

function named(list: readonly string[]): string {
  return list.toSorted().join(', ');
}

function isKnown(name: string): name is keyof typeof tables {
  return Object.hasOwn(tables, name);
}

function problemsOf(raw: RawHandle, table: keyof typeof tables): readonly string[] {
  const columns = raw.pragma(`table_info(${table})`) as Column[];
  const names = columns.map(({ name }) => name);
  const keys = raw.pragma(`foreign_key_list(${table})`) as { from: string; table: string }[];
  const found = keys
    .filter(({ from }) => from !== 'import_id')
    .map((key) => `${key.from} → ${key.table}`);
  const said = referencesOf(table).map(({ column, to }) => `${column} → ${to}`);
  const { carries = [], plan } = entryOf(table);
  const present = names.filter((name) => marks.includes(name));
  const given = new Set([...(plan ?? []), ...carries]);
  const missing = columns.filter(
    ({ name, notnull, dflt_value }) => notnull === 1 && dflt_value === null && !given.has(name),
  );
  const problems = [
    named(said) === named(found)
      ? ''
      : `refersTo (or partOf) says ${named(said) || 'nothing'}, the schema ${named(found) || 'nothing'}`,
    named(carries) === named(present)
      ? ''
      : `carries says ${named(carries) || 'nothing'}, the schema has ${named(present) || 'none'}`,
    ...(plan ?? []).map((name) =>
      names.includes(name) ? '' : `plan names ${name}, which is no column`,
    ),
    ...(plan === undefined ? [] : missing).map(
      ({ name }) => `plan lacks ${name}, which must be given`,
    ),
  ];
  return problems
    .filter((problem) => problem !== '')
    .map((problem) => `${table}: ${problem}: mend its entry in db/schema/.`);
}

/** A row of a plan is written after the rows it refers to. */
function orderProblems(): readonly string[] {
  return plannedTables.flatMap((table, at) =>
    referencesOf(table)
      .filter(({ column }) => entryOf(table).plan?.includes(column) === true)
      .filter(({ to }) => plannedTables.findIndex((other) => other === to) > at)
      .map(
        ({ to }) =>
          `${table}: stands before ${to}, to which it refers: change the order in db/tables.ts.`,
      ),
  );
}

function indexProblems(raw: RawHandle, table: keyof typeof tables): readonly string[] {
  const { manyByCustomer } = entryOf(table);
  if (manyByCustomer === undefined) return [];
  const indexes = raw.pragma(`index_list(${table})`) as { name: string }[];
  const first = raw.pragma(`index_info(${manyByCustomer})`) as { name: string }[];
  const isThere = indexes.some(({ name }) => name === manyByCustomer);
  return isThere && first[0]?.name === 'customer_id'
    ? []
    : [`${table}: ${manyByCustomer} is no index of it that begins with customer_id.`];
}

/** Where the schema and the registry of tables disagree, each in a sentence that says what to do. */
export function tableProblems(raw: RawHandle): readonly string[] {
  const found = raw
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all() as string[];
  const unknown = found
    .filter((name) => !isKnown(name))
    .map(
      (name) =>
        `${name}: a migration makes it and nothing says what it is: add its columns and an entry to ` +
        'its area in db/schema/, so that journal, undo, import and export know it.',
    );
  const gone = Object.keys(tables)
    .filter((name) => !found.includes(name))
    .map((name) => `${name}: no migration makes it: take its entry out of db/schema/.`);
  const known = found.filter(isKnown);
  return [
    ...unknown,
    ...gone,
    ...known.flatMap((table) => [...problemsOf(raw, table), ...indexProblems(raw, table)]),
    ...orderProblems(),
  ];
}
