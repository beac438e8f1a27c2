import { readOutcomes } from '#db/staging/outcomes.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { currentPlan, refuseLocked, requireReady } from '../commit.ts';
import { type OpenDraft, sourceOf, withSource } from '../draft-store.ts';
import type { Inspection } from '../inspect.ts';
import { outcomeOfCode } from '../plan/outcomes.ts';
import { presentDraft } from '../present-draft.ts';
import { relate } from '../related/relate.ts';
import { changeSteps } from './steps.ts';

type WrongRows = ReadonlyMap<number, ReadonlySet<number>>;

/** The rows that are wrong in the plan that is there, by their source. */
function wrongRows({ staging, state }: OpenDraft): WrongRows {
  const found = new Map<number, ReadonlySet<number>>();
  for (const { id } of state.sources) {
    const outcomes = readOutcomes(staging, id);
    if (outcomes === null) continue;
    const rows = new Set<number>();
    outcomes.numbers.forEach((row, at) => {
      if (outcomeOfCode[outcomes.codes[at] ?? 0] === 'wrong') rows.add(row);
    });
    found.set(id, rows);
  }
  return found;
}

/** How many rows of the one are not in the other. */
function onlyIn(one: WrongRows, other: WrongRows): number {
  return [...one].reduce(
    (sum, [id, rows]) => sum + [...rows].filter((row) => !other.get(id)?.has(row)).length,
    0,
  );
}

/**
 * Adds a step to a draft or takes one back, checks anew, and compares which rows are wrong. The draft is
 * kept only when all of it is done, and the plan is written in one transaction: else nothing has changed.
 */
export async function mendDraft(
  draft: OpenDraft,
  { sourceId, change }: Parsed<'imports.mend'>,
  settings: ShopSettings,
  inspection: Inspection,
): Promise<Output<'imports.mend'>> {
  const { ctx } = inspection;
  const { state: former } = draft;
  requireReady(draft);
  const source = sourceOf(draft.state, sourceId);
  const next = changeSteps(source, change);
  await currentPlan(ctx, draft, settings);
  const before = wrongRows(draft);
  draft.state = withSource(draft.state, next);
  await relate(draft, inspection);
  requireReady(draft);
  const report = await currentPlan(ctx, draft, settings);
  try {
    refuseLocked(ctx, draft);
  } catch (error) {
    // What is shown of the rows comes from the plan: it is made again as it was, whoever stops the work now.
    draft.state = former;
    await currentPlan({ ...ctx, signal: new AbortController().signal }, draft, settings);
    throw error;
  }
  const after = wrongRows(draft);
  return {
    draft: presentDraft(draft.state, settings),
    report,
    noLongerWrong: onlyIn(before, after),
    newlyWrong: onlyIn(after, before),
  };
}
