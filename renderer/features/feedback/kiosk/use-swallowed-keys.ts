import { useEffect } from 'react';

/** What a visitor's key may do: typing, going from one thing to the next, choosing. */
const needed: ReadonlySet<string> = new Set([
  ...[
    'Tab',
    'Enter',
    ' ',
    'Backspace',
    'Delete',
    'Shift',
    'CapsLock',
    'AltGraph',
    'Dead',
    'Process',
  ],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'],
]);

function isNeeded(event: KeyboardEvent): boolean {
  // AltGr, by which some keyboards type @, says that Ctrl and Alt are held.
  const isTyped = event.key.length === 1 && event.getModifierState('AltGraph');
  if (isTyped) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.key.length === 1 || needed.has(event.key);
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** While a visitor is at the screen no other key does anything, no menu opens and nothing can be dropped in. */
export function useSwallowedKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isNeeded(event)) swallow(event);
    };
    const others = ['contextmenu', 'dragover', 'drop', 'auxclick'] as const;
    for (const type of ['keydown', 'keyup'] as const) window.addEventListener(type, onKey, true);
    for (const type of others) window.addEventListener(type, swallow, true);
    return () => {
      for (const type of ['keydown', 'keyup'] as const)
        window.removeEventListener(type, onKey, true);
      for (const type of others) window.removeEventListener(type, swallow, true);
    };
  }, []);
}
