import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBatch, updateRow } from '#db/history/journal.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import {
  addsUp,
  type ImportShop,
  openImportShop,
  sourceIn,
} from '#tests/support/shop/import-fixtures.ts';

const notes = join(import.meta.dirname, '../../fixtures/catatan-kontak.csv');

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
const titles = 'Tgl Kontak;Jam;Nama;No HP;Media;Arah;Catatan;Hasil;Hubungi Lagi';

function change(table: 'interactions' | 'follow_ups', id: number, values: Record<string, string>) {
  const { raw } = shop.connection;
  const batch = openBatch(raw, { kind: 'edit', label: 'x', at: '2026-06-15T06:00:00.000Z' });
  updateRow(raw, batch, { table, id }, values);
}

describe('a list of contacts as shops keep it', () => {
  it('is read with no manual setting, and what is wrong in it is named row by row', async () => {
    const draft = await shop.inspect(notes);
    expect(sourceIn(draft)).toMatchObject({ headerRow: 3, brings: ['customers', 'contacts'] });
    const checked = await shop.check(draft);
    expect(checked.counts).toMatchObject({ read: 9, added: 6, wrong: 3 });
    expect(problems(checked)).toEqual({
      'contact-without-customer': 1,
      'next-before-contact': 1,
      'impossible-date': 1,
      'name-differs': 1,
    });
    const { report } = await shop.commit(draft);
    expect(report).toEqual(checked);
    const [first, , third, fourth, fifth] = shop.all<Record<string, unknown>>(
      'SELECT channel, direction, happened_at, has_time, outcome, text FROM interactions',
    );
    expect(first).toEqual({
      channel: 'whatsapp',
      direction: 'in',
      happened_at: '2026-01-13T02:15:00.000Z',
      has_time: 1,
      outcome: 'reached',
      text: 'Tanya kopi untuk arisan, minta harga 5 kg',
    });
    expect(third).toMatchObject({ has_time: 0, happened_at: '2026-01-28T05:00:00.000Z' });
    // A result in the shop's own words stays with the note.
    expect(fourth?.text).toBe(
      'Minta faktur bulanan dikirim tiap tanggal 1\nsudah dikirim fakturnya',
    );
    expect(fifth).toMatchObject({ channel: 'visit', direction: 'in' });
  });

  it('makes contact-again dates, kept where a later contact is written down', async () => {
    await shop.import(notes);
    expect(
      shop.all('SELECT first_due_on, due_on, cause, reason, done_on, done_at FROM follow_ups'),
    ).toEqual([
      {
        ...{ first_due_on: '2026-01-20', due_on: '2026-01-20', cause: 'own' },
        ...{ reason: 'tanya jadi pesan', done_on: '2026-01-20' },
        done_at: '2026-01-20T03:05:00.000Z',
      },
      expect.objectContaining({ due_on: '2026-02-04', done_on: null }),
      expect.objectContaining({ due_on: '2026-12-15', done_on: null }),
    ]);
  });

  it('changes nothing when it comes twice, and leaves nothing when it is undone', async () => {
    const empty = hash();
    const { importId } = await shop.import(notes);
    const once = hash();
    const { report } = await shop.import(notes);
    expect(report.counts).toMatchObject({ read: 9, added: 0, updated: 0, unchanged: 6, wrong: 3 });
    expect(report.followUps).toEqual({ added: 0, updated: 0, unchanged: 3 });
    expect(hash()).toBe(once);
    expect(await shop.undo(importId)).toMatchObject({ kept: [] });
    expect(hash()).toBe(empty);
  });
});

