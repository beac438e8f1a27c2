// Electron itself runs this file: plain JavaScript. It needs what the app needs: the display, the
// sandbox, a page. A program that did nothing at all would end with 0: this one ends with 17.
import { app, BrowserWindow } from 'electron';

async function openPage() {
  await app.whenReady();
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  window.webContents.on('render-process-gone', () => app.exit(1));
  await window.loadURL('about:blank');
}

openPage().then(
  () => app.exit(17),
  () => app.exit(1),
);
