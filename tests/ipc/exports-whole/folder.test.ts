import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { carriedTables } from '#db/table-facts.ts';
import { tables } from '#db/tables.ts';
import { tableWords } from '#electron/services/exports/everything/words/table-words.ts';
import { componentsOf, type Line, linesOf, partsOf } from '#tests/support/lines-of.ts';
import { addCustomer, addPayment, addSale } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { fillRandomShop } from '#tests/support/shop/random-shop.ts';
import { exportInto, readManifestOf } from '#tests/support/shop/whole-folder.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

let shop: DirectShop;
beforeEach(async () => {
  shop = await directShop();
});

function textOf(lines: readonly Line[], name: string): string | undefined {
  const found = lines.find((line) => line.name === name);
  return found === undefined ? undefined : partsOf(found.value, ';').join(';');
}

const columnsOf = (table: string) =>
  shop.raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];

describe('the folder', () => {
  it('has a file for every table but those that are computed, exact to the byte', async () => {
    fillRandomShop(shop.raw, 3);
    // One more than a number of the app's own language can tell.
    shop.raw.exec('UPDATE targets SET amount_minor = 9007199254740993');
    const path = await exportInto(shop);
    const kept = Object.entries(tables).filter(([, { holds }]) => holds !== 'derived');
    expect(readdirSync(join(path, 'csv')).sort()).toEqual(
      kept.map(([name]) => `${name}.csv`).sort(),
    );
    const targets = readFileSync(join(path, 'csv', 'targets.csv'), 'utf8');
    expect(targets).toContain(',9007199254740993,');
    const [titles, ...rows] = parse(readFileSync(join(path, 'csv', 'customers.csv')), {
      cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
    }) as (string | null)[][];
    expect(titles).toEqual(columnsOf('customers'));
    const stored = shop.raw
      .prepare('SELECT * FROM customers ORDER BY id')
      .raw()
      .all() as unknown[][];
    expect(rows).toEqual(
      stored.map((row) => row.map((one) => (one === null ? null : String(one)))),
    );
    const sums = readFileSync(join(path, 'SHA256SUMS'), 'utf8').trim().split('\n');
    const recounted = sums.map((line) => {
      const [, name = ''] = line.split('  ');
      const bytes = readFileSync(join(path, name));
      return `${createHash('sha256').update(bytes).digest('hex')}  ${name}`;
    });
    expect(sums).toEqual(recounted);
    expect(sums).toHaveLength(kept.length + 4);
  });

  it('gets a name of its own: one that is there is left as it is', async () => {
    await shop.ask('settings.update', { shopName: 'Sekar / Pagi' });
    const folder = tempFolder();
    const names = [];
    for (let round = 0; round < 3; round += 1) names.push(basename(await exportInto(shop, folder)));
    expect(names).toEqual([
      'sekar-pagi-2026-06-15',
      'sekar-pagi-2026-06-15-2',
      'sekar-pagi-2026-06-15-3',
    ]);
    expect(readdirSync(folder).sort()).toEqual(names.toSorted());
  });

  it('says how much is in it', async () => {
    fillRandomShop(shop.raw, 5);
    for (const name of ['Ani', 'Budi', 'Citra', 'Dewi']) addCustomer(shop.raw, { name });
    for (let more = 0; more < 7; more += 1) addCustomer(shop.raw, { deletedAt: '2026-06-01' });
    shop.prepared = { path: tempFolder(), unfinished: join(tempFolder(), 'x') };
    const made = await shop.ask('exports.everything', {});
    const { path = '', ...counts } = made ?? {};
    const count = (sql: string) => Number(shop.raw.prepare(sql).pluck().get());
    const ofAll = carriedTables.map((table) => count(`SELECT count(*) FROM ${table}`));
    const files = readdirSync(path, { recursive: true, withFileTypes: true });
    const begin = (file: string, kind: string) =>
      readFileSync(join(path, file), 'utf8').split(`BEGIN:${kind}\r\n`).length - 1;
    expect(counts).toEqual({
      files: files.filter((one) => one.isFile()).length,
      customers: count('SELECT count(*) FROM customers'),
      sales: count('SELECT count(*) FROM sales'),
      rows: ofAll.reduce((sum, one) => sum + one, 0),
      cards: begin('customers.vcf', 'VCARD'),
      events: begin('follow-ups.ics', 'VEVENT'),
    });
    expect(new Set(Object.values(counts)).size).toBe(6);
    expect(readManifestOf(path).tables.map(({ rows }) => rows)).toEqual(ofAll);
  });
});

