import type { ContextMenuParams, EditFlags } from 'electron';
import { expect, test } from 'vitest';
import { offerEditing } from '#electron/context-menu.ts';
import { standInMenu } from '#tests/support/app/stand-in-menu.ts';
import { StandInWindow } from '#tests/support/app/stand-in-window.ts';

const nothing: EditFlags = {
  canUndo: false,
  canRedo: false,
  canCut: false,
  canCopy: false,
  canPaste: false,
  canDelete: false,
  canSelectAll: false,
  canEditRichly: false,
};

function rightClick(place: Partial<ContextMenuParams>, language: 'id' | 'en' = 'en') {
  const window = new StandInWindow();
  const { menu, shown } = standInMenu();
  offerEditing(window.asWindow, { menu, language: () => language });
  const bare = { x: 40, y: 60, isEditable: false, selectionText: '', menuSourceType: 'mouse' };
  window.webContents.emit('context-menu', {}, { ...bare, editFlags: nothing, ...place });
  return { window, shown };
}

test('a right click in a field offers what can be done there', () => {
  const editFlags = { ...nothing, canPaste: true, canSelectAll: true };
  const { window, shown } = rightClick({ isEditable: true, editFlags }, 'id');
  expect(shown).toEqual([
    {
      items: [
        { role: 'cut', label: 'Potong', enabled: false },
        { role: 'copy', label: 'Salin', enabled: false },
        { role: 'paste', label: 'Tempel', enabled: true },
        { type: 'separator' },
        { role: 'selectAll', label: 'Pilih semua', enabled: true },
      ],
      options: { window },
    },
  ]);
});

test('one on a selection offers to copy it', () => {
  const editFlags = { ...nothing, canCopy: true, canSelectAll: true };
  const { shown } = rightClick({ selectionText: '0812-3456-7890', editFlags });
  expect(shown.map(({ items }) => items)).toEqual([
    [{ role: 'copy', label: 'Copy', enabled: true }],
  ]);
});

test('one anywhere else shows nothing', () => {
  const editFlags = { ...nothing, canCopy: true, canSelectAll: true };
  expect(rightClick({ editFlags }).shown).toEqual([]);
  expect(rightClick({ editFlags, selectionText: ' \n' }).shown).toEqual([]);
});

test('asked for by a key, it opens where the caret is', () => {
  const { window, shown } = rightClick({ isEditable: true, menuSourceType: 'keyboard' });
  expect(shown.map(({ options }) => options)).toEqual([{ window, x: 40, y: 60 }]);
});
