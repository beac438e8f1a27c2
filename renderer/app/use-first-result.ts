import { createSpotlight } from '@mantine/spotlight';
import { type KeyboardEvent, useEffect, useRef } from 'react';

/** The palette's own state, and how to open it from anywhere. */
export const [paletteStore, palette] = createSpotlight();

function resultsList(): Element | null {
  const { listId } = paletteStore.getState();
  return listId === '' ? null : document.getElementById(listId);
}

/** Moves the choice to the first result (or to none) and answers the chosen element. */
function choose(isFirst: boolean): HTMLElement | null {
  const list = resultsList();
  for (const old of list?.querySelectorAll('[data-selected]') ?? []) {
    old.removeAttribute('data-selected');
  }
  const first = isFirst ? (list?.querySelector<HTMLElement>('[data-action]') ?? null) : null;
  first?.setAttribute('data-selected', 'true');
  paletteStore.updateState((state) => ({ ...state, selected: first === null ? -1 : 0 }));
  return first;
}

/**
 * Keeps the first result chosen, so that Enter opens it. An Enter that comes before the answer waits
 * for it instead of opening what an older text found. `answer`: whatever changes with the results.
 */
export function useFirstResult(
  isWaiting: boolean,
  answer: unknown,
): { onKeyDown(event: KeyboardEvent): void } {
  const isEnterPending = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is a new list
  useEffect(() => {
    if (isWaiting || !paletteStore.getState().opened) return;
    const first = choose(true);
    if (isEnterPending.current) first?.click();
    isEnterPending.current = false;
  }, [isWaiting, answer]);
  return {
    onKeyDown: (event) => {
      const isEnter = event.key === 'Enter' && !event.nativeEvent.isComposing;
      isEnterPending.current = isEnter && isWaiting;
      if (isEnterPending.current) choose(false);
    },
  };
}
