import { expect, test } from 'vitest';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { inSnapshot, inTransaction } from '#db/file/transaction.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

const rows = (raw: RawHandle): number =>
  Number(raw.prepare('SELECT count(*) FROM imports').pluck().get());
function add(raw: RawHandle): void {
  raw.exec("INSERT INTO imports (status, done_at, summary) VALUES ('done', '2026-06-15', '{}')");
}

test('what is read in a snapshot stays as it was, whatever another connection writes', async () => {
  const { raw, path } = await tempDatabase();
  const other = openConnection(path);
  const seen = await inSnapshot(raw, async () => {
    const before = rows(raw);
    add(other.raw);
    await null;
    return [before, rows(raw)];
  });
  other.close();
  expect([seen, rows(raw), raw.inTransaction]).toEqual([[0, 0], 1, false]);
});

test('a snapshot ends also where the reading fails', async () => {
  const { raw } = await tempDatabase();
  await expect(inSnapshot(raw, () => Promise.reject(new Error('stopped')))).rejects.toThrow(
    'stopped',
  );
  expect(raw.inTransaction).toBe(false);
});

test('a transaction keeps all that was written, or nothing where something fails', async () => {
  const { raw } = await tempDatabase();
  const twice = async (fails: boolean): Promise<number> => {
    add(raw);
    await null;
    if (fails) throw new Error('stopped');
    add(raw);
    return 2;
  };
  await expect(inTransaction(raw, () => twice(true))).rejects.toThrow('stopped');
  expect([rows(raw), raw.inTransaction]).toEqual([0, false]);
  expect(await inTransaction(raw, () => twice(false))).toBe(2);
  expect([rows(raw), raw.inTransaction]).toEqual([2, false]);
});
