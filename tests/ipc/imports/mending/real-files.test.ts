import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importTasks } from '#electron/services/imports/tasks.ts';
import { sharedData } from '#tests/support/shared-data.ts';
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

const sold = sharedData('indonesia/penjualan.csv');
const merged = sharedData('import-cases/b12-merged-orders.xlsx');

describe.skipIf(sold === null || merged === null)(
  'changes to real files (skipped where ../shared/data is missing)',
  () => {
    it('a year that was typed wrong is put right in every sale, and the money stays as it is', async () => {
      const draft = await shop.inspect(sold ?? '');
      const column = columnIn(sourceIn(draft), 'tanggal').index;
      const text = { find: '/2022', with: '/2021', isWhole: false, ignoresCase: false };
      const step = { kind: 'replace' as const, column, ...text };
      const input = { draftId: draft.id, sourceId: 1 };
      const told = await importTasks['imports.previewMend'](shop.ctx, { ...input, step }, null);
      const days = readFileSync(sold ?? '', 'utf8')
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(';')[3] ?? '')
        .filter((day) => day !== '');
      const wrong = days.filter((day) => day.endsWith('/2022'));
      expect(wrong.length).toBeGreaterThan(0);
      expect(told).toMatchObject({ cells: wrong.length, rows: wrong.length });
      const change = { kind: 'add' as const, step, memory: 'no' as const };
      const { draft: next } = await importTasks['imports.mend'](
        shop.ctx,
        { ...input, change },
        null,
      );
      const { report } = await shop.commit(next);
      expect(report.money.exact).toBe('49216465.14');
      expect(shop.one("SELECT count(*) FROM sales WHERE sold_on LIKE '2022%'")).toBe(0);
      expect(shop.one("SELECT count(*) FROM sales WHERE sold_on LIKE '2021%'")).toBe(
        days.filter((day) => /\/202[12]$/.test(day)).length,
      );
    });

    it('merged cells that the reader joins to the order above are not offered once more', async () => {
      const draft = await shop.inspect(merged ?? '');
      await shop.check(draft);
      const { offers } = await importTasks['imports.mending'](
        shop.ctx,
        { draftId: draft.id },
        null,
      );
      expect(offers).toEqual([]);
    });
  },
);
