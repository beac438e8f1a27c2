import type { Menu, MenuItemConstructorOptions } from 'electron';
import type { AppEvent } from '#shared/contract/events.ts';

type MenuEvent = Extract<AppEvent, { type: 'menu' }>['item'];

const words = {
  id: {
    file: 'Berkas',
    edit: 'Ubah',
    view: 'Tampilan',
    newCustomer: 'Pelanggan baru',
    importFiles: 'Impor berkas…',
    settings: 'Pengaturan',
    search: 'Cari',
    undo: 'Urungkan',
    quit: 'Keluar',
  },
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    newCustomer: 'New customer',
    importFiles: 'Import files…',
    settings: 'Settings',
    search: 'Search',
    undo: 'Undo',
    quit: 'Quit',
  },
} as const;

/** The menu in the owner's language; a chosen item is told to the window. */
function menuTemplate(
  language: 'id' | 'en',
  choose: (item: MenuEvent) => void,
): MenuItemConstructorOptions[] {
  const text = words[language];
  const item = (label: string, name: MenuEvent, accelerator?: string) => ({
    label,
    click: () => choose(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  return [
    {
      label: text.file,
      submenu: [
        item(text.newCustomer, 'new-customer', 'CmdOrCtrl+N'),
        item(text.importFiles, 'import', 'CmdOrCtrl+O'),
        item(text.settings, 'settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        { label: text.quit, role: 'quit' },
      ],
    },
    {
      label: text.edit,
      submenu: [
        // The page decides what Ctrl+Z means: in a text field it takes back typing.
        { ...item(text.undo, 'undo', 'CmdOrCtrl+Z'), registerAccelerator: false },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        item(text.search, 'search', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: text.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
  ];
}

/** Puts the menu there, for its accelerators even where it is hidden. */
export function installMenu(
  menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>,
  language: 'id' | 'en',
  choose: (item: MenuEvent) => void,
): void {
  menu.setApplicationMenu(menu.buildFromTemplate(menuTemplate(language, choose)));
}
