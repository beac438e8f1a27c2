import { areFiguresFresh } from '#db/queries/figures/state.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Platform } from './context.ts';
import { type Door, dispatch } from './ipc/dispatch.ts';
import { toAppError } from './ipc/errors.ts';
import { figureRules } from './services/insights/refresh.ts';
import type { Shop } from './shop.ts';
import { shopClock } from './shop-clock.ts';

/** Counts the figures anew, apart from the window, where a new day, another rule or a moved rank asks for it. */
export class FiguresWatch {
  readonly #platform: Platform;
  readonly #door: Door;
  /** The shop that is shown; null while there is none. */
  readonly #shop: () => Shop | null;
  #isStopped = false;
  #isRefreshing = false;
  /** The day of the figures, and the zone that it is a day of. */
  #counted: { readonly on: string; readonly timeZone: string } | null = null;

  constructor(platform: Platform, door: Door, shop: () => Shop | null) {
    this.#platform = platform;
    this.#door = door;
    this.#shop = shop;
  }

  /** Only the first call of a day costs anything. */
  onNewDay(): void {
    const known = this.#counted;
    const { clock } = this.#platform;
    if (known === null || shopClock(clock, known.timeZone).today() !== known.on)
      this.refreshWhenStale();
  }

  refreshWhenStale(): void {
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    void this.#refresh()
      .catch((error: unknown) => toAppError(error, this.#platform))
      .finally(() => {
        this.#isRefreshing = false;
      });
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Again as long as something changed meanwhile; after a failure the next change tries again. */
  async #refresh(): Promise<void> {
    for (let isDone = false; !isDone && !this.#isStopped; ) {
      const shop = this.#shop();
      if (shop === null) return;
      const { settings } = await readSettings(shop.reader.db, this.#platform.guess);
      const { timeZone } = settings;
      const today = shopClock(this.#platform.clock, timeZone).today();
      if (areFiguresFresh(shop.reader.raw, figureRules(settings, today))) {
        this.#counted = { on: today, timeZone };
        return;
      }
      const callId = `figures-${this.#platform.ids.next()}`;
      const channel = 'insights.refresh';
      isDone = !(await dispatch(this.#door, { channel, input: {}, callId })).ok;
      if (isDone) this.#counted = { on: today, timeZone };
    }
  }
}
