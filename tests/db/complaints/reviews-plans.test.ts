import { Kysely, SqliteDialect } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { RawHandle, ReadHandle } from '#db/file/client.ts';
import { readAbout, readDraft } from '#db/queries/replies.ts';
import { listReviews, readReview } from '#db/queries/reviews.ts';
import { reviewFilter } from '#shared/contract/reviews.ts';
import { today } from '#tests/support/shop/build-shop.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

async function plansOf(raw: RawHandle, ask: (db: ReadHandle) => Promise<unknown>) {
  const steps: string[] = [];
  const prepare = raw.prepare.bind(raw);
  const seen = new Proxy(raw, {
    get(target, key) {
      if (key !== 'prepare') return Reflect.get(target, key);
      return (text: string) => {
        const statement = prepare(text);
        const { all } = statement;
        statement.all = (...values: unknown[]) => {
          const plan = prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values.flat());
          steps.push(...plan.map((step) => String((step as { detail: unknown }).detail)));
          return all.apply(statement, values);
        };
        return statement;
      };
    },
  });
  const dialect = new SqliteDialect({ database: seen });
  await ask(new Kysely({ dialect }) as unknown as ReadHandle);
  expect(steps.length).toBeGreaterThan(0);
  return steps;
}

/** The complaint, the customer, and what a customer without a name is called. */
const lookedUp =
  /^(SEARCH ([kc] USING INTEGER PRIMARY KEY|contact_points USING INDEX contact_points_customer|customer_identifiers USING INDEX customer_identifiers_customer) |CORRELATED )/;

const after = { postedOn: '2026-06-01', id: 5 };

describe('query plans of reviews and replies', () => {
  it.each([
    ['all', null, 'reviews_posted'],
    ['all', after, 'reviews_posted'],
    ['negative', after, 'reviews_posted'],
    ['revisable', null, 'reviews_posted'],
    ['waiting', null, 'reviews_waiting'],
    ['waiting', after, 'reviews_waiting'],
  ] as const)(
    'a page of %s walks one index and sorts nothing (after %o)',
    async (only, from, index) => {
      const { raw } = await tempDatabase();
      for (const more of [{}, { platform: 'google' }, { search: 'lama' }]) {
        const filter = reviewFilter.parse({ only, ...more });
        const plan = await plansOf(raw, (db) =>
          listReviews(db, { filter, after: from, limit: 50, today }),
        );
        expect(plan.filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
        const walk = from === null ? 'SCAN' : 'SEARCH';
        expect(plan[0]).toMatch(new RegExp(`^${walk} r USING INDEX ${index}`));
        for (const step of plan.slice(1)) expect(step).toMatch(lookedUp);
      }
    },
  );

  it('one review, what a reply is about and its draft are looked up', async () => {
    const { raw } = await tempDatabase();
    for (const kind of ['complaint', 'review'] as const) {
      const about = { kind, id: 3 as never };
      const plan = [
        ...(await plansOf(raw, (db) => readReview(db, 3, today))),
        ...(await plansOf(raw, (db) => readAbout(db, about))),
        ...(await plansOf(raw, (db) => readDraft(db, about))),
      ];
      expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
    }
  });
});
