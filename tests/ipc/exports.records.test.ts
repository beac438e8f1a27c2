import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exportComplaints } from '#electron/services/exports/complaints.ts';
import { exportInteractions } from '#electron/services/exports/interactions.ts';
import { contract, type Input } from '#shared/contract/index.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

async function openShop(language: 'id' | 'en'): Promise<ImportShop> {
  const shop = await openImportShop({ settings: { language }, today: '2026-06-15' });
  onTestFinished(() => shop.close());
  return shop;
}

async function filledShop(language: 'id' | 'en'): Promise<ImportShop> {
  const shop = await openShop(language);
  await shop.import(
    await shop.file(
      'kasir.csv',
      'No Nota;Tanggal Transaksi;No HP;Nama Barang;SKU;Jumlah Barang;Harga Satuan\n' +
        'N-001;25/03/2026;081255500101;Robusta Temanggung 200 g;R-1;2;10.000\n',
    ),
  );
  await shop.import(join(fixtures, 'keluhan-kedai.csv'));
  await shop.import(join(fixtures, 'catatan-kontak.csv'));
  // What only the app itself writes: hours, seconds, other kinds, several compensations.
  shop.connection.raw.exec(`
    INSERT INTO customers (name, name_key, created_at) VALUES ('Toko "Jaya", Solo', 'toko jaya solo', '');
    INSERT INTO customer_identifiers (customer_id, scheme, value)
      SELECT id, 'kode', 'TJ-1' FROM customers WHERE name_key = 'toko jaya solo';
    INSERT INTO complaints (number, kind, customer_id, channel, severity, title, words, state,
      received_at, has_time, answer_due_at, resolution_due_at, answered_at, answer, cause, cause_key,
      cause_note, diagnosed_at, solution, resolved_at, closed_at, handled_by, created_at)
    SELECT 'K-2026-050', 'employee', id, 'call', 'severe', 'Pintu macet', 'Satu' || char(10) || 'Dua; "tiga"',
      'closed', '2026-05-11T02:00:05.123Z', 1, '2026-05-11T04:00:00.000Z', '2026-05-12T04:00:00.000Z',
      '2026-05-11T02:30:59.000Z', '=Segera', 'engsel', 'engsel', 'aus', '2026-05-11T02:31:00.000Z',
      'Ganti engsel', '2026-05-11T05:00:00.000Z', '2026-05-13T02:00:00.000Z', 'Sinta', ''
    FROM customers WHERE name_key = 'toko jaya solo';
    INSERT INTO complaints (number, kind, channel, severity, title, state, received_at, has_time,
      answer_due_at, resolution_due_at, created_at)
    VALUES ('K-2026-051', 'regulator', 'letter', 'light', 'Izin', 'received', '2026-05-20T05:00:00.000Z',
      1, '', '', '');
    INSERT INTO compensations (complaint_id, customer_id, kind, amount_minor, cost_minor,
      is_within_authority, given_on)
    SELECT c.id, c.customer_id, v.column1, v.column2, v.column2, 1, '2026-05-13'
    FROM complaints c, (VALUES ('voucher', 5000050), ('refund', 100)) v WHERE c.number = 'K-2026-050';
    INSERT INTO interactions (customer_id, channel, direction, topic, happened_at, text, outcome, created_at)
    SELECT id, 'letter', 'in', 'suggestion', '2026-05-12T02:07:31.000Z', 'Dua baris' || char(10) || 'saran', NULL, ''
    FROM customers WHERE name_key = 'toko jaya solo';
  `);
  return shop;
}

const complaintFacts = `
  SELECT c.number, c.kind, coalesce(g.name, '-') AS customer, c.channel, c.severity, c.title, c.words,
    p.name AS product, c.state, substr(c.received_at, 1, 16) AS received, c.has_time,
    substr(c.answered_at, 1, 16) AS answered, c.answer, c.cause, c.cause_key, c.cause_note, c.solution,
    substr(c.resolved_at, 1, 16) AS resolved, substr(c.closed_at, 1, 16) AS closed, c.handled_by,
    (SELECT sum(amount_minor) FROM compensations o WHERE o.complaint_id = c.id) AS given,
    (SELECT kind FROM compensations o WHERE o.complaint_id = c.id ORDER BY amount_minor DESC) AS kind_given
  FROM complaints c LEFT JOIN customers g ON g.id = c.customer_id
    LEFT JOIN products p ON p.id = c.product_id ORDER BY c.number`;
