import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importTasks } from '#electron/services/imports/tasks.ts';
import type { Draft, ExistingRule } from '#shared/contract/imports-draft.ts';
import { contract } from '#shared/contract/index.ts';
import { addsUp, type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

const titles = 'Nama Pelanggan;No HP;Alamat;Kota;Pekerjaan\n';
const book = `${titles}Ratna;081255500137;;Sleman;\nBudi;081900011122;;;Guru\n`;
/** Ratna has moved and works now; Budi is as he was; Wulan is new. */
const list =
  `${titles}Ratna;081255500137;;Bantul;Dokter\n` +
  'Budi;081900011122;;;Guru\nWulan;081411122233;;Magelang;\n';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
  await shop.import(await shop.file('buku.csv', book));
});
afterEach(() => shop.close());

function people() {
  return shop.all(
    `SELECT name, occupation AS work, (SELECT group_concat(city, ' ') FROM addresses a
       WHERE a.customer_id = c.id) AS city FROM customers c ORDER BY id`,
  );
}

async function changes({ id: draftId }: Draft) {
  const found = await importTasks['imports.changes'](shop.ctx, { draftId, limit: 100 }, null);
  return contract['imports.changes'].output.parse(found);
}

async function ruled(rule: ExistingRule): Promise<Draft> {
  const draft = await shop.inspect(await shop.file('daftar.csv', list));
  expect(draft.sources[0]?.existing).toBe('correct');
  const [source] = draft.sources;
  const input = { draftId: draft.id, sourceId: source?.id ?? 0, existing: rule };
  const next = await importTasks['imports.configure'](shop.ctx, input, null);
  expect(next.sources[0]?.existing).toBe(rule);
  return next;
}

const wulan = { name: 'Wulan', work: null, city: 'Magelang' };
const budi = { name: 'Budi', work: 'Guru', city: null };

describe('what a list of customers does to those who are there', () => {
  it.each([
    ['correct', 1, { replaced: 1, filled: 1 }, { name: 'Ratna', work: 'Dokter', city: 'Bantul' }],
    ['fill', 1, { replaced: 0, filled: 1 }, { name: 'Ratna', work: 'Dokter', city: 'Sleman' }],
    ['leave', 0, { replaced: 0, filled: 0 }, { name: 'Ratna', work: null, city: 'Sleman' }],
  ] as const)('%s', async (rule, updated, counts, ratna) => {
    const draft = await ruled(rule);
    const before = people();
    const checked = await importTasks['imports.check'](shop.ctx, { draftId: draft.id }, null);
    expect(await changes(draft)).toMatchObject(counts);
    expect(people()).toEqual(before);
    const { report, importId } = await shop.commit(draft);
    expect(report).toEqual(checked);
    expect(addsUp(report)).toBe(true);
    expect(report.customers).toEqual({ added: 1, updated, unchanged: 2 - updated });
    expect(people()).toEqual([ratna, budi, wulan]);
    await importTasks['imports.undo'](shop.ctx, { importId }, null);
    expect(people()).toMatchObject(before);
  });

  it('says each entry with what stands there and what takes its place, replaced ones first', async () => {
    const draft = await ruled('correct');
    await importTasks['imports.check'](shop.ctx, { draftId: draft.id }, null);
    const { changes: found } = await changes(draft);
    expect(found.map(({ name, field, before, after }) => [name, field, before, after])).toEqual([
      ['Ratna', 'city', 'Sleman', 'Bantul'],
      ['Ratna', 'occupation', null, 'Dokter'],
    ]);
  });

  it('is not asked of a file that is no list of customers', async () => {
    const text = 'No Nota;Tanggal;Nama Pelanggan;Total\n1;25/03/2026;Ratna;5000\n';
    const draft = await shop.inspect(await shop.file('kasir.csv', text));
    expect(draft.sources[0]?.existing).toBeNull();
    expect(await changes(draft)).toEqual({ changes: [], replaced: 0, filled: 0 });
  });
});
