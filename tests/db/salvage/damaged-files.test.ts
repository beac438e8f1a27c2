import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { carriedTables } from '#db/table-facts.ts';
import { tellFigure } from '#tests/support/figures.ts';
import {
  countRows,
  countSame,
  damagedCopy,
  numbersFrom,
  pageSize,
  type Rows,
  salvageFile,
  spoilPage,
  type WholeShop,
  wholeShop,
} from '#tests/support/shop/damaged-shop.ts';

const [files, customers] = process.env['LANGGAN_FULL'] === '1' ? [500, 3000] : [50, 1500];

/** Every hundredth page of the file, spoiled in one way or another; in each fifth file the first of all. */
function damage(bytes: Buffer, round: number): Buffer {
  const random = numbersFrom(round + 1);
  const pages = Math.floor(bytes.length / pageSize);
  for (let hit = 0; hit < Math.floor(pages / 100); hit += 1) {
    const page = round % 5 === 0 && hit === 0 ? 1 : 1 + random(pages);
    spoilPage(bytes, page, random);
  }
  return bytes;
}

/** The control: what is read by asking SQLite for each table until it fails. */
async function readPlainly(path: string): Promise<Rows> {
  const rows = new Map<string, Set<string>>();
  try {
    const { raw, close } = openConnection(path, { readonly: true });
    for (const table of carriedTables) {
      const some = new Set<string>();
      rows.set(table, some);
      try {
        for (const row of raw.prepare(`SELECT * FROM ${table}`).raw().safeIntegers().iterate())
          some.add((row as unknown[]).map(String).join('\u0000'));
      } catch {
        // What was read before that stays read.
      }
    }
    await close();
  } catch {
    // It does not even open.
  }
  return rows;
}

/** What is said of each table agrees with its rows, counted here. */
function expectTrue(shop: WholeShop, salvaged: Awaited<ReturnType<typeof salvageFile>>): void {
  const named: Readonly<Record<string, number>> = salvaged.said?.named ?? {};
  for (const { table, saved, lost, left, isAtLeast } of salvaged.said?.tables ?? []) {
    const [before, after] = [shop.rows, salvaged.rows].map((rows) => rows.get(table)?.size ?? 0);
    expect((after ?? 0) - (named[table] ?? 0), table).toBe(saved);
    if (!isAtLeast) expect(saved + lost + left, table).toBeGreaterThanOrEqual(before ?? 0);
  }
}

it('of a file with one page in a hundred damaged at least 95 % of the rows are saved', async () => {
  const shop = await wholeShop(7, customers);
  const all = countRows(shop.rows);
  const shares: number[] = [];
  const pages = Math.floor(statSync(shop.database).size / pageSize);
  let missedPlainly = 0;
  for (let round = 0; round < files; round += 1) {
    const path = damagedCopy(shop, (bytes) => damage(bytes, round));
    const salvaged = await salvageFile(path);
    shares.push(countSame(shop.rows, salvaged.rows) / all);
    expect(shares.at(-1), `file ${round}`).toBeGreaterThanOrEqual(0.95);
    expectTrue(shop, salvaged);
    expect(salvaged.raw.pragma('foreign_key_check'), `file ${round}`).toEqual([]);
    expect(salvaged.raw.pragma('integrity_check', { simple: true })).toBe('ok');
    if (countSame(shop.rows, await readPlainly(path)) < 0.95 * all) missedPlainly += 1;
  }
  // The control: asked plainly, much is not had, or the bar proves nothing.
  expect(missedPlainly).toBeGreaterThan(files / 4);
  const [mean, worst] = [shares.reduce((sum, one) => sum + one, 0) / files, Math.min(...shares)];
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  tellFigure(
    'R8',
    `${files} files with 1 % of ${pages} pages damaged: ${percent(mean)} of ${all} rows saved, at worst ` +
      `${percent(worst)}; control: asked plainly, ${missedPlainly} of them give less than 95 %`,
  );
}, 3_600_000);
