import { useMemo, useSyncExternalStore } from 'react';

const NAMES = {
  top: '--c-top',
  large: '--c-large',
  medium: '--c-medium',
  small: '--c-small',
  rest: '--c-rest',
  alert: '--c-alert',
  grid: '--c-grid',
  surface: '--surface',
  line: '--line-2',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  onInk: '--surface',
} as const;

/** Colours of a chart in the theme of now, its type, and how many px one rem is. */
export type Ink = Readonly<Record<keyof typeof NAMES, string>> & {
  readonly family: string;
  readonly rem: number;
};

const WATCHED = ['data-mantine-color-scheme', 'style', 'class'];

function watchRoot(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: WATCHED });
  return () => observer.disconnect();
}

function lookOfNow(): string {
  const root = document.documentElement;
  const scheme = root.getAttribute('data-mantine-color-scheme') ?? '';
  return `${scheme} ${getComputedStyle(root).fontSize}`;
}

function readInk(): Ink {
  const style = getComputedStyle(document.documentElement);
  const colours = Object.fromEntries(
    Object.entries(NAMES).map(([name, variable]) => [
      name,
      style.getPropertyValue(variable).trim(),
    ]),
  ) as Record<keyof typeof NAMES, string>;
  const family = style.getPropertyValue('--font').trim();
  return { ...colours, family, rem: Number.parseFloat(style.fontSize) || 16 };
}

/** The ink of charts; another one as soon as the theme or the size of text changes. */
export function useInk(): Ink {
  const look = useSyncExternalStore(watchRoot, lookOfNow);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` says that what readInk reads has changed.
  return useMemo(readInk, [look]);
}
