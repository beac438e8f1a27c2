const options: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'MenuItemConstructorOptions.role': {
    darwin: [
      'appMenu',
      'clearRecentDocuments',
      'front',
      'hide',
      'hideOthers',
      'mergeAllWindows',
      'moveTabToNewWindow',
      'recentDocuments',
      'selectNextTab',
      'selectPreviousTab',
      'services',
      'shareMenu',
      'showAllTabs',
      'showSubstitutions',
      'startSpeaking',
      'stopSpeaking',
      'toggleSmartDashes',
      'toggleSmartQuotes',
      'toggleTabBar',
      'toggleTextReplacement',
      'unhide',
      'window',
      'zoom',
    ],
  },
  'OpenDialogOptions.properties': {
    darwin: ['createDirectory', 'noResolveAliases', 'treatPackageAsDirectory'],
    win32: ['dontAddToRecent', 'promptToCreate'],
  },
  'SaveDialogOptions.properties': {
    darwin: ['createDirectory', 'treatPackageAsDirectory'],
    linux: ['showOverwriteConfirmation'],
    win32: ['dontAddToRecent'],
  },
};

/** Words that an option understands on one system only. Electron's types tag options, not their words. */
export const limitedValues: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(options).flatMap(([option, systems]) =>
    Object.entries(systems).flatMap(([system, values]) =>
      values.map((value) => [`${option}=${value}`, [system]] as const),
    ),
  ),
);
