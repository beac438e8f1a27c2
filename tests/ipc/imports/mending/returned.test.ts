import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importTasks } from '#electron/services/imports/tasks.ts';
import type { Draft } from '#shared/contract/imports-draft.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import { en, id } from '#shared/locale/index.ts';
import { type ImportShop, openImportShop, sourceIn } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const yogya: MendStep = {
  ...{ kind: 'replace', column: 3, find: 'Yogya', with: 'Yogyakarta' },
  ...{ isWhole: false, ignoresCase: false },
};
const days: MendStep = { kind: 'fill', column: 0, takesBelow: false };
const lines = [
  'Tanggal;No Nota;Pelanggan;Kota;Total',
  '05/03/2026;N1;Ayu;Yogya;10.000',
  ';N2;Bima;Yogya;banyak',
  '06/03/2026;N3;Citra;Yogya;10.000',
  ';N4;Dewi;Yogya;sedikit',
];

async function mend(draft: Draft, step: MendStep, memory: 'use' | 'ask'): Promise<Draft> {
  const change = { kind: 'add' as const, step, memory };
  const input = { draftId: draft.id, sourceId: sourceIn(draft).id, change };
  return (await importTasks['imports.mend'](shop.ctx, input, null)).draft;
}

/** Imports a file and opens the workbook of its wrong rows. */
async function savedWrong(draft: Draft, locale: typeof en | typeof id): Promise<Draft> {
  const { importId } = await shop.commit(draft);
  const path = join(shop.folder, 'salah.xlsx');
  const { 'not-a-number': number, 'date-missing': date } = locale.problem;
  const problemTexts = { 'not-a-number': number, 'date-missing': date };
  const said = { importId, reasonTitle: locale.import.wrongRows.reason, problemTexts };
  await importTasks['imports.saveWrongRows'](shop.ctx, said, { path });
  return shop.inspect(path);
}

async function open(text: readonly string[]): Promise<Draft> {
  return shop.inspect(await shop.file('kasir.csv', `${text.join('\n')}\n`));
}

/** The wrong rows of a file that was brought in with two changes to be used again. */
async function returned(locale: typeof en | typeof id, memory: 'use' | 'ask' = 'use') {
  const mended = await mend(await mend(await open(lines), yogya, memory), days, memory);
  expect((await shop.check(mended)).counts).toMatchObject({ added: 2, wrong: 2 });
  return savedWrong(mended, locale);
}

it.each([
  ['Indonesian', id, 'use'],
  ['English', en, 'use'],
  ['Indonesian', id, 'ask'],
] as const)(
  'wrong rows that come back, with their reasons in %s, are not changed a second time',
  async (_, locale, memory) => {
    const draft = await returned(locale, memory);
    const source = sourceIn(draft);
    expect(source.isReturned).toBe(true);
    expect(source.steps.map((each) => [each.step.kind, each.state, each.memory])).toEqual([
      ['replace', 'declined', memory],
      ['fill', 'declined', memory],
    ]);
    const right = await shop.configure(draft, {
      sourceId: source.id,
      fix: { column: 4, from: 'banyak', to: '7000' },
    });
    await shop.commit(right);
    const sold = shop.all(`SELECT s.number, s.sold_on AS day, a.city FROM sales s
      JOIN addresses a ON a.customer_id = s.customer_id ORDER BY s.number`);
    expect(sold).toEqual([
      { number: 'N1', day: '2026-03-05', city: 'Yogyakarta' },
      { number: 'N2', day: '2026-03-05', city: 'Yogyakarta' },
      { number: 'N3', day: '2026-03-06', city: 'Yogyakarta' },
    ]);
  },
);

it('what stood far apart in its file is not offered to be filled from above', async () => {
  const [titles = '', first = ''] = lines;
  const daily = [
    ...[titles, first.replace('10.000', 'banyak'), '06/03/2026;N2;Bima;Solo;10.000'],
    ...[3, 4, 5].map((at) => `;N${at};Citra;Solo;10.000`),
  ];
  const draft = await open(daily);
  const offersOf = async ({ id: draftId }: Draft) =>
    (await importTasks['imports.mending'](shop.ctx, { draftId }, null)).offers;
  await shop.check(draft);
  expect(await offersOf(draft)).toMatchObject([{ header: 'Tanggal', cells: 3 }]);
  const back = await savedWrong(draft, id);
  expect((await shop.check(back)).counts).toMatchObject({ read: 4, wrong: 4 });
  expect(await offersOf(back)).toEqual([]);
});

it('what is remembered stays so, and can be used there all the same', async () => {
  const draft = await returned(id);
  const [first] = sourceIn(draft).steps;
  const used = await importTasks['imports.mend'](
    shop.ctx,
    { draftId: draft.id, sourceId: 1, change: { kind: 'use', id: first?.id ?? 0 } },
    null,
  );
  expect(sourceIn(used.draft).steps[0]?.state).toBe('applied');
  await shop.commit(used.draft);
  const later = [lines[0], '07/03/2026;N5;Eka;Yogya;10.000'].join('\n');
  const next = sourceIn(await shop.inspect(await shop.file('besok.csv', `${later}\n`)));
  expect([next.isReturned, next.steps.map(({ state }) => state)]).toEqual([
    false,
    ['applied', 'applied'],
  ]);
});

it('a list of the owner with reasons of its own is no such file', async () => {
  const complaints = [
    'Tanggal;Pelanggan;No HP;Keluhan;Alasan',
    '05/03/2026;Ayu;081234500001;Kopi pahit;Rasa',
  ];
  await shop.commit(await mend(await open(complaints), { ...yogya, column: 1 }, 'use'));
  const next = sourceIn(await open(complaints));
  expect([next.isReturned, next.steps[0]?.state]).toEqual([false, 'applied']);
});
