import fc from 'fast-check';
import type { RawHandle } from '#db/file/client.ts';
import { tables } from '#db/tables.ts';
import { fillWithRows } from './journalled-rows.ts';
import { type Draw, drawFrom, fillWithComplaints } from './random-complaints.ts';
import { fillLedger, ledger, period } from './random-ledger.ts';

const at = '2026-06-15T03:00:00.000Z';

/** Texts that files, spreadsheets and programs are known to stumble over. */
export const nastyTexts: readonly string[] = [
  '',
  ' ',
  ' di muka dan di belakang  ',
  'dua\nbaris',
  'dua\r\nbaris',
  'satu\rkembali',
  '"',
  'kata "Ratna"; lalu, pergi',
  ',',
  '=1+1',
  '+62 812',
  '-5',
  '@SUM(A1)',
  "'=1+1",
  '\t',
  '\ufeffawal',
  'NULL',
  '\\N',
  '007',
  '1e5',
  '☕️👩‍👩‍👧',
  'مرحبا \u202e terbalik',
  'e\u0301 é',
  '\u2028\u2029\u0085\u200b',
  '\u0001\u001f',
  'panjang '.repeat(3000),
];

/** Neither a key nor a day, nor what only a few words may stand in. */
const plainText = /^(?!.*(_on|_at|_time)$)(?!(day|month|entity|value|filter|before|after)$)/;
const mostPrecise = 2 ** 53;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
  readonly pk: number;
}

