import { join } from 'node:path';
import type { BrowserWindow, Dialog, OpenDialogOptions } from 'electron';
import type { Dialogs } from '../context.ts';

const importFilter = {
  name: 'CSV, TSV, Excel, LibreOffice, vCard',
  extensions: [
    ...['csv', 'tsv', 'tab', 'txt'],
    ...['xlsx', 'xlsm', 'xls', 'xlsb', 'ods', 'html', 'htm'],
    ...['vcf', 'vcard', 'zip'],
  ],
};

const tableFilters = {
  csv: { name: 'CSV', extensions: ['csv'] },
  xlsx: { name: 'Excel', extensions: ['xlsx'] },
  ics: { name: 'iCalendar', extensions: ['ics'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
  db: { name: 'Langgan', extensions: ['db'] },
};

/** The system's own pickers, over the window they were asked from. */
export function createDialogs(given: {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly window: () => BrowserWindow | null;
  /** Where a saved table is suggested to go. */
  readonly downloads: string;
}): Dialogs {
  const { dialog, window, downloads } = given;
  const open = async (options: OpenDialogOptions): Promise<readonly string[] | null> => {
    const parent = window();
    const answer = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return answer.canceled || answer.filePaths.length === 0 ? null : answer.filePaths;
  };
  return {
    openSpreadsheets: () =>
      open({
        properties: ['openFile', 'multiSelections'],
        filters: [importFilter, { name: '*', extensions: ['*'] }],
      }),
    saveTable: async (suggestedName, format) => {
      const parent = window();
      const options = {
        defaultPath: join(downloads, suggestedName),
        filters: [tableFilters[format]],
      };
      const answer = await (parent === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    openBackup: async () => {
      const filters = [
        { name: 'Langgan', extensions: ['db'] },
        { name: '*', extensions: ['*'] },
      ];
      const files = await open({ properties: ['openFile'], filters });
      return files?.[0] ?? null;
    },
    chooseDataFolder: async () => {
      const folders = await open({ properties: ['openDirectory', 'createDirectory'] });
      return folders?.[0] ?? null;
    },
  };
}
