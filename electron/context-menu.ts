import type { BrowserWindow, ContextMenuParams, Menu, MenuItemConstructorOptions } from 'electron';
import type { Language } from '#shared/contract/settings.ts';
import { menuWords } from './menu-words.ts';

/** What can be done where the mouse is: something in a field, to copy in a selection, else nothing. */
export function editingTemplate(
  place: Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>,
  language: Language,
): MenuItemConstructorOptions[] {
  const words = menuWords[language];
  const { canCut, canCopy, canPaste, canSelectAll } = place.editFlags;
  const copy: MenuItemConstructorOptions = { role: 'copy', label: words.copy, enabled: canCopy };
  if (!place.isEditable) return place.selectionText.trim() === '' ? [] : [copy];
  return [
    { role: 'cut', label: words.cut, enabled: canCut },
    copy,
    { role: 'paste', label: words.paste, enabled: canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: words.selectAll, enabled: canSelectAll },
  ];
}

/** Electron shows no menu on a right click: what people look for there is offered by us. */
export function offerEditing(
  window: BrowserWindow,
  given: {
    readonly menu: Pick<typeof Menu, 'buildFromTemplate'>;
    readonly language: () => Language;
  },
): void {
  window.webContents.on('context-menu', (_event, place) => {
    const template = editingTemplate(place, given.language());
    if (template.length === 0) return;
    // Asked for by a key, it belongs where the caret is; else Electron puts it where the mouse is.
    const at = place.menuSourceType === 'keyboard' ? { x: place.x, y: place.y } : {};
    given.menu.buildFromTemplate(template).popup({ window, ...at });
  });
}
