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

const SCHEME = 'data-mantine-color-scheme';
const WATCHED = [SCHEME, 'style', 'class'];

/** A picture once drawn keeps its colours, so paper has to be told before it is printed on. */
let isAboutToPrint = false;

function isPaper(): boolean {
  return isAboutToPrint || window.matchMedia('print').matches;
}

function watchLook(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: WATCHED });
  const paper = window.matchMedia('print');
  const printing = (event: Event) => {
    isAboutToPrint = event.type === 'beforeprint';
    onChange();
  };
  paper.addEventListener('change', onChange);
  window.addEventListener('beforeprint', printing);
  window.addEventListener('afterprint', printing);
  return () => {
    observer.disconnect();
    paper.removeEventListener('change', onChange);
    window.removeEventListener('beforeprint', printing);
    window.removeEventListener('afterprint', printing);
  };
}

function lookOfNow(): string {
  const root = document.documentElement;
  const scheme = isPaper() ? 'paper' : root.getAttribute(SCHEME);
  return `${scheme} ${getComputedStyle(root).fontSize}`;
}

/** Paper is white: its ink is that of the light theme. */
function readInk(): Ink {
  const root = document.documentElement;
  const scheme = root.getAttribute(SCHEME);
  if (scheme !== 'dark' || !isPaper()) return inkOfNow();
  root.setAttribute(SCHEME, 'light');
  try {
    return inkOfNow();
  } finally {
    root.setAttribute(SCHEME, scheme);
  }
}

function inkOfNow(): Ink {
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

/** The ink of charts; another one as soon as the theme, the size of text or the paper changes. */
export function useInk(): Ink {
  const look = useSyncExternalStore(watchLook, lookOfNow);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` says that what readInk reads has changed.
  return useMemo(readInk, [look]);
}
