import { isCopied } from '#db/backup-freshness.ts';
import { listBackups } from '#db/file/backup.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import type { Touch } from '#shared/contract/define.ts';
import { contract, type Input, type Output } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { Platform } from './context.ts';
import { toAppError } from './ipc/errors.ts';
import type { LogEvent } from './log-entry.ts';
import { readSecond } from './services/backups/second-folder.ts';
import { forgetFailure, noteFailure } from './services/backups/trouble.ts';
import type { Shop } from './shop.ts';
import { shopClock } from './shop-clock.ts';
import type { Lane } from './tasks/lane.ts';

const everyMs = 30 * 60_000;
/** The first minute belongs to whoever opened the app. */
const lookAfterMs = 60_000;

/** What changes of itself, or is no change of what a copy would hold. */
const uncopied: ReadonlySet<Touch> = new Set(['backups', 'shop']);

/**
 * Makes checked copies of the owner's shop of itself: every half hour and at the end where something
 * has changed, and at the start where the last run ended without one.
 */
export class BackupWatch {
  readonly #platform: Platform;
  readonly #work: Lane;
  /** The owner's shop; null while there is none. */
  readonly #shop: () => Shop | null;
  readonly #onMade: () => void;
  #hasChanged = false;
  #isGivenUp = false;
  #last: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setInterval> | null = null;
  #look: ReturnType<typeof setTimeout> | null = null;

  constructor(platform: Platform, work: Lane, shop: () => Shop | null, onMade: () => void) {
    this.#platform = platform;
    this.#work = work;
    this.#shop = shop;
    this.#onMade = onMade;
  }

  start(): void {
    this.#last = this.#last.then(() => this.#catchUp());
    this.#timer = setInterval(() => void this.makeIfChanged('periodic'), everyMs);
    this.#timer.unref();
    this.#look = setTimeout(() => void this.look(), lookAfterMs);
    this.#look.unref();
  }

  afterChange(touches: readonly Touch[]): void {
    if (touches.some((touch) => !uncopied.has(touch))) this.#hasChanged = true;
    // What an import brought into an empty shop does not wait half an hour for its first copy.
    if (this.#timer !== null && touches.includes('imports'))
      this.#last = this.#last.then(() => this.#makeFirst());
  }

  /** Fails where the copy could not be made. */
  make(shop: Shop, cause: BackupEntry['cause']): Promise<BackupEntry> {
    return this.#run(shop, 'backups.make', { cause });
  }

  /**
   * Reads the shop's file and the newest copies again. Where a copy turns out to be damaged another is
   * made at once.
   */
  async look(): Promise<void> {
    const shop = this.#shop();
    if (shop === null || this.#isGivenUp) return;
    try {
      const { damaged } = await this.#run(shop, 'backups.check', { copies: 'some' });
      this.#onMade();
      if (damaged.length === 0) return;
      this.#hasChanged = true;
      await this.makeIfChanged('periodic');
    } catch (error) {
      this.#logFailure('backup check failed', error);
    }
  }

  /** Somebody has had a copy made: the second folder follows. */
  afterMake(): void {
    this.#last = this.#last.then(() => this.#fillSecond());
  }

  /** Brings the newest copies to the second folder, where the owner has chosen one. */
  async #fillSecond(): Promise<void> {
    const shop = this.#shop();
    if (shop === null || (await readSecond(shop.facts.paths)) === null || this.#isGivenUp) return;
    try {
      await this.#run(shop, 'backups.fillSecond', {});
      this.#onMade();
    } catch (error) {
      this.#logFailure('second folder', error);
    }
  }

  async #run<N extends 'backups.make' | 'backups.check' | 'backups.fillSecond'>(
    shop: Shop,
    channel: N,
    input: Input<N>,
  ): Promise<Output<N>> {
    const { clock, guess } = this.#platform;
    const { settings } = await readSettings(shop.reader.db, guess);
    const result = await this.#work.run({
      callId: `backup-${this.#platform.ids.next()}`,
      channel,
      input,
      prepared: null,
      shop: shop.facts,
      today: shopClock(clock, settings.timeZone).today(),
      onProgress: () => undefined,
    });
    if (!result.ok) throw new AppFailure(result.error);
    return contract[channel].output.parse(result.value) as Output<N>;
  }

  /** One after the other; resolves when the copy is made, or need not be. A failure is said: the next tries again. */
  makeIfChanged(cause: BackupEntry['cause']): Promise<void> {
    this.#last = this.#last.then(() => this.#makeIfChanged(cause));
    return this.#last;
  }

  /** None is made of itself any more, but for the last one. */
  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    if (this.#look !== null) clearTimeout(this.#look);
    this.#timer = null;
  }

  /** Not even that one: the next start makes it. */
  giveUp(): void {
    this.stop();
    this.#isGivenUp = true;
  }

  /** A session that ends, or a power cut, leaves no time for the last copy. */
  async #catchUp(): Promise<void> {
    const shop = this.#shop();
    if (shop === null) return;
    const isWhole = await isCopied(shop.reader.raw, shop.facts.paths.backups).catch(
      (error: unknown) => {
        toAppError(error, this.#platform);
        return false;
      },
    );
    const cause = (await this.#isUpdated(shop)) ? 'update' : 'periodic';
    if (isWhole && cause === 'periodic') return;
    this.#hasChanged = true;
    await this.#makeIfChanged(cause);
  }

  /** Whether the newest copy was made by another version of the app. */
  async #isUpdated({ facts }: Shop): Promise<boolean> {
    const [newest] = await listBackups(facts.paths.backups);
    return newest !== undefined && !['', facts.appVersion].includes(newest.appVersion);
  }

  async #makeFirst(): Promise<void> {
    const shop = this.#shop();
    if (shop === null || (await listBackups(shop.facts.paths.backups)).length > 0) return;
    if (await isCopied(shop.reader.raw, shop.facts.paths.backups)) return;
    await this.#makeIfChanged('periodic');
  }

  async #makeIfChanged(cause: BackupEntry['cause']): Promise<void> {
    const shop = this.#shop();
    if (!this.#hasChanged || this.#isGivenUp || shop === null) return;
    this.#hasChanged = false;
    try {
      await this.make(shop, cause);
      await forgetFailure(shop.facts.paths);
      await this.#fillSecond();
    } catch (error) {
      this.#hasChanged = true;
      const said = this.#logFailure('backup failed', error, cause);
      // Cut short by the end of the app it is made at the next start.
      if (said.code === 'CANCELLED') return;
      await noteFailure(shop.facts.paths, said, this.#platform.clock.instant());
    }
    this.#onMade();
  }

  #logFailure(message: LogEvent, thrown: unknown, cause?: BackupEntry['cause']) {
    const error = toAppError(thrown, this.#platform);
    const { code } = error;
    this.#platform.log.error(message, cause === undefined ? { code } : { cause, code });
    return error;
  }
}
