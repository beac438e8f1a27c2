import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { tables } from '#db/tables.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { emptyShop, fillRandomShop } from '#tests/support/shop/random-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { wholeDump } from '#tests/support/whole-dump.ts';

const runs = process.env['LANGGAN_FULL'] === '1' ? 500 : 20;

/** All that stands in the tables but what is computed, told by other code than the export's. */
function everything(raw: RawHandle): unknown {
  const ids = raw.prepare('SELECT name, seq FROM sqlite_sequence ORDER BY name').all();
  const isTold = (name: string) =>
    name in tables && tables[name as keyof typeof tables].holds !== 'derived';
  const rows = Object.entries(wholeDump(raw)).filter(([name]) => isTold(name));
  return { ids, rows: Object.fromEntries(rows) };
}

async function exported(shop: DirectShop): Promise<string> {
  const folder = tempFolder();
  shop.prepared = { path: folder, unfinished: join(folder, '.x.partial') };
  return (await shop.ask('exports.everything', {}))?.path ?? '';
}

async function broughtInto(shop: DirectShop, path: string): Promise<unknown> {
  shop.prepared = { path, unfinished: join(tempFolder(), 'brought.db') };
  return shop.ask('exports.bringBack', {});
}

test('everything exported and brought into an empty shop is the same shop', {
  // Half a second each, and five hundred of them in the long run.
  timeout: 1_800_000,
}, async () => {
  const from = await directShop();
  const to = await directShop();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 30 }), async (seed) => {
      emptyShop(from.raw);
      emptyShop(to.raw);
      fillRandomShop(from.raw, seed);
      for (const table of Object.keys(tables))
        if (tables[table as keyof typeof tables].holds !== 'derived')
          expect(
            Number(from.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
            table,
          ).toBeGreaterThan(0);
      const hash = logicalDumpHash(from.raw);
      const path = await exported(from);
      expect(logicalDumpHash(from.raw)).toBe(hash);
      await broughtInto(to, path);
      expect(everything(to.raw)).toEqual(everything(from.raw));
      expect(logicalDumpHash(to.raw)).toBe(hash);
    }),
    { numRuns: runs },
  );
  // The control: a shop that lacks one row is seen to be another.
  const whole = logicalDumpHash(to.raw);
  to.raw.exec('DELETE FROM customer_tags WHERE id = (SELECT max(id) FROM customer_tags)');
  expect(logicalDumpHash(to.raw)).not.toBe(whole);
  tellFigure('R12', `${runs} shops exported and brought back: all equal`);
});
