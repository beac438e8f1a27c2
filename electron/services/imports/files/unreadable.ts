import { systemReasonOf } from '#db/file/storage-error.ts';
import { badFile } from '#shared/errors.ts';

/**
 * The system's own failure to give a file from outside (a pulled stick, no permission), told as that
 * file's. Anything else is left as it is.
 */
export function asUnreadable(error: unknown): unknown {
  const reason = systemReasonOf(error);
  if (reason === null) return error;
  return reason === 'missing' ? badFile('not-found') : badFile('unreadable', reason);
}
