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
};
