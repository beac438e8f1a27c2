import { nameKey } from '#shared/domain/text/names.ts';
import type { RawHandle } from '../file/client.ts';
import type { ModelReference, ModelTable } from './model.ts';

/** What was done about rows whose other end is lost. */
export interface Mended {
  /** Rows that were left out, since what they are part of is lost: how many of each table. */
  readonly left: Map<string, number>;
  /** Rows that are kept without what they pointed to. */
  loosened: number;
  /** Customers and products of which nothing but their number is known. */
  readonly named: { customers: number; products: number };
}

/** What a lost one is called, by its number, and when it was given that name. */
export interface UnknownNames {
  readonly at: string;
  /** `language` is what the shop's settings say, where they could be read. */
  readonly nameOf: (kind: 'customers' | 'products', id: number, language: string | null) => string;
}

const nameable = ['customers', 'products'] as const;

interface Broken {
  readonly table: ModelTable;
  readonly reference: ModelReference;
}

function lostEnds({ reference }: Broken): string {
  const { column, to } = reference;
  return `"${column}" IS NOT NULL AND "${column}" NOT IN (SELECT id FROM ${to})`;
}

function languageOf(raw: RawHandle): string | null {
  const said = raw.prepare("SELECT value ->> '$' FROM settings WHERE key = 'language'").pluck();
  const language = said.get();
  return typeof language === 'string' ? language : null;
}

/** Names what others point to and is lost, where a name is all that it must have. */
function nameLost(raw: RawHandle, broken: readonly Broken[], names: UnknownNames): Mended['named'] {
  const named = { customers: 0, products: 0 };
  const language = languageOf(raw);
  for (const kind of nameable) {
    const insert = raw.prepare(
      `INSERT INTO ${kind} (id, name, name_key, created_at)
       VALUES (?, ?, ?, ?)`,
    );
    const highest = Number(
      raw.prepare('SELECT max(seq) FROM sqlite_sequence WHERE name = ?').pluck().get(kind) ?? 0,
    );
    // One that only another of its kind points to says nothing of itself.
    for (const one of broken.filter(({ table, reference }) => {
      return reference.to === kind && table.name !== kind;
    })) {
      const { column } = one.reference;
      const ids = raw
        .prepare(
          `SELECT DISTINCT "${column}" FROM ${one.table.name}
           WHERE ${lostEnds(one)} AND "${column}" BETWEEN 1 AND ?`,
        )
        .pluck()
        .all(highest) as number[];
      for (const id of ids) {
        const text = names.nameOf(kind, id, language);
        insert.run(id, text, nameKey(text), names.at);
        named[kind] += 1;
      }
    }
  }
  return named;
}

/** Lets go of what is lost; a row that cannot stand without it is left out. Answers whether any was. */
function loosen(raw: RawHandle, one: Broken, mended: Mended): boolean {
  const { table, reference } = one;
  const { name } = table;
  if (reference.mayBeNull) {
    const { changes } = raw
      .prepare(`UPDATE OR IGNORE ${name} SET "${reference.column}" = NULL WHERE ${lostEnds(one)}`)
      .run();
    mended.loosened += changes;
  }
  const { changes } = raw.prepare(`DELETE FROM ${name} WHERE ${lostEnds(one)}`).run();
  if (changes > 0) mended.left.set(name, (mended.left.get(name) ?? 0) + changes);
  return changes > 0;
}

/** A row's other ends are there afterwards, or it points to nothing, or it is left out and counted. */
export function mendReferences(
  raw: RawHandle,
  tables: readonly ModelTable[],
  names: UnknownNames,
): Mended {
  const all = tables.flatMap((table) =>
    table.references
      .filter(({ to }) => tables.some((other) => other.name === to))
      .map((reference) => ({ table, reference })),
  );
  const mended: Mended = {
    left: new Map(),
    loosened: 0,
    named: nameLost(raw, all, names),
  };
  for (let isMore = true; isMore; )
    isMore = all.map((one) => loosen(raw, one, mended)).some((wasLeft) => wasLeft);
  return mended;
}
