import type { App } from 'electron';

/** As in the installer's `appId`: Windows files shortcuts, pins and notifications under it. */
const appUserModelId = 'id.langgan.app';
/** Where Windows finds the app when an old notification is clicked. It never changes. */
const toastActivator = '{D08CA6C4-31FB-4F5A-8ACD-6C27C8B77AD4}';

/** Tells Windows who we are. To be done before the app is ready; the other systems do not ask. */
export function introduceToWindows(
  app: Pick<App, 'setAppUserModelId' | 'setToastActivatorCLSID'>,
  platform: NodeJS.Platform,
): void {
  if (platform !== 'win32') return;
  app.setAppUserModelId(appUserModelId);
  app.setToastActivatorCLSID(toastActivator);
}
