import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { migrate } from '#db/file/migrate.ts';
import { type Salvaged, salvage } from '#db/salvage/salvage.ts';
import { carriedTables } from '#db/table-facts.ts';
import { tempFolder } from '../temp-folder.ts';
import { addCustomer, addSale, finishShop } from './build-shop.ts';
import { fillRandomShop } from './random-shop.ts';

export const pageSize = 4096;

/** Every row of the tables that cannot be computed, each as text, by its table. */
export type Rows = ReadonlyMap<string, ReadonlySet<string>>;

/** The same numbers in every run. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = (seed * 7919 + 13) % 2_147_483_648;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Those that a file of its version has. */
function tablesOf(raw: RawHandle): string[] {
  const there = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  return carriedTables.filter((table) => there.includes(table));
}

export function rowsOf(raw: RawHandle): Rows {
  return new Map(
    tablesOf(raw).map((table) => {
      const rows = raw.prepare(`SELECT * FROM ${table}`).raw().safeIntegers().all() as unknown[][];
      return [table, new Set(rows.map((row) => row.map(String).join('\u0000')))];
    }),
  );
}

export function countRows(rows: Rows): number {
  return [...rows.values()].reduce((sum, { size }) => sum + size, 0);
}

export interface WholeShop {
  readonly folder: string;
  readonly database: string;
  readonly rows: Rows;
}

/** A closed shop with rows in every table, and `customers` more with a sale each. */
export async function wholeShop(seed: number, customers: number): Promise<WholeShop> {
  const folder = tempFolder();
  const database = join(folder, 'langgan.db');
  const { raw, close } = openConnection(database, { isNew: true });
  await migrate(raw, async () => undefined);
  fillRandomShop(raw, seed);
  raw.exec('UPDATE period_locks SET unlocked_at = locked_at');
  raw.transaction(() => {
    for (let at = 0; at < customers; at += 1) {
      const phones = [`0812555${10_000 + at}`];
      const tags = at % 4 === 0 ? ['grosir'] : [];
      const customerId = addCustomer(raw, {
        ...{ name: `Pelanggan ${at}`, phones, city: 'Sleman', tags },
      });
      addSale(raw, { customerId, soldOn: '2026-06-01', revenueMinor: 1000 + at });
    }
  })();
  finishShop(raw);
  raw.exec('UPDATE period_locks SET unlocked_at = NULL WHERE id % 2 = 1');
  const rows = rowsOf(raw);
  await close();
  return { folder, database, rows };
}

/** Spoils a page of a file: empties it, fills it with noise, turns some of its bits, or puts another in its place. */
export function spoilPage(bytes: Buffer, page: number, random: (below: number) => number): void {
  const at = (page - 1) * pageSize;
  const kind = random(4);
  if (kind === 0) bytes.fill(0, at, at + pageSize);
  if (kind === 1) for (let end = 0; end < pageSize; end += 1) bytes[at + end] = random(256);
  if (kind === 2)
    for (let bit = 0; bit < 20; bit += 1) {
      const place = at + random(pageSize);
      bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << random(8)), place);
    }
  if (kind === 3) {
    const other = random(Math.floor(bytes.length / pageSize)) * pageSize;
    bytes.copyWithin(at, other, other + pageSize);
  }
}

/** Writes what `damage` makes of a shop's file beside it; answers where. */
export function damagedCopy(shop: WholeShop, damage: (bytes: Buffer) => Buffer): string {
  const path = join(shop.folder, 'damaged.db');
  writeFileSync(path, damage(readFileSync(shop.database)));
  return path;
}

export interface Salvage {
  /** Null: nothing could be read. */
  readonly said: Salvaged | null;
  readonly rows: Rows;
  readonly raw: RawHandle;
}

/** Reads what can be read of a file into a fresh one, which stays open until the test ends. */
export async function salvageFile(from: string): Promise<Salvage> {
  const folder = tempFolder();
  const to = join(folder, 'fresh.db');
  const said = await salvage({
    ...{ from, to, scratch: join(folder, 'scratch.db') },
    names: { at: '2026-06-15T03:00:00.000Z', nameOf: (kind, id) => `unknown ${kind} ${id}` },
    onRows: async () => undefined,
  });
  const fresh = openConnection(said === null ? ':memory:' : to, { isNew: said === null });
  onTestFinished(() => fresh.close());
  return { said, rows: said === null ? new Map() : rowsOf(fresh.raw), raw: fresh.raw };
}

/** How many rows of one are in the other as they were. */
export function countSame(rows: Rows, among: Rows): number {
  let same = 0;
  for (const [table, some] of rows)
    for (const row of some) if (among.get(table)?.has(row) === true) same += 1;
  return same;
}
