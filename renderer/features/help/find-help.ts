import type { Translate } from '#renderer/base/i18n.ts';
import type { Language } from '#shared/contract/settings.ts';
import type { HelpPage } from '#shared/locale/help.ts';
import { helpParts } from './help-of.ts';
import { plainOf, saidOf } from './say.ts';

/** A page whose help has all the words that were typed. */
export interface FoundHelp {
  readonly page: HelpPage;
  readonly title: string;
  /** The first sentence that has one of them; of what the page is for where only the title does. */
  readonly sentence: string;
}

const all: readonly HelpPage[] = helpParts.flatMap(({ pages }): readonly HelpPage[] => pages);

/** Pages by words of their title and text, those with all of them in the title first. */
export function findHelp(t: Translate, language: Language, typed: string): readonly FoundHelp[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.flatMap((page) => {
    const said = saidOf(language, page);
    const title = plainOf(t, said.title);
    const sentences = [
      ...[said.what, said.see, ...said.deeds],
      ...said.questions.flatMap(({ why, because }) => [why, because]),
    ].map((sentence) => plainOf(t, sentence));
    const text = [title, ...sentences].join(' ').toLowerCase();
    if (!words.every((word) => text.includes(word))) return [];
    const isTitle = words.every((word) => title.toLowerCase().includes(word));
    const telling = sentences.find((one) => words.some((word) => one.toLowerCase().includes(word)));
    const sentence = (isTitle ? undefined : telling) ?? sentences[0] ?? '';
    return [{ page, title, sentence, isTitle }];
  });
  return found.toSorted((a, b) => Number(b.isTitle) - Number(a.isTitle));
}
