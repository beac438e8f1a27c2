import type { Language } from '#shared/contract/settings.ts';
import { en, id } from '#shared/locale/index.ts';

/** What the paper says besides the message, in the shop's language. */
export function wordsOf(language: Language) {
  return language === 'id' ? id : en;
}

export type Words = ReturnType<typeof wordsOf>;

/** A sentence of the locale with what is filled into it. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
