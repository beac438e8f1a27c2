import type { RawHandle } from '#db/file/client.ts';
import { insertRow, openBatch, updateRow } from '#db/history/journal.ts';
import { addCustomer, addLine, addPayment, addSale, finishShop } from './shop/build-shop.ts';

const made = '2026-01-01T00:00:00.000Z';

/** An instant of 2026; equal indexes fall on the same one, so that several kinds share it. */
export function momentOf(index: number): string {
  return new Date(Date.UTC(2026, 0, 1, 5) + index * 6 * 3_600_000).toISOString();
}

function run(raw: RawHandle, sql: string, ...values: (string | number | null)[]): void {
  raw.prepare(sql).run(...values);
}

function addWhatHappened(raw: RawHandle, customerId: number, index: number): void {
  const at = momentOf(index);
  run(
    raw,
    `INSERT INTO interactions (customer_id, channel, direction, happened_at, text, created_at)
     VALUES (?, 'call', 'in', ?, ?, ?)`,
    customerId,
    at,
    `contact ${index}`,
    made,
  );
  if (index % 3 === 0) {
    const soldOn = at.slice(0, 10);
    const sale = addSale(raw, { customerId, soldOn, revenueMinor: 100 * index });
    if (index % 2 === 0)
      run(raw, 'UPDATE sales SET sold_at = ? WHERE id = ?', `${soldOn}T12:00`, sale);
    addLine(raw, sale, `Sepatu ${index}`, 100);
  }
  if (index % 5 === 0)
    addPayment(raw, { customerId, paidOn: at.slice(0, 10), amountMinor: 50 + index });
  if (index % 7 === 0)
    run(
      raw,
      `INSERT INTO complaints (number, customer_id, channel, severity, title, state, received_at,
         answer_due_at, resolution_due_at, created_at)
       VALUES (?, ?, 'call', 'light', 'Sol lepas', 'received', ?, ?, ?, ?)`,
      `K-${index}`,
      customerId,
      at,
      at,
      at,
      made,
    );
  if (index % 11 === 0)
    run(
      raw,
      `INSERT INTO claims (number, customer_id, claimed_at, problem, verdict, remedy, created_at)
       VALUES (?, ?, ?, 'Jahitan', 'covered', 'repair', ?)`,
      `G-${index}`,
      customerId,
      at,
      made,
    );
  if (index % 13 === 0)
    run(
      raw,
      `INSERT INTO reviews (customer_id, platform, rating, posted_on, created_at)
       VALUES (?, 'google', 4, ?, ?)`,
      customerId,
      at.slice(0, 10),
      made,
    );
  if (index % 6 === 0) {
    raw.exec(`INSERT OR IGNORE INTO surveys (id, name, created_at) VALUES (1, 'Kepuasan', '')`);
    run(
      raw,
      `INSERT INTO survey_answers (survey_id, customer_id, way, outcome, answered_on, created_at)
       VALUES (1, ?, 'phone', 'answered', ?, ?)`,
      customerId,
      at.slice(0, 10),
      made,
    );
  }
  if (index % 5 === 0)
    run(
      raw,
      `INSERT INTO follow_ups (customer_id, cause, reason, first_due_on, due_on, done_at, done_on,
         created_at) VALUES (?, 'own', 'Tanya', ?, ?, ?, ?, ?)`,
      customerId,
      at.slice(0, 10),
      at.slice(0, 10),
      at,
      at.slice(0, 10),
      made,
    );
}

function addImport(raw: RawHandle, importId: number, at: string): number {
  run(
    raw,
    `INSERT INTO imports (id, status, done_at, summary) VALUES (?, 'done', ?, '{}')`,
    importId,
    at,
  );
  for (const sheet of ['Jan', 'Feb'])
    run(
      raw,
      `INSERT INTO import_sources (import_id, file_name, sheet_name, file_sha256, layout_key, columns, counts)
       VALUES (?, ?, ?, '', '', '[]', '{}')`,
      importId,
      `kasir-${importId}.xlsx`,
      sheet,
    );
  return openBatch(raw, { kind: 'import', label: `kasir-${importId}.xlsx`, at, importId });
}

/** Changes and imports between the contacts: every second contact's batch, an edit, an import. */
function addJournal(raw: RawHandle, customerId: number, index: number): void {
  const at = momentOf(index);
  if (index % 2 === 0) {
    const batch = openBatch(raw, { kind: 'create', label: 'kontak', at });
    insertRow(raw, batch, 'follow_ups', {
      customer_id: customerId,
      cause: 'own',
      first_due_on: '2027-01-01',
      due_on: '2027-01-01',
      created_at: at,
    });
  }
  if (index % 9 === 0) {
    const batch = openBatch(raw, { kind: 'edit', label: 'Ratna', at });
    updateRow(raw, batch, { table: 'customers', id: customerId }, { note: `catatan ${index}` });
    insertRow(raw, batch, 'customer_tags', { customer_id: customerId, tag: `tag ${index}` });
  }
  if (index % 17 === 0) {
    const importId = index / 17 + 1;
    const batch = addImport(raw, importId, at);
    if (importId % 3 === 1) {
      const sale = addSale(raw, { customerId, soldOn: '2025-01-01', revenueMinor: importId });
      run(raw, 'UPDATE sales SET import_id = ? WHERE id = ?', importId, sale);
    }
    if (importId % 3 === 2)
      updateRow(raw, batch, { table: 'customers', id: customerId }, { note: `i ${index}` });
  }
}

/**
 * A customer (id 1) with everything a timeline can hold, many things at one instant, and a second one
 * (id 2) who must never show up in it. Imports: every third brought a sale, every third changed the
 * note, every third was about others.
 */
export function fillTimeline(raw: RawHandle, moments: number): void {
  raw.transaction(() => {
    addCustomer(raw, { name: 'Ratna', phones: ['+6281255500137'] });
    addCustomer(raw, { name: 'Budi' });
    for (let index = 0; index < moments; index += 1) {
      addWhatHappened(raw, 1 + (index % 10 === 9 ? 1 : 0), index);
      addJournal(raw, index % 10 === 9 ? 2 : 1, index);
    }
  })();
  finishShop(raw);
}
