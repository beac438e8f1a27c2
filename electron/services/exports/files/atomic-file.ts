import { open, rename, rm } from 'node:fs/promises';
import { AppFailure } from '#shared/errors.ts';
import { outsideFailure } from './outside-failure.ts';

/** Fails with `CANCELLED` once the signal says so. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppFailure({ code: 'CANCELLED' });
}

/**
 * Writes beside the target, syncs, then renames, so the target is either the former file or the
 * whole new one; on a failure or abort nothing is left. Returns the bytes written. Fails with
 * `BAD_FILE`, `no-room` or `unwritable`, where the place does not take it.
 */
export async function writeFileAtomically(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<number> {
  const partial = `${path}.partial`;
  let bytes = 0;
  try {
    const handle = await open(partial, 'w');
    try {
      for await (const chunk of chunks) {
        stopIfAborted(signal);
        await handle.writeFile(chunk);
        bytes += chunk.length;
      }
      stopIfAborted(signal);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, path);
    return bytes;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw outsideFailure(error);
  }
}
