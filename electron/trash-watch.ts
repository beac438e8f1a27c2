import { readSettings } from '#db/queries/settings.ts';
import { isAnyDue } from '#db/queries/trash/removals.ts';
import { trashKinds } from '#shared/domain/vocabulary/trash.ts';
import type { Platform } from './context.ts';
import { type Door, dispatch } from './ipc/dispatch.ts';
import { toAppError } from './ipc/errors.ts';
import { dueBefore } from './services/trash/due.ts';
import type { Shop } from './shop.ts';
import { shopClock } from './shop-clock.ts';

/** Lets what has lain in the trash long enough go for good: at the start and on each new day, where the owner has settled so. */
export class TrashWatch {
  readonly #platform: Platform;
  readonly #door: Door;
  /** The owner's shop; null while there is none, or another is shown. */
  readonly #shop: () => Shop | null;
  #isLooking = false;
  /** The day that was looked at, and the zone that it is a day of. */
  #looked: { readonly on: string; readonly timeZone: string } | null = null;

  constructor(platform: Platform, door: Door, shop: () => Shop | null) {
    this.#platform = platform;
    this.#door = door;
    this.#shop = shop;
  }

  /** Only the first call of a day costs anything. */
  onNewDay(): void {
    const known = this.#looked;
    const { clock } = this.#platform;
    if (this.#isLooking) return;
    if (known !== null && shopClock(clock, known.timeZone).today() === known.on) return;
    this.#isLooking = true;
    void this.#look()
      .catch((error: unknown) => toAppError(error, this.#platform))
      .finally(() => {
        this.#isLooking = false;
      });
  }

  /** After a failure the next day tries again. */
  async #look(): Promise<void> {
    const shop = this.#shop();
    if (shop === null) return;
    const { db } = shop.reader;
    const { settings } = await readSettings(db, this.#platform.guess);
    const { timeZone } = settings;
    const today = shopClock(this.#platform.clock, timeZone).today();
    this.#looked = { on: today, timeZone };
    const before = dueBefore(settings, today);
    if (before === null || !(await isAnyDue(db, trashKinds, before))) return;
    const callId = `trash-${this.#platform.ids.next()}`;
    await dispatch(this.#door, { channel: 'trash.removeOld', input: {}, callId });
  }
}
