import type { Language } from '#shared/contract/settings.ts';
import { en, id } from '#shared/locale/index.ts';

function keysBelow(value: unknown, prefix: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [prefix.replace(/_(one|other)$/, '')];
  return Object.entries(value).flatMap(([key, below]) =>
    keysBelow(below, prefix === '' ? key : `${prefix}.${key}`),
  );
}

/** Every key of the window's texts, a plural without its ending. */
const known: ReadonlySet<string> = new Set(keysBelow(en, ''));

/** The words of a key in a language, all forms of a plural. */
export function wordsOf(language: Language, key: string): string {
  const [last = '', ...above] = key.split('.').reverse();
  let branch: unknown = { id, en }[language];
  for (const part of above.reverse()) branch = (branch as Record<string, unknown>)[part];
  const texts = branch as Readonly<Record<string, string | undefined>>;
  const forms = [texts[last], texts[`${last}_one`], texts[`${last}_other`]];
  return forms.filter((form) => form !== undefined).join(' / ');
}

/** The key of every name on a screen, and what it is the name of. */
export type Outline = Readonly<Record<string, string>>;

const kinds: readonly (readonly [kind: string, selector: string])[] = [
  ['heading', 'h1, h2, h3, h4, [role="heading"]'],
  ['button', 'button, [role="button"], summary'],
  ['link', 'a[href]'],
  ['column', 'th, [role="columnheader"]'],
  ['field', 'label, input, select, textarea'],
];

function textsIn(element: Element): readonly string[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode.nodeValue ?? '');
  const named = element.getAttribute('aria-label');
  return named === null ? texts : [...texts, named];
}

/** The keys a text is made of, where the window speaks in keys. */
function keysIn(text: string): readonly string[] {
  const tokens = text.match(/[A-Za-z]+(?:\.[A-Za-z0-9_-]+)+/g) ?? [];
  return tokens.filter((token) => known.has(token));
}

/**
 * What a screen is made of, while the window speaks in keys (`cimode`): headings, buttons, links, columns
 * and fields by the key of each one's words. What is said of the shop's data has no key, and is not there.
 */
export function outlineOf(page: Element): Outline {
  const found = new Map<string, Set<string>>();
  for (const [kind, selector] of kinds)
    for (const element of page.querySelectorAll(selector))
      for (const key of textsIn(element).flatMap(keysIn))
        found.set(key, (found.get(key) ?? new Set()).add(kind));
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, of]) => [key, [...of].sort().join(' ')]));
}
