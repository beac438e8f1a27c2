import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { TrashKey } from '#shared/contract/trash/trash.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { phoneDigits, phoneSearchDigits } from '#shared/domain/text/phone.ts';
import { type TrashKind, trashKinds } from '#shared/domain/vocabulary/trash.ts';
import type { ReadHandle } from '../../file/client.ts';
import { calledSql } from '../customers/name.ts';
import { type SearchTerms, searchTerms } from '../search/match.ts';
import { kinds, trashedSql } from './kinds.ts';

/** Which things: instants from one on and before another; empty kinds are all. */
export interface TrashWhich {
  readonly search: string;
  readonly kinds: readonly TrashKind[];
  readonly fromAt: string | null;
  readonly beforeAt: string | null;
}

/** Where a page ends: the last thing of it. */
export interface TrashPlace extends TrashKey {
  readonly deletedAt: string;
}

export interface StoredTrash extends TrashPlace {
  readonly name: string;
  /** A customer's first phone and city. */
  readonly phone: string | null;
  readonly city: string | null;
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly customerDeletedAt: string | null;
  /** A day or an instant. */
  readonly moment: string | null;
  readonly amountMinor: number | null;
}

/** Rows read at once of one kind, with all that is said of them or with nothing but what they are. */
const step = 200;
const bareStep = 5000;
/** Rows looked at for one page, where a search passes most of them over. */
const mostLookedAt = 20_000;

function place(kind: TrashKind): number {
  return trashKinds.indexOf(kind);
}

/** Newest first, and of one moment kind by kind: of two of different kinds. */
function isBefore(a: TrashPlace, b: TrashPlace): boolean {
  if (a.deletedAt !== b.deletedAt) return a.deletedAt > b.deletedAt;
  return place(a.kind) < place(b.kind);
}

function afterPlace(kind: TrashKind, after: TrashPlace | null): RawBuilder<SqlBool>[] {
  if (after === null) return [];
  const { deletedAt, id } = after;
  if (kind === after.kind) return [sql`(t.deleted_at, t.id) < (${deletedAt}, ${id})`];
  const isLater = place(kind) > place(after.kind);
  return [isLater ? sql`t.deleted_at <= ${deletedAt}` : sql`t.deleted_at < ${deletedAt}`];
}

function conditions(kind: TrashKind, which: TrashWhich, after: TrashPlace | null) {
  const { fromAt, beforeAt } = which;
  return sql.join(
    [
      sql<SqlBool>`${sql.raw(trashedSql(kind))}`,
      ...(fromAt === null ? [] : [sql<SqlBool>`t.deleted_at >= ${fromAt}`]),
      ...(beforeAt === null ? [] : [sql<SqlBool>`t.deleted_at < ${beforeAt}`]),
      ...afterPlace(kind, after),
    ],
    sql` AND `,
  );
}

/** Which they are, and no more: an index alone is read. */
async function readBare(
  db: ReadHandle,
  kind: TrashKind,
  which: TrashWhich,
  after: TrashPlace | null,
): Promise<readonly Found[]> {
  const found = await sql<TrashPlace>`SELECT ${kind} AS kind, t.id, t.deleted_at AS deletedAt
    FROM ${sql.table(kind)} t WHERE ${conditions(kind, which, after)}
    ORDER BY t.deleted_at DESC, t.id DESC LIMIT ${bareStep}`.execute(db);
  const nobody = { customerId: null, customerName: null, customerDeletedAt: null };
  const nothing = { name: '', moment: null, amountMinor: null };
  const unasked = { phone: null, city: null, phones: null };
  return found.rows.map((row) => ({ ...row, ...nobody, ...nothing, ...unasked }));
}

interface Found extends StoredTrash {
  /** Digits of the phones, one a line. */
  readonly phones: string | null;
}

const firstPhone = `(SELECT value FROM contact_points WHERE customer_id = t.id AND kind = 'phone'
  ORDER BY position, id LIMIT 1)`;
const firstCity = `(SELECT city FROM addresses WHERE customer_id = t.id AND city <> ''
  ORDER BY position, id LIMIT 1)`;

async function readStep(
  db: ReadHandle,
  kind: TrashKind,
  which: TrashWhich,
  after: TrashPlace | null,
): Promise<readonly Found[]> {
  const { name, moment = 'NULL', amount = 'NULL', isPerson } = kinds[kind];
  const owner = kinds[kind].owners.includes('customer_id') ? 't.customer_id' : 'NULL';
  const phones =
    isPerson === true && which.search !== ''
      ? `(SELECT group_concat(match_key, char(10)) FROM contact_points
          WHERE customer_id = t.id AND kind = 'phone')`
      : 'NULL';
  const found = await sql<Found>`SELECT ${kind} AS kind, t.id, t.deleted_at AS deletedAt,
      ${sql.raw(name)} AS name, c.id AS customerId, ${sql.raw(calledSql('c'))} AS customerName,
      ${sql.raw(isPerson ? firstPhone : 'NULL')} AS phone,
      ${sql.raw(isPerson ? firstCity : 'NULL')} AS city,
      c.deleted_at AS customerDeletedAt, ${sql.raw(moment)} AS moment,
      ${sql.raw(amount)} AS amountMinor, ${sql.raw(phones)} AS phones
    FROM (SELECT t.id, t.deleted_at FROM ${sql.table(kind)} t
      WHERE ${conditions(kind, which, after)} ORDER BY t.deleted_at DESC, t.id DESC LIMIT ${step}) k
    CROSS JOIN ${sql.table(kind)} t ON t.id = k.id
    LEFT JOIN customers c ON c.id = ${sql.raw(owner)}
    ORDER BY k.deleted_at DESC, k.id DESC`.execute(db);
  return found.rows;
}

