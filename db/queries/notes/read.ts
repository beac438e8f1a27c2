import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Output } from '#shared/contract/index.ts';
import type { NoteFilter, NoteRow } from '#shared/contract/notes/notes.ts';
import { causeKey } from '#shared/domain/complaints/rules.ts';
import type { CustomerId, NoteId, ProductId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { idList } from '../customers/id-list.ts';
import { called } from '../customers/name.ts';

type Condition = RawBuilder<SqlBool>;

/** What a note can be about. */
export interface PinnedTo {
  readonly customer: number | null;
  readonly product: number | null;
  readonly cause: string | null;
}

/** A pin to somebody or something in the trash says nothing. */
const isSeen = `((p.customer_id IS NULL OR EXISTS
    (SELECT 1 FROM customers c WHERE c.id = p.customer_id AND c.deleted_at IS NULL))
  AND (p.product_id IS NULL OR EXISTS
    (SELECT 1 FROM products g WHERE g.id = p.product_id AND g.deleted_at IS NULL)))`;

function isPinned(to: string): string {
  return `EXISTS (SELECT 1 FROM note_pins p WHERE p.note_id = n.id AND ${to} AND ${isSeen})`;
}

const kinds = {
  customers: isPinned('p.customer_id IS NOT NULL'),
  products: isPinned('p.product_id IS NOT NULL'),
  causes: isPinned('p.cause_key IS NOT NULL'),
  general: `NOT ${isPinned('TRUE')}`,
} as const;

/** Pinned to any of those that are named. */
function pinnedTo({ customer, product, cause }: PinnedTo): Condition {
  const key = causeKey(cause);
  return sql`n.id IN (
    SELECT note_id FROM note_pins WHERE customer_id = ${customer}
    UNION ALL SELECT note_id FROM note_pins WHERE product_id = ${product}
    UNION ALL SELECT note_id FROM note_pins WHERE cause_key = ${key})`;
}

/** Every word of the text, in the title, the text, or what it is pinned to. */
function searched(text: string): Condition[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return sql`(n.title LIKE ${like} ESCAPE '\\' OR n.text LIKE ${like} ESCAPE '\\' OR EXISTS (
      SELECT 1 FROM note_pins p LEFT JOIN customers c ON c.id = p.customer_id
        LEFT JOIN products g ON g.id = p.product_id
      WHERE p.note_id = n.id AND ${sql.raw(isSeen)} AND (c.name LIKE ${like} ESCAPE '\\'
        OR g.name LIKE ${like} ESCAPE '\\' OR p.cause LIKE ${like} ESCAPE '\\')))`;
  });
}

function conditionsOf(filter: NoteFilter): Condition[] {
  const { search, about, customer, product, cause, note } = filter;
  const found: Condition[] = [sql`n.deleted_at IS NULL`, ...searched(search)];
  if (about !== 'all') found.push(sql`${sql.raw(kinds[about])}`);
  for (const one of [{ customer }, { product }, { cause }] as Partial<PinnedTo>[]) {
    const [value] = Object.values(one);
    if (value !== null)
      found.push(pinnedTo({ customer: null, product: null, cause: null, ...one }));
  }
  if (note !== null) found.push(sql`n.id = ${note}`);
  return found;
}

interface Bare {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly changedAt: string;
}

interface Pin {
  readonly noteId: number;
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly productId: number | null;
  readonly productName: string | null;
  readonly cause: string | null;
}

const bare = sql`n.id, n.title, n.text, n.changed_at AS changedAt`;

/** Once, however many pins lead to it: two that were merged may both have been pinned. */
function once<T, K>(rows: readonly T[], keyOf: (row: T) => K): T[] {
  return [...new Map(rows.toReversed().map((row) => [keyOf(row), row])).values()].toReversed();
}

function toRow({ id, title, text, changedAt }: Bare, pins: readonly Pin[]): NoteRow {
  const customers = pins.flatMap(({ customerId, customerName }) =>
    customerId === null ? [] : [{ id: customerId as CustomerId, name: customerName ?? '' }],
  );
  const products = pins.flatMap(({ productId, productName }) =>
    productId === null ? [] : [{ id: productId as ProductId, name: productName ?? '' }],
  );
  const causes = pins.flatMap(({ cause }) => (cause === null ? [] : [cause]));
  const [theirs, things] = [once(customers, (one) => one.id), once(products, (one) => one.id)];
  return {
    id: id as NoteId,
    facts: {
      ...{ title, text, customers: theirs.map((one) => one.id) },
      ...{ products: things.map((one) => one.id), causes },
    },
    ...{ customers: theirs, products: things, changedAt },
  };
}

