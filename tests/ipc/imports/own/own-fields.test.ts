import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBatch, updateRow } from '#db/history/journal.ts';
import { listOwnFields } from '#db/queries/customers/own-fields.ts';
import { importTasks } from '#electron/services/imports/tasks.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

/** Inspects a file and keeps some of its columns as fields of the customer. */
async function kept(name: string, columns: readonly number[], ...lines: readonly string[]) {
  const draft = await shop.inspect(await shop.file(name, `${lines.join('\n')}\n`));
  const [source] = draft.sources;
  if (source === undefined) throw new Error('no source');
  const fields = Object.fromEntries(columns.map((column) => [column, 'customer.own']));
  return shop.configure(draft, { sourceId: source.id, fields });
}

const held = () =>
  shop.all<{ who: string; field: string; type: string; value: string }>(
    `SELECT c.name AS who, f.name AS field, f.type, v.value FROM custom_values v
     JOIN custom_fields f ON f.id = v.field_id JOIN customers c ON c.id = v.customer_id
     ORDER BY c.id, f.position`,
  );
const fields = () => listOwnFields(shop.connection.db);
const hash = () => logicalDumpHash(shop.connection.raw);

const people = [
  'Nama Pelanggan;No HP;Ukuran;Poin;Anggota Sejak;Langganan;Hobi',
  'Ani;081234567890;L;1.250,5;25/03/2020;ya;Mancing',
  'Budi;081234567891;S;40;26/03/2021;tidak;Memasak, membaca',
  'Cici;081234567892;l;;;ya;',
  'Dedi;081234567893;S;7;01/04/2022;YA;Sepeda',
  'Eni;081234567894;S;8;02/04/2022;Tidak;Mancing di laut',
  'Feri;081234567895;L;9;03/04/2022;ya;Main bola',
];

