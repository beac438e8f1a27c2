import { AppFailure } from '#shared/errors.ts';
import { beat } from '../../../tasks/pulse.ts';
import type { SourceFile } from '../sealed/source-file.ts';
import { asUnreadable } from './unreadable.ts';

/** Bytes read at a time: small enough to stop and to bound memory at, large enough to be fast. */
export const CHUNK_BYTES = 65_536;

/** Fails with `CANCELLED` once the signal says so. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppFailure({ code: 'CANCELLED' });
}

/** Reads a file from `start` to its end; every buffer is new, so a parser may keep parts of it. */
export async function* readChunks(
  handle: SourceFile,
  start = 0,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  let position = start;
  for (;;) {
    stopIfAborted(signal);
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    const { bytesRead } = await handle
      .read(buffer, 0, CHUNK_BYTES, position)
      .catch((error: unknown) => Promise.reject(asUnreadable(error)));
    if (bytesRead === 0) return;
    position += bytesRead;
    beat();
    yield bytesRead === CHUNK_BYTES ? buffer : buffer.subarray(0, bytesRead);
  }
}
