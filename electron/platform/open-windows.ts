import type { BrowserWindow } from 'electron';
import type { AppEvent } from '#shared/contract/events.ts';
import { sendEvent } from '../ipc/events.ts';
import { bringToFront } from '../lifecycle.ts';

/** The windows that are open now: who may ask at the door, and who is told what happens. */
export class OpenWindows {
  readonly #open = new Set<BrowserWindow>();

  add(window: BrowserWindow): BrowserWindow {
    this.#open.add(window);
    window.once('closed', () => this.#open.delete(window));
    return window;
  }

  readonly first = (): BrowserWindow | null => [...this.#open][0] ?? null;

  readonly knows = (webContentsId: number): boolean =>
    [...this.#open].some((window) => window.webContents.id === webContentsId);

  readonly tell = (event: AppEvent): void => sendEvent(this.#open, event);

  readonly choose = (item: Extract<AppEvent, { type: 'menu' }>['item']): void =>
    this.tell({ type: 'menu', item });

  readonly comeForward = (): void => bringToFront(this.first());

  /** A notification was clicked: the window comes to the front and shows what it was about. */
  readonly goTo = (address: string): void => {
    this.comeForward();
    this.tell({ type: 'go', address });
  };
}
