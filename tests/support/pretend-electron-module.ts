import { BrowserWindow as HostWindow } from '#build/chromium-host/browser-window.ts';

export * from '#build/chromium-host/electron.ts';

const open = new Set<BrowserWindow>();

/** The window of the Chromium host, among those that can be asked for. */
export class BrowserWindow extends HostWindow {
  constructor(...given: ConstructorParameters<typeof HostWindow>) {
    super(...given);
    open.add(this);
    this.once('closed', () => open.delete(this));
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return [...open];
  }
}
