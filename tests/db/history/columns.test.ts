import { expect, test } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { ownTables, referencesOf } from '#db/table-facts.ts';
import { columns, recordKinds, senseOf } from '#shared/domain/history/columns.ts';
import type { Told } from '#shared/domain/history/sense.ts';
import { en, id } from '#shared/locale/index.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

const known: Readonly<Record<string, Readonly<Record<string, unknown>>>> = columns;

function namesIn(raw: RawHandle, table: string): string[] {
  return raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
}

function wordAt(texts: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce((found, key) => (found as Record<string, unknown> | undefined)?.[key], texts);
}

function lacksWord(path: string): boolean {
  return [id, en].some((texts) => {
    const word = wordAt(texts, path);
    return typeof word !== 'string' || word === '';
  });
}

/** The values that the schema allows a column, where it lists them. */
function valuesOf(raw: RawHandle, table: string, column: string): string[] {
  const sql = String(
    raw
      .prepare("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?")
      .pluck()
      .get(table),
  );
  const listed = new RegExp(`\\b${column} IN\\s*\\(([^)]*)\\)`).exec(sql)?.[1] ?? '';
  return [...listed.matchAll(/'([^']+)'|(\d+)/g)].map(([, word, digit]) => word ?? digit ?? '');
}

function problemsOfColumn(raw: RawHandle, table: string, column: string): string[] {
  if (known[table]?.[column] === undefined) return [`${table}.${column} is not told`];
  const sense = senseOf(table, column);
  if (sense === 'silent') return [];
  const told: Told = sense;
  const codes = valuesOf(raw, table, column).map((value) =>
    told.words?.includes('.') ? `${told.words}.${value}` : `history.value.${told.words}.${value}`,
  );
  const names = [`history.column.${table}.${column}`, ...(told.as === 'code' ? codes : [])];
  const to = referencesOf(table as never).find((one) => one.column === column)?.to;
  return [
    ...names.filter(lacksWord).map((name) => `no word for ${name}`),
    ...(told.as === 'code' && codes.length === 0 ? [`${table}.${column} lists no values`] : []),
    ...(to !== told.table ? [`${table}.${column} names ${to}, told as ${told.table}`] : []),
    ...(/_minor$/.test(column) && told.as !== 'money' ? [`${table}.${column} is money`] : []),
    ...(/_on$/.test(column) && !['day', 'birthday'].includes(told.as)
      ? [`${table}.${column} is a day`]
      : []),
  ];
}

/** What of the schema has no words, and words of what is not in the schema. */
function problemsIn(raw: RawHandle): string[] {
  const untold = ownTables.flatMap((table) =>
    namesIn(raw, table).flatMap((column) => problemsOfColumn(raw, table, column)),
  );
  const gone = Object.keys(en.history.column).flatMap((table) => {
    const names = namesIn(raw, table);
    const worded = (en.history.column as Record<string, object>)[table] ?? {};
    return Object.keys(worded)
      .filter((column) => !names.includes(column) || senseOf(table, column) === 'silent')
      .map((column) => `${table}.${column} is worded for nothing`);
  });
  const nameless = ownTables.flatMap((table) =>
    ['record', 'records'].flatMap((what) => {
      const path = `history.${what}.${table}${what === 'records' ? '_other' : ''}`;
      return lacksWord(path) ? [`no word for ${path}`] : [];
    }),
  );
  return [...untold, ...gone, ...nameless];
}

test('every column of the owner’s rows says something in both languages, or is silent', async () => {
  const { raw } = await tempDatabase();
  expect(problemsIn(raw)).toEqual([]);
});

test.each([
  ['ALTER TABLE sales ADD COLUMN voucher TEXT', 'sales.voucher is not told'],
  ['ALTER TABLE products RENAME COLUMN unit TO measure', 'products.measure is not told'],
  ['ALTER TABLE products RENAME COLUMN unit TO measure', 'products.unit is worded for nothing'],
])('a schema with a column that has no words is named: %s', async (change, problem) => {
  const { raw } = await tempDatabase();
  raw.exec(change);
  expect(problemsIn(raw)).toContain(problem);
});

test('every table of the owner’s is of one kind that can be asked for', () => {
  const all = Object.values(recordKinds).flat();
  expect([...all].sort()).toEqual([...ownTables].sort());
});
