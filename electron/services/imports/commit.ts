import { inTransaction } from '#db/file/transaction.ts';
import { openBatch } from '#db/history/journal.ts';
import { lockOverPlan } from '#db/queries/accountant/planned.ts';
import { pauseProductFigures } from '#db/queries/figures/products.ts';
import { refreshFigures } from '#db/queries/figures/refresh.ts';
import {
  attachPlan,
  changePlanned,
  countPlanned,
  detachPlan,
  insertImport,
  insertPlanned,
  journalAddedParts,
  plannedCustomers,
} from '#db/queries/imports/apply.ts';
import { isEmptyShop, shopState } from '#db/queries/imports/shop-state.ts';
import { dropLaterWords, lastChange } from '#db/queries/privacy/later-words.ts';
import {
  deferSearch,
  indexCustomers,
  isRebuildQuicker,
  rebuildSearch,
} from '#db/queries/search/index.ts';
import { readPlanFact } from '#db/staging/plan.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { openRules } from '#shared/domain/mending/open-rules.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ImportId } from '#shared/ids.ts';
import type { TaskContext } from '../../context.ts';
import { backUp } from '../backups.ts';
import { figureRules } from '../insights/refresh.ts';
import { breathe, type OpenDraft } from './draft-store.ts';
import { rulesThatWait } from './mending/rules.ts';
import { makePlan, type PlanBasis, stepsInForce } from './plan/make-plan.ts';
import { rowKinds } from './plan/row-kinds.ts';
import { isReady } from './present-draft.ts';
import { recordImport } from './record-import.ts';

const indexChunk = 2000;

/** The report of the plan that is there, if it still holds for this draft and this shop. */
function standingPlan(ctx: TaskContext, draft: OpenDraft): ImportReport | null {
  const basis = readPlanFact(draft.staging, 'basis') as PlanBasis | undefined;
  if (basis?.revision !== draft.state.revision) return null;
  if (basis.steps !== stepsInForce(draft.state)) return null;
  if (basis.shop !== shopState(ctx.open().raw)) return null;
  return readPlanFact(draft.staging, 'report') as ImportReport;
}

/** Fails where a question is open, a column is missing, or nothing is chosen. */
export function requireReady(draft: OpenDraft): void {
  if (!isReady(draft.state)) throw new AppFailure({ code: 'CONFLICT', reason: 'draft-not-ready' });
}

/** The plan that is there if it still holds, else a new one. */
export async function currentPlan(
  ctx: TaskContext,
  draft: OpenDraft,
  settings: ShopSettings,
): Promise<ImportReport> {
  return standingPlan(ctx, draft) ?? makePlan(ctx, draft, settings);
}

/** Fails where the plan would change a locked period: it is refused whole, before anything is written. */
export function refuseLocked(ctx: TaskContext, draft: OpenDraft): void {
  const { raw } = ctx.open();
  attachPlan(raw, draft.staging.path);
  try {
    const locked = lockOverPlan(raw);
    if (locked !== null) throw new AppFailure({ code: 'PERIOD_LOCKED', ...locked });
  } finally {
    detachPlan(raw);
  }
}

/** Fails where something waits for an answer that the owner wants to give each time. */
function requireDecided({ state }: OpenDraft, report: ImportReport): void {
  if (openRules(state.sources.map(rulesThatWait), report) > 0)
    throw new AppFailure({ code: 'CONFLICT', reason: 'rules-undecided' });
}

function labelOf(draft: OpenDraft): string {
  const names = new Set(
    draft.state.sources.filter((source) => source.isIncluded).map((source) => source.fileName),
  );
  return [...names].join(', ');
}

async function apply(
  ctx: TaskContext,
  draft: OpenDraft,
  settings: ShopSettings,
  report: ImportReport,
): Promise<number> {
  const { raw } = ctx.open();
  const at = ctx.clock.instant();
  const since = lastChange(raw);
  const importId = insertImport(raw, at, JSON.stringify(report));
  const batchId = openBatch(raw, { kind: 'import', label: labelOf(draft), at, importId });
  const mark = { importId, batchId, at };
  const total = countPlanned(raw);
  pauseProductFigures(raw, total);
  let done = 0;
  for (const steps of [insertPlanned(raw, mark), changePlanned(raw, mark)]) {
    for (const rows of steps) {
      done += rows;
      ctx.progress('writing', done, total);
      await breathe(ctx.signal);
    }
  }
  journalAddedParts(raw, mark);
  const brought = { raw, staging: draft.staging, settings, clock: ctx.clock, importId, batchId };
  for (const kind of rowKinds) kind.follow?.(brought);
  for (const _ of recordImport({ raw, draft, importId, report, at })) {
    await breathe(ctx.signal);
  }
  // What a file says of sales of somebody who was erased is counted, and not kept.
  dropLaterWords(raw, since);
  await refreshShop(ctx, settings, plannedCustomers(raw));
  return importId;
}

/** Lets figures and search follow, inside the open transaction. */
export async function refreshShop(
  ctx: TaskContext,
  settings: ShopSettings,
  customerIds: readonly number[],
): Promise<void> {
  const { raw } = ctx.open();
  ctx.progress('figures', 0, customerIds.length);
  refreshFigures(raw, figureRules(settings, ctx.clock.today()));
  await breathe(ctx.signal);
  const rebuilds = isRebuildQuicker(raw, customerIds.length);
  if (rebuilds) deferSearch(raw);
  for (let from = 0; from < customerIds.length; from += indexChunk) {
    const ids = customerIds.slice(from, from + indexChunk);
    indexCustomers(raw, ids);
    ctx.progress('figures', from + ids.length, customerIds.length);
    await breathe(ctx.signal);
  }
  if (rebuilds) rebuildSearch(raw);
}

/**
 * Imports a draft: the plan's rows are copied in one transaction, or nothing is. The counts are the
 * plan's own; it is made again only when the shop has changed since it was checked.
 */
export async function commitDraft(
  ctx: TaskContext,
  draft: OpenDraft,
  settings: ShopSettings,
): Promise<{ importId: ImportId; report: ImportReport }> {
  requireReady(draft);
  requireDecided(draft, await currentPlan(ctx, draft, settings));
  return ctx.exclusive(async () => {
    const { raw } = ctx.open();
    const report = await currentPlan(ctx, draft, settings);
    requireDecided(draft, report);
    refuseLocked(ctx, draft);
    if (!isEmptyShop(raw)) await backUp(ctx, 'import');
    attachPlan(raw, draft.staging.path);
    try {
      const importId = await inTransaction(ctx.open().raw, () => {
        if (standingPlan(ctx, draft) === null) {
          throw new AppFailure({ code: 'CONFLICT', reason: 'shop-changed' });
        }
        return apply(ctx, draft, settings, report);
      });
      return { importId: importId as ImportId, report };
    } finally {
      detachPlan(raw);
    }
  });
}
