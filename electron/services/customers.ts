import { openBatch } from '#db/history/journal.ts';
import { ownFieldsIn } from '#db/queries/customers/own-fields.ts';
import { customerNames, readFacts } from '#db/queries/customers/read.ts';
import {
  createCustomer,
  tagCustomer,
  trashCustomer,
  updateCustomer,
} from '#db/queries/customers/write.ts';
import { refreshFiguresOf } from '#db/queries/figures/refresh.ts';
import { markRanksMoved } from '#db/queries/figures/state.ts';
import { isBroughtBy } from '#db/queries/referrals/tree.ts';
import { deferSearch, indexCustomers } from '#db/queries/search/index.ts';
import { type CustomerFacts, storedCustomerFacts } from '#shared/contract/customers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { readPhones } from '#shared/domain/text/phone.ts';
import { AppFailure, type FieldIssue, notFound } from '#shared/errors.ts';
import type { BatchId, CustomerId } from '#shared/ids.ts';
import type { WriteContext } from '../context.ts';
import { ownIssues } from './customers/own-fields.ts';
import { figureRules } from './insights/refresh.ts';

/** With more changed at once, the search tables are built anew apart from main (1,000: 2 s in place). */
const mostFollowedInPlace = 50;

/**
 * Lets the search text and the figures follow what has just changed, in the same transaction. After
 * many changes search catches up with the next refresh.
 */
export function followCustomers(ctx: WriteContext, ids: readonly number[]): void {
  if (ids.length > mostFollowedInPlace) {
    deferSearch(ctx.raw);
    markRanksMoved(ctx.raw);
  }
  refreshFiguresOf(ctx.raw, ids, figureRules(ctx.settings, ctx.today));
  indexCustomers(ctx.raw, ids);
}

function isEmail(value: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);
}

/** Who recommended must be somebody there, and neither the customer nor brought, step by step, by the customer. */
async function checkRecommender(
  ctx: WriteContext,
  facts: CustomerFacts,
  self: CustomerId | null,
): Promise<void> {
  const { recommendedBy } = facts;
  if (recommendedBy === null) return;
  const problem = await wrongRecommender(ctx, recommendedBy, self);
  if (problem === null) return;
  throw new AppFailure({ code: 'VALIDATION', issues: [{ path: 'recommendedBy', problem }] });
}

async function wrongRecommender(
  ctx: WriteContext,
  by: CustomerId,
  self: CustomerId | null,
): Promise<string | null> {
  if (by === self) return 'recommends-self';
  if ((await readFacts(ctx.db, by)) === null) return 'no-such-customer';
  if (self === null || !(await isBroughtBy(ctx.db, { id: by, by: self }))) return null;
  return 'recommends-circle';
}

/** Phones as E.164, e-mails checked; what a person can put right comes back as VALIDATION. */
function tidyFacts(ctx: WriteContext, facts: CustomerFacts): CustomerFacts {
  const { country } = ctx.settings;
  const issues: FieldIssue[] =
    facts.own.length === 0 ? [] : ownIssues(ownFieldsIn(ctx.raw), facts.own);
  const contactPoints = facts.contactPoints.map((point, index) => {
    const path = `contactPoints.${index}.value`;
    if (point.kind === 'email' && !isEmail(point.value))
      issues.push({ path, problem: 'not-an-email' });
    if (point.kind !== 'phone') return point;
    const [phone, ...more] = readPhones(point.value, country).phones;
    if (phone === undefined || more.length > 0) {
      issues.push({ path, problem: 'not-a-phone' });
      return point;
    }
    return { ...point, value: phone };
  });
  if (facts.name === '' && contactPoints.length === 0)
    issues.push({ path: 'name', problem: 'name-or-phone' });
  if (issues.length > 0) throw new AppFailure({ code: 'VALIDATION', issues });
  return { ...facts, contactPoints };
}

function labelOf(facts: CustomerFacts): string {
  return facts.name !== '' ? facts.name : (facts.contactPoints[0]?.value ?? '');
}