describe('contacts that are there already', () => {
  const january = [titles, '13/01/2026;;Ani;081234567890;wa;keluar;Tanya kabar;;20/01/2026'];

  it('take the outcome of a later file, and keep the date that it kept', async () => {
    await importLines('a.csv', ...january);
    const before = hash();
    const { importId, report } = await importLines(
      'b.csv',
      titles,
      '13/01/2026;;Ani;081234567890;wa;keluar;Tanya kabar;menunggu;20/01/2026',
      '21/01/2026;;Ani;081234567890;wa;keluar;Tanya lagi;pesan;',
    );
    expect(report.contacts).toEqual({ added: 1, updated: 1, unchanged: 0 });
    expect(report.followUps).toEqual({ added: 0, updated: 1, unchanged: 0 });
    expect(shop.all('SELECT done_on FROM follow_ups')).toEqual([{ done_on: '2026-01-21' }]);
    await shop.undo(importId);
    expect(hash()).toBe(before);
  });

  it('are two where two rows are alike, however often the file comes', async () => {
    const lines = [
      titles,
      '13/01/2026;;Ani;081234567890;Telp;keluar;;tidak diangkat;',
      '13/01/2026;;Ani;081234567890;Telp;keluar;;tidak diangkat;',
    ];
    expect((await importLines('a.csv', ...lines)).report.contacts.added).toBe(2);
    const again = await importLines('a.csv', ...lines);
    expect(again.report.contacts).toEqual({ added: 0, updated: 0, unchanged: 2 });
  });

  it('are kept by an undo when they were edited, and so is the customer', async () => {
    const { importId } = await importLines(
      'a.csv',
      ...january,
      '14/01/2026;;Budi;081234567891;wa;masuk;Tanya harga;;20/01/2026',
      '14/01/2026;;Cici;081234567892;wa;masuk;Tanya harga;;',
    );
    change('interactions', 1, { text: 'Tanya kabar keluarga' });
    change('follow_ups', 2, { due_on: '2026-07-01' });
    const { kept } = await shop.undo(importId);
    expect(kept.map(({ entity, name }) => [entity, name])).toEqual([
      ['customers', 'Ani'],
      ['customers', 'Budi'],
      ['interactions', 'Ani'],
      ['follow_ups', 'Budi'],
    ]);
    expect(shop.connection.raw.pragma('foreign_key_check')).toEqual([]);
  });

  it('stay in the trash, and so do those of a customer in the trash', async () => {
    await importLines('a.csv', ...january);
    change('interactions', 1, { deleted_at: '2026-06-15T06:00:00.000Z' });
    const again = await importLines('a.csv', ...january);
    expect(problems(again.report)).toEqual({ 'contact-in-trash': 1 });
    shop.connection.raw.exec("UPDATE customers SET deleted_at = '2026-06-15T06:00:00.000Z'");
    const third = await importLines('b.csv', titles, '15/01/2026;;Ani;081234567890;wa;;Halo;;');
    expect(problems(third.report)).toEqual({ 'customer-in-trash': 1 });
    expect(shop.one('SELECT count(*) FROM interactions')).toBe(1);
  });
});

describe('files of other kinds', () => {
  it('stay what they are, whatever words they share with lists of contacts', async () => {
    const list = await shop.inspect(
      await shop.file(
        'pelanggan.csv',
        'Nama;No HP;Tanggal Lahir;Catatan;Channel\nAni;081234567890;13/05/1990;suka kopi;wa\n',
      ),
    );
    expect(sourceIn(list).brings).toEqual(['customers']);
    const till = await shop.inspect(
      await shop.file(
        'kasir.csv',
        'Tanggal;Nama;No HP;Nama Barang;Qty;Harga;Keluhan\n13/05/2026;Ani;081234567890;Kopi;2;10.000;dingin\n',
      ),
    );
    expect(sourceIn(till).brings).toEqual(['customers', 'products', 'sales']);
  });

  it('say what a list of contacts or complaints still lacks', async () => {
    const path = await shop.file(
      'a.csv',
      'A;B;C\n13/05/2026;Ani;halo\n14/05/2026;Budi;apa kabar\n',
    );
    let draft = await shop.inspect(path);
    const { id: sourceId } = sourceIn(draft);
    draft = await shop.configure(draft, { sourceId, fields: { '2': 'contact.text' } });
    expect(sourceIn(draft).blockers).toContain('contact-date-missing');
    draft = await shop.configure(draft, { sourceId, fields: { '0': 'contact.date' } });
    expect(sourceIn(draft).blockers).toContain('contact-customer-missing');
    draft = await shop.configure(draft, { sourceId, fields: { '1': 'customer.name' } });
    expect(sourceIn(draft)).toMatchObject({ blockers: [], brings: ['customers', 'contacts'] });
    draft = await shop.configure(draft, {
      sourceId,
      fields: { '0': 'ignore', '2': 'complaint.text' },
    });
    expect(sourceIn(draft).blockers).toContain('complaint-date-missing');
  });
});
