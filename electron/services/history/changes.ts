import type { ReadHandle } from '#db/file/client.ts';
import { type FieldNames, ownFieldNames } from '#db/queries/customers/own-fields.ts';
import {
  isNamedTable,
  type NamedRecord,
  type NamedTable,
  namesOf,
  type RecordedRow,
  readBatches,
  rowsOfBatch,
  rowsOfRecord,
} from '#db/queries/history/changes.ts';
import type { RecordChange } from '#shared/contract/history.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { type RecordedTable, senseOf } from '#shared/domain/history/columns.ts';
import type { BatchId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';
import { entriesOf, isRecorded } from './entries.ts';

type Row = Readonly<Record<string, unknown>>;
type Place = NonNullable<RecordChange['place']>;

/** A row of the journal, read. */
interface ReadRow extends Omit<RecordedRow, 'entity' | 'before' | 'after'> {
  readonly entity: RecordedTable;
  readonly before: Row | null;
  readonly after: Row | null;
}

function parseRow(text: string | null): Row | null {
  return text === null ? null : (JSON.parse(text) as Row);
}

function readRows(rows: readonly RecordedRow[]): ReadRow[] {
  return rows.flatMap(({ entity, before, after, ...row }) =>
    isRecorded(entity)
      ? [{ ...row, entity, before: parseRow(before), after: parseRow(after) }]
      : [],
  );
}

/** Which record a row is part of, or stands by: the page on which it is seen. */
const seenBy: Readonly<Partial<Record<RecordedTable, readonly [Place['entity'], string]>>> = {
  customers: ['customers', 'id'],
  contact_points: ['customers', 'customer_id'],
  customer_identifiers: ['customers', 'customer_id'],
  addresses: ['customers', 'customer_id'],
  customer_tags: ['customers', 'customer_id'],
  custom_values: ['customers', 'customer_id'],
  customers_apart: ['customers', 'customer_id'],
  products: ['products', 'id'],
  products_apart: ['products', 'product_id'],
  sales: ['sales', 'id'],
  sale_lines: ['sales', 'sale_id'],
  payments: ['customers', 'customer_id'],
  payment_parts: ['sales', 'sale_id'],
  prospects: ['prospects', 'id'],
  prospect_stages: ['prospects', 'prospect_id'],
  campaign_members: ['customers', 'customer_id'],
  standing_turns: ['customers', 'customer_id'],
  survey_answers: ['customers', 'customer_id'],
  loyalty_entries: ['customers', 'customer_id'],
  note_pins: ['customers', 'customer_id'],
  referral_rewards: ['customers', 'customer_id'],
  interactions: ['customers', 'customer_id'],
  follow_ups: ['customers', 'customer_id'],
  reviews: ['customers', 'customer_id'],
  complaints: ['complaints', 'id'],
  complaint_events: ['complaints', 'complaint_id'],
  compensations: ['complaints', 'complaint_id'],
  corrective_actions: ['complaints', 'complaint_id'],
  guarantee_policies: ['products', 'product_id'],
  claims: ['customers', 'customer_id'],
};

/** Names of records by their table and id. */
class Names {
  /** Fields that the owner made. */
  own: FieldNames = new Map();
  readonly #found = new Map<NamedTable, Map<number, NamedRecord | null>>();

  /** Says that a record is going to be asked for. */
  want(table: string | undefined, id: unknown): void {
    if (table === undefined || !isNamedTable(table) || typeof id !== 'number') return;
    const ids = this.#found.get(table) ?? new Map<number, NamedRecord | null>();
    this.#found.set(table, ids.set(id, null));
  }

  async read(db: ReadHandle): Promise<void> {
    if (this.#found.has('custom_fields')) this.own = await ownFieldNames(db);
    for (const [table, ids] of this.#found)
      for (const record of await namesOf(db, table, [...ids.keys()])) ids.set(record.id, record);
  }

  of(table: string | undefined, id: unknown): NamedRecord | null {
    if (table === undefined || !isNamedTable(table) || typeof id !== 'number') return null;
    return this.#found.get(table)?.get(id) ?? null;
  }
}

function tableOf(entity: string, field: string): string | undefined {
  const sense = senseOf(entity, field);
  return sense === 'silent' ? undefined : sense.table;
}

function wantNames(names: Names, { entity, before, after }: ReadRow): void {
  for (const row of [before, after]) {
    if (row === null) continue;
    for (const [field, value] of Object.entries(row)) names.want(tableOf(entity, field), value);
    const seen = seenBy[entity];
    if (seen !== undefined) names.want(seen[0], row[seen[1]]);
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** The told columns that differ, each with what it held and holds. */
function fieldsOf(names: Names, { entity, before, after }: ReadRow): RecordChange['fields'] {
  const ofOwn = names.own.get(Number((after ?? before)?.['field_id']));
  const type = entity === 'custom_values' && ofOwn !== undefined ? { type: ofOwn.type } : {};
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const stored = (field: string, value: unknown) =>
    isEmpty(value)
      ? null
      : { stored: String(value), name: names.of(tableOf(entity, field), value)?.name ?? null };
  return (
    fields
      // Which field it is stands beside whose: as its part.
      .filter((field) => senseOf(entity, field) !== 'silent' && field !== 'field_id')
      .map((field) => ({
        field,
        before: stored(field, before?.[field]),
        after: stored(field, after?.[field]),
        ...(field === 'value' ? type : {}),
      }))
      .filter(({ before: old, after: now }) => old?.stored !== now?.stored)
  );
}

function didOf({ before, after }: ReadRow): RecordChange['did'] {
  if (before === null) return 'made';
  if (after === null) return 'removed';
  const [was, is] = [isEmpty(before['deleted_at']), isEmpty(after['deleted_at'])];
  if (was === is) return 'changed';
  return is ? 'restored' : 'trashed';
}

function textIn(row: Row, ...fields: readonly string[]): string {
  const found = fields.map((field) => row[field]).find((value) => !isEmpty(value));
  return found === undefined ? '' : String(found);
}

/** What a row that no other record shows is called by itself. */
function ownName(row: Row): string {
  return textIn(row, 'name', 'number', 'title', 'month', 'sold_on', 'paid_on', 'author');
}

/** Which part of a record it is, where the record alone does not say. */
function partOf(names: Names, { entity, before, after }: ReadRow): string | null {
  const row = after ?? before ?? {};
  if (entity === 'sale_lines') return names.of('products', row['product_id'])?.name ?? null;
  if (entity === 'custom_values') return names.own.get(Number(row['field_id']))?.name ?? null;
  if (entity === 'corrective_actions') return textIn(row, 'what');
  const isNumbered = entity === 'claims' || entity === 'payments';
  return isNumbered && !isEmpty(row['number']) ? textIn(row, 'number') : null;
}

function changeOf(names: Names, row: ReadRow): RecordChange {
  const { id, batchId, entity } = row;
  const values = row.after ?? row.before ?? {};
  const [table, column] = seenBy[entity] ?? [];
  const record = column === undefined ? null : names.of(table, values[column]);
  const isOpen = table !== undefined && record !== null && record.isInTrash === 0;
  return {
    ...{ id, entity, batchId: batchId as BatchId, did: didOf(row) },
    name: record?.name ?? ownName(values),
    part: partOf(names, row),
    place: isOpen ? { entity: table, id: record.id } : null,
    fields: fieldsOf(names, row),
  };
}

/** A row of which nothing says anything to a person is left out, unless it came, went, or lies in the trash. */
function isTold({ did, fields }: RecordChange): boolean {
  return did !== 'changed' || fields.length > 0;
}

type Request = Parsed<'history.changes'>;

function rowsOf(db: ReadHandle, { of, after, limit }: Request): Promise<RecordedRow[]> {
  if ('batchId' in of) return rowsOfBatch(db, { batchId: of.batchId, after: after ?? 0, limit });
  const { entity, id } = of.record;
  const before = after ?? Number.MAX_SAFE_INTEGER;
  return rowsOfRecord(db, { table: entity, id }, { before, limit });
}

/** What was done, field by field, with the records that are named. */
export async function listChanges(
  ctx: ReadContext,
  request: Request,
): Promise<Output<'history.changes'>> {
  const found = await rowsOf(ctx.db, request);
  const rows = readRows(found);
  const names = new Names();
  for (const row of rows) wantNames(names, row);
  await names.read(ctx.db);
  const batches = await readBatches(ctx.db, [...new Set(rows.map(({ batchId }) => batchId))]);
  const last = found.at(-1);
  return {
    rows: rows.map((row) => changeOf(names, row)).filter(isTold),
    deeds: await entriesOf(
      ctx.db,
      batches.toSorted((a, b) => b.id - a.id),
    ),
    next: found.length < request.limit || last === undefined ? null : last.id,
  };
}
