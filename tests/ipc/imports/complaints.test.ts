import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRow, openBatch, updateRow } from '#db/history/journal.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import {
  addsUp,
  type ImportShop,
  openImportShop,
  sourceIn,
} from '#tests/support/shop/import-fixtures.ts';

const keluhan = join(import.meta.dirname, '../../fixtures/keluhan-kedai.csv');

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop({ settings: { language: 'id' }, today: '2026-06-15' });
});
afterEach(() => shop.close());

async function importLines(name: string, ...lines: readonly string[]) {
  const done = await shop.import(await shop.file(name, `${lines.join('\n')}\n`));
  expect(addsUp(done.report)).toBe(true);
  return done;
}

function problems(report: { problems: readonly { problem: string; rows: number }[] }) {
  const rows: Record<string, number> = {};
  for (const each of report.problems) rows[each.problem] = (rows[each.problem] ?? 0) + each.rows;
  return rows;
}

const hash = (): string => logicalDumpHash(shop.connection.raw);
const titles = 'Tgl Masuk;Nama;No HP;Keluhan;Tgl Dijawab;Penyebab;Solusi;Tgl Selesai;Status';
const states = (): string[] =>
  shop.all<{ state: string }>('SELECT state FROM complaints ORDER BY id').map((one) => one.state);

function edit(): number {
  return openBatch(shop.connection.raw, {
    kind: 'edit',
    label: 'x',
    at: '2026-06-15T06:00:00.000Z',
  });
}

describe('a list of complaints as shops keep it', () => {
  it('is read with no manual setting, and what is wrong in it is named row by row', async () => {
    const draft = await shop.inspect(keluhan);
    expect(sourceIn(draft)).toMatchObject({
      headerRow: 4,
      brings: ['customers', 'products', 'complaints'],
      blockers: [],
    });
    const checked = await shop.check(draft);
    expect(addsUp(checked)).toBe(true);
    expect(checked.counts).toMatchObject({ read: 12, added: 6, skipped: 2, wrong: 4 });
    expect(checked.complaints).toEqual({ added: 6, updated: 0, unchanged: 0 });
    expect(problems(checked)).toMatchObject({
      'answered-before-received': 1,
      'resolved-before-received': 1,
      'date-in-future': 1,
      'complaint-status-unknown': 1,
      'closed-without-solution': 1,
      'blank-row': 1,
      'total-row': 1,
    });
    const { report } = await shop.commit(draft);
    expect(report).toEqual(checked);
    expect(
      shop.all(`SELECT number, channel, state, date(received_at) AS came, has_time,
        date(answered_at) AS answered, date(resolved_at) AS resolved, cause_key FROM complaints`),
    ).toEqual([
      {
        number: 'A-01',
        channel: 'whatsapp',
        state: 'resolved',
        came: '2026-01-13',
        has_time: 0,
        answered: '2026-01-13',
        resolved: '2026-01-15',
        cause_key: 'kemasan bocor',
      },
      expect.objectContaining({ number: 'A-02', channel: 'call', state: 'resolved' }),
      expect.objectContaining({ number: 'A-03', state: 'closed', cause_key: 'kemasan bocor' }),
      expect.objectContaining({ number: 'A-04', channel: 'visit', state: 'diagnosed' }),
      expect.objectContaining({ number: 'A-05', channel: 'social', state: 'received' }),
      expect.objectContaining({ number: 'A-08', state: 'received', resolved: null }),
    ]);
    expect(shop.all('SELECT kind, amount_minor, note FROM compensations')).toEqual([
      { kind: 'replacement', amount_minor: 4_800_000, note: null },
      { kind: 'return', amount_minor: 9_200_000, note: null },
      { kind: 'voucher', amount_minor: 5_000_000, note: 'voucher 50rb' },
    ]);
  });

  it('changes nothing when it comes twice, and leaves nothing when it is undone', async () => {
    const empty = hash();
    const { importId } = await shop.import(keluhan);
    const once = hash();
    const { report } = await shop.import(keluhan);
    expect(report.counts).toMatchObject({ read: 12, added: 0, updated: 0, unchanged: 6 });
    expect(report.complaints).toEqual({ added: 0, updated: 0, unchanged: 6 });
    expect(hash()).toBe(once);
    expect(await shop.undo(importId)).toMatchObject({ kept: [] });
    expect(hash()).toBe(empty);
    expect(shop.one('SELECT count(*) FROM complaint_words')).toBe(0);
  });

  it('keeps its steps with their days and due times from the receipt', async () => {
    await importLines(
      'a.csv',
      `${titles};Tingkat`,
      '2026-05-11 09:00;Ani;081234567890;Kopi dingin;2026-05-11 10:30;lupa;Ganti;2026-05-12 09:15;ditutup;berat',
    );
    expect(shop.all('SELECT move, from_state, to_state, at, note FROM complaint_events')).toEqual([
      row('receive', [null, 'received'], '2026-05-11T02:00:00.000Z', null),
      row('answer', ['received', 'answered'], '2026-05-11T03:30:00.000Z', null),
      row('diagnose', ['answered', 'diagnosed'], '2026-05-11T03:30:00.000Z', 'lupa'),
      row('resolve', ['diagnosed', 'resolved'], '2026-05-12T02:15:00.000Z', 'Ganti'),
      row('close', ['resolved', 'closed'], '2026-05-12T02:15:00.000Z', null),
    ]);
    const [due] = shop.all<Record<string, unknown>>(
      'SELECT has_time, severity, received_at, answer_due_at, resolution_due_at FROM complaints',
    );
    expect(due).toMatchObject({ has_time: 1, severity: 'severe' });
    expect(String(due?.answer_due_at) > '2026-05-11T02:00:00.000Z').toBe(true);
    expect(String(due?.resolution_due_at) > String(due?.answer_due_at)).toBe(true);
  });
});

