import { openBatch } from '#db/history/journal.ts';
import {
  choicesInUse,
  countOwnValues,
  insertField,
  listOwnFields,
  ownFieldsIn,
  swapFields,
  trashField,
  updateField,
} from '#db/queries/customers/own-fields.ts';
import type { OwnField } from '#shared/contract/customers/fields.ts';
import type { CustomerFacts } from '#shared/contract/customers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { fieldKey, isOwnValue, mostOwnFields } from '#shared/domain/own-fields/own-fields.ts';
import { AppFailure, type FieldIssue, notFound } from '#shared/errors.ts';
import type { BatchId, OwnFieldId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

function refuse(path: string, problem: string): never {
  throw new AppFailure({ code: 'VALIDATION', issues: [{ path, problem }] });
}

/** What of a customer's own fields a person can put right: a field that is gone, a value that is none. */
export function ownIssues(fields: readonly OwnField[], own: CustomerFacts['own']): FieldIssue[] {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const seen = new Set<OwnFieldId>();
  return own.flatMap(({ fieldId, value }, index) => {
    const field = byId.get(fieldId);
    const isGood = field !== undefined && !seen.has(fieldId) && isOwnValue(field, value);
    seen.add(fieldId);
    if (isGood) return [];
    const problem = field === undefined ? 'own-field-gone' : 'own-value';
    return [{ path: `own.${index}.value`, problem }];
  });
}

async function listFields(ctx: ReadContext): Promise<Output<'customers.fields'>> {
  return { fields: await listOwnFields(ctx.db) };
}

/** How many have a value in each field. */
export async function countFields({
  db,
}: Pick<ReadContext, 'db'>): Promise<Output<'customers.fieldCounts'>> {
  return [...(await countOwnValues(db))].map(([id, count]) => ({ id: id as OwnFieldId, count }));
}

function fieldThere(fields: readonly OwnField[], id: OwnFieldId): OwnField {
  const field = fields.find((one) => one.id === id);
  if (field === undefined) throw notFound('customField');
  return field;
}

/** Two of one name could not be told apart where a file's column is to become one. */
function refuseTaken(fields: readonly OwnField[], name: string, but: OwnFieldId | null): void {
  const isTaken = fields.some((one) => one.id !== but && fieldKey(one.name) === fieldKey(name));
  if (isTaken) refuse('name', 'own-field-name');
}

/** Each once, however its letters are written. */
function oneOfEach(choices: readonly string[]): string[] {
  const seen = new Set<string>();
  return choices.filter((choice) => {
    const key = choice.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

function choicesFor(type: OwnField['type'], choices: readonly string[]): string[] {
  if (type !== 'choice') return [];
  const each = oneOfEach(choices);
  if (each.length === 0) refuse('choices', 'own-no-choice');
  return each;
}

async function addField(
  ctx: WriteContext,
  { name, type, choices }: Parsed<'customers.addField'>,
): Promise<Output<'customers.addField'>> {
  const fields = ownFieldsIn(ctx.raw);
  if (fields.length >= mostOwnFields) refuse('name', 'own-field-many');
  refuseTaken(fields, name, null);
  const at = ctx.clock.instant();
  const own = choicesFor(type, choices);
  const batchId = openBatch(ctx.raw, { kind: 'create', label: name, at });
  const id = insertField(ctx.raw, batchId, { name, type, choices: own, at });
  return { id: id as OwnFieldId, batchId: batchId as BatchId };
}

async function changeField(
  ctx: WriteContext,
  { id, name, choices }: Parsed<'customers.changeField'>,
): Promise<Output<'customers.changeField'>> {
  const fields = ownFieldsIn(ctx.raw);
  const { type } = fieldThere(fields, id);
  refuseTaken(fields, name, id);
  const own = choicesFor(type, choices);
  if (type === 'choice')
    for (const used of choicesInUse(ctx.raw, id))
      if (!own.includes(used)) refuse('choices', 'own-choice-used');
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: name, at: ctx.clock.instant() });
  updateField(ctx.raw, batchId, id, { name, choices: own });
  return { id, batchId: batchId as BatchId };
}

async function moveField(
  ctx: WriteContext,
  { id, by }: Parsed<'customers.moveField'>,
): Promise<Output<'customers.moveField'>> {
  const fields = ownFieldsIn(ctx.raw);
  const field = fieldThere(fields, id);
  const other = fields[fields.indexOf(field) + by];
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: field.name, at });
  if (other !== undefined) swapFields(ctx.raw, batchId, [id, other.id]);
  return { id, batchId: batchId as BatchId };
}

async function removeField(
  ctx: WriteContext,
  { id }: Parsed<'customers.removeField'>,
): Promise<Output<'customers.removeField'>> {
  const { name } = fieldThere(ownFieldsIn(ctx.raw), id);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: name, at });
  trashField(ctx.raw, batchId, id, at);
  return { id, batchId: batchId as BatchId };
}

/** What main does for each channel of the owner's own fields that it serves itself. */
export const ownFieldHandlers = {
  'customers.fields': listFields,
  'customers.addField': addField,
  'customers.changeField': changeField,
  'customers.moveField': moveField,
  'customers.removeField': removeField,
};
