import { setImmediate as nextTurn } from 'node:timers/promises';
import { forgetProtection } from '#db/file/protection.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { ChannelName, Output } from '#shared/contract/index.ts';
import { type AppError, AppFailure, type Result } from '#shared/errors.ts';
import { BackupWatch } from './backup-watch.ts';
import type { Closing, EmitEvent, Platform, ShopFacts } from './context.ts';
import { FiguresWatch } from './figures-watch.ts';
import { type Door, type DoorRequest, dispatch } from './ipc/dispatch.ts';
import { toAppError } from './ipc/errors.ts';
import { ReadGate } from './ipc/read-gate.ts';
import { WriteQueue } from './ipc/write-queue.ts';
import { ReminderWatch } from './reminder-watch.ts';
import { newRestores } from './services/restore/restores.ts';
import { showPaper } from './services/sales/paper/tasks.ts';
import { openShop, type Shop } from './shop.ts';
import { heldByKiosk } from './shop-file/kiosk-lock.ts';
import { moveShop } from './shop-file/move-shop.ts';
import { SampleShop } from './shop-file/sample-shop.ts';
import { forgetShop, ShopPassword, underKeyOf } from './shop-file/shop-password.ts';
import { shopPaths } from './shop-file/shop-paths.ts';
import { StillShop } from './shop-file/still-shop.ts';
import { swapShop } from './shop-file/swap-shop.ts';
import { type Lane, newLane } from './tasks/lane.ts';
import type { ChosenCopy } from './tasks/prepared.ts';
import { TrashWatch } from './trash-watch.ts';

export type { DoorRequest } from './ipc/dispatch.ts';

/** The running app without a window: Electron, the Chromium host, the headless door and tests all hold one. */
export interface Application {
  dispatch(request: DoorRequest): Promise<Result<unknown>>;
  onEvent(listener: EmitEvent): () => void;
  /** Says what has fallen due and was not said; the app also does so by itself. */
  remind(): Promise<void>;
  /** Ends everything and lets go of the data; asked a second time, and hurried, it gives up the last backup. */
  close(how?: Closing): Promise<void>;
}

export type Started =
  | { readonly ok: true; readonly app: Application }
  | { readonly ok: false; readonly error: AppError };

export interface StartOptions {
  readonly dataFolder: string;
  /** Holds every answer against its contract; on in tests and development. */
  readonly checksOutput?: boolean;
  /** Makes checked copies of itself, when the app is closed among others; on unless a test says no. */
  readonly backsUpAtQuit?: boolean;
}

/** Takes the lock, opens (and if need be migrates) the shop in `dataFolder`. Failures are values. */
export async function startApplication(
  platform: Platform,
  options: StartOptions,
): Promise<Started> {
  try {
    const running = new RunningApplication(platform, options);
    await running.open();
    return { ok: true, app: running };
  } catch (error) {
    return { ok: false, error: toAppError(error, platform, { folder: options.dataFolder }) };
  }
}

class RunningApplication implements Application {
  readonly #platform: Platform;
  readonly #options: StartOptions;
  readonly #listeners = new Set<EmitEvent>();
  readonly #writes = new WriteQueue();
  readonly #reads = new ReadGate();
  readonly #work: Lane;
  readonly #reports: Lane;
  readonly #door: Door;
  readonly #reminders: ReminderWatch;
  readonly #backups: BackupWatch;
  readonly #figures: FiguresWatch;
  readonly #password: ShopPassword;
  readonly #trash: TrashWatch;
  /** Stays open, and locked, while the sample shop is shown instead. */
  #own: Shop | null = null;
  /** Where the owner's shop is, also while it is not open; null before it was. */
  #home: ShopFacts | null = null;
  readonly #sample: SampleShop;
  #isClosing = false;
  /** While another file takes the place of the shop's, whoever asks waits. */
  #restored: Promise<void> = Promise.resolve();

