import { openConnection, type RawHandle } from '#db/file/client.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { buildBigShop } from './big-shop.ts';

export interface InteractionSize {
  readonly customers: number;
  readonly interactions: number;
  readonly openDates: number;
  readonly today: string;
}

/** Customers who have very many interactions: each 25th is with one of them, 5,000 each of 500,000. */
export const busyCustomers = [1, 2, 3, 4] as const;
const busyEvery = 25;
const imports = 24;
const days = 1_095;

function momentOf(today: string, daysAgo: number, index: number): string {
  const minute = String((index * 7) % 60).padStart(2, '0');
  return `${addDays(today, -daysAgo)}T${String(1 + (index % 9)).padStart(2, '0')}:${minute}:00.000Z`;
}

function insertImports(raw: RawHandle, today: string): void {
  const insert = raw.prepare(
    "INSERT INTO imports (id, status, done_at, summary) VALUES (?, 'done', ?, '{}')",
  );
  const source = raw.prepare(
    `INSERT INTO import_sources (import_id, file_name, file_sha256, layout_key, columns, counts)
     VALUES (?, ?, '', '', '[]', '{}')`,
  );
  const batch = raw.prepare(
    "INSERT INTO batches (kind, label, at, import_id) VALUES ('import', 'kontak', ?, ?)",
  );
  for (let id = 1; id <= imports; id += 1) {
    const at = momentOf(today, days - id, id);
    insert.run(id, at);
    source.run(id, `kontak-${id}.xlsx`);
    batch.run(at, id);
  }
}

interface Interaction {
  readonly customer: number;
  readonly at: string;
  readonly isImported: boolean;
}

/** Half of the busy customers' interactions and most of the others' came in files. */
function interactionAt(index: number, size: InteractionSize): Interaction {
  const daysAgo = days - Math.floor((index * days) / size.interactions);
  const at = momentOf(size.today, daysAgo, index);
  if (index % busyEvery === 0) {
    const turn = Math.floor(index / busyEvery) % busyCustomers.length;
    return { customer: busyCustomers[turn] ?? 1, at, isImported: turn >= 2 };
  }
  const customer = 5 + ((index * 7_907) % (size.customers - 5));
  return { customer, at, isImported: index % 5 !== 0 };
}

/** First what files brought, then what was written down in the app, which is journalled. */
function insertInteractions(raw: RawHandle, size: InteractionSize): void {
  const interaction = raw
    .prepare(
      `INSERT INTO interactions (customer_id, channel, direction, topic, happened_at, text,
         import_id, created_at) VALUES (?, 'whatsapp', ?, ?, ?, ?, ?, ?) RETURNING id`,
    )
    .pluck();
  const batch = raw.prepare("INSERT INTO batches (kind, label, at) VALUES ('create', 'x', ?)");
  const journal = raw.prepare(
    `INSERT INTO journal (batch_id, entity, entity_id, owner_id, after)
     VALUES (?, 'interactions', ?, ?, ?)`,
  );
  const after = JSON.stringify({ text: 'x'.repeat(300) });
  for (const fromFiles of [true, false])
    for (let index = 0; index < size.interactions; index += 1) {
      const { customer, at, isImported } = interactionAt(index, size);
      if (isImported !== fromFiles) continue;
      const direction = index % 2 === 0 ? 'in' : 'out';
      const topic = index % 50 === 0 ? 'need' : 'contact';
      const text = `Tanya barang ${index}, mau pesan lagi minggu depan kalau ukurannya ada.`;
      const importId = isImported ? 1 + Math.floor((index * imports) / size.interactions) : null;
      const id = interaction.get(customer, direction, topic, at, text, importId, at);
      if (!isImported) journal.run(batch.run(at).lastInsertRowid, id, customer, after);
    }
}

/** Open dates, three twentieths of them overdue, five hundred on today; ten kept for each open one. */
function insertDates(raw: RawHandle, size: InteractionSize): void {
  const insert = raw.prepare(
    `INSERT INTO follow_ups (customer_id, cause, reason, first_due_on, due_on, due_time, done_at,
       done_on, created_at) VALUES (?, ?, 'Tanya sepatunya', ?, ?, ?, ?, ?, ?)`,
  );
  const { openDates, today, customers } = size;
  const overdue = (openDates * 3) / 20;
  for (let index = 0; index < openDates * 11; index += 1) {
    const isOpen = index < openDates;
    const ahead = index < overdue + 500 ? 0 : 1 + (index % 300);
    const offset = isOpen && index >= overdue ? ahead : -1 - (index % 365);
    const day = addDays(today, offset);
    const done = isOpen ? null : `${day}T03:00:00.000Z`;
    const time = index % 3 === 0 ? '09:30' : null;
    const owner = 1 + ((index * 7_919) % customers);
    insert.run(owner, 'own', day, day, time, done, isOpen ? null : day, `${day}T01:00:00.000Z`);
  }
}

function insertComplaints(raw: RawHandle, size: InteractionSize): void {
  const insert = raw.prepare(
    `INSERT INTO complaints (number, customer_id, channel, severity, title, state, received_at,
       answer_due_at, resolution_due_at, created_at)
     VALUES (?, ?, 'call', 'light', 'Sol lepas', ?, ?, ?, ?, ?)`,
  );
  for (let index = 0; index < size.customers / 5; index += 1) {
    const at = momentOf(size.today, index % days, index);
    const owner = 1 + ((index * 7_919) % size.customers);
    const state = index % 20 === 0 ? 'received' : 'closed';
    insert.run(`K-${index}`, owner, state, at, at, at, at);
  }
}

/** The big shop with interactions, dates, complaints and every fifth birthday; the same every time. */
export async function buildInteractionShop(folder: string, size: InteractionSize): Promise<void> {
  await buildBigShop(folder, {
    customers: size.customers,
    sales: size.customers * 3,
    today: size.today,
  });
  const { raw, close } = openConnection(shopPaths(folder).database);
  raw
    .transaction(() => {
      insertImports(raw, size.today);
      insertInteractions(raw, size);
      insertDates(raw, size);
      insertComplaints(raw, size);
      raw
        .prepare(
          `UPDATE customers SET birthday_on =
             date('1950-01-01', (id * 37 % 18000) || ' days') WHERE id % 5 = 0`,
        )
        .run();
    })
    .immediate();
  await close();
}
