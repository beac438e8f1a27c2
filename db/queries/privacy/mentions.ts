import { nameKey } from '#shared/domain/text/names.ts';
import type { RawHandle } from '../../file/client.ts';

/** By what somebody is known in a text: in no one's words but their own. */
export interface Identity {
  /** The name made uniform, of each record that was merged; none that is too short to go by. */
  readonly names: readonly string[];
  /** The last digits of each phone, without the country. */
  readonly phones: readonly string[];
  /** Mail addresses, accounts, numbers of a till, a tax number: in small letters. */
  readonly marks: readonly string[];
}

/** Shorter ones stand in words that are about somebody else. */
const shortest = { name: 3, mark: 5, phone: 7 };
/** Digits of a phone that are compared: what stands before is written in many ways. */
const phoneDigits = 9;

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

/** Reads by what a customer is known, while it is still there. */
export function identityOf(raw: RawHandle, customerId: number): Identity {
  const records = raw
    .prepare('SELECT id, name, tax_id FROM customers WHERE id = @id OR merged_into = @id')
    .all({ id: customerId }) as { id: number; name: string; tax_id: string | null }[];
  const whose = '(SELECT value FROM json_each(?))';
  const list = JSON.stringify(records.map(({ id }) => id));
  const points = raw
    .prepare(`SELECT kind, value FROM contact_points WHERE customer_id IN ${whose}`)
    .all(list) as { kind: string; value: string }[];
  const ids = raw
    .prepare(`SELECT value FROM customer_identifiers WHERE customer_id IN ${whose}`)
    .pluck()
    .all(list) as string[];
  const phones = points.filter(({ kind }) => kind === 'phone').map(({ value }) => digitsOf(value));
  const others = points.filter(({ kind }) => kind !== 'phone').map(({ value }) => value);
  return {
    names: records.map(({ name }) => nameKey(name)).filter((name) => name.length >= shortest.name),
    phones: phones
      .map((digits) => digits.slice(-phoneDigits))
      .filter((digits) => digits.length >= shortest.phone),
    marks: [...others, ...ids, ...records.map(({ tax_id }) => tax_id ?? '')]
      .map((mark) => mark.trim().toLowerCase())
      .filter((mark) => mark.length >= shortest.mark),
  };
}

/** Whether a text names somebody: by the whole name, a phone in any writing, or an address of theirs. */
export function isAbout({ names, phones, marks }: Identity, text: string): boolean {
  if (text.length < shortest.name) return false;
  if (names.length > 0) {
    const key = ` ${nameKey(text)} `;
    if (names.some((name) => key.includes(` ${name} `))) return true;
  }
  if (phones.length > 0) {
    const digits = digitsOf(text);
    if (phones.some((phone) => digits.includes(phone))) return true;
  }
  const lower = text.toLowerCase();
  return marks.some((mark) => lower.includes(mark));
}

/** The same JSON without the texts that name somebody; null: none of it does. */
export function withoutMentions(identity: Identity, json: string): string | null {
  let isFound = false;
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (!isAbout(identity, value)) return value;
      isFound = true;
      return '';
    }
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one)]));
  };
  const cleaned = clean(JSON.parse(json));
  return isFound ? JSON.stringify(cleaned) : null;
}

const pageRows = 5000;

interface ImportRow {
  readonly sourceId: number;
  readonly row: number;
  readonly cells: string;
}

/** Rows that an import refused or skipped keep their cells: those that name somebody, page by page. */
export function* importRowsAbout(raw: RawHandle, identity: Identity): Generator<ImportRow> {
  const page = raw.prepare(
    `SELECT source_id AS sourceId, row_number AS row, cells FROM import_rows
     WHERE (source_id, row_number) > (?, ?) AND cells IS NOT NULL
     ORDER BY source_id, row_number LIMIT ${pageRows}`,
  );
  let rows = page.all(0, 0) as ImportRow[];
  while (rows.length > 0) {
    yield* rows.filter(({ cells }) => withoutMentions(identity, cells) !== null);
    const last = rows.at(-1);
    rows = page.all(last?.sourceId ?? 0, last?.row ?? 0) as ImportRow[];
  }
}

/** How many rows that imports refused or skipped name somebody. */
export function countImportRows(raw: RawHandle, identity: Identity): number {
  return [...importRowsAbout(raw, identity)].length;
}

/** Of rows that name somebody no cell stays. */
function scrubImportRows(raw: RawHandle, identity: Identity): void {
  const forget = raw.prepare(
    'UPDATE import_rows SET cells = NULL WHERE source_id = ? AND row_number = ?',
  );
  for (const { sourceId, row } of importRowsAbout(raw, identity)) forget.run(sourceId, row);
}

/** What is written about others, in which somebody may be named. */
const texts = [
  ['customers', 'note', 'uses', 'tastes', 'matters'],
  ['interactions', 'text'],
  ['follow_ups', 'reason'],
  ['sales', 'note'],
  ['payments', 'note'],
  ['complaints', 'title', 'words', 'answer', 'cause_note', 'solution'],
  ['reviews', 'author', 'text', 'answer'],
  ['prospects', 'title', 'note'],
  ['campaigns', 'goal', 'subject', 'text'],
  ['standing_campaigns', 'subject', 'text'],
  ['surveys', 'intro', 'thanks'],
  ['survey_questions', 'text'],
  ['survey_values', 'words'],
  ['referral_rewards', 'what'],
  ['notes', 'title', 'text'],
  ['note_pins', 'cause'],
  ['claims', 'problem', 'note'],
  ['loyalty_entries', 'what'],
] as const;

