import { newestGoodCopy } from '#db/file/backup.ts';
import { protectionOf } from '#db/file/protection.ts';
import { rewrapCopies } from '#db/file/turn-key.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { contract, type Output, type Parsed } from '#shared/contract/index.ts';
import { type AppError, AppFailure, type Result } from '#shared/errors.ts';
import {
  type Application,
  type DoorRequest,
  type Started,
  type StartOptions,
  startApplication,
} from './application.ts';
import type { Closing, EmitEvent, Platform, ShopFacts } from './context.ts';
import { issuesOf, toAppError } from './ipc/errors.ts';
import { WriteQueue } from './ipc/write-queue.ts';
import type { DataFolder } from './paths.ts';
import { Rescue } from './rescue.ts';
import { newestCopy, putCopy, requireShopOrEmpty } from './services/backups-rescue.ts';
import { noteScreen, openLogs } from './services/logs.ts';
import { requireOpened } from './services/password/envelope.ts';
import { envelopeOf, writeKeyFile } from './services/password/key-file.ts';
import { listedCopies } from './services/restore/handlers.ts';
import { aloneWith } from './shop.ts';
import { protectShop } from './shop-file/shop-password.ts';
import { shopPaths } from './shop-file/shop-paths.ts';

export interface StartupOptions extends Omit<StartOptions, 'dataFolder'> {
  /** Asked again at each try: the owner may have plugged a drive in. */
  locate(): Promise<DataFolder>;
}

/** Failures of a database that a copy can stand in for. */
const replaceable: ReadonlySet<string> = new Set(['lost', 'corrupt', 'foreign', 'future']);

/** What can be asked while no shop is open. */
const ways = [
  'backups.rescue',
  'backups.takeCopy',
  'backups.openElsewhere',
  'backups.openAgain',
  'password.unlock',
  'logs.open',
  'logs.noteScreen',
  'restore.state',
  'restore.preview',
  'restore.run',
  'restore.salvage',
  'restore.takeSalvaged',
  'settings.openDataFolder',
] as const;
type Way = (typeof ways)[number];

function isWay(channel: string): channel is Way {
  return ways.some((way) => way === channel);
}

/** Opens the shop; where it cannot be opened, what is answered says why and how it can be mended. */
export async function startUp(platform: Platform, options: StartupOptions): Promise<Startup> {
  const startup = new Startup(platform, options);
  await startup.tryToOpen();
  return startup;
}

/** The app from its first moment on, whether its shop is open or not. */
export class Startup implements Pick<Application, 'dispatch' | 'onEvent' | 'close'> {
  readonly #platform: Platform;
  readonly #options: StartupOptions;
  readonly #listeners = new Set<EmitEvent>();
  readonly #turns = new WriteQueue();
  readonly #rescue: Rescue;
  #folder = '';
  #started: Started = { ok: false, error: { code: 'CANCELLED' } };

  constructor(platform: Platform, options: StartupOptions) {
    this.#platform = platform;
    this.#options = options;
    this.#rescue = new Rescue(platform, (event) => this.#emit(event));
  }

  get started(): Started {
    return this.#started;
  }

  /** Where the data lies, or was looked for. */
  async tryToOpen(): Promise<void> {
    const { path, isMissing } = await this.#options.locate();
    this.#folder = path;
    this.#take(
      isMissing
        ? { ok: false, error: { code: 'STORAGE', reason: 'missing' } }
        : await startApplication(this.#platform, { ...this.#options, dataFolder: path }),
    );
  }

