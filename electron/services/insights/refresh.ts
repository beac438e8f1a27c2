import { countCustomers } from '#db/queries/customers/read.ts';
import { type FigureRules, refreshFigures, refreshRanks } from '#db/queries/figures/refresh.ts';
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

/** Counts anew in one transaction what is out of date: ranks, or all figures; and search, where it waits. */
export async function refreshAll(ctx: TaskContext): Promise<{ customers: number }> {
  const { raw, db } = ctx.open();
  await ctx.exclusive(async () => {
    ctx.progress('figures', 0, 0);
    const { settings } = await readSettings(db);
    const rules = figureRules(settings, ctx.clock.today());
    raw
      .transaction(() => {
        if (areTotalsFresh(raw, rules)) refreshRanks(raw, rules);
        else refreshFigures(raw, rules);
        if (isSearchOld(raw)) renewSearch(raw);
        if (isSearchDeferred(raw)) rebuildSearch(raw);
      })
      .immediate();
  });
  return { customers: await countCustomers(db) };
}
