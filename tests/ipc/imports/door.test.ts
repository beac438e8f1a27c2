import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '#build/engine.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const till = readFileSync(join(root, 'tests', 'fixtures', 'kasir-kedai.csv'));

/** Hands a file over in pieces, as the window does with one that was dropped on it. */
async function drop(shop: TempShop, name: string, bytes: Buffer, pieceBytes: number) {
  let draftId: string | null = null;
  for (let offset = 0; offset < bytes.length; offset += pieceBytes) {
    const piece = bytes.subarray(offset, offset + pieceBytes);
    const isLast = offset + pieceBytes >= bytes.length;
    const base64 = piece.toString('base64');
    const taken: { draftId: string } = await shop.ask('imports.receive', {
      draftId,
      file: 0,
      name,
      offset,
      base64,
      isLast,
    });
    draftId = taken.draftId;
  }
  if (draftId === null) throw new Error('an empty file');
  return draftId;
}

describe('the import, at the door', () => {
  it('takes a dropped file in pieces, waits for its answers, fixes a value, and brings it in', async () => {
    const shop = await tempShop();
    const broken = Buffer.from(till.toString().replace(';48,000', ';lihat nota'));
    const draftId = await drop(shop, '../../kasir.csv', broken, 300);
    const asked = await shop.ask('imports.inspect', { draftId });
    const source = asked.sources[0];
    expect(source?.fileName).toBe('kasir.csv');
    expect(asked.isReady).toBe(false);
    expect(await shop.fail('imports.commit', { draftId })).toMatchObject({ code: 'CONFLICT' });
    const sourceId = source?.id ?? 0;
    const answered = await shop.ask('imports.configure', {
      draftId,
      sourceId,
      readings: { 1: { dateOrder: 'dmy' }, 5: { numberStyle: 'en' } },
    });
    expect(answered.isReady).toBe(true);
    // The till's clock runs ahead: so many of its days are yet to come.
    const ahead = await shop.ask('imports.check', { draftId });
    expect(ahead.counts).toMatchObject({ read: 40, wrong: 17 });
    const right = { column: 1, from: '', to: null, problem: 'date-in-future', stands: true };
    await shop.ask('imports.configure', { draftId, sourceId, fix: right });
    const first = await shop.ask('imports.check', { draftId });
    expect(first.counts).toMatchObject({ read: 40, wrong: 1 });
    const wrong = await shop.ask('imports.rows', { draftId, sourceId, outcome: 'wrong' });
    expect(wrong.map((row) => row.cells[5])).toEqual(['lihat nota']);
    const fix = { column: 5, from: 'lihat nota', to: '48,000' };
    await shop.ask('imports.configure', { draftId, sourceId, fix });
    const { importId, report } = await shop.ask('imports.commit', { draftId });
    expect(report.counts).toMatchObject({ read: 40, wrong: 0 });
    expect(await shop.ask('imports.customers', { importId })).toHaveLength(6);
    expect((await shop.ask('customers.list', {})).rows).toHaveLength(6);
  });

  it('forgets a discarded draft, and every draft of a former run', async () => {
    const shop = await tempShop();
    const draftId = await drop(shop, 'kasir.csv', till, 4000);
    await shop.ask('imports.discard', { draftId });
    expect(await shop.fail('imports.inspect', { draftId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('offers the sample shop’s own files to try with, and reads every one of them', async () => {
    const shop = await tempShop();
    const { draftId } = await shop.ask('imports.useSampleFiles', {});
    const draft = await shop.ask('imports.inspect', { draftId });
    expect(draft.refused).toEqual([]);
    expect(draft.sources.length).toBeGreaterThanOrEqual(5);
    expect(draft.sources.every((source) => source.brings.length > 0)).toBe(true);
  });
});
