import { inSnapshot, inTransaction } from '#db/file/transaction.ts';
import { isEmptyShop, lastIds, shopState } from '#db/queries/imports/shop-state.ts';
import { mendedInsert } from '#db/staging/mended.ts';
import { resetPlan, writePlanFact } from '#db/staging/plan.ts';
import { readBlocks, readSummaries } from '#db/staging/staging.ts';
import { type ImportReport, importReport, type RowCounts } from '#shared/contract/imports.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import type { ColumnSummary } from '#shared/domain/columns/summary.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import type { TaskContext } from '../../../context.ts';
import { breathe, type OpenDraft, type SourceState } from '../draft-store.ts';
import { mendingFact, mendingOf, type SourceMending } from '../mending/done.ts';
import { isMended, mendedBlocks } from '../mending/mended-blocks.ts';
import { type DayJudge, DaySurvey, type ShopDays } from './day-judge.ts';
import { NextIds } from './next-ids.ts';
import { notTakenOf } from './not-taken.ts';
import { Outcomes } from './outcomes.ts';
import type { EarlierPlans, KindPlan, PlanGround, RowKind } from './row-kind.ts';
import { leadOf, rowKinds } from './row-kinds.ts';
import { SourceRows } from './source-rows.ts';

/** What a plan was made from; it holds as long as neither has changed. */
export interface PlanBasis {
  readonly revision: number;
  readonly shop: string;
  /** The steps in force: a change of them is planned before it is kept. */
  readonly steps: string;
}

/** The steps that are in force in a draft, to be compared. */
export function stepsInForce({ sources }: OpenDraft['state']): string {
  const inForce = sources.map(({ id, steps = [] }) => [
    id,
    steps.filter(({ state }) => state === 'applied').map((kept) => [kept.id, kept.step]),
  ]);
  return JSON.stringify(inForce);
}

type Plans = ReadonlyMap<RowKind, KindPlan>;

const writesBetweenBreaths = 2000;
const mostProblems = 500;

/** A source that is imported, with what its rows are. */
interface Planned {
  readonly source: SourceState;
  readonly lead: RowKind;
}

/** The sources in the order of what their rows are: each finds what it is about. */
function plannedOrder(sources: readonly SourceState[]): Planned[] {
  return sources
    .filter((source) => source.isIncluded)
    .flatMap((source) => {
      const lead = leadOf(source.columns, source.role);
      return lead === null ? [] : [{ source, lead }];
    })
    .sort(
      (a, b) =>
        rowKinds.indexOf(a.lead) - rowKinds.indexOf(b.lead) ||
        Number(a.source.role === 'lines') - Number(b.source.role === 'lines') ||
        a.source.id - b.source.id,
    );
}

function openPlans(ground: PlanGround): Plans {
  const plans = new Map<RowKind, KindPlan>();
  const earlier: EarlierPlans = (kind) => {
    const plan = plans.get(kind);
    if (plan === undefined) throw new Error(`${kind.name} are planned later`);
    return plan as ReturnType<typeof kind.open>;
  };
  for (const kind of rowKinds) plans.set(kind, kind.open(ground, earlier));
  return plans;
}

/** Works through a generator, letting messages in now and then. */
async function workOff(ctx: TaskContext, steps: Generator<void>): Promise<void> {
  let count = 0;
  for (const _ of steps) {
    count += 1;
    if (count % writesBetweenBreaths === 0) await breathe(ctx.signal);
  }
}

/** Looks through the days of a source once, before its rows are judged by where most of them lie. */
async function surveyDays(
  ctx: TaskContext,
  draft: OpenDraft,
  { source, now }: { readonly source: SourceState; readonly now: ShopDays },
): Promise<DayJudge> {
  const survey = new DaySurvey(source, now);
  if (survey.isNeeded) {
    const headerRow = source.headerRow ?? 0;
    const blocks = isMended(source)
      ? mendedBlocks(draft.staging, source)
      : readBlocks(draft.staging, source.id);
    for (const { numbers, rows } of blocks) {
      survey.look(rows.filter((_, index) => (numbers[index] ?? 0) > headerRow));
      await breathe(ctx.signal);
    }
  }
  return survey.judge();
}

/** The plans begin a source each: what its rows are and what they may name. */
function beginSource(
  draft: OpenDraft,
  { source, lead, days }: Planned & { readonly days: DayJudge },
  plans: Plans,
  outcomes: Outcomes,
): SourceRows {
  const kinds = [...plans].flatMap(([kind, plan]) => {
    const isAsked = kind === lead || kind.columns === 'named';
    return (isAsked ? plan.rowsOf(source, lead.naming, days) : null) ?? [];
  });
  const summaries = readSummaries(draft.staging, source.id) as ColumnSummary[];
  const unfolds = lead.name === 'sales';
  const keepMended = mendedInsert(draft.staging, source.id);
  return new SourceRows(source, { kinds, summaries, unfolds, keepMended }, outcomes);
}

