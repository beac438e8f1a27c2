import { useHotkeys } from '@mantine/hooks';
import { useEffect, useEffectEvent } from 'react';
import { subscribe } from '#renderer/data/client.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import { useUi } from '#renderer/state/ui.ts';
import { useGo } from '../base/routes.ts';
import { palette } from './use-first-result.ts';

/** Keys that work on every screen, and the same things from the system's menu. */
export function useShortcuts(): void {
  const go = useGo();
  const { undoLast, redoLast } = useUndo();
  const openNewCustomer = useUi((state) => state.setNewCustomerOpen);
  useHotkeys(
    [
      ['mod+K', () => palette.open()],
      ['mod+N', () => openNewCustomer(true)],
      ['F2', () => go('newSale')],
    ],
    [],
  );
  // Inside a field, Ctrl+Z belongs to the typing.
  useHotkeys([
    ['mod+Z', () => void undoLast()],
    ['mod+shift+Z', () => void redoLast()],
    ['mod+Y', () => void redoLast()],
  ]);
  const onMenu = useEffectEvent((item: string) => {
    if (item === 'new-customer') openNewCustomer(true);
    else if (item === 'undo') void undoLast();
    else if (item === 'search') palette.open();
    else if (item === 'import') go('import');
    else if (item === 'settings') go('settings');
  });
  useEffect(
    () =>
      subscribe((event) => {
        if (event.type === 'menu') onMenu(event.item);
      }),
    [],
  );
}
