import { expect } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import type { TempDatabase } from './shop/temp-database.ts';

/** The plan of every statement that `ask` runs, one step a line. */
export async function plansOf(
  shop: TempDatabase,
  ask: (db: ReadHandle) => Promise<unknown>,
): Promise<string[]> {
  const statements: { sql: string; values: readonly unknown[] }[] = [];
  const prepare = shop.raw.prepare.bind(shop.raw);
  const seen = new Proxy(shop.raw, {
    get(target, key) {
      if (key !== 'prepare') return Reflect.get(target, key);
      return (sql: string) => {
        const statement = prepare(sql);
        const { all } = statement;
        statement.all = (...values: unknown[]) => {
          statements.push({ sql, values: values.flat() });
          return all.apply(statement, values);
        };
        return statement;
      };
    },
  });
  const { Kysely, SqliteDialect } = await import('kysely');
  await ask(
    new Kysely({ dialect: new SqliteDialect({ database: seen }) }) as unknown as ReadHandle,
  );
  expect(statements.length).toBeGreaterThan(0);
  return statements.flatMap(({ sql, values }) =>
    prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map((step) => String((step as { detail: unknown }).detail)),
  );
}

const walked = new Set(
  (
    's c f l p b r u k a v i sales customers sale_lines customer_figures journal batches addresses ' +
    'interactions follow_ups complaints complaint_events compensations corrective_actions reviews claims m r o part payments payment_parts'
  ).split(' '),
);

/** A walk over a whole table of rows; one over an index in the order asked for is no such thing. */
export function fullScans(plan: readonly string[]): string[] {
  return plan.filter((step) => step.startsWith('SCAN ') && walked.has(step.slice(5)));
}
