/**
 * Everything we use of Electron that is there on some systems only, and what happens on the others.
 * A new use of such a thing fails until it stands here; so does a line that nothing needs any more.
 */
export const reviewed: Readonly<
  Record<string, { readonly platforms: string; readonly elsewhere: string }>
> = {
  'BaseWindowConstructorOptions.autoHideMenuBar': {
    platforms: 'linux,win32',
    elsewhere: 'macOS has no menu in the window to hide.',
  },
  'MenuItemConstructorOptions.registerAccelerator': {
    platforms: 'linux,win32',
    elsewhere:
      'On macOS Cmd+Z is always the menu’s, so there it must not be ours while somebody types.',
  },
  'OpenDialogOptions.properties=createDirectory': {
    platforms: 'darwin',
    elsewhere: 'Windows’ and Linux’ pickers can always make a folder.',
  },
  "App.on('activate')": {
    platforms: 'darwin',
    elsewhere: 'Elsewhere another start says it to the first one.',
  },
  'App.setAppUserModelId': {
    platforms: 'win32',
    elsewhere: 'Other systems know an app by its bundle or its desktop entry.',
  },
  'App.setToastActivatorCLSID': {
    platforms: 'win32',
    elsewhere: 'Only Windows starts an app anew over a notice that was clicked.',
  },
  "BrowserWindow.on('session-end')": {
    platforms: 'win32',
    elsewhere: 'The power monitor says it on macOS and Linux.',
  },
  "PowerMonitor.on('lock-screen')": {
    platforms: 'darwin,win32',
    elsewhere: 'Linux tells of sleep alone; there the idle minutes lock the shop.',
  },
  "PowerMonitor.on('shutdown')": {
    platforms: 'darwin,linux',
    elsewhere: 'Windows says it to its windows.',
  },
  'Notification.handleActivation': {
    platforms: 'win32',
    elsewhere: 'Elsewhere a notice lives no longer than the app that showed it.',
  },
  "Notification.on('failed')": {
    platforms: 'darwin,win32',
    elsewhere: 'Linux never says whether a notice was shown: there it counts as shown.',
  },
  'MenuItemConstructorOptions.role=appMenu': {
    platforms: 'darwin',
    elsewhere: 'Only macOS has a menu of the app’s own.',
  },
  'MenuItemConstructorOptions.role=front': {
    platforms: 'darwin',
    elsewhere: 'Only macOS has a window menu.',
  },
  'MenuItemConstructorOptions.role=hide': {
    platforms: 'darwin',
    elsewhere: 'Only macOS hides a whole app.',
  },
  'MenuItemConstructorOptions.role=hideOthers': {
    platforms: 'darwin',
    elsewhere: 'Only macOS hides a whole app.',
  },
  'MenuItemConstructorOptions.role=services': {
    platforms: 'darwin',
    elsewhere: 'Only macOS has services.',
  },
  'MenuItemConstructorOptions.role=unhide': {
    platforms: 'darwin',
    elsewhere: 'Only macOS hides a whole app.',
  },
  'MenuItemConstructorOptions.role=zoom': {
    platforms: 'darwin',
    elsewhere: 'Elsewhere the window’s own frame has it.',
  },
};
