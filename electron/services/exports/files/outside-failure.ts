import { systemReasonOf } from '#db/file/storage-error.ts';
import { badFile } from '#shared/errors.ts';

/**
 * What failed at a place that the owner chose (a stick, a shared folder), told as that place's own
 * failure: the shop's disk has no part in it. Anything else is left as it is.
 */
export function outsideFailure(error: unknown): unknown {
  const reason = systemReasonOf(error);
  if (reason === null) return error;
  return badFile(reason === 'full' ? 'no-room' : 'unwritable', reason);
}
