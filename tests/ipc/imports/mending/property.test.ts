import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importTasks } from '#electron/services/imports/tasks.ts';
import type { Draft } from '#shared/contract/imports-draft.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import { type ImportShop, openImportShop, sourceIn } from '#tests/support/shop/import-fixtures.ts';

type Line = readonly [name: string, phone: string, city: string, note: string];
const TITLES = ['Nama', 'No HP', 'Kota', 'Catatan'];

const word = fc.constantFrom('', '', 'Solo', 'solo', 'Jogja', 'Kab. Solo', 'a.b', 'Bantul ');
type Made = 'blank' | 'total' | 'phone' | { readonly city: string; readonly note: string };
/** Mostly customers; now and then a further phone of the one above, a blank row or one of totals. */
const line: fc.Arbitrary<Made> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ city: word, note: word }) },
  { weight: 3, arbitrary: fc.constant('phone' as const) },
  { weight: 1, arbitrary: fc.constant('blank' as const) },
  { weight: 1, arbitrary: fc.constant('total' as const) },
);
const step: fc.Arbitrary<MendStep> = fc.oneof(
  fc.record({
    kind: fc.constant('replace' as const),
    column: fc.constantFrom(2, 3, null),
    find: fc.constantFrom('Solo', 'solo', 'o', '.', 'Jogja', 'Kab. ', 'Orang'),
    with: fc.constantFrom('', 'Klaten', 'x', 'Solo', '$&'),
    isWhole: fc.boolean(),
    ignoresCase: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('fill' as const),
    column: fc.constantFrom(2, 3),
    takesBelow: fc.boolean(),
  }),
);

/** One in which a row goes on with the one above, left alone first and then filled. */
const goesOn: Made[] = [{ city: 'Solo', note: '' }, 'phone', { city: '', note: '' }];
const fillCity = (takesBelow: boolean): MendStep => ({ kind: 'fill', column: 2, takesBelow });

function written(lines: readonly Made[]): Line[] {
  return lines.map((each, at): Line => {
    const phone = `0812345${String(at).padStart(5, '0')}`;
    if (each === 'phone') return ['', phone, '', ''];
    if (each === 'blank') return ['', '', '', ''];
    if (each === 'total') return ['Total', '', 'Solo', ''];
    return [`Orang ${at}`, phone, each.city, each.note];
  });
}

/** By other means: the steps done to the table as a person would, cell by cell. */
function byHand(lines: readonly Line[], steps: readonly MendStep[]): string[][] {
  const table = lines.map((each) => each.map((cell) => cell.trim()));
  const isData = (at: number) => (lines[at]?.[1] ?? '') !== '';
  const fold = (text: string, ignores: boolean) => (ignores ? text.toLowerCase() : text);
  for (const each of steps) {
    let above = '';
    for (const [at, row] of table.entries()) {
      if (!isData(at - 1)) above = '';
      if (!isData(at)) continue;
      if (each.kind === 'fill') {
        const isPhone = isData(at - 1) && [0, 2, 3].every((column) => row[column] === '');
        if (row[each.column] !== '') above = row[each.column] ?? '';
        else if (each.takesBelow || !isPhone) row[each.column] = above;
        continue;
      }
      for (const column of each.column === null ? [0, 1, 2, 3] : [each.column]) {
        const cell = row[column] ?? '';
        const [text, find] = [fold(cell, each.ignoresCase), fold(each.find, each.ignoresCase)];
        const parts: string[] = [];
        let from = 0;
        for (let found = text.indexOf(find); found >= 0; found = text.indexOf(find, from)) {
          parts.push(cell.slice(from, found));
          from = found + find.length;
        }
        const whole = text === find ? each.with : cell;
        row[column] = (each.isWhole ? whole : [...parts, cell.slice(from)].join(each.with)).trim();
      }
    }
  }
  return table;
}

async function planned(shop: ImportShop, draft: Draft) {
  const rows = await shop.rows(draft, { sourceId: 1 });
  return { report: await shop.check(draft), rows };
}

it('rows become what is done to the table by hand, and taking all back leaves what was there', async () => {
  const seen = { ready: 0, left: 0, taken: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 2, maxLength: 14 }),
      fc.array(step, { minLength: 1, maxLength: 3 }),
      async (made, steps) => {
        const lines = written(made);
        const shop = await openImportShop();
        try {
          const text = [TITLES, ...lines].map((row) => row.join(';')).join('\n');
          const read = await shop.inspect(await shop.file('daftar.csv', `${text}\n`));
          const fields = {
            0: 'customer.name',
            1: 'customer.phone',
            2: 'customer.city',
            3: 'customer.note',
          };
          const draft = await shop.configure(read, { sourceId: 1, headerRow: 1, fields });
          if (!draft.isReady) return;
          seen.ready += 1;
          await shop.check(draft);
          const before = await planned(shop, draft);
          let now = draft;
          for (const each of steps) {
            const change = { kind: 'add' as const, step: each, memory: 'no' as const };
            const input = { draftId: draft.id, sourceId: 1, change };
            const told = await importTasks['imports.previewMend'](
              shop.ctx,
              { draftId: draft.id, sourceId: 1, step: each },
              null,
            );
            if (told.below > 0) seen.left += 1;
            if (each.kind === 'fill' && each.takesBelow && told.cells > 0) seen.taken += 1;
            now = (await importTasks['imports.mend'](shop.ctx, input, null)).draft;
          }
          const expected = byHand(lines, steps);
          for (const { row, cells, mended } of (await planned(shop, now)).rows) {
            const becomes = cells.map((cell) => String(cell ?? '').trim());
            for (const { column, cell } of mended) becomes[column] = String(cell ?? '').trim();
            expect([row, becomes]).toEqual([row, expected[row - 2]]);
          }
          for (const { id } of sourceIn(now).steps) {
            const change = { kind: 'take-back' as const, id };
            const input = { draftId: draft.id, sourceId: 1, change };
            now = (await importTasks['imports.mend'](shop.ctx, input, null)).draft;
          }
          expect(now).toEqual(draft);
          expect(await planned(shop, now)).toEqual(before);
        } finally {
          await shop.close();
        }
      },
    ),
    { numRuns: 25, examples: [[goesOn, [fillCity(false), fillCity(true)]]] },
  );
  // Files of which nothing can be said yet prove nothing, nor do those without a row that goes on.
  expect(seen.ready).toBeGreaterThan(12);
  expect(Math.min(seen.left, seen.taken)).toBeGreaterThan(0);
});
