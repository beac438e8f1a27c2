import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ActionContext, Platform } from '../context.ts';
import { framesOf } from '../log-entry.ts';

/** Works without a shop too: that is when a log is asked for most. */
export async function openLogs({
  logFolder,
  openFolder,
}: Pick<Platform, 'logFolder' | 'openFolder'>): Promise<Output<'logs.open'>> {
  return { folder: logFolder, isOpen: logFolder !== null && (await openFolder(logFolder)) };
}

/** Writes down where a screen failed; what stands in its message is left out. */
export async function noteScreen(
  { log }: Pick<Platform, 'log'>,
  { name, stack }: Parsed<'logs.noteScreen'>,
): Promise<null> {
  log.error('screen failed', { name, frames: framesOf(stack) });
  return null;
}

export const logHandlers = {
  'logs.open': (ctx: ActionContext) => openLogs(ctx.platform),
  'logs.noteScreen': (ctx: ActionContext, input: Parsed<'logs.noteScreen'>) =>
    noteScreen(ctx.platform, input),
};
