import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { tellFigure } from '#tests/support/figures.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { addsUp, type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

const days = ['01/05/2026', '13/05/2026', '2026-05-13 09:00', '14 Mei 2026', '20/05/2026', ''];
const pick = (...values: readonly string[]) => fc.constantFrom(...values);
const who = pick('Ani;081234567890', 'Budi;081234567891', 'Cici;', ';');

const complaint = fc
  .tuple(
    pick('', '', 'A-1', 'A-2', 'K-2026-001'),
    pick(...days),
    who,
    pick('wa', 'telp', 'merpati', ''),
    pick('Kopi dingin', 'Teh tawar. Minta ganti yang baru.', ''),
    pick('Kopi', 'Teh', ''),
    pick(...days),
    pick('salah', ''),
    pick('Diganti', ''),
    pick(...days),
    pick('ganti baru', 'voucher', ''),
    pick('10.000', '25.000', ''),
    pick('baru', 'proses', 'selesai', 'ditutup', ''),
  )
  .map((cells) => cells.join(';'));
const complaintTitles =
  'No Keluhan;Tgl Masuk;Nama;No HP;Media;Keluhan;Produk;Tgl Dijawab;Penyebab;Solusi;Tgl Selesai;' +
  'Ganti Rugi;Nilai Ganti Rugi;Status';

const contact = fc
  .tuple(
    pick(...days),
    pick('09.00', '10:30', ''),
    who,
    pick('wa', 'telp', ''),
    pick('masuk', 'keluar', ''),
    pick('Tanya harga', 'Halo', ''),
    pick('pesan', 'menunggu', 'nanti sore', ''),
    pick('20/05/2026', '21/06/2026', ''),
    pick('tanya lagi', ''),
  )
  .map((cells) => cells.join(';'));
const contactTitles = 'Tgl Kontak;Jam;Nama;No HP;Media;Arah;Catatan;Hasil;Hubungi Lagi;Alasan';

const file = fc.oneof(
  fc.array(complaint, { minLength: 1, maxLength: 8 }).map((rows) => [complaintTitles, ...rows]),
  fc.array(contact, { minLength: 1, maxLength: 8 }).map((rows) => [contactTitles, ...rows]),
);

const backwards = `SELECT count(*) FROM complaints WHERE answered_at < received_at
  OR resolved_at < answered_at OR closed_at < resolved_at`;

/** Imports a file with its columns as titled; null: nothing in it can be taken. */
async function take(shop: ImportShop, lines: readonly string[]) {
  const draft = await shop.inspect(await shop.file('a.csv', `${lines.join('\n')}\n`));
  if (!draft.isReady) return null;
  const done = await shop.commit(draft);
  expect(addsUp(done.report)).toBe(true);
  return done;
}

it('any files of complaints and contacts change nothing the second time, and leave nothing undone', async () => {
  let undone = 0;
  const run = fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (files) => {
    const shop = await openImportShop({ settings: { language: 'id' }, today: '2026-06-15' });
    const hash = (): string => logicalDumpHash(shop.connection.raw);
    try {
      const states: { readonly before: string; readonly importId: number }[] = [];
      for (const lines of files) {
        const before = hash();
        const first = await take(shop, lines);
        if (first === null) continue;
        const after = hash();
        const again = await take(shop, lines);
        expect(again?.report.counts).toMatchObject({ added: 0, updated: 0 });
        expect(hash()).toBe(after);
        expect(shop.one(backwards)).toBe(0);
        states.push({ before, importId: first.importId });
      }
      for (const { before, importId } of states.reverse()) {
        expect(await shop.undo(importId)).toMatchObject({ kept: [] });
        expect(hash()).toBe(before);
        undone += 1;
      }
      expect(shop.connection.raw.pragma('foreign_key_check')).toEqual([]);
    } finally {
      await shop.close();
    }
  });
  await fc.assert(run, { numRuns: process.env.LANGGAN_FULL === '1' ? 150 : 20 });
  expect(undone).toBeGreaterThan(20);
  tellFigure('R4', `${undone} random imports undone: the same hash as before`);
});
