import { ZodError } from 'zod';
import { lockedPeriodOf } from '#db/file/locked-period.ts';
import { storageReasonOf } from '#db/file/storage-error.ts';
import { type AppError, AppFailure } from '#shared/errors.ts';
import type { IdSource, Logger } from '../context.ts';

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
 * The one mapper from what was thrown to what is answered. Stack, SQL and personal data stay in the
 * log under the incident's id. `folder` is the shop's, where there is one: it shows what SQLite does
 * not say.
 */
export function toAppError(
  error: unknown,
  tools: { log: Logger; ids: IdSource },
  folder: string | null = null,
): AppError {
  if (error instanceof AppFailure) return error.error;
  if (error instanceof ZodError) return issuesOf(error);
  const locked = lockedPeriodOf(error);
  if (locked !== null) return { code: 'PERIOD_LOCKED', ...locked };
  const reason = storageReasonOf(error, folder);
  if (reason !== null) {
    tools.log.error('storage', { reason, code: codeOf(error) });
    return { code: 'STORAGE', reason };
  }
  const incident = tools.ids.next().slice(0, 8);
  const stack = error instanceof Error ? (error.stack ?? error.name) : typeof error;
  tools.log.error('incident', { incident, code: codeOf(error), stack });
  return { code: 'INTERNAL', incident };
}