  constructor(platform: Platform, options: StartOptions) {
    this.#platform = platform;
    this.#options = options;
    this.#sample = new SampleShop(platform, this.#writes);
    this.#work = newLane(platform, this.#writes);
    this.#reports = newLane(platform, this.#writes);
    const owners = () => (this.#sample.shown === null ? this.#own : null);
    // What is due has names in it: before a locked screen nothing is said.
    const unlocked = () => (this.#password.isLocked ? null : owners());
    this.#reminders = new ReminderWatch(platform, this.#writes, unlocked);
    this.#backups = new BackupWatch(
      platform,
      this.#work,
      () => this.#own,
      () => this.#emit({ type: 'changed', touches: ['backups'] }),
    );
    const parts = { platform, writes: this.#writes, reads: this.#reads, work: this.#work };
    this.#password = new ShopPassword(
      new StillShop({
        ...parts,
        own: owners,
        take: (shop) => {
          this.#own = shop;
        },
        stopTasks: () => this.#stopTasks(),
        copy: (shop) => this.#backups.make(shop, 'manual'),
      }),
    );
    this.#door = {
      ...parts,
      shop: () => this.#shown(),
      folder: () => (this.#sample.shown ?? this.#own)?.facts.paths.folder ?? null,
      reports: this.#reports,
      actions: {
        cancelTask: (callId) => this.#work.cancel(callId) || this.#reports.cancel(callId),
        moveTo: (folder) => this.#moveTo(folder),
        leaveSample: () => this.#leaveSample(),
        restores: newRestores(platform.ids),
        password: this.#password,
      },
      copyBefore: () => this.#copyBefore(),
      afterTask: (channel, prepared, value) => this.#afterTask(channel, prepared, value),
      emit: (event) => this.#emit(event),
      checksOutput: options.checksOutput === true,
    };
    this.#figures = new FiguresWatch(platform, this.#door, () => this.#sample.shown ?? this.#own);
    this.#trash = new TrashWatch(platform, this.#door, owners);
  }

  async open(): Promise<void> {
    const own = this.#factsOf(this.#options.dataFolder);
    this.#own = await openShop(own, this.#platform.clock);
    this.#home = own;
    await this.#sample.find(this.#own);
    this.#figures.refreshWhenStale();
    this.#trash.onNewDay();
    this.#reminders.start();
    if (this.#options.backsUpAtQuit !== false) this.#backups.start();
    this.#password.goOn().catch((error: unknown) => toAppError(error, this.#platform));
  }

  async dispatch(request: DoorRequest): Promise<Result<unknown>> {
    await this.#restored;
    if (this.#password.isLocked && request.channel !== 'password.unlock')
      return { ok: false, error: { code: 'STORAGE', reason: 'protected' } };
    const failure = await this.#openAgain();
    if (failure !== null) return { ok: false, error: failure };
    const held = heldByKiosk(this.#door.folder(), request);
    if (held !== null) return held;
    this.#figures.onNewDay();
    this.#trash.onNewDay();
    return dispatch(this.#door, request);
  }

  /** A shop that did not open after its file was changed, because the disk was full, say, opens once it can. */
  async #openAgain(): Promise<AppError | null> {
    const facts = this.#home;
    if (this.#own !== null || facts === null || this.#isClosing) return null;
    try {
      await this.#writes.run(async () => {
        this.#own ??= await openShop(facts, this.#platform.clock);
      });
      return null;
    } catch (error) {
      return toAppError(error, this.#platform, { folder: facts.paths.folder });
    }
  }

  onEvent(listener: EmitEvent): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  remind(): Promise<void> {
    return this.#reminders.remind();
  }

  async close({ isHurried }: Closing = { isHurried: false }): Promise<void> {
    if (isHurried) this.#backups.giveUp();
    if (this.#isClosing) return isHurried ? this.#stopTasks() : undefined;
    this.#isClosing = true;
    this.#figures.stop();
    this.#reminders.stop();
    this.#backups.stop();
    if (this.#options.backsUpAtQuit !== false && !isHurried)
      await this.#backups.makeIfChanged('quit');
    await this.#stopTasks();
    await this.#writes.run(async () => {
      await nextTurn();
      await this.#sample.close();
      await this.#own?.close();
      this.#own = null;
      forgetShop(this.#options.dataFolder);
    });
  }

  /** Of the sample shop no copy is made. */
  async #copyBefore(): Promise<void> {
    if (this.#own === null || this.#sample.shown !== null) return;
    await this.#backups.make(this.#own, 'bulk');
    this.#emit({ type: 'changed', touches: ['backups'] });
  }

  #shown(): Shop {
    const shop = this.#sample.shown ?? this.#own;
    if (shop === null || this.#isClosing) throw new AppFailure({ code: 'CANCELLED' });
    return shop;
  }

  #factsOf(folder: string): ShopFacts {
    return { paths: shopPaths(folder), isSample: false, appVersion: this.#platform.appVersion };
  }

  async #stopTasks(): Promise<void> {
    await Promise.all([this.#work.close(), this.#reports.close()]);
  }

  #emit(event: AppEvent): void {
    for (const listener of this.#listeners) listener(event);
    if (event.type !== 'changed') return;
    this.#backups.afterChange(event.touches);
    this.#figures.refreshWhenStale();
    this.#reminders.afterChange(event.touches);
  }

  async #afterTask(channel: ChannelName, prepared: unknown, value: unknown): Promise<void> {
    if (channel === 'sample.open') {
      await this.#sample.show(prepared as ShopFacts);
      this.#emit({ type: 'changed', touches: ['shop'] });
    }
    if (channel === 'restore.preview') forgetProtection((prepared as ChosenCopy).scratch);
    if (channel === 'restore.run' || channel === 'restore.undo')
      await this.#restore(prepared as ChosenCopy, value as Output<'restore.run'>);
    if (channel === 'backups.make') this.#backups.afterMake();
    await showPaper(this.#platform, channel, prepared);
  }

  async #leaveSample(): Promise<void> {
    if (this.#sample.shown === null) return;
    await this.#sample.leave(() => this.#stopTasks());
    this.#emit({ type: 'changed', touches: ['shop'] });
  }

  /** Puts the file in the place of the shop's that a task has copied beside it and checked. */
  async #restore(
    { fileName, path, why }: ChosenCopy,
    { before }: Output<'restore.run'>,
  ): Promise<void> {
    const ended = Promise.withResolvers<void>();
    this.#restored = ended.promise;
    try {
      await this.#stopTasks();
      await this.#writes.run(async () => {
        const from = this.#own;
        if (from === null || this.#sample.shown !== null)
          throw new AppFailure({ code: 'CANCELLED' });
        await this.#stopTasks();
        const request = { source: fileName, wasWhole: before !== null, why };
        const protection = this.#door.actions.restores.keyOf(path);
        await underKeyOf({ paths: from.facts.paths, protection }, () =>
          swapShop(from, request, this.#platform.clock, (shop) => {
            this.#own = shop;
          }),
        );
      });
      // A copy from before the password lies open: it is protected like the shop that it replaces.
      await this.#password.goOn().catch((error: unknown) => toAppError(error, this.#platform));
    } finally {
      this.#door.actions.restores.end();
      ended.resolve();
    }
  }

  /** Nobody writes meanwhile; what tasks were doing to the old file is stopped before and after. */
  async #moveTo(folder: string): Promise<{ dataFolder: string; keptAt: string }> {
    const from = this.#own;
    if (from === null || this.#sample.shown !== null)
      throw new AppFailure({ code: 'CONFLICT', reason: 'sample-open' });
    const to = this.#factsOf(folder);
    await this.#stopTasks();
    await this.#writes.run(async () => {
      this.#own = await moveShop(from, to, this.#platform, () => this.#backups.make(from, 'move'));
      this.#home = to;
      await this.#stopTasks();
      await from.close();
    });
    return { dataFolder: folder, keptAt: from.facts.paths.folder };
  }
}