/** Puts nasty texts and the largest amounts into rows of every table, wherever it takes them. */
function spoil(raw: RawHandle, draw: Draw): void {
  for (const table of Object.keys(tables)) {
    const columns = raw.prepare('SELECT * FROM pragma_table_info(?)').all(table) as Column[];
    const free = columns.filter(({ name, pk }) => pk === 0 && plainText.test(name));
    const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
    const rows = Number(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    for (const { name, type, notnull } of free) {
      if (rows === 0 || (type === 'INTEGER' && !/cost_minor|price_minor/.test(name))) continue;
      const text = nastyTexts[draw(nastyTexts.length)] ?? '';
      const isNone = notnull === 0 && draw(4) === 0;
      const value = type === 'INTEGER' ? mostPrecise - draw(2) : text;
      raw
        .prepare(
          `UPDATE OR IGNORE ${table} SET ${name} = ? WHERE (${key}) =
             (SELECT ${key} FROM ${table} LIMIT 1 OFFSET ${draw(rows)})`,
        )
        .run(isNone ? null : value);
    }
  }
}

/** What the app itself has written down: imports, packs, the history, what was settled. */
function fillRecords(raw: RawHandle): void {
  raw.exec(`
    INSERT INTO imports (status, done_at, summary) VALUES ('done', '${at}', '{"a":"\\"\\n"}'),
      ('undone', '${at}', '{}');
    INSERT INTO import_sources (import_id, file_name, sheet_name, file_sha256, layout_key, header_row,
      columns, counts) VALUES (1, 'kasir; "Mei".xlsx', 'Mei', 'ab', 'k', 3, '[]', 'null'),
      (1, 'b.csv', NULL, 'cd', '', NULL, '[]', '{}');
    INSERT INTO import_rows VALUES (1, 4, 'wrong', 'date', '["a","","b\\nc"]'),
      (2, 9, 'updated', NULL, NULL);
    INSERT INTO import_layouts VALUES ('k', '{"fields":[null]}', '${at}');
    INSERT INTO settings VALUES ('shopName', '"Sekar; \\"Pagi\\""'), ('language', '"id"'),
      ('currency', '"IDR"');
    INSERT INTO removals (removed_at, kind, count, cause) VALUES ('${at}', 'customers', 3, 'hand'),
      ('${at}', 'sales', 200, 'age');
    INSERT INTO consents (customer_id, purpose, words, is_given, said_on, way, note, created_at) VALUES
      (1, 'offers', '', 1, '2026-06-01', 'shop', '', '${at}'),
      (1, 'other', 'Foto; di "toko"', 0, '2026-06-02', 'paper', 'Di buku' || char(10) || 'tamu', '${at}');
    INSERT INTO erasures (customer_id, salt, mark, erased_at, swept_at)
      VALUES (900, '${'a1'.repeat(16)}', '${'b2'.repeat(32)}', '${at}', '${at}');
    INSERT INTO erased_keys (erasure_id, salt, mark)
      VALUES (1, '${'c3'.repeat(32)}', '${'d4'.repeat(32)}');
    INSERT INTO privacy_events (at, kind, customer_id, erasure_id) VALUES
      ('${at}', 'handed-out', 1, NULL), ('${at}', 'erased', NULL, 1);
    INSERT INTO notices VALUES ('follow-up:1', '${at}'), ('', '');
    INSERT INTO reply_drafts (complaint_id, review_id, text, started_at, updated_at)
      VALUES (1, NULL, 'Maaf,', '${at}', '${at}'), (NULL, 1, '', '${at}', '${at}');
    INSERT INTO batches (kind, label, at, import_id, undoes, undone_at)
      VALUES ('import', 'kasir.xlsx', '${at}', 1, NULL, NULL), ('edit', 'Ratna', '${at}', NULL, NULL, '${at}'),
        ('undo', 'Ratna', '${at}', NULL, 2, NULL);
    INSERT INTO journal (batch_id, entity, entity_id, owner_id, before, after) VALUES
      (1, 'customers', 1, 1, '{"note":null}', '{"note":"=a\\n\\"b\\""}'),
      (2, 'sales', 900, NULL, NULL, '{"id":900}'), (3, 'products', 1, NULL, '{"id":1}', NULL);
    UPDATE customers SET import_id = 1 WHERE id % 3 = 1;
    UPDATE sales SET import_id = 1 WHERE id % 4 = 1;
    INSERT INTO packs (from_on, to_on, made_at, hash, files, totals, app_version) VALUES
      ('${period.from}', '${period.to}', '${at}', 'h', '{"folder":"C:\\\\x","files":[]}', '{}', '1');
    INSERT INTO pack_entries VALUES (1, 'sales', 1, '${period.from}', 'N-1', 5, 0, 'h'),
      (1, 'payments', 1, '${period.to}', '', -5, -5, 'h');
    INSERT INTO sales (id, match_key, sold_on, kind, status, total_minor, revenue_minor, is_purchase,
      created_at) VALUES (5000, '', '2026-06-01', 'sale', 'completed', 1, 1, 1, '${at}');
    DELETE FROM sales WHERE id = 5000;`);
}

/** A field of each type, and values of some of them for every customer. */
function fillOwnFields(raw: RawHandle, draw: Draw): void {
  const values = { text: 'Mancing', number: '-12.5', day: '2020-02-29', yesno: 'yes', choice: 'L' };
  const ids = raw.prepare('SELECT id FROM customers ORDER BY id').pluck().all() as number[];
  const field = raw.prepare(`INSERT INTO custom_fields (name, name_key, type, choices, position,
    created_at) VALUES (?, ?, ?, '["S","L"]', ?, '${at}') RETURNING id`);
  const value = raw.prepare(
    'INSERT INTO custom_values (customer_id, field_id, value) VALUES (?, ?, ?)',
  );
  for (const [position, [type, held]] of Object.entries(values).entries()) {
    const fieldId = field.pluck().get(`Isian; ${type}`, `isian ${type}`, type, position);
    for (const id of ids) {
      const own = type === 'text' ? `${held} ${draw(3)}` : held;
      if (draw(2) === 0) value.run(id, fieldId, own);
    }
  }
}

/** Fills an empty shop: every table has rows, drawn from the seed, and a period is locked. */
export function fillRandomShop(raw: RawHandle, seed: number): void {
  const draw = drawFrom(seed);
  const [book] = fc.sample(ledger, { seed, numRuns: 1 });
  raw.transaction(() => {
    if (book !== undefined) fillLedger(raw, book);
    const size = () => 1 + draw(6);
    fillWithComplaints(raw, draw, {
      customers: size(),
      products: size(),
      sales: size(),
      complaints: size(),
      claims: size(),
    });
    fillWithRows(raw);
    fillOwnFields(raw, draw);
    fillRecords(raw);
    spoil(raw, draw);
    raw
      .prepare('INSERT INTO period_locks (from_on, to_on, pack_id, locked_at) VALUES (?, ?, 1, ?)')
      .run(period.from, period.to, at);
  })();
}

/** Takes everything out again, as if it had never been there. */
export function emptyShop(raw: RawHandle): void {
  raw.pragma('foreign_keys = OFF');
  raw.exec('DELETE FROM period_locks');
  for (const table of Object.keys(tables)) raw.exec(`DELETE FROM ${table}`);
  raw.exec('DELETE FROM sqlite_sequence');
  raw.pragma('foreign_keys = ON');
}