async function withPins(db: ReadHandle, rows: readonly Bare[]): Promise<NoteRow[]> {
  const found = await sql<Pin>`
    SELECT p.note_id AS noteId, p.customer_id AS customerId, ${called} AS customerName,
      p.product_id AS productId, g.name AS productName, p.cause
    FROM note_pins p LEFT JOIN customers c ON c.id = p.customer_id
      LEFT JOIN products g ON g.id = p.product_id
    WHERE p.note_id IN ${idList(rows.map(({ id }) => id))} AND ${sql.raw(isSeen)}
    ORDER BY p.id`.execute(db);
  const byNote = Map.groupBy(found.rows, ({ noteId }) => noteId);
  return rows.map((row) => toRow(row, byNote.get(row.id) ?? []));
}

const orders = {
  changed: sql`n.changed_at DESC, n.id DESC`,
  title: sql`n.title COLLATE NOCASE, n.id`,
} as const;

/** The notes a filter leaves, pinned ones first; and how many there are of each kind, whatever it says. */
export async function listNotes(
  db: ReadHandle,
  { filter, limit }: { readonly filter: NoteFilter; readonly limit: number },
): Promise<Output<'notes.list'>> {
  const where = sql.join(conditionsOf(filter), sql` AND `);
  const found = await sql<Bare>`SELECT ${bare} FROM notes n WHERE ${where}
    ORDER BY ${sql.raw(kinds.general)}, ${orders[filter.sort]} LIMIT ${limit}`.execute(db);
  const counted = await sql<{ count: number }>`
    SELECT count(*) AS count FROM notes n WHERE ${where}`.execute(db);
  const sums = Object.entries(kinds).map(
    ([kind, is]) => sql`count(*) FILTER (WHERE ${sql.raw(is)}) AS ${sql.ref(kind)}`,
  );
  const all = await sql<Output<'notes.list'>['counts']>`
    SELECT count(*) AS "all", ${sql.join(sums)} FROM notes n
    WHERE n.deleted_at IS NULL`.execute(db);
  const [counts] = all.rows;
  if (counts === undefined) throw new Error('a count without a row');
  return { rows: await withPins(db, found.rows), count: counted.rows[0]?.count ?? 0, counts };
}

/** Those pinned to any of what is named, the last changed first. */
export async function pinnedNotes(db: ReadHandle, to: PinnedTo): Promise<NoteRow[]> {
  const found = await sql<Bare>`SELECT ${bare} FROM notes n
    WHERE n.deleted_at IS NULL AND ${pinnedTo(to)} ORDER BY ${orders.changed}`.execute(db);
  return withPins(db, found.rows);
}

/** One of them; null: it is not there, or in the trash. */
export async function readNote(db: ReadHandle, id: number): Promise<NoteRow | null> {
  const found = await sql<Bare>`SELECT ${bare} FROM notes n
    WHERE n.id = ${id} AND n.deleted_at IS NULL`.execute(db);
  const [row] = await withPins(db, found.rows);
  return row ?? null;
}

/** What the search box shows: those whose title holds the text first, then those whose words do. */
export async function findNotes(
  db: ReadHandle,
  text: string,
  limit: number,
): Promise<Output<'search.find'>['notes']> {
  const typed = text.trim();
  if (typed === '') return [];
  const isTitled: Condition = sql`instr(lower(n.title), lower(${typed})) > 0`;
  const found = await sql<Output<'search.find'>['notes'][number]>`
    SELECT n.id, n.title, n.text FROM notes n
    WHERE n.deleted_at IS NULL AND ${sql.join(searched(typed), sql` AND `)}
    ORDER BY ${isTitled} DESC, n.changed_at DESC, n.id DESC LIMIT ${limit}`.execute(db);
  return found.rows.map((row) => ({ ...row, text: row.text.slice(0, 80) }));
}
