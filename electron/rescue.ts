import { swapIn } from '#db/file/swap.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { AppFailure } from '#shared/errors.ts';
import type { EmitEvent, Platform, Restores, ShopFacts } from './context.ts';
import { type Chooser, choosePreview, chooseRun } from './services/restore/choose.ts';
import { newRestores } from './services/restore/restores.ts';
import { aloneWith } from './shop.ts';
import { Lane } from './tasks/lane.ts';
import type { ChosenCopy } from './tasks/prepared.ts';

interface Ready {
  readonly prepared: ChosenCopy;
  tidy(): Promise<void>;
}

/** Restoring while no shop is open: the same work as otherwise, in a task process of its own. */
export class Rescue {
  readonly #platform: Platform;
  readonly #emit: EmitEvent;
  readonly #lane: Lane;
  readonly #restores: Restores;

  constructor(platform: Platform, emit: EmitEvent) {
    this.#platform = platform;
    this.#emit = emit;
    this.#restores = newRestores(platform.ids);
    const nobodyElseWrites = async () => () => undefined;
    this.#lane = new Lane({
      fork: platform.forkTasks,
      log: platform.log,
      takeWriting: nobodyElseWrites,
    });
  }

  cancel(callId: string): boolean {
    return this.#lane.cancel(callId);
  }

  close(): Promise<void> {
    return this.#lane.close();
  }

  /** What a copy holds; it cannot be compared with what cannot be read. */
  async preview(shop: ShopFacts, input: Parsed<'restore.preview'>, callId: string) {
    const ready = await choosePreview(this.#chooser(shop), input);
    if (ready === null) return null;
    return this.#run('restore.preview', { shop, callId, ready });
  }

  /** Puts a copy where the database was. What is left of that is set aside. */
  async run(shop: ShopFacts, input: Parsed<'restore.run'>, callId: string) {
    const ready = await chooseRun(this.#chooser(shop), input);
    const value = await this.#run('restore.run', { shop, callId, ready });
    const request = { source: ready.prepared.fileName, wasWhole: false };
    try {
      await this.#lane.close();
      const at = this.#platform.clock.instant();
      await aloneWith(shop.paths, () => swapIn(shop.paths, { at, ...request }));
    } finally {
      this.#restores.end();
    }
    return value;
  }

  #chooser(shop: ShopFacts): Chooser {
    return { platform: this.#platform, shop, restores: this.#restores, isPresentRead: false };
  }

  async #run(
    channel: string,
    given: { readonly shop: ShopFacts; readonly callId: string; readonly ready: Ready },
  ): Promise<unknown> {
    const { shop, callId, ready } = given;
    const { clock, guess } = this.#platform;
    const startedAt = clock.now();
    const result = await this.#lane.run({
      ...{ callId, channel, shop, input: {}, prepared: ready.prepared },
      today: localDay(clock.instant(), guess.timeZone),
      onProgress: (phase, done, total) => {
        const elapsedMs = Math.max(0, clock.now() - startedAt);
        this.#emit({ type: 'progress', callId, channel, phase, done, total, elapsedMs });
      },
    });
    this.#emit({ type: 'task-ended', callId, channel });
    if (result.ok) return result.value;
    await ready.tidy();
    throw new AppFailure(result.error);
  }
}
