import type { BrowserWindow } from 'electron';
import type { AppEvent } from '#shared/contract/events.ts';

/** The one channel on which main speaks unasked. */
export const eventChannel = 'langgan:event';

/** Tells every open window of an event; one that is closing is passed over. */
export function sendEvent(windows: Iterable<BrowserWindow>, event: AppEvent): void {
  for (const window of windows) {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, event);
  }
}
