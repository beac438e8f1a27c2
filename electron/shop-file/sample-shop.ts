import { rm } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { readSettings } from '#db/queries/settings.ts';
import type { Platform, ShopFacts } from '../context.ts';
import { toAppError } from '../ipc/errors.ts';
import type { WriteQueue } from '../ipc/write-queue.ts';
import { dropAllDrafts } from '../services/imports/draft-files.ts';
import { buildingSite, newSamplePaths } from '../services/sample/paths.ts';
import { exists, openShop, type Shop } from '../shop.ts';

/** The sample shop, while it is shown instead of the owner's. */
export class SampleShop {
  readonly #platform: Platform;
  readonly #writes: WriteQueue;
  #shown: Shop | null = null;

  constructor(platform: Platform, writes: WriteQueue) {
    this.#platform = platform;
    this.#writes = writes;
  }

  /** Null while the owner's is shown. */
  get shown(): Shop | null {
    return this.#shown;
  }

  /** Before the first start is answered, the sample shop is what was shown last; later it is left over. */
  async find(own: Shop): Promise<void> {
    const sample = newSamplePaths(own.facts);
    await rm(buildingSite(sample).paths.folder, { recursive: true, force: true });
    // Drafts are a window's own; what a former run left behind holds names for nobody.
    await dropAllDrafts(own.facts.paths.staging);
    const { isSetUp } = await readSettings(own.reader.db);
    if (!isSetUp && (await exists(sample.paths.database))) {
      try {
        this.#shown = await openShop(sample, this.#platform.clock);
        return;
      } catch (error) {
        toAppError(error, this.#platform);
      }
    }
    await rm(sample.paths.folder, { recursive: true, force: true });
  }

  /** Shows the one that a task has built. */
  async show(facts: ShopFacts): Promise<void> {
    await this.#writes.run(async () => {
      this.#shown = await openShop(facts, this.#platform.clock);
    });
  }

  /** Closes it and deletes its folder; `stopTasks` ends what still reads or writes there. */
  async leave(stopTasks: () => Promise<void>): Promise<void> {
    const sample = this.#shown;
    if (sample === null) return;
    await stopTasks();
    await this.#writes.run(async () => {
      await this.close();
      // What was asked of it meanwhile.
      await stopTasks();
    });
    try {
      await rm(sample.facts.paths.folder, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      // The next start deletes it: one's own shop is shown all the same.
      toAppError(error, this.#platform);
    }
  }

  /** Closes it, if it is shown; its folder stays. Nobody writes meanwhile. */
  async close(): Promise<void> {
    const sample = this.#shown;
    this.#shown = null;
    await nextTurn();
    await sample?.close();
  }
}
