import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBatch, updateRow } from '#db/history/journal.ts';
import { tagCustomer } from '#db/queries/customers/write.ts';
import { customersOfImport, listImports } from '#db/queries/imports/read.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const till =
  'No Nota;Tanggal Transaksi;Nama Pelanggan;No HP;Kota;Nama Barang;Jumlah Barang;Harga Satuan';
const march = [
  till,
  '1;25/03/2026;Ani;081234567890;Solo;Kopi;2;10.000',
  '2;26/03/2026;Budi;081234567891;Solo;Teh;1;5.000',
  '3;27/03/2026;Cici;081234567892;Solo;Gula;1;5.000',
];

async function importLines(name: string, lines: readonly string[]) {
  return shop.import(await shop.file(name, `${lines.join('\n')}\n`));
}

function hash(): string {
  return logicalDumpHash(shop.connection.raw);
}

/** One that is aborted the moment it is looked at for that time. */
function abortedAt(look: number): AbortSignal {
  const controller = new AbortController();
  let looks = 0;
  return new Proxy(controller.signal, {
    get: (signal, name) => {
      if (name === 'aborted') looks += 1;
      if (looks === look) controller.abort();
      const value: unknown = Reflect.get(signal, name, signal);
      return typeof value === 'function' ? value.bind(signal) : value;
    },
  });
}

function edit(table: 'customers' | 'sales', id: number, values: Record<string, string>): void {
  const { raw } = shop.connection;
  const batch = openBatch(raw, { kind: 'edit', label: 'edit', at: '2026-06-15T06:00:00.000Z' });
  updateRow(raw, batch, { table, id }, values);
}