  async dispatch(request: DoorRequest): Promise<Result<unknown>> {
    if (this.#started.ok) {
      const { app } = this.#started;
      if (request.channel !== 'restore.closeDamaged') return app.dispatch(request);
      return this.#turns.run(() => this.#closeDamaged(app, request.callId));
    }
    const { channel, callId } = request;
    // It goes past the work that it is to stop.
    if (channel === 'tasks.cancel') return this.#cancel(request.input);
    if (!isWay(channel)) return this.#started;
    const parsed = contract[channel].input.safeParse(request.input ?? {});
    if (!parsed.success) return { ok: false, error: issuesOf(parsed.error) };
    try {
      const way = this.#ways[channel] as (input: unknown, callId: string) => Promise<unknown>;
      return { ok: true, value: await this.#turns.run(() => way(parsed.data, callId)) };
    } catch (error) {
      return { ok: false, error: toAppError(error, this.#platform, { channel }) };
    }
  }

  /** What can be read of a file is saved while nobody has it open. The app says whether that is called for. */
  async #closeDamaged(app: Application, callId: string): Promise<Result<unknown>> {
    const answer = await app.dispatch({ channel: 'backups.trouble', input: {}, callId });
    if (!answer.ok) return answer;
    const { shopDamagedAt } = answer.value as Output<'backups.trouble'>;
    if (shopDamagedAt === null)
      return { ok: false, error: { code: 'CONFLICT', reason: 'shop-whole' } };
    // Closing forgets what opens the shop.
    const protection = protectionOf(this.#folder);
    await app.close({ isHurried: true });
    if (protection !== null) protectShop(this.#folder, protection);
    this.#started = { ok: false, error: { code: 'STORAGE', reason: 'corrupt' } };
    this.#emit({ type: 'changed', touches: ['shop'] });
    return { ok: true, value: null };
  }

  #cancel(input: unknown): Result<unknown> {
    const parsed = contract['tasks.cancel'].input.safeParse(input);
    if (!parsed.success) return { ok: false, error: issuesOf(parsed.error) };
    return { ok: true, value: { wasRunning: this.#rescue.cancel(parsed.data.callId) } };
  }

  onEvent(listener: EmitEvent): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(how?: Closing): Promise<void> {
    await this.#rescue.close();
    if (this.#started.ok) await this.#started.app.close(how);
  }

  readonly #ways: {
    readonly [W in Way]: (input: Parsed<W>, callId: string) => Promise<Output<W>>;
  } = {
    'backups.rescue': async () => ({
      dataFolder: this.#folder,
      newest: this.#isReplaceable() ? await newestCopy(shopPaths(this.#folder).backups) : null,
    }),
    'backups.takeCopy': async ({ fileName }) => {
      if (!this.#isReplaceable()) throw new AppFailure({ code: 'CONFLICT', reason: 'shop-open' });
      const paths = shopPaths(this.#folder);
      const { clock } = this.#platform;
      const aside = await aloneWith(paths, () => putCopy(paths, fileName, clock));
      await this.#openOrFail(() => this.tryToOpen());
      return { setAside: aside };
    },
    'backups.openElsewhere': async () => {
      const folder = await this.#platform.dialogs.chooseDataFolder();
      if (folder === null) return null;
      await requireShopOrEmpty(shopPaths(folder));
      await this.#openOrFail(() => this.#openAt(folder));
      return { dataFolder: folder };
    },
    'backups.openAgain': async () => {
      await this.#openOrFail(() => this.tryToOpen());
      return null;
    },
    'password.unlock': async ({ secret }) => {
      const paths = shopPaths(this.#folder);
      const envelope = await envelopeOf(paths);
      if (envelope === null) throw new AppFailure({ code: 'CONFLICT', reason: 'no-password' });
      const protection = await requireOpened(envelope, secret);
      // It may have come from a copy, where the shop's own was gone.
      await writeKeyFile(paths.folder, envelope);
      await rewrapCopies(paths.backups, protection).catch(this.#note);
      protectShop(paths.folder, protection);
      await this.#openOrFail(() => this.tryToOpen());
      return { isOpen: true };
    },
    'logs.open': () => openLogs(this.#platform),
    'logs.noteScreen': (input) => noteScreen(this.#platform, input),
    'restore.state': async () => {
      const { backups } = shopPaths(this.#folder);
      return { copies: this.#isReplaceable() ? await listedCopies(backups) : [], undo: null };
    },
    'restore.preview': (input, callId) =>
      this.#rescue.preview(this.#replaceable(), input, callId) as Promise<
        Output<'restore.preview'>
      >,
    'restore.run': async (input, callId) => {
      const value = await this.#rescue.run(this.#replaceable(), input, callId);
      await this.#openOrFail(() => this.tryToOpen());
      return value as Output<'restore.run'>;
    },
    'restore.salvage': async (_input, callId) => {
      const shop = this.#replaceable();
      const newest = await newestGoodCopy(shop.paths.backups);
      const report = await this.#rescue.salvage(shop, newest?.madeAt ?? null, callId);
      return report as Output<'restore.salvage'>;
    },
    'restore.takeSalvaged': async () => {
      const aside = await this.#rescue.takeSalvaged(this.#replaceable());
      await this.#openOrFail(() => this.tryToOpen());
      return { setAside: aside };
    },
    'settings.openDataFolder': async () => {
      if (await this.#platform.openFolder(this.#folder)) return null;
      throw new AppFailure({ code: 'CONFLICT', reason: 'folder-no-program' });
    },
  };

  /** The shop whose database a copy may take the place of. */
  #replaceable(): ShopFacts {
    if (this.#started.ok) throw new AppFailure({ code: 'CONFLICT', reason: 'shop-open' });
    if (!this.#isReplaceable()) throw new AppFailure(this.#started.error);
    const { appVersion } = this.#platform;
    return { paths: shopPaths(this.#folder), isSample: false, appVersion };
  }

  #isReplaceable(): boolean {
    const error: AppError | null = this.#started.ok ? null : this.#started.error;
    return error?.code === 'STORAGE' && replaceable.has(error.reason);
  }

  async #openAt(folder: string): Promise<void> {
    const started = await startApplication(this.#platform, {
      ...this.#options,
      dataFolder: folder,
    });
    if (!started.ok) throw new AppFailure(started.error);
    await this.#platform.rememberDataFolder(folder).catch(async (error: unknown) => {
      await started.app.close();
      throw error;
    });
    this.#folder = folder;
    this.#take(started);
  }

  async #openOrFail(open: () => Promise<void>): Promise<void> {
    await open();
    if (!this.#started.ok) throw new AppFailure(this.#started.error);
    this.#emit({ type: 'changed', touches: ['shop'] });
  }

  #take(started: Started): void {
    this.#started = started;
    if (started.ok) started.app.onEvent((event) => this.#emit(event));
  }

  /** What failed and keeps nobody from the shop. */
  readonly #note = (error: unknown): void => void toAppError(error, this.#platform);

  #emit(event: AppEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
