import { areFiguresFresh } from '#db/queries/figures/state.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Platform } from './context.ts';
import { type Door, dispatch } from './ipc/dispatch.ts';
import { toAppError } from './ipc/errors.ts';
import { figureRules } from './services/insights/refresh.ts';
import type { Shop } from './shop.ts';

/** Counts the figures anew, apart from the window, where a new day, another rule or a moved rank asks for it. */
export class FiguresWatch {
  readonly #platform: Platform;
  readonly #door: Door;
  /** The shop that is shown; null while there is none. */
  readonly #shop: () => Shop | null;
  #isStopped = false;
  #isRefreshing = false;
  #countedOn = '';

  constructor(platform: Platform, door: Door, shop: () => Shop | null) {
    this.#platform = platform;
    this.#door = door;
    this.#shop = shop;
  }

  /** Only the first call of a day costs anything. */
  onNewDay(): void {
    if (this.#countedOn !== this.#platform.clock.today()) this.refreshWhenStale();
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
      const today = this.#platform.clock.today();
      const { settings } = await readSettings(shop.reader.db);
      if (areFiguresFresh(shop.reader.raw, figureRules(settings, today))) {
        this.#countedOn = today;
        return;
      }
      const callId = `figures-${this.#platform.ids.next()}`;
      const channel = 'insights.refresh';
      isDone = !(await dispatch(this.#door, { channel, input: {}, callId })).ok;
      if (isDone) this.#countedOn = today;
    }
  }
}
