import { sql } from 'kysely';
import type { EntrySums } from '#shared/domain/books/pack-entries.ts';
import { notFound } from '#shared/errors.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { attach } from '../../file/protection.ts';
import type { Period } from './changes.ts';

/** What is kept of a pack, besides its rows. */
export interface PackFacts extends Period {
  /** ISO instant. */
  readonly madeAt: string;
  readonly hash: string;
  /** Where it was written to, and its files by their names in there. */
  readonly folder: string;
  readonly files: readonly string[];
  /** What its summary says. */
  readonly totals: object;
  readonly appVersion: string;
}

export interface StoredPack extends PackFacts {
  readonly id: number;
}

interface PackRow extends Period {
  readonly id: number;
  readonly madeAt: string;
  readonly hash: string;
  readonly files: string;
  readonly totals: string;
  readonly appVersion: string;
}

const packColumns = sql`p.id, p.from_on AS "from", p.to_on AS "to", p.made_at AS madeAt, p.hash, p.files,
  p.totals, p.app_version AS appVersion`;

function toPack({ files, totals, ...row }: PackRow): StoredPack {
  const written = JSON.parse(files) as Pick<PackFacts, 'folder' | 'files'>;
  return { ...row, ...written, totals: JSON.parse(totals) as object };
}

function placeOf({ folder, files }: Pick<PackFacts, 'folder' | 'files'>): string {
  return JSON.stringify({ folder, files });
}

/** A pack that was written again is to be found where it was written last. */
export function movePack(
  raw: RawHandle,
  id: number,
  place: Pick<PackFacts, 'folder' | 'files'>,
): void {
  raw.prepare('UPDATE packs SET files = ? WHERE id = ?').run(placeOf(place), id);
}

/** Lets a connection take over the rows that a pack was made from. Not inside a transaction. */
export function attachPackRows(raw: RawHandle, path: string): void {
  attach(raw, path, 'made');
}

export function detachPackRows(raw: RawHandle): void {
  raw.exec('DETACH made');
}

/** Keeps a pack with the rows it was made from, which are attached. Inside the open transaction. Returns its id. */
export function recordPack(raw: RawHandle, pack: PackFacts): number {
  const { from, to, madeAt, hash, totals, appVersion } = pack;
  const id = Number(
    raw
      .prepare(
        `INSERT INTO packs (from_on, to_on, made_at, hash, files, totals, app_version)
         VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`,
      )
      .pluck()
      .get(from, to, madeAt, hash, placeOf(pack), JSON.stringify(totals), appVersion),
  );
  raw
    .prepare(
      `INSERT INTO main.pack_entries
         (pack_id, entity, entity_id, day, label, amount_minor, owed_minor, content_hash)
       SELECT ?, entity, entity_id, day, label, amount_minor, owed_minor, content_hash
       FROM made.entries ORDER BY entity, entity_id`,
    )
    .run(id);
  return id;
}

/** How many rows a pack has of its period, and what they come to. */
export async function packSums(
  db: ReadHandle,
  id: number,
): Promise<{ entries: number; sums: EntrySums }> {
  const { rows } = await sql<EntrySums & { entries: number }>`
    SELECT count(*) AS entries, coalesce(sum(owed_minor), 0) AS owedMinor,
      coalesce(sum(amount_minor) FILTER (WHERE entity = 'sales'), 0) AS revenueMinor
    FROM pack_entries WHERE pack_id = ${id}`.execute(db);
  const { entries = 0, revenueMinor = 0, owedMinor = 0 } = rows[0] ?? {};
  return { entries, sums: { revenueMinor, owedMinor } };
}

/** One pack; NOT_FOUND where there is none. */
export async function readPack(db: ReadHandle, id: number): Promise<StoredPack> {
  const { rows } = await sql<PackRow>`
    SELECT ${packColumns} FROM packs p WHERE p.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw notFound('pack');
  return toPack(rows[0]);
}

/** Every pack of exactly this period, the newest first. */
export async function packsOfPeriod(
  db: ReadHandle,
  { from, to }: Period,
): Promise<readonly StoredPack[]> {
  const { rows } = await sql<PackRow>`
    SELECT ${packColumns} FROM packs p WHERE p.from_on = ${from} AND p.to_on = ${to}
    ORDER BY p.id DESC`.execute(db);
  return rows.map(toPack);
}

/** The last period of a page: the next one begins before it. */
export type PackCursor = Period;

/** The newest pack of each period, the latest period first, with how many were made of it. */
export async function listPacks(
  db: ReadHandle,
  after: PackCursor | null,
  limit: number,
): Promise<{ packs: (StoredPack & { readonly made: number })[]; next: PackCursor | null }> {
  const earlier =
    after === null ? sql`` : sql`HAVING (to_on, from_on) < (${after.to}, ${after.from})`;
  const { rows } = await sql<PackRow & { made: number }>`
    SELECT ${packColumns}, g.made FROM
      (SELECT max(id) AS id, count(*) AS made FROM packs GROUP BY to_on, from_on ${earlier}
        ORDER BY to_on DESC, from_on DESC LIMIT ${limit + 1}) g
    JOIN packs p ON p.id = g.id ORDER BY p.to_on DESC, p.from_on DESC`.execute(db);
  const packs = rows.slice(0, limit).map(({ made, ...row }) => ({ ...toPack(row), made }));
  const last = packs.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { packs, next: hasMore ? { from: last.from, to: last.to } : null };
}
