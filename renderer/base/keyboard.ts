/** What the key is called that goes with a letter for a command: Ctrl, on a Mac Cmd. */
export const commandKey: 'Cmd' | 'Ctrl' = /mac/i.test(navigator.platform) ? 'Cmd' : 'Ctrl';
