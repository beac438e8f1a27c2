import type { Menu, MenuItemConstructorOptions } from 'electron';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Language } from '#shared/contract/settings.ts';
import { type MenuWords, menuWords } from './menu-words.ts';
import type { ShopLanguage } from './shop-language.ts';

type MenuEvent = Extract<AppEvent, { type: 'menu' }>['item'];
type Item = MenuItemConstructorOptions;

interface MenuChoices {
  readonly platform: NodeJS.Platform;
  readonly language: Language;
  /** Told which item was chosen. */
  readonly choose: (item: MenuEvent) => void;
}

const separator: Item = { type: 'separator' };

function createItem(choose: MenuChoices['choose']) {
  return (label: string, name: MenuEvent, accelerator?: string): Item => ({
    label,
    click: () => choose(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
}

type CreateItem = ReturnType<typeof createItem>;

/** macOS makes the first menu the app's own, whatever it holds. */
function appMenu(words: MenuWords, item: CreateItem): Item {
  return {
    role: 'appMenu',
    label: 'Langgan',
    submenu: [
      { role: 'about', label: words.about },
      separator,
      item(words.settings, 'settings', 'CmdOrCtrl+,'),
      separator,
      { role: 'services', label: words.services },
      separator,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      separator,
      { role: 'quit', label: words.quit },
    ],
  };
}

function fileMenu(words: MenuWords, item: CreateItem, isMac: boolean): Item {
  return {
    label: words.file,
    submenu: [
      item(words.newCustomer, 'new-customer', 'CmdOrCtrl+N'),
      item(words.importFiles, 'import', 'CmdOrCtrl+O'),
      ...(isMac ? [] : [item(words.settings, 'settings', 'CmdOrCtrl+,')]),
      separator,
      isMac ? { role: 'close', label: words.closeWindow } : { role: 'quit', label: words.quit },
    ],
  };
}

/**
 * The page decides what Ctrl+Z means: in a text field it takes back typing. On macOS a menu cannot
 * leave its keys to the page, and typing is taken back through the menu: there Cmd+Z belongs to it,
 * and outside a field the page has it first.
 */
function undoItems(words: MenuWords, item: CreateItem, isMac: boolean): Item[] {
  return isMac
    ? [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        separator,
        item(words.undoLast, 'undo'),
      ]
    : [{ ...item(words.undoLast, 'undo', 'CmdOrCtrl+Z'), registerAccelerator: false }];
}

function editMenu(words: MenuWords, item: CreateItem, isMac: boolean): Item {
  return {
    label: words.edit,
    submenu: [
      ...undoItems(words, item, isMac),
      separator,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
      separator,
      item(words.search, 'search', 'CmdOrCtrl+K'),
    ],
  };
}

function viewMenu(words: MenuWords): Item {
  return {
    label: words.view,
    submenu: [
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      separator,
      { role: 'togglefullscreen', label: words.fullScreen },
    ],
  };
}

function windowMenu(words: MenuWords): Item {
  return {
    role: 'windowMenu',
    label: words.window,
    submenu: [
      { role: 'minimize', label: words.minimise },
      { role: 'zoom', label: words.zoom },
      separator,
      { role: 'front', label: words.front },
    ],
  };
}

function helpMenu(words: MenuWords, item: CreateItem, isMac: boolean): Item {
  return {
    role: 'help',
    label: words.help,
    submenu: [
      item(words.explain, 'help', 'F1'),
      item(words.keys, 'keys'),
      item(words.log, 'log'),
      // macOS has it in the app's own menu.
      ...(isMac ? [] : [separator, item(words.about, 'about')]),
    ],
  };
}

/** The menu of one system in the owner's language. */
export function menuTemplate({ platform, language, choose }: MenuChoices): Item[] {
  const words = menuWords[language];
  const item = createItem(choose);
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [appMenu(words, item)] : []),
    fileMenu(words, item, isMac),
    editMenu(words, item, isMac),
    viewMenu(words),
    ...(isMac ? [windowMenu(words)] : []),
    helpMenu(words, item, isMac),
  ];
}

/**
 * Puts the menu there, for its accelerators even where it is hidden; another with each other language.
 * Answers how to put it there again after something took it away.
 */
export function installMenu(
  menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>,
  shopLanguage: Pick<ShopLanguage, 'each'>,
  choices: Omit<MenuChoices, 'language'>,
): () => void {
  let put = (): void => undefined;
  shopLanguage.each((language) => {
    const template = menuTemplate({ ...choices, language });
    put = () => menu.setApplicationMenu(menu.buildFromTemplate(template));
    put();
  });
  return () => put();
}
