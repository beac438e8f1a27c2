import type { ActionContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';

/** Asks where a table goes; the day makes the suggested name one of its own. Null: the dialog was closed. */
export async function chooseTablePath(
  ctx: ActionContext,
  name: string,
  format: 'csv' | 'xlsx',
): Promise<{ prepared: ChosenPath } | null> {
  const suggested = `${name}-${ctx.today}.${format}`;
  const path = await ctx.platform.dialogs.saveTable(suggested, format);
  return path === null ? null : { prepared: { path } };
}

/** Asks where a calendar file goes. Null: the dialog was closed. */
export async function chooseCalendarPath(
  ctx: ActionContext,
): Promise<{ prepared: ChosenPath } | null> {
  const suggested = `langgan-${ctx.today}.ics`;
  const path = await ctx.platform.dialogs.saveTable(suggested, 'ics');
  return path === null ? null : { prepared: { path } };
}
