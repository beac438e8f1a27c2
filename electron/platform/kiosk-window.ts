import type { BrowserWindow, Menu } from 'electron';
import type { Application } from '../application.ts';

interface Screen {
  /** The window; null while none is open. */
  window(): Pick<BrowserWindow, 'setKiosk'> | null;
  readonly menu: Pick<typeof Menu, 'setApplicationMenu'>;
  /** Puts the app's own menu there again. */
  restoreMenu(): void;
}

/** While the screen is handed over the window fills it, and there is no menu whose accelerators would act. */
export async function guardKiosk(
  app: Pick<Application, 'dispatch' | 'onEvent'>,
  { window, menu, restoreMenu }: Screen,
): Promise<void> {
  let isOn = false;
  const look = async (): Promise<void> => {
    const answer = await app.dispatch({ channel: 'feedback.kiosk', input: {}, callId: 'kiosk' });
    if (!answer.ok || (answer.value !== null) === isOn) return;
    isOn = answer.value !== null;
    window()?.setKiosk(isOn);
    if (isOn) menu.setApplicationMenu(null);
    else restoreMenu();
  };
  app.onEvent((event) => {
    if (event.type === 'changed' && event.touches.includes('shop')) void look();
  });
  await look();
}
