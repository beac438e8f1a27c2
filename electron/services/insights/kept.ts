import { dataVersion, keepReport, keptReport } from '#db/queries/figures/kept-report.ts';
import { soldThrough } from '#db/queries/insights.ts';
import { readSettings } from '#db/queries/settings.ts';
import { dayNumber } from '#shared/domain/calendar/dates.ts';
import type { StatedBeginning } from '#shared/domain/worth/retention/beginning.ts';
import type { TaskContext } from '../../context.ts';

/** The day that is looked from: the one that was chosen, else the last that the sales reach. */
export async function lookedFromDay(ctx: TaskContext, on: string | null): Promise<string> {
  const today = ctx.clock.today();
  if (on !== null) return on < today ? on : today;
  return soldThrough(ctx.open().db, today);
}

/**
 * What was made of the same sales before under this key, or is made now and kept. The key names
 * everything else it is made from, and its form.
 */
export async function keptOrMade<R>(
  ctx: TaskContext,
  key: string,
  make: () => R | Promise<R>,
): Promise<R> {
  const { raw } = ctx.open();
  const kept = keptReport(raw, key);
  if (kept !== null) return kept as R;
  const version = dataVersion(raw);
  ctx.progress('figures', 0, 0);
  const report = await make();
  await ctx.exclusive(async () =>
    raw.transaction(() => keepReport(raw, key, { version, report })).immediate(),
  );
  return report;
}

/** What the owner has said of where the records begin, and how a kept report's key says it. */
export async function statedBeginning(
  ctx: TaskContext,
): Promise<{ key: string; stated: StatedBeginning }> {
  const { settings } = await readSettings(ctx.open().db);
  const said = settings.recordsBegin;
  if (said.kind === 'found') return { key: said.kind, stated: null };
  return { key: `${said.kind}${said.on}`, stated: { kind: said.kind, day: dayNumber(said.on) } };
}
