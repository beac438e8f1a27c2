import { isCopied } from '#db/backup-freshness.ts';
import { readSettings } from '#db/queries/settings.ts';
import { type BackupEntry, backupEntry } from '#shared/contract/backups.ts';
import type { Touch } from '#shared/contract/define.ts';
import { AppFailure } from '#shared/errors.ts';
import type { Platform } from './context.ts';
import { toAppError } from './ipc/errors.ts';
import type { Shop } from './shop.ts';
import { shopClock } from './shop-clock.ts';
import type { Lane } from './tasks/lane.ts';

const everyMs = 30 * 60_000;

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
  }

  afterChange(touches: readonly Touch[]): void {
    if (touches.some((touch) => !uncopied.has(touch))) this.#hasChanged = true;
  }

  /** Fails where the copy could not be made. */
  async make(shop: Shop, cause: BackupEntry['cause']): Promise<BackupEntry> {
    const { clock, guess } = this.#platform;
    const { settings } = await readSettings(shop.reader.db, guess);
    const result = await this.#work.run({
      callId: `backup-${this.#platform.ids.next()}`,
      channel: 'backups.make',
      input: { cause },
      prepared: null,
      shop: shop.facts,
      today: shopClock(clock, settings.timeZone).today(),
      onProgress: () => undefined,
    });
    if (!result.ok) throw new AppFailure(result.error);
    return backupEntry.parse(result.value);
  }

  /** One after the other; resolves when the copy is made, or need not be. A failure is logged: the next tries again. */
  makeIfChanged(cause: BackupEntry['cause']): Promise<void> {
    this.#last = this.#last.then(() => this.#makeIfChanged(cause));
    return this.#last;
  }

  /** None is made of itself any more, but for the last one. */
  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
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
    if (isWhole) return;
    this.#hasChanged = true;
    await this.#makeIfChanged('periodic');
  }

  async #makeIfChanged(cause: BackupEntry['cause']): Promise<void> {
    const shop = this.#shop();
    if (!this.#hasChanged || this.#isGivenUp || shop === null) return;
    this.#hasChanged = false;
    try {
      await this.make(shop, cause);
      this.#onMade();
    } catch (error) {
      this.#hasChanged = true;
      const { code } = toAppError(error, this.#platform, { channel: 'backups.make' });
      this.#platform.log.error('backup failed', { cause, code });
    }
  }
}
