import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listImports } from '#db/queries/imports/read.ts';
import { importTasks } from '#electron/services/imports/tasks.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { type ImportShop, openImportShop, sourceIn } from '#tests/support/shop/import-fixtures.ts';

const keluhan = join(import.meta.dirname, '../../fixtures/keluhan-kedai.csv');

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop({ settings: { language: 'id' }, today: '2026-06-15' });
});
afterEach(() => shop.close());

const hash = (): string => logicalDumpHash(shop.connection.raw);
const titles = 'Tgl Masuk;Nama;No HP;Keluhan;Tgl Dijawab;Penyebab;Solusi;Tgl Selesai;Status';
const states = (): string[] =>
  shop.all<{ state: string }>('SELECT state FROM complaints ORDER BY id').map((one) => one.state);

describe('an import of complaints', () => {
  it('leaves nothing behind wherever it is stopped', async () => {
    const lines = [titles];
    for (let n = 1; n <= 1200; n += 1) {
      lines.push(
        `13/05/2026;N ${n};0812${30_000_000 + n};Keluhan ${n};14/05/2026;x;y;15/05/2026;selesai`,
      );
    }
    const draft = await shop.inspect(await shop.file('besar.csv', `${lines.join('\n')}\n`));
    const before = hash();
    let stopped = 0;
    for (let at = 1; at < 60; at += 1) {
      let steps = 0;
      const controller = new AbortController();
      const progress = (): void => {
        steps += 1;
        if (steps === at) controller.abort();
      };
      const ctx = { ...shop.ctx, signal: controller.signal, progress };
      const outcome = await importTasks['imports.commit'](ctx, { draftId: draft.id }, null).then(
        () => 'done',
        (error: unknown) => error,
      );
      if (outcome === 'done') break;
      expect(outcome).toMatchObject({ error: { code: 'CANCELLED' } });
      expect(hash()).toBe(before);
      stopped += 1;
    }
    expect(stopped).toBeGreaterThan(5);
    expect(shop.one('SELECT count(*) FROM complaint_events')).toBe(4800);
  });

  it('gives its wrong rows back with their reasons, and they come in once they are mended', async () => {
    const { importId } = await shop.import(keluhan);
    const path = join(shop.folder, 'salah.xlsx');
    const problemTexts = { 'answered-before-received': 'Dijawab sebelum diterima' };
    const asked = { importId, reasonTitle: 'Alasan', problemTexts };
    const saved = await importTasks['imports.saveWrongRows'](shop.ctx, asked, { path });
    expect(saved).toEqual({ path, rows: 4 });
    let draft = await shop.inspect(path);
    const source = sourceIn(draft);
    expect(source.brings).toContain('complaints');
    const reasons = source.columns.find((column) => column.header === 'Alasan');
    expect([reasons?.field, reasons?.samples[0]]).toEqual(['ignore', 'Dijawab sebelum diterima']);
    const column = source.columns.findIndex((each) => each.header === 'Status');
    const fix = { column, from: 'entahlah', to: 'resolved' };
    draft = await shop.configure(draft, { sourceId: source.id, fix });
    const { report } = await shop.commit(draft);
    expect(report.counts).toMatchObject({ read: 4, added: 1, wrong: 3 });
    expect(states()).toHaveLength(7);
  });

  it('counts in the list of imports, and older reports count none', async () => {
    await shop.import(keluhan);
    shop.connection.raw.exec(
      "UPDATE imports SET summary = json_remove(summary, '$.complaints', '$.contacts', '$.followUps')",
    );
    const [entry] = await listImports(shop.connection.db, 1);
    expect(entry?.report.complaints).toEqual({ added: 0, updated: 0, unchanged: 0 });
  });
});