/** In how many rows that are not the person's, of those in `person`, somebody is named. */
export function countMentions(raw: RawHandle, identity: Identity): number {
  let count = 0;
  for (const [table, ...columns] of texts) {
    const rows = raw
      .prepare(
        `SELECT concat_ws(char(10), ${columns.join(', ')}) FROM ${table}
         WHERE id NOT IN (SELECT id FROM person WHERE entity = '${table}')
           AND concat_ws('', ${columns.join(', ')}) <> ''`,
      )
      .pluck()
      .iterate() as IterableIterator<string>;
    for (const text of rows) if (isAbout(identity, text)) count += 1;
  }
  return count;
}

/** What is JSON and may hold words that somebody typed or a file had, by its key. */
const documents = [
  ['import_sources', 'id', 'columns'],
  ['imports', 'id', 'summary'],
  ['saved_filters', 'id', 'filter'],
] as const;

interface KeptLayout {
  readonly readings?: Readonly<Record<string, unknown>>;
  readonly steps?: readonly unknown[];
}

/**
 * The rules and answers of a layout that name somebody go whole: without its words a rule would be another
 * one, that finds nothing everywhere or takes out what it finds.
 */
function withoutRulesAbout(identity: Identity, json: string): string {
  const { readings, steps, ...rest } = JSON.parse(json) as KeptLayout;
  const isOthers = (rule: unknown): boolean =>
    withoutMentions(identity, JSON.stringify(rule)) === null;
  const answers = Object.entries(readings ?? {}).filter(([, answer]) => isOthers(answer));
  return JSON.stringify({
    ...rest,
    ...(readings === undefined ? {} : { readings: Object.fromEntries(answers) }),
    ...(steps === undefined ? {} : { steps: steps.filter(isOthers) }),
  });
}

function scrubLayouts(raw: RawHandle, identity: Identity): void {
  const write = raw.prepare('UPDATE import_layouts SET choices = ? WHERE layout_key = ?');
  const rows = raw.prepare('SELECT layout_key AS key, choices AS json FROM import_layouts').all();
  for (const { key, json } of rows as { key: string; json: string }[]) {
    if (withoutMentions(identity, json) === null) continue;
    const ruled = withoutRulesAbout(identity, json);
    write.run(withoutMentions(identity, ruled) ?? ruled, key);
  }
}

function scrubDocuments(raw: RawHandle, identity: Identity): void {
  for (const [table, key, column] of documents) {
    const write = raw.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`);
    const rows = raw.prepare(`SELECT ${key} AS key, ${column} AS json FROM ${table}`).all() as {
      key: number | string;
      json: string;
    }[];
    for (const { key: at, json } of rows) {
      const cleaned = withoutMentions(identity, json);
      if (cleaned !== null) write.run(cleaned, at);
    }
  }
}

/** What stands in place of a name of a file that was somebody's. */
const unnamed = '—';

/** What is called by somebody's name: files and sheets that were brought in, and the steps of bringing them in. */
const titles = [
  ['import_sources', 'file_name'],
  ['import_sources', 'sheet_name'],
  ['batches', 'label'],
  ['saved_filters', 'name'],
  ['segments', 'name'],
  ['campaigns', 'name'],
  ['campaigns', 'segment_name'],
  ['standing_campaigns', 'name'],
  ['standing_campaigns', 'segment_name'],
  ['surveys', 'name'],
] as const;

function scrubTitles(raw: RawHandle, identity: Identity): void {
  for (const [table, column] of titles) {
    const write = raw.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ?`);
    const rows = raw
      .prepare(`SELECT id, ${column} AS text FROM ${table} WHERE ${column} <> ''`)
      .all() as { id: number; text: string }[];
    for (const { id, text } of rows) if (isAbout(identity, text)) write.run(unnamed, id);
  }
}

/** What the history tells of what is called by somebody's name. */
function scrubTold(raw: RawHandle, identity: Identity): void {
  const told = raw.prepare(`SELECT id, before, after FROM journal
    WHERE entity IN ('saved_filters', 'segments', 'campaigns', 'standing_campaigns', 'surveys')`);
  const write = raw.prepare('UPDATE journal SET before = ?, after = ? WHERE id = ?');
  for (const { id, before, after } of told.all() as { id: number; before: Json; after: Json }[]) {
    const clean = (json: Json) => (json === null ? null : withoutMentions(identity, json));
    const cleaned = { before: clean(before), after: clean(after) };
    if (cleaned.before === null && cleaned.after === null) continue;
    write.run(cleaned.before ?? before, cleaned.after ?? after, id);
  }
}

type Json = string | null;

/** Takes somebody out of what is no row of theirs and was made of their words: what imports kept, saved searches, labels. */
export function scrubMentions(raw: RawHandle, identity: Identity): void {
  scrubImportRows(raw, identity);
  scrubDocuments(raw, identity);
  scrubLayouts(raw, identity);
  scrubTitles(raw, identity);
  scrubTold(raw, identity);
}
