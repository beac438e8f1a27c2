import type { Cell } from '../cell.ts';
import { nameKey } from '../text/names.ts';

export type Language = 'id' | 'en';
type Words<T extends string> = Readonly<Record<T, string>>;
type Part<T extends string> = readonly [RegExp, T];

/** Words of each value; the first is what an export writes in Indonesian, the second in English. */
export interface WordTable<T extends string> {
  readonly words: Words<T>;
  readonly exact: ReadonlyMap<string, T>;
  readonly parts: readonly Part<T>[];
}

/** `words`: those of each value, between bars; `parts`: what tells a value inside a longer text. */
export function wordTable<T extends string>(
  words: Words<T>,
  parts: readonly Part<T>[] = [],
): WordTable<T> {
  const exact = new Map<string, T>();
  for (const value of Object.keys(words) as T[]) {
    for (const word of words[value].split('|')) exact.set(nameKey(word), value);
  }
  return { words, exact, parts };
}

/** The value a cell's text stands for; null for empty or unknown text. */
export function readWord<T extends string>(cell: Cell, { exact, parts }: WordTable<T>): T | null {
  if (typeof cell !== 'string') return null;
  const key = nameKey(cell);
  if (key === '') return null;
  return exact.get(key) ?? parts.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

/** The word an export writes for a value. */
export function wordOf<T extends string>(
  value: T,
  language: Language,
  { words }: WordTable<T>,
): string {
  const [id = value, en = value] = words[value].split('|');
  return language === 'id' ? id : en;
}
