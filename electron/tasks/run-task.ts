import { type AppLock, shareTaskLock } from '#db/file/app-lock.ts';
import { type Connection, openConnection } from '#db/file/client.ts';
import type { Result } from '#shared/errors.ts';
import type { IdSource, Logger, ShopClock, ShopFacts, TaskContext } from '../context.ts';
import { toAppError } from '../ipc/errors.ts';
import { isTaskChannel, taskHandlers } from './handlers.ts';

export interface TaskRequest {
  readonly channel: string;
  readonly input: unknown;
  readonly prepared: unknown;
  readonly shop: ShopFacts;
}

export interface TaskTools {
  readonly clock: ShopClock;
  readonly ids: IdSource;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly progress: TaskContext['progress'];
  readonly exclusive: TaskContext['exclusive'];
  readonly reads?: NonNullable<TaskContext['reads']>;
}

/**
 * Runs one task or report on a connection of its own, which is closed whatever happens; until then it
 * holds the task lock, so that no later start opens the data beside it.
 */
export async function runTask(request: TaskRequest, tools: TaskTools): Promise<Result<unknown>> {
  const { channel, input, prepared, shop } = request;
  let lock: AppLock | null = null;
  let connection: Connection | null = null;
  const open = () => {
    connection ??= openConnection(shop.paths.database);
    return connection;
  };
  try {
    lock = shareTaskLock(shop.paths.taskLock);
    if (!isTaskChannel(channel)) throw new Error(`no task ${channel}`);
    const handler = taskHandlers[channel] as (
      ctx: TaskContext,
      input: unknown,
      prepared: unknown,
    ) => Promise<unknown>;
    return { ok: true, value: await handler({ ...tools, shop, open }, input, prepared) };
  } catch (error) {
    return { ok: false, error: toAppError(error, tools, { folder: shop.paths.folder, channel }) };
  } finally {
    // Opened inside a closure, which the compiler cannot follow.
    await (connection as Connection | null)?.close();
    lock?.release();
  }
}
