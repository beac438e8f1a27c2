import { basename, join } from 'node:path';
import { hashFile } from '#db/file/backup.ts';
import { noteInLedger } from '#db/file/backup-ledger.ts';
import { dropCopy } from '#db/file/copy-beside.ts';
import { forgetProtection } from '#db/file/protection.ts';
import { besidePath, swapIn } from '#db/file/swap.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { AppFailure } from '#shared/errors.ts';
import type { EmitEvent, Platform, Restores, ShopFacts } from './context.ts';
import { type Chooser, choosePreview, chooseRun } from './services/restore/choose.ts';
import { newRestores } from './services/restore/restores.ts';
import { aloneWith } from './shop.ts';
import { underKeyOf } from './shop-file/shop-password.ts';
import { Lane } from './tasks/lane.ts';
import type { ChosenCopy, SalvageWork } from './tasks/prepared.ts';

interface Ready {
  readonly prepared: ChosenCopy | SalvageWork;
  tidy(): Promise<void>;
}

/** Restoring while no shop is open: the same work as otherwise, in a task process of its own. */
export class Rescue {
  readonly #platform: Platform;
  readonly #emit: EmitEvent;
  readonly #lane: Lane;
  readonly #restores: Restores;
  /** What was read of the damaged file and waits beside it, by its bytes. */
  #salvaged: string | null = null;

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
    const seen = await this.#run('restore.preview', { shop, callId, ready });
    forgetProtection(ready.prepared.scratch);
    return seen;
  }

  /** Reads what can be read of the damaged file into one that waits beside it. */
  async salvage(shop: ShopFacts, copyMadeAt: string | null, callId: string) {
    const { database, staging } = shop.paths;
    const { ids, guess } = this.#platform;
    const to = besidePath(database);
    const scratch = join(staging, `looked-${ids.next()}.db`);
    this.#salvaged = null;
    this.#restores.begin();
    try {
      const tidy = () => dropCopy(to).then(() => dropCopy(scratch));
      const prepared = { path: database, to, scratch, copyMadeAt, language: guess.language };
      const report = await this.#run('restore.salvage', {
        shop,
        callId,
        ready: { prepared, tidy },
      });
      if (report !== null) this.#salvaged = await hashFile(to);
      return report;
    } finally {
      this.#restores.end();
    }
  }

  /** Puts what was read where the damaged file is, which is set aside. */
  async takeSalvaged(shop: ShopFacts): Promise<string | null> {
    const { paths } = shop;
    const waits = await hashFile(besidePath(paths.database)).catch(() => null);
    const isAsSeen = waits !== null && waits === this.#salvaged;
    this.#salvaged = null;
    if (!isAsSeen) throw new AppFailure({ code: 'CONFLICT', reason: 'salvage-gone' });
    await this.#lane.close();
    const at = this.#platform.clock.instant();
    const source = basename(paths.database);
    const aside = await aloneWith(paths, () =>
      swapIn(paths, { at, source, wasWhole: false, why: 'salvage' }),
    );
    // What was found of the damaged file is none of the one that was just checked.
    await noteInLedger(paths.backups, { live: { at, isWhole: true } });
    return aside;
  }

  /** Puts a copy where the database was. What is left of that is set aside. */
  async run(shop: ShopFacts, input: Parsed<'restore.run'>, callId: string) {
    this.#salvaged = null;
    const ready = await chooseRun(this.#chooser(shop), input);
    const value = await this.#run('restore.run', { shop, callId, ready });
    const request = { source: ready.prepared.fileName, wasWhole: false, why: 'restore' } as const;
    try {
      await this.#lane.close();
      const at = this.#platform.clock.instant();
      const protection = this.#restores.keyOf(ready.prepared.path);
      await underKeyOf({ paths: shop.paths, protection }, () =>
        aloneWith(shop.paths, () => swapIn(shop.paths, { at, ...request })),
      );
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
