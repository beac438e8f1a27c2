import { setTimeout as wait } from 'node:timers/promises';
import type { RawHandle } from '#db/file/client.ts';
import { countCustomers } from '#db/queries/customers/read.ts';
import {
  type FigureRules,
  planRanks,
  type RankPlan,
  refreshFigures,
  refreshRanks,
} from '#db/queries/figures/refresh.ts';
import { areTotalsFresh } from '#db/queries/figures/state.ts';
import {
  isSearchDeferred,
  isSearchOld,
  rebuildSearch,
  renewSearch,
} from '#db/queries/search/index.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import type { TaskContext } from '../../context.ts';

/** What the stored figures depend on, from the settings and the day. */
export function figureRules(settings: ShopSettings, today: string): FigureRules {
  const { activeMonths, marginPercent, keepingCostMinor, yearsKept } = settings;
  return { today, activeMonths, marginPercent, keepingCostMinor, yearsKept };
}

/** So often it is read anew, after a pause each, before those who write are kept waiting. */
const mostTries = 20;
const pauseMs = 250;

/** False: somebody wrote since `plan` was read. */
function writeAll(raw: RawHandle, rules: FigureRules, plan: RankPlan | null): boolean {
  return raw
    .transaction(() => {
      if (!areTotalsFresh(raw, rules)) refreshFigures(raw, rules);
      else if (!refreshRanks(raw, rules, plan ?? planRanks(raw))) return false;
      if (isSearchOld(raw)) renewSearch(raw);
      if (isSearchDeferred(raw)) rebuildSearch(raw);
      return true;
    })
    .immediate();
}

/**
 * Counts anew what is out of date: ranks, or all figures; and search, where it waits. Whoever enters sale
 * after sale is not kept waiting for ranks: they are read beside, and only what differs is written.
 */
export async function refreshAll(ctx: TaskContext): Promise<{ customers: number }> {
  const { raw, db } = ctx.open();
  ctx.progress('figures', 0, 0);
  for (let tries = 0, isDone = false; !isDone; tries += 1) {
    if (tries > 0) await wait(pauseMs);
    const rules = async () => figureRules((await readSettings(db)).settings, ctx.clock.today());
    const isBeside = tries < mostTries && areTotalsFresh(raw, await rules());
    const plan = isBeside ? planRanks(raw) : null;
    isDone = await ctx.exclusive(async () => writeAll(raw, await rules(), plan));
  }
  return { customers: await countCustomers(db) };
}
