import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ImportShop, openImportShop, sourceIn } from '#tests/support/shop/import-fixtures.ts';
import { makeZip } from '#tests/support/shop/make-xlsx.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

interface Note {
  readonly at: string;
  readonly direction: string;
  readonly text: string;
}
const notes = () =>
  shop.all<Note>(
    'SELECT happened_at AS at, direction, text FROM interactions WHERE deleted_at IS NULL ORDER BY happened_at, id',
  );
const names = () => shop.all<{ name: string }>('SELECT name FROM customers ORDER BY id');

/** As Android writes it in Indonesian: a line for each message, more lines where it has more. */
const android = [
  '25/03/26 09.15 - Pesan dan panggilan dienkripsi secara end-to-end. Ketuk untuk info selengkapnya.',
  '25/03/26 09.15 - Bu Ratna: Pagi, kopi 2 kg ada?',
  'Yang gilingan halus ya: seperti kemarin',
  '25/03/26 09.20 - Toko Melati: Ada Bu',
  '25/03/26 09.20 - Toko Melati: Ada Bu',
  '26/03/26 14.02 - Bu Ratna: <Media tidak disertakan>',
  '',
].join('\n');

describe('a chat that WhatsApp has written out', () => {
  it('from Android becomes the history of whom its file is named after', async () => {
    const path = await shop.file('Chat WhatsApp dengan Bu Ratna.txt', android);
    const draft = await shop.inspect(path);
    expect(sourceIn(draft)).toMatchObject({
      chat: { senders: ['Bu Ratna', 'Toko Melati'], with: 'Bu Ratna' },
      brings: ['customers', 'contacts'],
      blockers: [],
    });
    const { report } = await shop.commit(draft);
    expect(report.counts).toEqual({
      ...{ read: 5, added: 4, updated: 0, unchanged: 0, skipped: 1, wrong: 0 },
    });
    // What WhatsApp itself says is no message, and is said to stay behind.
    expect(report.notTaken.columns).toMatchObject([{ header: 'Catatan WhatsApp', filled: 1 }]);
    expect(names()).toEqual([{ name: 'Bu Ratna' }]);
    expect(notes()).toEqual([
      {
        at: '2026-03-25T02:15:00.000Z',
        direction: 'in',
        text: 'Pagi, kopi 2 kg ada?\nYang gilingan halus ya: seperti kemarin',
      },
      { at: '2026-03-25T02:20:00.000Z', direction: 'out', text: 'Ada Bu' },
      { at: '2026-03-25T02:20:00.000Z', direction: 'out', text: 'Ada Bu' },
      { at: '2026-03-26T07:02:00.000Z', direction: 'in', text: '<Media tidak disertakan>' },
    ]);
  });

  it('again, and grown since, brings only what is new', async () => {
    const path = await shop.file('Chat WhatsApp dengan Bu Ratna.txt', android);
    await shop.import(path);
    const again = await shop.import(path);
    expect(again.report.counts).toMatchObject({ added: 0, updated: 0, unchanged: 4, wrong: 0 });
    const more = `${android}27/03/26 08.00 - Bu Ratna: Terima kasih\n`;
    const grown = await shop.import(await shop.file('Chat WhatsApp dengan Bu Ratna (1).txt', more));
    expect(grown.report.counts).toMatchObject({ added: 1, unchanged: 4 });
    expect(notes()).toHaveLength(5);
    // The same talk as an iPhone writes it, with seconds and marks.
    const iphone = android.replace(
      /^(\d\d)\/(\d\d)\/(\d\d) (\d\d)\.(\d\d) - /gm,
      '\u200e[$1/$2/$3 $4.$5.07] ',
    );
    const other = await shop.import(await shop.file('WhatsApp Chat - Bu Ratna.txt', iphone));
    expect(other.report.counts).toMatchObject({ added: 0, unchanged: 4 });
  });

  it('in English, with months first and twelve hours, is read by the order of its days', async () => {
    const text = [
      '3/9/26, 11:58\u202fPM - Sekar Shop: Good night',
      '3/10/26, 12:04\u202fAM - +62 812-5550-0137: Is it open?',
      '4/1/26, 9:00\u202fAM - Sekar Shop: Yes: from 9',
    ].join('\r\n');
    const path = await shop.file('WhatsApp Chat with +62 812-5550-0137.txt', text);
    const { report } = await shop.import(path);
    expect(report.counts).toMatchObject({ read: 3, added: 3, wrong: 0 });
    expect(shop.one<string>('SELECT value FROM contact_points')).toBe('+6281255500137');
    expect(notes().map(({ at, direction }) => [at, direction])).toEqual([
      ['2026-03-09T16:58:00.000Z', 'out'],
      ['2026-03-09T17:04:00.000Z', 'in'],
      ['2026-04-01T02:00:00.000Z', 'out'],
    ]);
  });

  it('asks whom it is with where its name does not say, and goes by the answer', async () => {
    const draft = await shop.inspect(await shop.file('_chat.txt', android));
    const source = sourceIn(draft);
    expect(source).toMatchObject({ chat: { with: null }, blockers: ['chat-with-missing'] });
    const answered = await shop.configure(draft, { sourceId: source.id, chatWith: 'Bu Ratna' });
    expect(answered.isReady).toBe(true);
    await shop.commit(answered);
    expect(names()).toEqual([{ name: 'Bu Ratna' }]);
    expect(notes().map(({ direction }) => direction)).toEqual(['in', 'out', 'out', 'in']);
  });

  it('of days that may be read in two ways takes those that follow each other', async () => {
    const text = ['3/4/26, 10:00 AM - Ayu: Halo', '3/5/26, 10:01 AM - Toko: Ya'].join('\n');
    await shop.import(await shop.file('Chat WhatsApp dengan Ayu.txt', text));
    expect(notes().map(({ at }) => at.slice(0, 10))).toEqual(['2026-03-04', '2026-03-05']);
  });

  it('of a single day reads it as the shop writes its days, and lets that be changed', async () => {
    const text = '03/04/26 10.00 - Ayu: Halo\n03/04/26 10.01 - Toko: Ya\n';
    const draft = await shop.inspect(await shop.file('Chat WhatsApp dengan Ayu.txt', text));
    const day = sourceIn(draft).columns.find(({ field }) => field === 'contact.date');
    expect(day?.read[0]).toBe('2026-04-03');
    const readings = { [day?.index ?? 0]: { dateOrder: 'mdy' as const } };
    await shop.commit(await shop.configure(draft, { sourceId: 1, readings }));
    expect(notes()[0]?.at).toBe('2026-03-04T03:00:00.000Z');
  });

  it('from an iPhone comes in its zip', async () => {
    const path = await shop.file('WhatsApp Chat - Bu Ratna.zip', '');
    const text = '[05/03/26 14.22.05] Bu Ratna: \u200ePesan terenkripsi secara end-to-end.\r\n';
    const said =
      '[15/03/26 14.22.05] Bu Ratna: Halo\r\n\u200e[15/03/26 14.23.00] Toko: \u200egambar dihilangkan\r\n';
    makeZip(path, [
      { name: '_chat.txt', content: text + said },
      { name: '00001-PHOTO.jpg', content: Buffer.from([255, 216, 255]) },
    ]);
    const { report } = await shop.import(path);
    expect(report.counts).toMatchObject({ read: 3, added: 2, skipped: 1 });
    expect(notes().map(({ text: each }) => each)).toEqual(['Halo', 'gambar dihilangkan']);
  });

  it('of a group is refused by name', async () => {
    const text = `${android}27/03/26 08.00 - Pak Budi: Ikut\n`;
    const { refused } = await shop.inspect(
      await shop.file('Chat WhatsApp dengan Arisan.txt', text),
    );
    expect(refused).toMatchObject([{ reason: 'unsupported', detail: 'group-chat' }]);
  });

  it('keeps a message that no note can hold whole, in several', async () => {
    const long = 'kopi '.repeat(3000).trim();
    const text = `25/03/26 09.15 - Ayu: ${long}\n26/03/26 09.15 - Ayu: ya\n`;
    const { report } = await shop.import(await shop.file('Chat WhatsApp dengan Ayu.txt', text));
    expect(report.counts.wrong).toBe(0);
    const kept = notes().map(({ text: each }) => each);
    expect(kept.slice(0, -1).join('').replace(/\s/g, '')).toBe(long.replace(/\s/g, ''));
  });

  it('goes to who is there under that very name, and leaves with the import', async () => {
    await shop.import(await shop.file('k.csv', 'Nama Pelanggan;No HP\nBu Ratna;081255500137\n'));
    const { importId } = await shop.import(
      await shop.file('Chat WhatsApp dengan Bu Ratna.txt', android),
    );
    expect(names()).toHaveLength(1);
    expect(notes()).toHaveLength(4);
    await shop.undo(importId);
    expect(notes()).toEqual([]);
  });
});