describe('a column that is kept as a field of the customer', () => {
  it('holds what its values are changed to, and has what is new among its choices', async () => {
    const draft = await kept('orang.csv', [2], ...people);
    const text = { find: 'S', with: 'XL', isWhole: true, ignoresCase: false };
    const step = { kind: 'replace' as const, column: 2, ...text };
    const change = { kind: 'add' as const, step, memory: 'no' as const };
    const input = { draftId: draft.id, sourceId: 1, change };
    await shop.commit((await importTasks['imports.mend'](shop.ctx, input, null)).draft);
    const sizes = people.slice(1).map((line) => (line.split(';')[2] ?? '').toUpperCase());
    expect(held().map(({ value }) => value)).toEqual(
      sizes.map((size) => (size === 'S' ? 'XL' : size)),
    );
    expect(await fields()).toMatchObject([{ name: 'Ukuran', choices: ['L', 'XL'] }]);
  });

  it('is a field of the type its values have, with what each row says, and the undo takes all of it', async () => {
    const before = hash();
    const draft = await kept('orang.csv', [2, 3, 4, 5, 6], ...people);
    const said = draft.sources[0]?.columns.map(({ own }) => own).filter((own) => own !== null);
    expect(said).toEqual([
      { name: 'Ukuran', type: 'choice', isNew: true },
      { name: 'Poin', type: 'number', isNew: true },
      { name: 'Anggota Sejak', type: 'day', isNew: true },
      { name: 'Langganan', type: 'yesno', isNew: true },
      { name: 'Hobi', type: 'text', isNew: true },
    ]);
    const { importId, report } = await shop.commit(draft);
    expect(report.problems).toEqual([]);
    expect(await fields()).toMatchObject([
      { name: 'Ukuran', type: 'choice', choices: ['L', 'S'] },
      ...[{ name: 'Poin' }, { name: 'Anggota Sejak' }, { name: 'Langganan' }, { name: 'Hobi' }],
    ]);
    const of = (who: string) => held().flatMap((one) => (one.who === who ? [one.value] : []));
    expect(of('Ani')).toEqual(['L', '1250.5', '2020-03-25', 'yes', 'Mancing']);
    expect(of('Budi')).toEqual(['S', '40', '2021-03-26', 'no', 'Memasak, membaca']);
    expect(of('Cici')).toEqual(['L', 'yes']);
    const undone = await shop.undo(importId);
    expect(undone.kept).toEqual([]);
    expect([held(), await fields(), hash()]).toEqual([[], [], before]);
  });

  it('fills a field that is there, says what does not fit it, and the undo gives back what was', async () => {
    await shop.commit(await kept('orang.csv', [2, 3], ...people));
    const before = hash();
    const draft = await kept(
      'lagi.csv',
      [2, 3],
      'Nama Pelanggan;No HP;UKURAN;poin',
      'Ani;081234567890;S;banyak',
      'Budi;081234567891;XL;41',
      'Gita;081234567896;L;3',
    );
    const own = draft.sources[0]?.columns.map((column) => column.own);
    expect(own?.slice(2)).toEqual([
      { name: 'Ukuran', type: 'choice', isNew: false },
      { name: 'Poin', type: 'number', isNew: false },
    ]);
    await shop.check(draft);
    const input = { draftId: draft.id, limit: 100 };
    const shown = await importTasks['imports.changes'](shop.ctx, input, null);
    expect(shown).toMatchObject({ replaced: 2, filled: 0 });
    expect(
      shown.changes.map(({ name, own: of, before: was, after }) => [name, of, was, after]),
    ).toEqual([
      ['Ani', { name: 'Ukuran', type: 'choice' }, 'L', 'S'],
      ['Budi', { name: 'Poin', type: 'number' }, '40', '41'],
    ]);
    const { importId, report } = await shop.commit(draft);
    expect(report.problems.map(({ problem, value, rows }) => [problem, value, rows])).toEqual(
      expect.arrayContaining([
        ['own-not-read', 'banyak', 1],
        ['own-not-a-choice', 'XL', 1],
      ]),
    );
    expect(report.problems).toHaveLength(2);
    expect(report.fieldChanges).toEqual([{ field: 'own', count: 2 }]);
    const values = held().map(({ who, field, value }) => `${who} ${field} ${value}`);
    expect(values).toEqual(
      expect.arrayContaining(['Ani Ukuran S', 'Ani Poin 1250.5', 'Budi Ukuran S', 'Budi Poin 41']),
    );
    expect(await fields()).toHaveLength(2);
    expect((await shop.undo(importId)).kept).toEqual([]);
    expect(hash()).toBe(before);
  });

  it('changes nothing when the same file is read again, and is remembered for its layout', async () => {
    await shop.commit(await kept('orang.csv', [2, 3, 4, 5, 6], ...people));
    const before = hash();
    const again = await shop.inspect(await shop.file('lagi.csv', `${people.join('\n')}\n`));
    expect(again.sources[0]?.columns.filter(({ own }) => own !== null)).toHaveLength(5);
    const { report } = await shop.commit(again);
    expect(report.counts).toMatchObject({ added: 0, updated: 0, unchanged: 6 });
    expect(hash()).toBe(before);
  });

  it('goes by the name and the type that a person gives, and two columns are not one field', async () => {
    const draft = await kept('orang.csv', [2, 3], ...people);
    const [{ id: sourceId = 0 } = {}] = draft.sources;
    const own = { name: 'Nilai', type: 'text' as const };
    const named = await shop.configure(draft, { sourceId, readings: { 3: { own } } });
    expect(named.sources[0]?.columns[3]?.own).toEqual({ ...own, isNew: true });
    const twice = await shop.configure(named, {
      ...{ sourceId, readings: { 2: { own: { name: 'nilai' } } } },
    });
    expect(twice.sources[0]?.blockers).toEqual(['own-twice']);
    const { report } = await shop.commit(
      await shop.configure(twice, { sourceId, fields: { 2: 'ignore' } }),
    );
    expect(report.problems).toEqual([]);
    expect(held().map(({ field, value }) => `${field} ${value}`)).toContain('Nilai 1.250,5');
  });

  it('stays with what somebody wrote into it since', async () => {
    const { importId } = await shop.commit(await kept('orang.csv', [6], ...people));
    const { raw } = shop.connection;
    const batch = openBatch(raw, { kind: 'edit', label: 'Ani', at: '2026-06-15T06:00:00.000Z' });
    updateRow(raw, batch, { table: 'custom_values', id: 1 }, { value: 'Berkebun' });
    const { kept: left } = await shop.undo(importId);
    expect(left.map(({ entity, name }) => `${entity} ${name}`).toSorted()).toEqual([
      'custom_fields Hobi',
      'customers Ani',
    ]);
    expect(held()).toEqual([{ who: 'Ani', field: 'Hobi', type: 'text', value: 'Berkebun' }]);
  });
});