describe('undoing an import', () => {
  it('puts updates back too, and follows with figures and search', async () => {
    await importLines('a.csv', march);
    const before = hash();
    const { importId, report } = await importLines('b.csv', [
      till,
      '1;25/03/2026;Ani;081234567890;Solo;Kopi;5;10.000',
      '2;26/03/2026;Budi;081234567891;Solo;Gula;1;9.000',
      '9;28/03/2026;Dodi;081234567899;Solo;Susu;1;9.000',
    ]);
    expect(report.lines).toEqual({ added: 2, updated: 1, unchanged: 0 });
    const list = await importLines('c.csv', [
      'Nama Pelanggan;No HP;Kota;Email',
      'Ani Rahayu;081234567890;Klaten;ani@a.id',
    ]);
    expect(list.report.customers.updated).toBe(1);
    expect(
      shop.one("SELECT count(*) FROM customer_words WHERE customer_words MATCH 'klaten'"),
    ).toBe(1);
    expect(await shop.undo(list.importId)).toMatchObject({ kept: [] });
    expect(
      shop.one("SELECT count(*) FROM customer_words WHERE customer_words MATCH 'klaten'"),
    ).toBe(0);
    expect(await shop.undo(importId)).toMatchObject({ kept: [] });
    expect(hash()).toBe(before);
    expect(shop.one('SELECT sum(revenue_minor) FROM customer_figures')).toBe(3_000_000);
  });

  it('keeps and names what was edited in between, with everything that hangs on it', async () => {
    const { importId } = await importLines('a.csv', march);
    edit('customers', 1, { name: 'Ani Rahayu' });
    edit('sales', 2, { note: 'antar sore' });
    const undone = await shop.undo(importId);
    expect(undone.kept).toEqual([
      { entity: 'customers', id: 1, name: 'Ani Rahayu' },
      { entity: 'customers', id: 2, name: 'Budi' },
      { entity: 'products', id: 2, name: 'Teh' },
      { entity: 'sales', id: 2, name: '2' },
    ]);
    expect(shop.all('SELECT name FROM customers')).toEqual([
      { name: 'Ani Rahayu' },
      { name: 'Budi' },
    ]);
    expect(shop.all('SELECT number FROM sales')).toEqual([{ number: '2' }]);
    expect(shop.one('SELECT count(*) FROM contact_points')).toBe(2);
    expect(shop.connection.raw.pragma('foreign_key_check')).toEqual([]);
  });

  it('keeps a customer that was tagged or that another import sold to', async () => {
    const { importId } = await importLines('a.csv', march);
    const { raw } = shop.connection;
    tagCustomer(
      raw,
      openBatch(raw, { kind: 'edit', label: 'tag', at: '2026-06-15T06:00:00.000Z' }),
      3,
      'vip',
    );
    await importLines('b.csv', [till, '8;28/04/2026;Budi;081234567891;Solo;Susu;1;9.000']);
    const { kept } = await shop.undo(importId);
    expect(kept.map(({ entity, name }) => [entity, name])).toEqual([
      ['customers', 'Budi'],
      ['customers', 'Cici'],
    ]);
    expect(shop.all('SELECT number FROM sales')).toEqual([{ number: '8' }]);
  });

  it('leaves a field alone that was changed after the import changed it', async () => {
    await importLines('a.csv', ['Nama Pelanggan;No HP;Pekerjaan', 'Ani;081234567890;Guru']);
    const { importId } = await importLines('b.csv', [
      'Nama Pelanggan;No HP;Pekerjaan',
      'Ani Rahayu;081234567890;Dosen',
    ]);
    edit('customers', 1, { occupation: 'Rektor' });
    const { kept, restored } = await shop.undo(importId);
    expect([kept, restored]).toEqual([[{ entity: 'customers', id: 1, name: 'Ani' }], 1]);
    expect(shop.all('SELECT name, name_key, occupation FROM customers')).toEqual([
      { name: 'Ani', name_key: 'ani', occupation: 'Rektor' },
    ]);
  });

  it('is all or nothing, and happens once', async () => {
    const { importId } = await importLines('a.csv', march);
    const before = hash();
    const controller = new AbortController();
    const cancelled = {
      ...shop.ctx,
      signal: controller.signal,
      progress: () => controller.abort(),
    };
    const { importTasks } = await import('#electron/services/imports/tasks.ts');
    await expect(importTasks['imports.undo'](cancelled, { importId }, null)).rejects.toMatchObject({
      error: { code: 'CANCELLED' },
    });
    expect(hash()).toBe(before);
    await shop.undo(importId);
    await expect(shop.undo(importId)).rejects.toMatchObject({ error: { code: 'CONFLICT' } });
    await expect(shop.undo(77)).rejects.toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('lets the same file come in again as new', async () => {
    const { importId } = await importLines('a.csv', march);
    await shop.undo(importId);
    const again = await shop.inspect(await shop.file('a.csv', `${march.join('\n')}\n`));
    expect(again.sources[0]?.importedBefore).toBeNull();
    expect((await shop.commit(again)).report.sales.added).toBe(3);
    const entries = await listImports(shop.connection.db, 10);
    expect(entries.map(({ id, status, files }) => [id, status, files])).toEqual([
      [2, 'done', ['a.csv']],
      [1, 'undone', ['a.csv']],
    ]);
    const brought = await customersOfImport(shop.connection.db, { importId: 2, limit: 2 });
    expect(brought.map((each) => each.name)).toEqual(['Cici', 'Budi']);
  });
});

describe('stopping an import', () => {
  it('leaves nothing behind wherever it is stopped', async () => {
    const lines = [till];
    for (let n = 1; n <= 3000; n += 1) {
      lines.push(
        `${n};25/03/2026;Nama ${n};0812${String(30_000_000 + n)};Solo;Kopi ${n % 7};2;10.000`,
      );
    }
    const path = await shop.file('besar.csv', `${lines.join('\n')}\n`);
    const { importTasks } = await import('#electron/services/imports/tasks.ts');
    const before = hash();
    const draft = await shop.inspect(path);
    let stopped = 0;
    for (let at = 1; at < 600; at += 1) {
      const signal = abortedAt(at);
      const ctx = { ...shop.ctx, signal };
      const outcome = await importTasks['imports.commit'](ctx, { draftId: draft.id }, null).then(
        () => 'done',
        (error: unknown) => error,
      );
      if (outcome === 'done') break;
      expect(outcome).toMatchObject({ error: { code: 'CANCELLED' } });
      expect(hash()).toBe(before);
      expect(shop.one('SELECT count(*) FROM imports')).toBe(0);
      stopped += 1;
    }
    expect(stopped).toBeGreaterThan(8);
    tellFigure('R4', `${stopped} stops, at every point that heeds one: the same hash as before`);
    expect(shop.one('SELECT count(*) FROM customers')).toBe(3000);
  });
});