/** The rows of one kind, fetched as they are asked for. */
class Stream {
  readonly #read: (after: TrashPlace | null) => Promise<readonly Found[]>;
  /** With fewer rows read than this there are no more. */
  readonly #fewest: number;
  #rows: readonly Found[] = [];
  #at = 0;
  #last: TrashPlace | null;
  #isDry = false;

  constructor(
    read: (after: TrashPlace | null) => Promise<readonly Found[]>,
    fewest: number,
    after: TrashPlace | null,
  ) {
    this.#read = read;
    this.#fewest = fewest;
    this.#last = after;
  }

  /** The next row, which stays the next until it is taken. */
  async peek(): Promise<Found | null> {
    if (this.#at >= this.#rows.length && !this.#isDry) {
      this.#rows = await this.#read(this.#last);
      this.#at = 0;
      this.#isDry = this.#rows.length < this.#fewest;
      this.#last = this.#rows.at(-1) ?? this.#last;
    }
    return this.#rows[this.#at] ?? null;
  }

  take(): void {
    this.#at += 1;
  }
}

async function* everything(
  db: ReadHandle,
  which: TrashWhich,
  how: { readonly after: TrashPlace | null; readonly isBare: boolean },
): AsyncGenerator<Found> {
  const wanted = which.kinds.length === 0 ? trashKinds : which.kinds;
  const [read, fewest] = how.isBare ? [readBare, bareStep] : [readStep, step];
  const streams = wanted.map(
    (kind) => new Stream((last) => read(db, kind, which, last), fewest, how.after),
  );
  for (;;) {
    let next: { readonly stream: Stream; readonly row: Found } | null = null;
    for (const stream of streams) {
      const row = await stream.peek();
      if (row !== null && (next === null || isBefore(row, next.row))) next = { stream, row };
    }
    if (next === null) return;
    next.stream.take();
    yield next.row;
  }
}

/** Every word begins a word of what it is called or whose it is; digits alone are part of a phone or number. */
function isFound(row: Found, terms: SearchTerms): boolean {
  const text = ` ${nameKey(row.name)} ${nameKey(row.customerName ?? '')}`;
  if (terms.kind === 'words') return terms.words.every((word) => text.includes(` ${word}`));
  const phones = (row.phones ?? '').split('\n');
  const isPhone = phones.some(
    (digits) => digits.includes(terms.typed) || phoneSearchDigits(digits).includes(terms.bare),
  );
  return isPhone || phoneDigits(row.name).includes(terms.typed);
}

/** All that is meant, in the order of the list. */
export async function* trashed(db: ReadHandle, which: TrashWhich): AsyncGenerator<TrashPlace> {
  const terms = searchTerms(which.search);
  for await (const row of everything(db, which, { after: null, isBare: terms === null }))
    if (terms === null || isFound(row, terms)) yield row;
}

/**
 * One page of the trash, newest first, and where the next begins. Where a search passes over very many,
 * a page comes with what was found so far.
 */
export async function listTrash(
  db: ReadHandle,
  which: TrashWhich,
  page: { readonly after: TrashPlace | null; readonly limit: number },
): Promise<{ readonly rows: StoredTrash[]; readonly next: TrashPlace | null }> {
  const terms = searchTerms(which.search);
  const rows: StoredTrash[] = [];
  let lookedAt = 0;
  let last: TrashPlace | null = null;
  for await (const row of everything(db, which, { after: page.after, isBare: false })) {
    if (rows.length === page.limit || lookedAt === mostLookedAt) return { rows, next: last };
    lookedAt += 1;
    last = { deletedAt: row.deletedAt, kind: row.kind, id: row.id };
    if (terms === null || isFound(row, terms)) rows.push(row);
  }
  return { rows, next: null };
}

/** How many of each kind that a search could find; without the search. */
export async function countTrash(
  db: ReadHandle,
  which: TrashWhich,
): Promise<{ readonly kind: TrashKind; readonly count: number }[]> {
  const counts = [];
  for (const kind of trashKinds) {
    const found = await sql<{ count: number }>`SELECT count(*) AS count
      FROM ${sql.table(kind)} t WHERE ${conditions(kind, which, null)}`.execute(db);
    counts.push({ kind, count: found.rows[0]?.count ?? 0 });
  }
  return counts.filter(({ count }) => count > 0);
}

/** What one thing is called, else as whose it is; also where it is in the trash no more. Empty: nobody knows. */
export async function nameOfTrash(db: ReadHandle, { kind, id }: TrashKey): Promise<string> {
  const { name, owners } = kinds[kind];
  const owner = owners.includes('customer_id') ? 't.customer_id' : 'NULL';
  const found = await sql<{ name: string | null }>`SELECT coalesce(nullif(${sql.raw(name)}, ''),
      ${sql.raw(calledSql('c'))}) AS name
    FROM ${sql.table(kind)} t LEFT JOIN customers c ON c.id = ${sql.raw(owner)}
    WHERE t.id = ${id}`.execute(db);
  return found.rows[0]?.name ?? '';
}
