import { describe, expect, it } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import { batchTrashing } from '#db/queries/trash/deeds.ts';
import { countTrash, listTrash } from '#db/queries/trash/list.ts';
import { trashKinds } from '#shared/domain/vocabulary/trash.ts';
import { plansOf } from '#tests/support/query-plans.ts';
import { shopOfOne } from '#tests/support/shop/journalled-rows.ts';

const which = { search: '', kinds: [], fromAt: '2026-01-01', beforeAt: '2027-01-01' };
const after = { kind: 'products', id: 5, deletedAt: '2026-06-01' } as const;

async function plan(ask: (db: ReadHandle) => Promise<unknown>): Promise<string[]> {
  return plansOf(await shopOfOne(), ask);
}

describe('query plans of the trash', () => {
  it.each([null, after])(
    'a page of each kind walks that kind’s trash, and sorts none of it',
    async (from) => {
      const steps = await plan((db) => listTrash(db, which, { after: from, limit: 5 }));
      for (const kind of trashKinds)
        expect(steps.join('\n')).toContain(`SEARCH t USING COVERING INDEX ${kind}_trash`);
      expect(steps.filter((step) => step.startsWith('SCAN '))).toEqual(
        steps.filter((step) => step === 'SCAN k'),
      );
    },
  );

  it('the counts read nothing but the indexes', async () => {
    const steps = await plan((db) => countTrash(db, which));
    expect(steps).toHaveLength(trashKinds.length);
    for (const step of steps) expect(step).toMatch(/^SEARCH t USING COVERING INDEX \w+_trash/);
  });

  it('the deed of a thing is looked up', async () => {
    const steps = await plan((db) =>
      batchTrashing(db, { kind: 'sales', id: 1, deletedAt: '2026-06-01' }),
    );
    expect(steps).toEqual([
      'SEARCH j USING INDEX journal_entity (entity=? AND entity_id=?)',
      'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)',
    ]);
  });
});
