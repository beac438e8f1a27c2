import type { Connection, WriteHandle } from '#db/file/client.ts';
import { pageOfComplaints } from '#db/queries/complaints/list.ts';
import { readActions } from '#db/queries/complaints/write.ts';
import { lastSoldTo } from '#db/queries/guarantee/last-sold.ts';
import { linesByIds, policiesOf } from '#db/queries/guarantee/read.ts';
import { productIds } from '#db/queries/products.ts';
import { answerReview } from '#db/queries/reviews.ts';
import { complaintFilter } from '#shared/contract/complaints-facts.ts';
import { contract, type Parsed } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { noonOf } from '#shared/domain/calendar/zone-time.ts';
import type { ComplaintId } from '#shared/ids.ts';
import type { TaskContext, WriteContext } from '../../context.ts';
import { changeAction } from '../complaints/actions.ts';
import { stepOne } from '../complaints/steps.ts';
import { claim, finish } from '../guarantee/claims.ts';
import { withCover } from '../guarantee/covered.ts';
import { savePolicy } from '../guarantee/policies.ts';
import { createReview } from '../reviews/change.ts';
import type { ActionStory, ClaimStory, ReviewStory, SamplePlace } from './generate/place/place.ts';
import type { SampleProduct } from './generate/products.ts';
import { writeOwed } from './write-owed.ts';

/** The shop as it was at noon so many days ago; negative: so many days from now. */
type On = (daysAgo: number) => WriteContext;

function contextOn(
  ctx: TaskContext,
  settings: WriteContext['settings'],
  { db, raw }: { db: WriteHandle; raw: Connection['raw'] },
): On {
  return (daysAgo) => {
    const today = addDays(ctx.clock.today(), -daysAgo);
    const instant = noonOf(today, settings.timeZone);
    const clock = { now: () => Date.parse(instant), instant: () => instant, today: () => today };
    return { db, raw, settings, today, clock, ids: ctx.ids, shop: ctx.shop };
  };
}

/** What is promised about each thing that has a guarantee. */
async function promise(
  on: On,
  products: readonly SampleProduct[],
  words: SamplePlace['notes']['promise'],
): Promise<void> {
  const ctx = on(0);
  const ids = await productIds(ctx.db);
  for (const { name, guaranteeMonths: months } of products) {
    const productId = ids.get(name);
    if (months === 0 || productId === undefined) continue;
    const given = { id: null, policy: { productId, months, ...words } };
    await savePolicy(ctx, contract['guarantee.savePolicy'].input.parse(given));
  }
}

async function review(on: On, story: ReviewStory): Promise<void> {
  const { ago, answer, ...facts } = story;
  const posted = on(ago);
  const given = { ...facts, postedOn: posted.today };
  const made = await createReview(posted, contract['reviews.create'].input.parse(given));
  if (answer === null) return;
  const { raw, clock } = on(ago - 1);
  answerReview(raw, made.batchId, made.id, { answer, answeredAt: clock.instant() });
}

async function isCovered(ctx: WriteContext, saleLineId: number): Promise<boolean> {
  const [line] = await linesByIds(ctx.db, [saleLineId]);
  if (line === undefined) return false;
  const policies = await policiesOf(ctx.db, [line.productId]);
  return (withCover(line, policies, ctx.today).endsOn ?? '') >= ctx.today;
}

async function claimFor(on: On, story: ClaimStory): Promise<void> {
  const { ago, product, doneAfter, costMinor, problem, remedy } = story;
  const ctx = on(ago);
  const bought = await lastSoldTo(ctx.db, product, addDays(ctx.today, -1));
  if (bought === null) return;
  const promisedOn = addDays(ctx.today, 7);
  const verdict = (await isCovered(ctx, bought.saleLineId)) ? 'covered' : 'goodwill';
  const facts = { ...bought, problem, remedy, verdict, promisedOn };
  const given = { ...facts, costMinor, asComplaint: false };
  const { id } = await claim(ctx, contract['guarantee.claim'].input.parse(given));
  if (doneAfter !== null) await finish(on(ago - doneAfter), { id, costMinor });
}

async function complaintOfCause(on: On, cause: string): Promise<ComplaintId | null> {
  const { db, today, clock, settings } = on(0);
  const filter = complaintFilter.parse({ cause });
  const moment = { today, now: clock.instant(), timeZone: settings.timeZone };
  const page = await pageOfComplaints(
    db,
    { filter, order: 'newest', after: null, limit: 1 },
    moment,
  );
  return (page.ids[0] ?? null) as ComplaintId | null;
}

/** Days ago on which a change was decided on, was due, was done, and is to be looked at. */
const actionDays = {
  held: { decided: 100, due: 93, done: 95, check: 33 },
  waiting: { decided: 34, due: 27, done: 28, check: -33 },
  open: { decided: 22, due: -4, done: null, check: -64 },
} as const;

async function change(on: On, { cause, what, owner, outcome }: ActionStory): Promise<void> {
  const complaintId = await complaintOfCause(on, cause);
  if (complaintId === null) return;
  const { decided, due, done, check } = actionDays[outcome];
  const action = { what, owner, dueOn: on(due).today, checkOn: on(check).today };
  const step = { id: complaintId, step: { move: 'improve', action } };
  await stepOne(on(decided), contract['complaints.step'].input.parse(step));
  if (done === null) return;
  const made = on(done);
  const [written] = readActions(made.raw, complaintId);
  const actionId = written?.id ?? 0;
  const act = (ctx: WriteContext, one: Parsed<'complaints.action'>['change']) =>
    changeAction(ctx, { complaintId, actionId, change: one });
  await act(made, { kind: 'done', on: made.today });
  if (outcome === 'held') await act(on(check), { kind: 'check', verdict: 'held' });
}

/**
 * What none of the sample's files tells: guarantees and claims, public reviews, what complaints changed,
 * who owes.
 * Through the services that a person's own entries take, each on its day.
 */
export async function writeNotes(
  ctx: TaskContext,
  settings: WriteContext['settings'],
  { notes, catalogue, files }: SamplePlace,
): Promise<void> {
  const { db: whole, raw } = ctx.open();
  await whole.transaction().execute(async (db) => {
    const on = contextOn(ctx, settings, { db, raw });
    await promise(on, Object.values(catalogue).flat(), notes.promise);
    for (const story of notes.claims) await claimFor(on, story);
    for (const story of notes.reviews) await review(on, story);
    for (const story of notes.actions) await change(on, story);
    await writeOwed(on, files.till.transfer);
  });
}