const contactFacts = `
  SELECT g.name AS customer, i.channel, i.direction, i.topic, substr(i.happened_at, 1, 16) AS at,
    i.has_time, i.text, i.outcome, i.handled_by
  FROM interactions i JOIN customers g ON g.id = i.customer_id ORDER BY i.happened_at, i.text`;

type Request = Pick<Input<'complaints.export'>, 'format' | 'profile'>;

async function exported(shop: ImportShop, request: Request): Promise<string[]> {
  const folder = tempFolder();
  const paths = ['complaints', 'contacts'].map((name) => join(folder, `${name}.${request.format}`));
  const [complaints = '', contacts = ''] = paths;
  const input = { ...request, titles: {} };
  await exportComplaints(shop.ctx, contract['complaints.export'].input.parse(input), {
    path: complaints,
  });
  await exportInteractions(shop.ctx, contract['interactions.export'].input.parse(input), {
    path: contacts,
  });
  return paths;
}

const requests = [
  { format: 'csv', profile: 'exact' },
  { format: 'csv', profile: 'spreadsheet' },
  { format: 'xlsx', profile: 'spreadsheet' },
] as const;

describe.each(['id', 'en'] as const)('what goes out in %s', (language) => {
  it.each(requests)('comes back whole into an empty shop ($format, $profile)', async (request) => {
    const from = await filledShop(language);
    const paths = await exported(from, request);
    const into = await openShop(language);
    const draft = await into.inspect(...paths);
    expect(draft.sources.map((source) => source.brings)).toEqual([
      ['customers', 'products', 'complaints'],
      ['customers', 'contacts'],
    ]);
    expect(draft.sources.flatMap(({ columns }) => columns.map((one) => one.field))).not.toContain(
      'ignore',
    );
    const { report } = await into.commit(draft);
    expect(report.counts.wrong).toBe(0);
    expect(into.all(complaintFacts)).toEqual(from.all(complaintFacts));
    expect(into.all(contactFacts)).toEqual(from.all(contactFacts));
  });

  it.each(requests)('changes nothing in its own shop ($format, $profile)', async (request) => {
    const shop = await filledShop(language);
    const before = shop.all('SELECT count(*), max(id) FROM customers');
    const draft = await shop.inspect(...(await exported(shop, request)));
    const { report } = await shop.commit(draft);
    expect(report.counts).toMatchObject({ added: 0, updated: 0, wrong: 0, skipped: 0 });
    expect(report.complaints).toEqual({ added: 0, updated: 0, unchanged: 8 });
    expect(report.contacts).toEqual({ added: 0, updated: 0, unchanged: 7 });
    expect(shop.all('SELECT count(*), max(id) FROM customers')).toEqual(before);
  });
});

describe('the door', () => {
  it('writes contacts and complaints where the owner says, or nothing', async () => {
    const shop = await tempShop((raw) => {
      const customerId = addCustomer(raw, { name: 'Ani' });
      raw
        .prepare(
          `INSERT INTO interactions (customer_id, channel, direction, happened_at, text, created_at)
           VALUES (?, 'call', 'out', '2026-05-12T02:07:00.000Z', 'Halo', '')`,
        )
        .run(customerId);
      finishShop(raw);
    });
    const request = { format: 'csv', profile: 'exact', titles: {} } as const;
    expect(await shop.ask('interactions.export', request)).toBeNull();
    expect(await shop.ask('complaints.export', request)).toBeNull();
    const folder = tempFolder();
    shop.machine.picks.push([join(folder, 'contacts.csv')]);
    expect(await shop.ask('interactions.export', request)).toMatchObject({ rows: 1 });
    const text = await readFile(join(folder, 'contacts.csv'), 'utf8');
    expect(text.split('\r\n')[1]).toBe('2026-05-12T09:07:00,Ani,,,Telepon,Keluar,Kontak,Halo,,');
    shop.machine.picks.push([join(folder, 'complaints.csv')]);
    expect(await shop.ask('complaints.export', request)).toMatchObject({ rows: 0 });
  });
});
