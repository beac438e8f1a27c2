import { openBatch } from '#db/history/journal.ts';
import { hasCustomer, hasProduct } from '#db/queries/complaints/check.ts';
import { listNotes, pinnedNotes, readNote } from '#db/queries/notes/read.ts';
import { insertNote, trashNote, updateNote } from '#db/queries/notes/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { NoteFacts, NoteRow } from '#shared/contract/notes/notes.ts';
import { AppFailure, type FieldIssue, notFound } from '#shared/errors.ts';
import type { BatchId, NoteId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

/** A note outside the trash; NOT_FOUND otherwise. */
async function requireNote({ db }: Pick<ReadContext, 'db'>, id: number): Promise<NoteRow> {
  const row = await readNote(db, id);
  if (row === null) throw notFound('note');
  return row;
}

/** Whoever and whatever a note is newly pinned to is there. */
function checkPins({ raw }: WriteContext, facts: NoteFacts, before: NoteFacts | null): void {
  const issues: FieldIssue[] = [];
  const isNew = <T>(list: readonly T[] | undefined, one: T) => list?.includes(one) !== true;
  if (facts.customers.some((id) => isNew(before?.customers, id) && !hasCustomer(raw, id)))
    issues.push({ path: 'facts.customers', problem: 'no-such-customer' });
  if (facts.products.some((id) => isNew(before?.products, id) && !hasProduct(raw, id)))
    issues.push({ path: 'facts.products', problem: 'no-such-product' });
  if (issues.length > 0) throw new AppFailure({ code: 'VALIDATION', issues });
}

async function allNotes(
  { db }: ReadContext,
  input: Parsed<'notes.list'>,
): Promise<Output<'notes.list'>> {
  return listNotes(db, input);
}

async function notesPinned(
  { db }: ReadContext,
  input: Parsed<'notes.pinned'>,
): Promise<Output<'notes.pinned'>> {
  return { rows: await pinnedNotes(db, input) };
}

async function createNote(
  ctx: WriteContext,
  { facts }: Parsed<'notes.create'>,
): Promise<Output<'notes.create'>> {
  checkPins(ctx, facts, null);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: facts.title, at });
  const id = insertNote(ctx.raw, batchId, facts, at);
  return { id: id as NoteId, batchId: batchId as BatchId };
}

async function changeNote(
  ctx: WriteContext,
  { id, expected, facts }: Parsed<'notes.update'>,
): Promise<Output<'notes.update'>> {
  const { facts: before } = await requireNote(ctx, id);
  if (JSON.stringify(before) !== JSON.stringify(expected))
    throw new AppFailure({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  checkPins(ctx, facts, before);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: facts.title, at });
  updateNote(ctx.raw, batchId, { id, before, facts }, at);
  return { id, batchId: batchId as BatchId };
}

async function dropNote(
  ctx: WriteContext,
  { id }: Parsed<'notes.remove'>,
): Promise<Output<'notes.remove'>> {
  const { facts } = await requireNote(ctx, id);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: facts.title, at });
  trashNote(ctx.raw, batchId, id, at);
  return { id, batchId: batchId as BatchId };
}

/** What main does for each channel of this area that it serves itself. */
export const noteHandlers = {
  'notes.list': allNotes,
  'notes.pinned': notesPinned,
  'notes.create': createNote,
  'notes.update': changeNote,
  'notes.remove': dropNote,
};
