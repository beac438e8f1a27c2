import { invoke } from './client.ts';

/** A screen that fails at every stroke is not told of for ever. */
const mostReports = 20;
let reports = 0;

/**
 * Has it written into the log where a screen failed. The message stays here: it can quote what was
 * typed. Nobody waits for it, and what cannot be told of is left.
 */
export function reportFailure(error: unknown): void {
  if (!(error instanceof Error) || reports >= mostReports) return;
  reports += 1;
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const stack = lines.join('\n').replaceAll(`${window.location.origin}/`, '');
  const input = { name: error.name.slice(0, 80), stack: stack.slice(0, 20_000) };
  invoke('logs.noteScreen', input).catch(() => undefined);
}