/** Blank rows of a text file below its titles: they are counted, and nothing else is known of them. */
function blankRows({ lastRow, headerRow, rows }: SourceState): number {
  return lastRow === null ? 0 : Math.max(0, lastRow - (headerRow ?? 0) - rows);
}

/** What the sources of a draft are planned with. */
interface Planning {
  readonly plans: Plans;
  readonly outcomes: Outcomes;
  readonly now: ShopDays;
}

async function planSources(
  ctx: TaskContext,
  draft: OpenDraft,
  { plans, outcomes, now }: Planning,
): Promise<Map<number, RowCounts>> {
  const planned = plannedOrder(draft.state.sources);
  const total = planned.reduce((sum, { source }) => sum + source.rows, 0);
  const counts = new Map<number, RowCounts>();
  const mended: SourceMending[] = [];
  let done = 0;
  for (const each of planned) {
    const { source } = each;
    const days = await surveyDays(ctx, draft, { source, now });
    const taken = beginSource(draft, { ...each, days }, plans, outcomes);
    const headerRow = source.headerRow ?? 0;
    for (const { numbers, rows, hidden } of readBlocks(draft.staging, source.id)) {
      for (let index = 0; index < rows.length; index += 1) {
        const number = numbers[index] ?? 0;
        const isHidden = hidden.length > 0 && hidden.includes(number);
        if (number > headerRow) taken.enter(number, rows[index] ?? [], isHidden);
      }
      done += rows.length;
      ctx.progress('checking', Math.min(done, total), total);
      await breathe(ctx.signal);
    }
    outcomes.skipBlank(blankRows(source));
    for (const plan of plans.values()) {
      if (plan.finishSource !== undefined) await workOff(ctx, plan.finishSource(outcomes));
    }
    counts.set(source.id, outcomes.counts());
    outcomes.finishSource(draft.staging);
    mended.push(mendingOf(source, taken.mending));
  }
  writePlanFact(draft.staging, mendingFact, mended);
  return counts;
}

const noRows: RowCounts = { read: 0, added: 0, updated: 0, unchanged: 0, skipped: 0, wrong: 0 };

function sumCounts(all: Iterable<RowCounts>): RowCounts {
  const sum = { ...noRows };
  for (const each of all) {
    for (const key of Object.keys(sum) as (keyof RowCounts)[]) sum[key] += each[key];
  }
  return sum;
}

/** Fails where a part of the report is counted by no kind. */
function reportOf(
  draft: OpenDraft,
  plans: Plans,
  outcomes: Outcomes,
  counts: ReadonlyMap<number, RowCounts>,
): ImportReport {
  const { sources } = draft.state;
  const headerOf = (sourceId: number, column: number): string =>
    sources.find((source) => source.id === sourceId)?.columns[column]?.header ?? '';
  return importReport.parse({
    counts: sumCounts(counts.values()),
    sources: sources
      .filter((source) => counts.has(source.id))
      .map(({ id, fileName }) => ({ sourceId: id, fileName, counts: counts.get(id) ?? noRows })),
    ...Object.assign({}, ...[...plans.values()].map((plan) => plan.counts())),
    notTaken: notTakenOf(sources, counts),
    problems: outcomes.finish(draft.staging, headerOf).slice(0, mostProblems),
  });
}

async function planWithin(
  ctx: TaskContext,
  draft: OpenDraft,
  settings: ShopSettings,
): Promise<ImportReport> {
  const { raw } = ctx.open();
  const { staging } = draft;
  const { state } = draft;
  const basis: PlanBasis = {
    revision: state.revision,
    shop: shopState(raw),
    steps: stepsInForce(state),
  };
  resetPlan(staging);
  const outcomes = new Outcomes();
  const now: ShopDays = { today: ctx.clock.today(), timeZone: settings.timeZone };
  const plans = openPlans({
    raw,
    staging,
    settings,
    today: now.today,
    digits: minorDigits(settings.currency),
    isEmpty: isEmptyShop(raw),
    ids: new NextIds(lastIds(raw)),
    sources: draft.state.sources.filter(({ isIncluded }) => isIncluded),
    people: draft.state.people,
  });
  const counts = await planSources(ctx, draft, { plans, outcomes, now });
  for (const plan of plans.values()) await workOff(ctx, plan.write());
  const report = reportOf(draft, plans, outcomes, counts);
  writePlanFact(staging, 'basis', basis);
  writePlanFact(staging, 'report', report);
  return report;
}

/**
 * Works out what a draft would do to the shop as it is now, and writes every row of it into the
 * staging database. Nothing of the shop is changed; one snapshot of it is read throughout.
 */
export async function makePlan(
  ctx: TaskContext,
  draft: OpenDraft,
  settings: ShopSettings,
): Promise<ImportReport> {
  return inSnapshot(ctx.open().raw, () =>
    inTransaction(draft.staging.raw, () => planWithin(ctx, draft, settings)),
  );
}
