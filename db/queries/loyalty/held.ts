import { sql } from 'kysely';
import { ledgerOf } from '#shared/domain/loyalty/ledger.ts';
import { ruleOn } from '#shared/domain/loyalty/rule.ts';
import type { ReadHandle } from '../../file/client.ts';
import { idList } from '../customers/id-list.ts';
import { type Who, who } from '../customers/who.ts';
import { pointFactsOfMany } from './facts.ts';
import { readRules } from './rules.ts';

/** What somebody's points were at the end of a day: more than none. */
export interface HeldPoints {
  readonly customerId: number;
  readonly points: number;
  /** The last day of those that run out first; null: they hold for good. */
  readonly endOn: string | null;
}

/** What was held at the end of a day, and what a point was worth then. */
export interface PointsHeld {
  readonly held: readonly HeldPoints[];
  /** By the rule of that day, minor units; 0: no value was set. */
  readonly pointMinor: number;
}

const pageCustomers = 500;

async function customersAfter(db: ReadHandle, after: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT id FROM customers
    WHERE deleted_at IS NULL AND id > ${after} ORDER BY id LIMIT ${pageCustomers}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Who held how many points at the end of a day, by their ids; null: there was no programme yet. */
export async function pointsHeldOn(db: ReadHandle, day: string): Promise<PointsHeld | null> {
  const rules = await readRules(db);
  const [first] = rules;
  const rule = ruleOn(rules, day);
  if (first === undefined || rule === null) return null;
  const held: HeldPoints[] = [];
  for (let ids = await customersAfter(db, 0); ids.length > 0; ) {
    const facts = await pointFactsOfMany(db, ids, { from: first.fromOn, through: day });
    for (const [customerId, moved] of facts) {
      const { balance: points, left } = ledgerOf(rules, moved, day);
      if (points > 0) held.push({ customerId, points, endOn: left[0]?.lastOn ?? null });
    }
    ids = await customersAfter(db, ids.at(-1) ?? 0);
  }
  return { held, pointMinor: rule.worthMinor };
}

/** Who held points, with how an import recognises them. */
export interface PointHolder extends HeldPoints, Who {}

/** The same people by name, page by page. */
export async function* pointHolders(
  db: ReadHandle,
  held: readonly HeldPoints[],
): AsyncGenerator<PointHolder> {
  const byId = new Map(held.map((one) => [one.customerId, one]));
  const { rows } = await sql<{ ids: string }>`
    SELECT json_group_array(g.id ORDER BY g.name_key, g.id) AS ids FROM customers g
    WHERE g.id IN ${idList([...byId.keys()])}`.execute(db);
  const ids = JSON.parse(rows[0]?.ids ?? '[]') as number[];
  for (let at = 0; at < ids.length; at += pageCustomers) {
    const page = JSON.stringify(ids.slice(at, at + pageCustomers));
    const { rows: people } = await sql<Who & { id: number }>`SELECT g.id, ${who}
      FROM json_each(${page}) picked CROSS JOIN customers g ON g.id = picked.value
      ORDER BY g.name_key, g.id`.execute(db);
    for (const { id, ...whose } of people) {
      const one = byId.get(id);
      if (one !== undefined) yield { ...one, ...whose };
    }
  }
}
