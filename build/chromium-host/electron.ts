/** The names of the `electron` module that main and the preload use; nothing else is there. */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog } from './dialogs.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu } from './menu.ts';
export { Notification } from './notification.ts';
export { powerMonitor } from './power-monitor.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
export { nativeTheme, shell } from './shell.ts';
export { utilityProcess } from './utility-process.ts';