describe('the README', () => {
  it.each(['id', 'en'] as const)('explains every file and every column (%s)', async (language) => {
    fillRandomShop(shop.raw, 3);
    shop.raw.prepare("UPDATE settings SET value = ? WHERE key = 'language'").run(`"${language}"`);
    const text = readFileSync(join(await exportInto(shop), 'README.txt'), 'utf8');
    for (const table of carriedTables) {
      const words: Readonly<Record<string, { id: string; en: string }>> = tableWords[table].columns;
      expect(Object.keys(words).toSorted(), table).toEqual(columnsOf(table).toSorted());
      const rows = Number(shop.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
      const [part = ''] = text.split(`csv/${table}.csv: `)[1]?.split('\r\n\r\n') ?? [];
      const count = language === 'id' ? `${rows} baris` : `${rows} row`;
      expect(part.split('\r\n')[0]).toContain(`${tableWords[table].holds[language]} (${count}`);
      for (const column of columnsOf(table)) {
        const said = words[column]?.[language] ?? '';
        expect(said.length, `${table}.${column}`).toBeGreaterThan(3);
        expect(part).toMatch(new RegExp(`\\r\\n  ${column} +`));
        expect(part).toContain(said);
      }
    }
    for (const file of ['customers.vcf', 'follow-ups.ics', 'manifest.json', 'SHA256SUMS'])
      expect(text).toContain(`  ${file}  `.trimEnd());
    const [, other] = language === 'id' ? ['IMPORTANT', 'PENTING'] : ['PENTING', 'IMPORTANT'];
    expect(text).toContain(other);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('the file for the address book', () => {
  it('has everybody who is not in the trash, as it was written', async () => {
    const note = `Baris satu\r\nbaris dua; "kutip", koma \\ ${'☕️'.repeat(60)}`;
    const id = addCustomer(shop.raw, {
      name: 'Ratna; Kusuma, S.E.',
      phones: ['+6281234567890', '+622741234'],
      emails: ['ratna@contoh.id'],
      city: 'Sleman',
      tags: ['vip, lama', 'grosir'],
      note,
    });
    shop.raw.prepare('UPDATE customers SET birthday_on = ? WHERE id = ?').run('1990-06-15', id);
    addCustomer(shop.raw, { name: 'Toko Bagas', kind: 'business' });
    addCustomer(shop.raw, { name: '', phones: ['+62811'] });
    addCustomer(shop.raw, {});
    addCustomer(shop.raw, { name: 'Dibuang', deletedAt: '2026-06-01T00:00:00.000Z' });
    const path = await exportInto(shop);
    const cards = componentsOf(linesOf(readFileSync(join(path, 'customers.vcf'))), 'VCARD');
    expect(cards.map((card) => textOf(card, 'FN'))).toEqual([
      'Ratna; Kusuma, S.E.',
      'Toko Bagas',
      '+62811',
      '#4',
    ]);
    const [ratna = [], bagas = []] = cards;
    expect(ratna.map(({ name }) => name)).toEqual(
      'VERSION UID FN N TEL TEL EMAIL ADR BDAY CATEGORIES NOTE'.split(' '),
    );
    expect(textOf(ratna, 'VERSION')).toBe('3.0');
    expect(ratna.filter(({ name }) => name === 'TEL').map(({ value }) => value)).toEqual([
      '+6281234567890',
      '+622741234',
    ]);
    const parts = (card: readonly Line[], name: string, by: ';' | ',') =>
      partsOf(card.find((line) => line.name === name)?.value ?? '', by);
    expect(parts(ratna, 'N', ';')).toEqual(['', 'Ratna; Kusuma, S.E.', '', '', '']);
    expect(parts(ratna, 'ADR', ';')).toEqual(['', '', '', 'Sleman', '', '', '']);
    expect(parts(ratna, 'CATEGORIES', ',')).toEqual(['vip, lama', 'grosir']);
    expect(textOf(ratna, 'NOTE')).toBe(note.replace('\r\n', '\n'));
    expect(textOf(ratna, 'BDAY')).toBe('1990-06-15');
    expect(textOf(bagas, 'ORG')).toBe('Toko Bagas');
  });
});

describe('the file for the calendar', () => {
  it('has whom to contact again, until when complaints wait, and when what is owed is due', async () => {
    await shop.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
    const id = addCustomer(shop.raw, { name: 'Ratna', phones: ['+62812'] });
    const day = { customerId: id, onAccount: true };
    const owed = addSale(shop.raw, {
      ...day,
      soldOn: '2026-06-01',
      revenueMinor: 9_000_000,
      dueOn: '2026-07-01',
      number: 'N-1',
    });
    addSale(shop.raw, { ...day, soldOn: '2026-06-02', revenueMinor: 500_000 });
    const paid = addSale(shop.raw, {
      ...day,
      soldOn: '2026-06-03',
      revenueMinor: 700_000,
      dueOn: '2026-07-02',
    });
    addPayment(shop.raw, {
      customerId: id,
      paidOn: '2026-06-10',
      amountMinor: 2_700_000,
      parts: [
        [owed, 2_000_000],
        [paid, 700_000],
      ],
    });
    shop.raw.exec(`
      INSERT INTO follow_ups (customer_id, cause, reason, first_due_on, due_on, created_at)
        VALUES (1, 'own', 'Tanya; mesin', '2026-06-20', '2026-06-21', '2026-06-01T00:00:00.000Z');
      INSERT INTO complaints (number, customer_id, channel, severity, title, state, received_at,
        answered_at, answer_due_at, resolution_due_at, resolved_at, created_at) VALUES
        ('K-1', 1, 'visit', 'light', 'Apek', 'received', '', NULL, '2026-06-15T18:30:00.000Z',
          '2026-06-20T01:00:00.000Z', NULL, ''),
        ('K-2', NULL, 'visit', 'light', 'Asam', 'answered', '', '2026-06-01', '2026-06-16T00:00:00.000Z',
          '2026-06-22T01:00:00.000Z', NULL, ''),
        ('K-3', 1, 'visit', 'light', 'Tua', 'closed', '', '', '', '', '', '');`);
    const path = await exportInto(shop);
    const events = componentsOf(linesOf(readFileSync(join(path, 'follow-ups.ics'))), 'VEVENT');
    const told = events.map((event) => [
      event.find(({ name }) => name === 'DTSTART')?.params,
      textOf(event, 'DTSTART'),
      textOf(event, 'SUMMARY'),
      textOf(event, 'DESCRIPTION'),
    ]);
    // 18:30 in London is the next day in Jakarta.
    expect(told).toEqual([
      [';VALUE=DATE', '20260621', 'Ratna: Tanya; mesin', '+62812'],
      [';VALUE=DATE', '20260616', 'Complaint waiting for an answer: Ratna', 'K-1: Apek\n+62812'],
      [';VALUE=DATE', '20260620', 'Complaint waiting for a solution: Ratna', 'K-1: Apek\n+62812'],
      [';VALUE=DATE', '20260622', 'Complaint waiting for a solution: a customer', 'K-2: Asam'],
      [';VALUE=DATE', '20260701', 'Due for payment: Ratna, Rp\u00a070,000', 'N-1\n+62812'],
    ]);
    expect(new Set(events.map((event) => textOf(event, 'UID'))).size).toBe(5);
  });
});
