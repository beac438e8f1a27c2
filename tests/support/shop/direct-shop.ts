import { randomUUID } from 'node:crypto';
import type { Connection, ReadHandle } from '#db/file/client.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { ReadContext, TaskContext, WriteContext } from '#electron/context.ts';
import { handlers } from '#electron/ipc/handlers.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { taskHandlers } from '#electron/tasks/handlers.ts';
import { type ChannelName, contract, type Input, type Output } from '#shared/contract/index.ts';
import { today } from './build-shop.ts';
import { type TempDatabase, tempDatabase } from './temp-database.ts';

type Context = ReadContext & WriteContext & TaskContext;
type Handler = (ctx: Context, input: unknown, prepared: unknown) => Promise<unknown>;

/** A shop whose services are called straight, in this process: for what no door, lane or process takes part in. */
export interface DirectShop extends TempDatabase {
  day: string;
  /** UTC time of day, `HH:MM`. 03:00 is ten in the morning in Jakarta. */
  time: string;
  /** What main would have settled before a task starts, such as a path. */
  prepared: unknown;
  /** Hears how far a task or a report is. */
  progress: TaskContext['progress'];
  /** Aborted: whoever asked has called it off. */
  signal: AbortSignal;
  /** Reads through `through` where it is given. */
  ask<N extends ChannelName>(channel: N, input: Input<N>, through?: ReadHandle): Promise<Output<N>>;
}

const every: Readonly<Record<string, unknown>> = { ...handlers, ...taskHandlers };

/** Like `tempShop`, without the app around it; what fails is thrown as the service threw it. */
export async function directShop(): Promise<DirectShop> {
  const database = await tempDatabase();
  const shop: Omit<DirectShop, 'ask'> = {
    ...database,
    day: today,
    time: '03:00',
    prepared: null,
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  const contextOf = async (db: ReadHandle): Promise<Context> => {
    const { settings } = await readSettings(database.db);
    const instant = () => `${shop.day}T${shop.time}:00.000Z`;
    return {
      db: db as unknown as WriteContext['db'],
      raw: database.raw,
      clock: { now: () => Date.parse(instant()), instant, today: () => shop.day },
      ids: { next: () => randomUUID() },
      log: { info: () => undefined, error: () => undefined },
      settings,
      today: shop.day,
      shop: { paths: shopPaths(database.folder), isSample: false, appVersion: '0.0.0-test' },
      signal: shop.signal,
      open: () => ({ ...database, db: db as Connection['db'] }),
      progress: shop.progress,
      exclusive: (run) => run(),
    };
  };
  return Object.assign(shop, {
    ask: async (channel: ChannelName, input: unknown, through: ReadHandle = database.db) => {
      const parsed = contract[channel].input.parse(input);
      const answer = await (every[channel] as Handler)(
        await contextOf(through),
        parsed,
        shop.prepared,
      );
      return contract[channel].output.parse(answer) as never;
    },
  });
}
