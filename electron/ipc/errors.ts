import { ZodError } from 'zod';
import { lockedPeriodOf } from '#db/file/locked-period.ts';
import { storageReasonOf } from '#db/file/storage-error.ts';
import { type AppError, AppFailure } from '#shared/errors.ts';
import type { IdSource, Logger } from '../context.ts';
import { traceOf } from '../log-entry.ts';

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}

/** A rule of the contract's own names its problem; the others go by zod's name for them. */
function problemOf(issue: ZodError['issues'][number]): string {
  const own: unknown = issue.code === 'custom' ? issue.params?.['problem'] : undefined;
  return typeof own === 'string' ? own : issue.code;
}

/** Which fields were refused and why, as keys; what was typed is not repeated. */
export function issuesOf(error: ZodError): AppError {
  const issues = error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    problem: problemOf(issue),
  }));
  return { code: 'VALIDATION', issues };
}

/**
 * The one mapper from what was thrown to what is answered. What is unexpected stands in the log under
 * the incident's id: its kind, code and place, never its message, which can quote what was typed.
 * `folder` is the shop's, where there is one: it shows what SQLite does not say.
 */
export function toAppError(
  error: unknown,
  tools: { log: Logger; ids: IdSource },
  at: { readonly folder?: string | null; readonly channel?: string } = {},
): AppError {
  if (error instanceof AppFailure) return error.error;
  if (error instanceof ZodError) return issuesOf(error);
  const locked = lockedPeriodOf(error);
  if (locked !== null) return { code: 'PERIOD_LOCKED', ...locked };
  const reason = storageReasonOf(error, at.folder ?? null);
  const where = at.channel === undefined ? {} : { channel: at.channel };
  if (reason !== null) {
    tools.log.error('storage', { reason, code: codeOf(error), ...where });
    return { code: 'STORAGE', reason };
  }
  const incident = tools.ids.next().slice(0, 8);
  tools.log.error('incident', { incident, ...where, ...traceOf(error) });
  return { code: 'INTERNAL', incident };
}
