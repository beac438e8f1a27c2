import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addChosenFiles,
  discardDraft,
  newDraft,
  receivePiece,
} from '#electron/services/imports/draft-files.ts';
import { importTasks } from '#electron/services/imports/tasks.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import {
  columnIn,
  type ImportShop,
  openImportShop,
  sourceIn,
} from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const twoFaced =
  'Tanggal Transaksi;No HP;Total Bayar\n03/04/2026;081234567890;50.000\n05/09/2026;081234567891;75.000\n';

function place() {
  return { staging: shop.ctx.shop.paths.staging, ids: shop.ctx.ids };
}

describe('a draft', () => {
  it('asks once where a date has two readings, blocks until answered, and remembers', async () => {
    const draft = await shop.inspect(await shop.file('a.csv', twoFaced));
    const source = sourceIn(draft);
    const asked = columnIn(source, 'Tanggal Transaksi');
    expect(asked.question?.kind).toBe('date-order');
    expect(source.blockers).toEqual(['question-open']);
    expect(draft.isReady).toBe(false);
    await expect(shop.check(draft)).rejects.toMatchObject({ error: { code: 'CONFLICT' } });
    const answered = await shop.configure(draft, {
      sourceId: source.id,
      readings: { [asked.index]: { dateOrder: 'mdy' } },
    });
    expect(answered.isReady).toBe(true);
    expect(columnIn(sourceIn(answered), 'Tanggal Transaksi').read[0]).toBe('2026-03-04');
    await shop.commit(answered);
    expect(shop.all('SELECT sold_on FROM sales ORDER BY id')).toEqual([
      { sold_on: '2026-03-04' },
      { sold_on: '2026-05-09' },
    ]);
    const next = await shop.inspect(
      await shop.file('b.csv', `${twoFaced}06/04/2026;0812345678;1.000\n`),
    );
    expect(next.isReady).toBe(true);
    expect(columnIn(sourceIn(next), 'Tanggal Transaksi')).toMatchObject({
      confidence: 'remembered',
      reading: { dateOrder: 'mdy' },
      question: null,
    });
  });

  it('never lets one file decide how another with the same titles is read', async () => {
    const titles = 'No Nota;Tgl;No HP;Total';
    const words = await shop.file('a.csv', `${titles}\nN1;5 Mar 2026;0812345678;1.250.000\n`);
    const slashes = await shop.file('b.csv', `${titles}\nN2;25/03/2025;0812345678;1.250\n`);
    const english = await shop.file('c.csv', `${titles}\nN3;03/25/2025;0812345678;1,250.50\n`);
    await shop.import(words);
    await shop.import(slashes);
    const draft = await shop.inspect(slashes, english);
    const [again, other] = draft.sources;
    expect(columnIn(again ?? sourceIn(draft), 'Tgl').read[0]).toBe('2025-03-25');
    expect(columnIn(other ?? sourceIn(draft), 'Tgl').read[0]).toBe('2025-03-25');
    expect(columnIn(other ?? sourceIn(draft), 'Total').read[0]).toBe('1250.5');
    expect((await shop.check(draft)).counts).toMatchObject({ read: 2, wrong: 0 });
    expect(shop.all('SELECT sold_on FROM sales ORDER BY id')).toEqual([
      { sold_on: '2026-03-05' },
      { sold_on: '2025-03-25' },
    ]);
  });

  it('puts a wrong value right once for all rows', async () => {
    const text =
      'Tanggal Transaksi;No HP;Total Bayar;Status\n25/03/2026;081234567890;50.000;beres\n26/03/2026;081234567891;75.000;beres\n';
    const draft = await shop.inspect(await shop.file('a.csv', text));
    const source = sourceIn(draft);
    expect(await shop.rows(draft, { sourceId: source.id })).toEqual([]);
    const report = await shop.check(draft);
    expect(report.problems).toMatchObject([
      { problem: 'status-unknown', header: 'Status', value: 'beres', rows: 2, outcome: 'added' },
    ]);
    const wrong = await shop.rows(draft, {
      sourceId: source.id,
      problem: 'status-unknown',
      value: 'beres',
    });
    expect(wrong.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'added'],
      [3, 'added'],
    ]);
    expect(wrong[0]?.cells).toEqual(['25/03/2026', '081234567890', '50.000', 'beres']);
    const fixed = await shop.configure(draft, {
      sourceId: source.id,
      fix: { column: columnIn(source, 'Status').index, from: 'beres', to: 'batal' },
    });
    const mended = await shop.check(fixed);
    expect([mended.problems, mended.cancelled]).toEqual([[], 2]);
  });

  it('finds the titles under title lines, and takes another row for them', async () => {
    const text =
      'Laporan Penjualan\n\nTanggal Transaksi;No HP;Total Bayar\n25/03/2026;081234567890;50.000\n26/03/2026;081234567891;60.000\n';
    const draft = await shop.inspect(await shop.file('a.csv', text));
    const source = sourceIn(draft);
    expect([source.headerRow, source.rows]).toEqual([3, 2]);
    const other = await shop.configure(draft, { sourceId: source.id, headerRow: 4 });
    expect(sourceIn(other)).toMatchObject({ headerRow: 4, rows: 1 });
    const back = await shop.configure(draft, { sourceId: source.id, headerRow: 3 });
    expect((await shop.check(back)).counts).toMatchObject({ read: 2, added: 2 });
  });

  it('reads one source again with another separator, and stays as it was where that fails', async () => {
    const text = 'Tanggal Transaksi|No HP|Total Bayar\n25/03/2026|081234567890|50.000\n';
    const path = await shop.file('a.csv', text);
    const draft = await shop.inspect(path);
    const { id } = sourceIn(draft);
    expect(sourceIn(draft).columns).toHaveLength(3);
    const comma = await shop.configure(draft, { sourceId: id, separator: ',' });
    expect(sourceIn(comma).columns).toHaveLength(1);
    await shop.file('a.csv', `${text}26/03/2026|081234567891|60.000\n`);
    await expect(shop.configure(draft, { sourceId: id, separator: '|' })).rejects.toMatchObject({
      error: { code: 'BAD_FILE', reason: 'changed-on-disk' },
    });
    expect(sourceIn(await shop.configure(draft, { sourceId: id })).columns).toHaveLength(1);
  });

  it('refuses fields and columns that are not there', async () => {
    const draft = await shop.inspect(await shop.file('a.csv', twoFaced));
    const { id } = sourceIn(draft);
    for (const fields of [{ 0: 'customer.shoeSize' }, { 17: 'ignore' }, { __proto__x: 'ignore' }]) {
      await expect(shop.configure(draft, { sourceId: id, fields })).rejects.toMatchObject({
        error: { code: 'VALIDATION' },
      });
    }
    await expect(shop.configure(draft, { sourceId: 99 })).rejects.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });

  it('names a file it cannot read and goes on with the others', async () => {
    const good = await shop.file('a.csv', twoFaced);
    const bad = await shop.file('b.pdf', '%PDF-1.7 nothing');
    const draft = await shop.inspect(good, bad, join(shop.folder, 'gone.csv'));
    expect(draft.sources.map((source) => source.fileName)).toEqual(['a.csv']);
    expect(draft.refused).toEqual([
      { fileName: 'b.pdf', reason: 'unsupported', detail: 'pdf' },
      { fileName: 'gone.csv', reason: 'not-found', detail: null },
    ]);
  });

  it('takes dropped files piece by piece under a name of its own', async () => {
    const bytes = Buffer.from(twoFaced);
    const half = 40;
    const first = {
      file: 0,
      name: '../../etc/jual.csv',
      base64: bytes.subarray(0, half).toString('base64'),
    };
    const { draftId } = await receivePiece(place(), {
      ...first,
      draftId: null,
      offset: 0,
      isLast: false,
    });
    const rest = bytes.subarray(half).toString('base64');
    await expect(
      receivePiece(place(), { ...first, draftId, offset: half + 1, base64: rest, isLast: true }),
    ).rejects.toMatchObject({ error: { code: 'CONFLICT' } });
    await receivePiece(place(), { ...first, draftId, offset: half, base64: rest, isLast: true });
    const draft = await importTasks['imports.inspect'](shop.ctx, { draftId }, null);
    expect(draft.sources.map((source) => [source.fileName, source.rows])).toEqual([
      ['jual.csv', 2],
    ]);
    expect(await readdir(shop.ctx.shop.paths.staging)).toEqual([draftId]);
    await discardDraft(place(), draftId);
    expect(await readdir(shop.ctx.shop.paths.staging)).toEqual([]);
  });

  it('cannot be named so that it lies elsewhere', async () => {
    await mkdir(shop.ctx.shop.paths.staging, { recursive: true });
    for (const draftId of ['..', '../x', 'a/b', '']) {
      await expect(discardDraft(place(), draftId)).rejects.toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
    }
  });

  it('is gone from the disk once it is imported', async () => {
    await shop.import(await shop.file('a.csv', 'Nama Pelanggan;No HP\nAni;081234567890\n'));
    expect(await readdir(shop.ctx.shop.paths.staging)).toEqual([]);
  });

  it('may grow while it lasts', async () => {
    const draftId = await newDraft(place());
    await addChosenFiles(place(), draftId, [await shop.file('a.csv', twoFaced)]);
    await importTasks['imports.inspect'](shop.ctx, { draftId }, null);
    await addChosenFiles(place(), draftId, [
      await shop.file('b.csv', 'Nama Pelanggan;No HP\nAni;081234567890\n'),
    ]);
    const draft = await importTasks['imports.inspect'](shop.ctx, { draftId }, null);
    expect(draft.sources.map((source) => source.fileName)).toEqual(['a.csv', 'b.csv']);
    expect(new Set(draft.sources.map((source) => source.id)).size).toBe(2);
  });

  it('gives wrong rows back as a workbook that can be put right and imported', async () => {
    const text =
      'Tanggal Transaksi;No HP;Total Bayar\n25/03/2026;081234567890;50.000\n31/02/2026;081234567891;60.000\n';
    const { importId, report } = await shop.import(await shop.file('a.csv', text));
    expect(report.counts.wrong).toBe(1);
    const path = join(shop.folder, 'salah.xlsx');
    const saved = await importTasks['imports.saveWrongRows'](
      shop.ctx,
      {
        importId,
        reasonTitle: 'Alasan',
        problemTexts: { 'impossible-date': 'Tanggal itu tidak ada' },
      },
      { path },
    );
    expect(saved).toEqual({ path, rows: 1 });
    expect((await readFile(path)).length).toBeGreaterThan(0);
    const draft = await shop.inspect(path);
    const source = sourceIn(draft);
    expect(source.head[1]?.cells).toEqual([
      '31/02/2026',
      '081234567891',
      '60.000',
      'Tanggal itu tidak ada',
    ]);
    expect(columnIn(source, 'Tanggal Transaksi').field).toBe('sale.date');
    const before = logicalDumpHash(shop.connection.raw);
    const right = await shop.configure(draft, {
      sourceId: source.id,
      readings: { 0: { dateOrder: 'dmy' }, 2: { numberStyle: 'id' } },
      fix: { column: 0, from: '31/02/2026', to: '28/02/2026' },
    });
    expect((await shop.commit(right)).report.counts).toMatchObject({ added: 1, wrong: 0 });
    expect(logicalDumpHash(shop.connection.raw)).not.toBe(before);
  });
});