export async function createOne(
  ctx: WriteContext,
  input: Parsed<'customers.create'>,
): Promise<Output<'customers.create'>> {
  const facts = tidyFacts(ctx, input);
  await checkRecommender(ctx, facts, null);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: labelOf(facts), at });
  const id = createCustomer(ctx.raw, batchId, facts, at);
  followCustomers(ctx, [id]);
  return { id: id as CustomerId, batchId: batchId as BatchId };
}

const nothingKnown = {
  ...{ kind: 'person', relation: 'customer', mark: null, birthdayOn: null, gender: null },
  ...{ occupation: null, source: null, uses: null, tastes: null, matters: null, taxId: null },
  ...{ recommendedBy: null, note: null },
} as const satisfies Partial<CustomerFacts>;

/** Writes somebody new down by name or phone, in a batch of the caller's. Returns the id; figures follow with the sale. */
export function writeBuyer(
  ctx: WriteContext,
  batchId: number,
  { name, phone }: { readonly name: string; readonly phone: string },
): number {
  const value = { kind: 'phone', label: null, value: phone } as const;
  const contactPoints = phone === '' ? [] : [value];
  const known = { ...nothingKnown, addresses: [], tags: [], own: [], name, contactPoints };
  const facts = tidyFacts(ctx, known);
  return createCustomer(ctx.raw, batchId, facts, ctx.clock.instant());
}

/** Compared as the door hands facts in: an import may have stored spaces that the form's come without. */
function isSameFacts(stored: CustomerFacts, expected: CustomerFacts): boolean {
  const asHandedIn = storedCustomerFacts.safeParse(stored);
  return JSON.stringify(asHandedIn.success ? asHandedIn.data : stored) === JSON.stringify(expected);
}

/** Fails with CONFLICT when the stored facts are no longer those the form was filled from. */
export async function updateOne(
  ctx: WriteContext,
  input: Parsed<'customers.update'>,
): Promise<Output<'customers.update'>> {
  const stored = await readFacts(ctx.db, input.id);
  if (stored === null) throw notFound('customer');
  if (!isSameFacts(stored, input.expected))
    throw new AppFailure({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  const facts = tidyFacts(ctx, input.facts);
  await checkRecommender(ctx, facts, input.id);
  const batchId = openBatch(ctx.raw, {
    kind: 'edit',
    label: labelOf(facts),
    at: ctx.clock.instant(),
  });
  updateCustomer(ctx.raw, batchId, input.id, facts);
  followCustomers(ctx, [input.id]);
  return { id: input.id, batchId: batchId as BatchId };
}

/** So many are called by their names; the others are counted. */
const named = 3;

async function labelOfMany(ctx: WriteContext, ids: readonly number[]): Promise<string> {
  const names = (await customerNames(ctx.db, ids.slice(0, named))).join(', ');
  return ids.length > named ? `${names} +${ids.length - named}` : names;
}

export async function deleteMany(
  ctx: WriteContext,
  input: Parsed<'customers.delete'>,
): Promise<Output<'customers.delete'>> {
  const at = ctx.clock.instant();
  const label = await labelOfMany(ctx, input.ids);
  const batchId = openBatch(ctx.raw, { kind: 'delete', label, at });
  const count = input.ids.filter((id) => trashCustomer(ctx.raw, batchId, id, at)).length;
  followCustomers(ctx, input.ids);
  markRanksMoved(ctx.raw);
  return { batchId: batchId as BatchId, count };
}

export async function tagMany(
  ctx: WriteContext,
  input: Parsed<'customers.tag'>,
): Promise<Output<'customers.tag'>> {
  const label = await labelOfMany(ctx, input.ids);
  const batchId = openBatch(ctx.raw, { kind: 'edit', label, at: ctx.clock.instant() });
  const count = input.ids.filter((id) => tagCustomer(ctx.raw, batchId, id, input.tag)).length;
  followCustomers(ctx, input.ids);
  return { batchId: batchId as BatchId, count };
}
