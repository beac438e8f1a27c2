import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importTasks } from '#electron/services/imports/tasks.ts';
import type { Draft } from '#shared/contract/imports-draft.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import { type ImportShop, openImportShop, sourceIn } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const replace = (column: number | null, find: string, to: string): MendStep => ({
  ...{ kind: 'replace', column, find, with: to, isWhole: true, ignoresCase: false },
});

async function mend(draft: Draft, step: MendStep, memory: 'no' | 'use' = 'no'): Promise<Draft> {
  const change = { kind: 'add' as const, step, memory };
  const input = { draftId: draft.id, sourceId: 1, change };
  return (await importTasks['imports.mend'](shop.ctx, input, null)).draft;
}

async function open(lines: readonly string[]): Promise<Draft> {
  return shop.inspect(await shop.file('daftar.csv', `${lines.join('\n')}\n`));
}

const stepsIn = (draft: Draft) => sourceIn(draft).steps.map(({ step }) => step);
const unusedIn = (draft: Draft) =>
  sourceIn(draft).unusedSteps.map(({ step, header }) => [header, step]);
const cities = () => shop.all('SELECT city FROM addresses ORDER BY id');

describe('changes of a file that is read in another way', () => {
  const rows = ['Ayu;081234500001;Jogja', 'Bima;081234500002;Solo'];
  const jogja = replace(2, 'Jogja', 'Yogyakarta');
  const solo = replace(null, 'Solo', 'Surakarta');

  it('stay where their column is the same', async () => {
    const draft = await open(['Nama;No HP;Kota', ...rows]);
    const changed = await mend(await mend(draft, jogja), solo);
    const anew = await shop.configure(changed, { sourceId: 1, encoding: 'windows-1252' });
    expect([stepsIn(anew), unusedIn(anew)]).toEqual([[jogja, solo], []]);
    await shop.commit(anew);
    expect(cities()).toEqual([{ city: 'Yogyakarta' }, { city: 'Surakarta' }]);
  });

  it('are said not to be used where it is not there, and are back once it is', async () => {
    const draft = await open(['Daftar;Pelanggan;2026', 'Nama;No HP;Kota', ...rows]);
    const right = await shop.configure(draft, { sourceId: 1, headerRow: 2 });
    const changed = await mend(await mend(right, jogja), solo);
    const other = await shop.configure(changed, { sourceId: 1, headerRow: 1 });
    expect([stepsIn(other), unusedIn(other)]).toEqual([[solo], [['Kota', jogja]]]);
    const back = await shop.configure(other, { sourceId: 1, headerRow: 2 });
    expect([stepsIn(back), unusedIn(back)]).toEqual([[jogja, solo], []]);
    const cut = await shop.configure(back, { sourceId: 1, separator: ',' });
    expect([stepsIn(cut), unusedIn(cut)]).toEqual([[solo], [['Kota', jogja]]]);
  });

  it('do not come twice where they are remembered too, and one left out stays left out', async () => {
    const draft = await open(['Nama;No HP;Kota', ...rows]);
    await shop.commit(await mend(draft, jogja, 'use'));
    const next = await open(['Nama;No HP;Kota', 'Citra;081234500003;Jogja']);
    const input = { draftId: next.id, sourceId: 1 };
    const change = { kind: 'take-back' as const, id: 1 };
    await importTasks['imports.mend'](shop.ctx, { ...input, change }, null);
    const anew = await shop.configure(next, { sourceId: 1, encoding: 'windows-1252' });
    expect(sourceIn(anew).steps).toMatchObject([{ step: jogja, state: 'declined' }]);
  });

  it('leave what was said of customers who are there as it was said', async () => {
    const draft = await open(['Nama;No HP;Kota', ...rows]);
    const told = await shop.configure(draft, { sourceId: 1, existing: 'leave' });
    const anew = await shop.configure(told, { sourceId: 1, encoding: 'windows-1252' });
    expect(sourceIn(anew)).toMatchObject({ existing: 'leave', existingFrom: 'chosen' });
  });
});

it('a change that is remembered for a column that the next file has not is said not to be used', async () => {
  const titles = 'Nama;No HP;Email;Pekerjaan;Kota';
  const draft = await open([titles, 'Ayu;081234500001;ayu@toko.id;Guru;Jogja']);
  const [city, work] = [replace(4, 'Jogja', 'Yogyakarta'), replace(3, 'Guru', 'Pengajar')];
  await shop.commit(await mend(await mend(draft, city, 'use'), work, 'use'));
  const next = await open(['Nama;No HP;Email;Pekerjaan', 'Bima;081234500002;b@toko.id;Guru']);
  expect([stepsIn(next), unusedIn(next)]).toEqual([[work], [['Kota', city]]]);
  await shop.commit(next);
  const whole = await open([titles, 'Citra;081234500003;c@toko.id;Guru;Jogja']);
  expect([stepsIn(whole), unusedIn(whole)]).toEqual([[city, work], []]);
});