/** A step as its row has it; `states` are those it led from and to. */
function row(move: string, states: readonly [string | null, string], at: string, note: unknown) {
  const [from_state, to_state] = states;
  return { move, from_state, to_state, at, note };
}

describe('what a file proves of a complaint', () => {
  it('is its state: by status, by dates, and by a solution', async () => {
    const { report } = await importLines(
      'a.csv',
      titles,
      '13/05/2026;A;081234567801;Satu;;;;;',
      '13/05/2026;B;081234567802;Dua;14/05/2026;;;;',
      '13/05/2026;C;081234567803;Tiga;14/05/2026;salah;;;',
      '13/05/2026;D;081234567804;Empat;;;Diganti;;',
      '13/05/2026;E;081234567805;Lima;;;;20/05/2026;',
      '13/05/2026;F;081234567806;Enam;;;;;Selesai',
      '13/05/2026;G;081234567807;Tujuh;;;;;Closed',
      '13/05/2026;H;081234567808;Delapan;;;;20/05/2026;Closed',
      '13/05/2026;I;081234567809;Sembilan;;;Akan diganti;;Proses',
      '13/05/2026;J;081234567810;Sepuluh;;;Diganti;20/05/2026;Baru',
    );
    expect(states()).toEqual([
      ...['received', 'answered', 'diagnosed', 'resolved', 'resolved', 'resolved'],
      ...['received', 'closed', 'answered', 'resolved'],
    ]);
    expect(shop.all('SELECT solution FROM complaints WHERE id IN (5, 6, 8)')).toEqual([
      { solution: 'Selesai' },
      { solution: 'Selesai' },
      { solution: 'Closed' },
    ]);
    expect(problems(report)).toEqual({
      'closed-without-solution': 1,
      'status-behind-dates': 1,
      'answer-date-missing': 1,
      'resolution-date-missing': 2,
    });
    expect(shop.one('SELECT count(*) FROM complaints WHERE has_time = 1')).toBe(0);
  });

  it('never runs backwards: such rows stay out until somebody mends them, each by itself', async () => {
    const path = await shop.file(
      'a.csv',
      [
        titles,
        '13/05/2026;A;081234567801;Satu;12/05/2026;;;;',
        '02/05/2026;B;081234567802;Dua;12/05/2026;;;;',
        '13/05/2026;C;081234567803;Tiga;15/05/2026;;x;14/05/2026;selesai',
        '2026-05-13 10:00;D;081234567804;Empat;2026-05-13 09:59;;;;',
        '2026-05-13 10:00;E;081234567805;Lima;13/05/2026;;;;',
        '13/07/2026;F;081234567806;Enam;;;;;',
      ].join('\n'),
    );
    let draft = await shop.inspect(path);
    const { id, columns } = sourceIn(draft);
    const column = columns.findIndex((each) => each.header === 'Tgl Dijawab');
    const before = await shop.check(draft);
    expect(before.counts).toMatchObject({ added: 2, wrong: 4 });
    expect(problems(before)).toEqual({
      'answered-before-received': 2,
      'resolved-before-answered': 1,
      'date-in-future': 1,
    });
    const fix = {
      column,
      from: '12/05/2026',
      to: '14/05/2026',
      problem: 'answered-before-received',
    };
    draft = await shop.configure(draft, { sourceId: id, fix });
    draft = await shop.configure(draft, {
      sourceId: id,
      fix: { ...fix, from: '2026-05-13 09:59', to: null },
    });
    const after = await shop.commit(draft);
    expect(after.report.counts).toMatchObject({ added: 4, wrong: 2 });
    const answered = shop.all<{ day: string | null }>(
      'SELECT date(answered_at) AS day FROM complaints ORDER BY customer_id',
    );
    // The same text stands rightly in another row, and is left alone there.
    expect(answered.map((one) => one.day)).toEqual([
      '2026-05-14',
      '2026-05-12',
      null,
      '2026-05-13',
    ]);
    expect(shop.one('SELECT count(*) FROM complaints WHERE answered_at < received_at')).toBe(0);
  });

  it('needs no customer, takes the sale of its number, and is numbered by the shop', async () => {
    await importLines(
      'kasir.csv',
      'No Nota;Tanggal Transaksi;Nama Pelanggan;No HP;Nama Barang;Jumlah Barang;Harga Satuan',
      '1;25/03/2026;Ani;081234567890;Kopi;2;10.000',
      '2;25/03/2026;Budi;081234567891;Teh;2;10.000',
    );
    const { report } = await importLines(
      'a.csv',
      'Tgl Masuk;No HP;Keluhan;Produk;No Nota',
      '26/03/2026;081234567890;Kopi basi;kopi;1',
      '26/03/2026;;Toko kotor;;',
      '27/03/2026;081234567890;Nota orang lain;;2',
      '27/03/2025;081234567890;Tahun lalu;;',
    );
    expect(report.products).toEqual({ added: 0, updated: 0, unchanged: 1 });
    expect(problems(report)).toEqual({ 'sale-not-found': 1 });
    expect(
      shop.all('SELECT number, customer_id, product_id, sale_id, kind, words FROM complaints'),
    ).toEqual([
      { number: 'K-2026-001', ...about(1, 1, 1), kind: 'customer', words: '' },
      { number: 'K-2026-002', ...about(null, null, null), kind: 'customer', words: 'Toko kotor' },
      { number: 'K-2026-003', ...about(1, null, null), kind: 'customer', words: '' },
      { number: 'K-2025-001', ...about(1, null, null), kind: 'customer', words: '' },
    ]);
    const next = await importLines('b.csv', 'Tgl Masuk;Keluhan', '28/03/2026;Lampu mati');
    expect(next.report.complaints.added).toBe(1);
    expect(shop.one('SELECT number FROM complaints ORDER BY id DESC LIMIT 1')).toBe('K-2026-004');
  });
});

