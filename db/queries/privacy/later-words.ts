import type { RawHandle } from '../../file/client.ts';
import { findErased, forgetPerson, goingTables } from './person.ts';
import { emptyToldWords, emptyWords, isSharedCause, nothing, wordyTables } from './words.ts';

/** The last change that was written down; what comes after it is later. */
export function lastChange(raw: RawHandle): number {
  return Number(raw.prepare('SELECT coalesce(max(id), 0) FROM journal').pluck().get());
}

function isAnybodyErased(raw: RawHandle): boolean {
  return raw.prepare('SELECT 1 FROM erasures LIMIT 1').get() !== undefined;
}

/** Of what is left of whoever was erased, what was changed since stays in the temporary table `person`. */
function findChanged(raw: RawHandle, since: number): void {
  findErased(raw);
  raw
    .prepare(
      `DELETE FROM person WHERE entity = 'customers' OR NOT EXISTS (SELECT 1 FROM journal j
         WHERE j.id > ? AND j.entity = person.entity AND j.entity_id = person.id)`,
    )
    .run(since);
}

function hasRows(raw: RawHandle): boolean {
  const going = goingTables.map((table) => `'${table}'`).join(', ');
  const row = raw.prepare(`SELECT 1 FROM person WHERE entity IN (${going}) LIMIT 1`);
  return row.get() !== undefined;
}

/** What a cause is called that others complained of too is no word about the person. */
const causes: ReadonlySet<string> = new Set(['cause', 'cause_key']);

function hasWords(raw: RawHandle): boolean {
  return wordyTables(raw).some(({ table, columns }) => {
    const texts = columns.map(({ column }) => {
      const isWord = `coalesce(r.${column}, '') NOT IN ('', '${nothing}')`;
      return causes.has(column) ? `(${isWord} AND NOT ${isSharedCause('r')})` : isWord;
    });
    const worded = raw.prepare(`SELECT 1 FROM person p CROSS JOIN ${table} r ON r.id = p.id
      WHERE p.entity = '${table}' AND (${texts.join(' OR ')}) LIMIT 1`);
    return worded.get() !== undefined;
  });
}

/**
 * Whether anything was written about somebody who was erased since a change: a row that they would be handed
 * out, or a word in one that stayed. Figures, days and states may go on.
 */
export function wroteOfErased(raw: RawHandle, since: number): boolean {
  if (!isAnybodyErased(raw)) return false;
  findChanged(raw, since);
  try {
    return hasRows(raw) || hasWords(raw);
  } finally {
    forgetPerson(raw);
  }
}

/** Takes the words that were written about somebody who was erased since a change out again, of the history too. */
export function dropLaterWords(raw: RawHandle, since: number): void {
  if (!isAnybodyErased(raw)) return;
  findChanged(raw, since);
  try {
    emptyWords(raw);
    raw.exec(`DROP TABLE IF EXISTS temp.told;
      CREATE TEMP TABLE told (id INTEGER PRIMARY KEY, entity TEXT NOT NULL)`);
    raw
      .prepare(
        `INSERT INTO told SELECT j.id, j.entity FROM person p
         CROSS JOIN journal j ON j.entity = p.entity AND j.entity_id = p.id WHERE j.id > ?`,
      )
      .run(since);
    emptyToldWords(raw);
    raw.exec('DROP TABLE temp.told');
  } finally {
    forgetPerson(raw);
  }
}
