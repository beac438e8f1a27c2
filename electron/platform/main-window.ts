import { app, BrowserWindow, dialog, Menu, nativeTheme, powerMonitor } from 'electron';
import type { Logger } from '../context.ts';
import { offerEditing } from '../context-menu.ts';
import { endWithSession, lockWithSystem } from '../lifecycle.ts';
import { keepPageAlive } from '../page-health.ts';
import { systemClock } from '../runtime.ts';
import type { ShopLanguage } from '../shop-language.ts';
import { createWindowOptions, showWindow } from '../window.ts';
import type { OpenWindows } from './open-windows.ts';

/** Opens the one window, with everything that looks after it; resolves when it is shown. */
export async function openMainWindow(
  windows: OpenWindows,
  given: {
    readonly preload: string;
    readonly log: Logger;
    readonly language: ShopLanguage;
    readonly endHurriedly: () => void;
    readonly lock: () => void;
  },
): Promise<void> {
  const { preload, log } = given;
  const language = given.language.current;
  const isDark = nativeTheme.shouldUseDarkColors;
  const window = windows.add(new BrowserWindow(createWindowOptions({ preload, isDark })));
  offerEditing(window, { menu: Menu, language });
  keepPageAlive(window, { clock: systemClock, log, dialog, language });
  endWithSession({ app, window, powerMonitor }, given.endHurriedly);
  lockWithSystem(powerMonitor, given.lock);
  await showWindow(window, log);
}
