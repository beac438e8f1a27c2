import { forgetSaidBefore, recordSaid, takeBackSaid } from '#db/queries/reminders.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Touch } from '#shared/contract/define.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import type { Platform } from './context.ts';
import { toAppError } from './ipc/errors.ts';
import type { WriteQueue } from './ipc/write-queue.ts';
import { type Announcement, announcementsOf, dueReminders } from './services/reminders.ts';
import type { Shop } from './shop.ts';
import { kioskOf } from './shop-file/kiosk-lock.ts';

const everyMs = 30_000;
const rememberedMs = 400 * 24 * 60 * 60_000;
/** What the system has not shown so often is not said in this run any more. */
const mostTries = 2;
const watched: ReadonlySet<Touch> = new Set(['followUps', 'complaints', 'reviews', 'shop']);

/** Looks for what is due when the shop opens, every half minute and after a change, and says it once. */
export class ReminderWatch {
  readonly #platform: Platform;
  readonly #writes: WriteQueue;
  /** The owner's shop; null while there is none to remind of. */
  readonly #shop: () => Shop | null;
  #last: Promise<void> = Promise.resolve();
  #isQueued = false;
  #isStopped = false;
  /** The day of the last tidying: it looks at all that was ever said. */
  #forgotOn = '';
  /** Recorded, but not shown after all: to be taken back. */
  readonly #unsaid = new Set<string>();
  /** How often each key was not shown in this run. */
  readonly #failures = new Map<string, number>();
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(platform: Platform, writes: WriteQueue, shop: () => Shop | null) {
    this.#platform = platform;
    this.#writes = writes;
    this.#shop = shop;
  }

  start(): void {
    void this.remind();
    this.#timer = setInterval(() => void this.remind(), everyMs);
    this.#timer.unref();
  }

  afterChange(touches: readonly Touch[]): void {
    if (touches.some((touch) => watched.has(touch))) void this.remind();
  }

  /** Resolves when what is due now has been said. Failures are logged: the next look tries again. */
  remind(): Promise<void> {
    if (this.#isQueued || this.#isStopped) return this.#last;
    this.#isQueued = true;
    this.#last = this.#last.then(async () => {
      // In turn with the writers, so that the shop is not closed or changed for another meanwhile.
      await this.#writes.run(async () => {
        this.#isQueued = false;
        for (const { notice, keys } of await this.#announcements())
          this.#platform.notify(notice, () => this.#notShown(keys));
      });
    });
    this.#last = this.#last.catch((error: unknown) => void toAppError(error, this.#platform));
    return this.#last;
  }

  /** Nothing is said any more. A look that waits for its turn behind a task is not waited for. */
  stop(): void {
    this.#isStopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  /** The next look says it again, or the next start: a system that shows nothing is not asked for ever. */
  #notShown(keys: readonly string[]): void {
    for (const key of keys) {
      this.#unsaid.add(key);
      this.#failures.set(key, (this.#failures.get(key) ?? 0) + 1);
    }
    this.#platform.log.error('notification not shown', { reminders: keys.length });
    this.#last = this.#last
      .then(() => this.#writes.run(() => this.#takeBack()))
      .catch((error: unknown) => void toAppError(error, this.#platform));
  }

  async #takeBack(): Promise<void> {
    const shop = this.#shop();
    if (shop === null || this.#unsaid.size === 0) return;
    const keys = [...this.#unsaid];
    await shop.writer.db.transaction().execute((db) => takeBackSaid(db, keys));
    for (const key of keys) this.#unsaid.delete(key);
  }

  /** Recorded, and committed, before anything is shown: a crash in between never says it twice. */
  async #announcements(): Promise<Announcement[]> {
    const shop = this.#shop();
    if (shop === null || this.#isStopped) return [];
    // What is due has names in it, and anybody may be at the screen: it is said once the owner is back.
    if (kioskOf(shop.facts.paths.folder) !== null) return [];
    await this.#takeBack();
    const { clock, guess } = this.#platform;
    const { settings } = await readSettings(shop.reader.db, guess);
    if (!settings.notifies) return [];
    const at = clock.instant();
    const due = (await dueReminders(shop.reader.db, settings, at)).filter(({ keys }) =>
      keys.every((key) => (this.#failures.get(key) ?? 0) < mostTries),
    );
    if (due.length === 0) return [];
    const keys = due.flatMap((reminder) => reminder.keys);
    const recorded = await shop.writer.db.transaction().execute(async (db) => {
      const today = localDay(at, settings.timeZone);
      if (this.#forgotOn !== today)
        await forgetSaidBefore(db, new Date(clock.now() - rememberedMs).toISOString());
      this.#forgotOn = today;
      return recordSaid(db, keys, at);
    });
    const fresh = due.filter((reminder) => reminder.keys.some((key) => recorded.has(key)));
    return announcementsOf(fresh, settings.language);
  }
}
