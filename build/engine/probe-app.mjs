// Electron itself runs this file: plain JavaScript. It needs what the app needs: the display, the
// sandbox, a page. A program that did nothing at all would end with 0: this one ends with 17.
import { app, BrowserWindow } from 'electron';

let hasEnded = false;

/** The first word counts: what dies with the app's own end is no failure. */
function end(code) {
  if (hasEnded) return;
  hasEnded = true;
  app.exit(code);
}

async function openPage() {
  await app.whenReady();
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  window.webContents.on('render-process-gone', () => end(1));
  await window.loadURL('about:blank');
}

openPage().then(
  () => end(17),
  () => end(1),
);
