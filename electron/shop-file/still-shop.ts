import type { Protection } from '#db/file/protection.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import { AppFailure } from '#shared/errors.ts';
import type { Platform, ShopFacts } from '../context.ts';
import type { ReadGate } from '../ipc/read-gate.ts';
import type { WriteQueue } from '../ipc/write-queue.ts';
import { openShop, type Shop } from '../shop.ts';
import type { Lane } from '../tasks/lane.ts';

/** The parts of the running app that have to hold still while the shop's file is changed. */
export interface RunningParts {
  readonly platform: Platform;
  readonly writes: WriteQueue;
  readonly reads: ReadGate;
  readonly work: Lane;
  /** The owner's shop; null while there is none, or while the sample is shown instead. */
  own(): Shop | null;
  take(shop: Shop | null): void;
  stopTasks(): Promise<void>;
  copy(shop: Shop): Promise<BackupEntry>;
}

/** The owner's shop with everybody kept away from it, so that its file can be written anew. */
export class StillShop {
  readonly #parts: RunningParts;

  constructor(parts: RunningParts) {
    this.#parts = parts;
  }

  ownOrNull(): Shop | null {
    return this.#parts.own();
  }

  /** Fails with `CONFLICT sample-open` while the sample is shown instead. */
  own(): Shop {
    const own = this.#parts.own();
    if (own === null) throw new AppFailure({ code: 'CONFLICT', reason: 'sample-open' });
    return own;
  }

  /** Nobody writes, and no task runs, while `work` does. */
  async still<T>(work: () => Promise<T>): Promise<T> {
    await this.#parts.stopTasks();
    return this.#parts.writes.run(work);
  }

  /** Closes the shop, lets `change` change its file, and opens what lies there then. Inside `still` only. */
  async reopen(change: () => Promise<void>): Promise<void> {
    const { reads, stopTasks, take, platform } = this.#parts;
    const own = this.own();
    await stopTasks();
    await reads.alone(async () => {
      await own.close();
      take(null);
      try {
        await change();
      } finally {
        take(await openShop(own.facts, platform.clock));
      }
    });
  }

  /** Nobody reads, no file is taken in and no task runs while `work` does. Inside `still` only. */
  async alone(work: () => Promise<void>): Promise<void> {
    await this.#parts.stopTasks();
    await this.#parts.reads.alone(work);
  }

  /** A step of the app's own, in the task process. */
  async step(
    channel: 'password.turn' | 'password.drafts' | 'password.copies',
    protection: Protection | null,
    shop: ShopFacts = this.own().facts,
  ): Promise<unknown> {
    const { clock, ids } = this.#parts.platform;
    const result = await this.#parts.work.run({
      callId: `${channel}-${ids.next()}`,
      channel,
      input: {},
      prepared: { protection },
      shop,
      today: clock.instant().slice(0, 10),
      onProgress: () => undefined,
    });
    if (!result.ok) throw new AppFailure(result.error);
    return result.value;
  }

  /** Makes a checked copy of the shop as it is. */
  copy(): Promise<BackupEntry> {
    return this.#parts.copy(this.own());
  }
}