function about(customer_id: number | null, product_id: number | null, sale_id: number | null) {
  return { customer_id, product_id, sale_id };
}

describe('complaints that are there already', () => {
  const march = [titles, '13/05/2026;Ani;081234567890;Kopi dingin;;;;;baru'];
  const april = [
    titles,
    '13/05/2026;Ani;081234567890;Kopi dingin;14/05/2026;lupa;Ganti;15/05/2026;selesai',
  ];

  it('move on by what a later file says, journalled, and back by an undo', async () => {
    await importLines('a.csv', ...march);
    const before = hash();
    const { importId, report } = await importLines('b.csv', ...april);
    expect(report.complaints).toEqual({ added: 0, updated: 1, unchanged: 0 });
    expect(report.counts).toMatchObject({ updated: 1 });
    expect(states()).toEqual(['resolved']);
    expect(shop.one('SELECT count(*) FROM complaint_events')).toBe(4);
    const old = await importLines('a.csv', ...march);
    expect(old.report.counts).toMatchObject({ unchanged: 1, updated: 0 });
    expect(await shop.undo(importId)).toMatchObject({ kept: [] });
    expect(hash()).toBe(before);
    expect(shop.connection.raw.pragma('foreign_key_check')).toEqual([]);
  });

  it('give back the product that a later file changed, when that file is undone', async () => {
    const of = (product: string) => [
      'Tgl Masuk;No HP;Keluhan;Produk',
      `13/05/2026;081234567890;Dingin;${product}`,
    ];
    await importLines('a.csv', ...of('Kopi'));
    const before = hash();
    const { importId } = await importLines('b.csv', ...of('Teh'));
    expect(shop.one('SELECT product_id FROM complaints')).toBe(2);
    expect(await shop.undo(importId)).toMatchObject({ kept: [] });
    expect(hash()).toBe(before);
  });

  it('are kept by an undo, with customer, product and sale, once somebody worked on them', async () => {
    const { importId } = await importLines(
      'a.csv',
      `${titles};Produk`,
      '13/05/2026;Ani;081234567890;Kopi dingin;;;;;baru;Kopi',
      '13/05/2026;Budi;081234567891;Teh tawar;;;;;baru;Teh',
    );
    insertRow(shop.connection.raw, edit(), 'complaint_events', {
      ...{ complaint_id: 1, move: 'answer', from_state: 'received', to_state: 'answered' },
      at: '2026-06-15T06:00:00.000Z',
    });
    const { kept } = await shop.undo(importId);
    expect(kept.map(({ entity, name }) => [entity, name])).toEqual([
      ['customers', 'Ani'],
      ['products', 'Kopi'],
      ['complaints', 'K-2026-001'],
    ]);
    expect(states()).toEqual(['received']);
    expect(shop.connection.raw.pragma('foreign_key_check')).toEqual([]);
  });

  it('are left as they are where somebody went on after the import that moved them', async () => {
    await importLines('a.csv', ...march);
    const { importId } = await importLines('b.csv', ...april);
    updateRow(shop.connection.raw, edit(), { table: 'complaints', id: 1 }, { state: 'improved' });
    const { kept } = await shop.undo(importId);
    expect(kept).toEqual([{ entity: 'complaints', id: 1, name: 'K-2026-001' }]);
    expect(shop.all('SELECT state, solution FROM complaints')).toEqual([
      { state: 'improved', solution: 'Ganti' },
    ]);
  });

  it('keep customers, products and sales of another import that is undone', async () => {
    const { importId } = await importLines(
      'kasir.csv',
      'No Nota;Tanggal Transaksi;Nama Pelanggan;No HP;Nama Barang;Jumlah Barang;Harga Satuan',
      '1;25/03/2026;Ani;081234567890;Kopi;2;10.000',
      '2;25/03/2026;Budi;081234567891;Teh;2;10.000',
    );
    await importLines('a.csv', 'Tgl Masuk;No HP;Keluhan;No Nota', '26/03/2026;081234567890;Basi;1');
    const { kept } = await shop.undo(importId);
    expect(kept.map(({ entity, name }) => [entity, name])).toEqual([
      ['customers', 'Ani'],
      ['products', 'Kopi'],
      ['sales', '1'],
    ]);
    expect(shop.connection.raw.pragma('foreign_key_check')).toEqual([]);
  });

  describe('that come back although something was changed', () => {
    /** A complaint of April that was mended and closed in May, and a file with its cause in June. */
    async function mendedThenImported() {
      await importLines(
        'a.csv',
        titles,
        '01/04/2026;A;081234567801;Bocor;02/04/2026;Segel;Diganti;03/04/2026;Closed',
      );
      insertRow(shop.connection.raw, edit(), 'corrective_actions', {
        complaint_id: 1,
        what: 'Segel baru',
        due_on: '2026-05-01',
        check_on: '2026-05-20',
        done_on: '2026-05-01',
        created_at: '2026-04-03T03:00:00.000Z',
      });
      const before = hash();
      const { importId } = await importLines(
        'b.csv',
        titles,
        '02/06/2026;B;081234567802;Bocor;03/06/2026;segel!;;;',
        '03/06/2026;C;081234567803;Bocor lagi;04/06/2026;Segel;;;',
      );
      return { before, importId };
    }
    const earlier = () =>
      shop
        .all('SELECT state, closed_at FROM complaints WHERE id = 1')
        .concat(
          shop.all('SELECT verdict FROM corrective_actions'),
          shop.all("SELECT move, note FROM complaint_events WHERE move = 'recur'"),
          shop.all('SELECT came_back_from FROM complaints WHERE id > 1'),
        );

    it('open the earlier one again, and the undo of the import closes it', async () => {
      const { before, importId } = await mendedThenImported();
      expect(earlier()).toEqual([
        { state: 'resolved', closed_at: null },
        { verdict: 'came-back' },
        { move: 'recur', note: 'K-2026-002' },
        { came_back_from: 1 },
        { came_back_from: null },
      ]);
      expect(await shop.undo(importId)).toMatchObject({ kept: [] });
      expect(hash()).toBe(before);
    });

    it('leave it open, verdict and all, once somebody worked on it or on what came', async () => {
      const { importId } = await mendedThenImported();
      updateRow(shop.connection.raw, edit(), { table: 'complaints', id: 2 }, { state: 'received' });
      const { kept } = await shop.undo(importId);
      expect(kept.map(({ entity, id }) => `${entity} ${id}`)).toEqual([
        'customers 2',
        'complaints 1',
        'complaints 2',
      ]);
      expect(earlier().slice(0, 3)).toEqual([
        { state: 'resolved', closed_at: null },
        { verdict: 'came-back' },
        { move: 'recur', note: 'K-2026-002' },
      ]);
    });
  });

  it('stay in the trash, and are not moved once they were opened again', async () => {
    await importLines('a.csv', ...april);
    updateRow(
      shop.connection.raw,
      edit(),
      { table: 'complaints', id: 1 },
      { state: 'answered', reopened: 1 },
    );
    const again = await importLines('a.csv', ...april);
    expect(again.report.counts).toMatchObject({ unchanged: 1 });
    updateRow(
      shop.connection.raw,
      edit(),
      { table: 'complaints', id: 1 },
      { deleted_at: '2026-06-15T06:00:00Z' },
    );
    const third = await importLines('a.csv', ...april);
    expect(third.report.counts).toMatchObject({ skipped: 1, added: 0 });
    expect(problems(third.report)).toEqual({ 'complaint-in-trash': 1 });
  });

  it('are known by their number, unless it is plainly the number of another', async () => {
    const head = 'No Keluhan;Tgl Masuk;No HP;Keluhan';
    await importLines('a.csv', head, 'K-7;13/05/2026;081234567890;Kopi dingin');
    const same = await importLines('b.csv', head, 'k-7;13/05/2026;081234567890;Kopi dingin sekali');
    expect(same.report.complaints).toEqual({ added: 0, updated: 1, unchanged: 0 });
    const lines = [head, 'K-7;20/05/2026;081234567891;Teh tawar'];
    const other = await importLines('c.csv', ...lines);
    expect(problems(other.report)).toEqual({ 'number-taken': 1 });
    expect(shop.all('SELECT number, title FROM complaints')).toEqual([
      { number: 'K-7', title: 'Kopi dingin sekali' },
      { number: 'K-2026-001', title: 'Teh tawar' },
    ]);
    const again = await importLines('c.csv', ...lines);
    expect(again.report.counts).toMatchObject({ unchanged: 1, added: 0, updated: 0 });
  });
});
