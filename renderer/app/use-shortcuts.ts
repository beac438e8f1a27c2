import { useHotkeys } from '@mantine/hooks';
import { useEffect, useEffectEvent } from 'react';
import { subscribe } from '#renderer/data/client.ts';
import { useOpenLog } from '#renderer/data/use-open-log.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import { useUi } from '#renderer/state/ui.ts';
import { useGo } from '../base/routes.ts';
import { palette } from './use-first-result.ts';

/** Over another dialog it would be closed by the same Esc. */
function unlessDialog(open: (isOpen: boolean) => void): () => void {
  return () => {
    if (document.querySelector('[role="dialog"]') === null) open(true);
  };
}

/** Keys that work on every screen, and the same things from the system's menu. */
export function useShortcuts(): void {
  const go = useGo();
  const { undoLast, redoLast } = useUndo();
  const openKeys = unlessDialog(useUi((state) => state.setKeysOpen));
  const openHelp = unlessDialog(useUi((state) => state.setHelpOpen));
  const openLog = useOpenLog();
  const openNewCustomer = useUi((state) => state.setNewCustomerOpen);
  useHotkeys(
    [
      ['mod+K', () => palette.open()],
      ['mod+N', () => openNewCustomer(true)],
      ['F2', () => go('newSale')],
      ['F1', openHelp],
    ],
    [],
  );
  // Inside a field, Ctrl+Z and `?` belong to the typing.
  useHotkeys([
    ['mod+Z', () => void undoLast()],
    ['mod+shift+Z', () => void redoLast()],
    ['mod+Y', () => void redoLast()],
    ['?', openKeys],
    ['shift+?', openKeys],
  ]);
  const onMenu = useEffectEvent((item: string) => {
    if (item === 'new-customer') openNewCustomer(true);
    else if (item === 'undo') void undoLast();
    else if (item === 'search') palette.open();
    else if (item === 'import') go('import');
    else if (item === 'settings') go('settings');
    else if (item === 'help') openHelp();
    else if (item === 'keys') openKeys();
    else if (item === 'about') go('/settings?part=data');
    else if (item === 'log') void openLog();
  });
  useEffect(
    () =>
      subscribe((event) => {
        if (event.type === 'menu') onMenu(event.item);
      }),
    [],
  );
}
