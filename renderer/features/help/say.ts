import type { Translate } from '#renderer/base/i18n.ts';
import { commandKey } from '#renderer/base/keyboard.ts';
import type { Language } from '#shared/contract/settings.ts';
import { type HelpPage, helpTexts } from '#shared/locale/help.ts';

/** A stretch of a sentence; `isName`: what stands on a button, as it stands there today. */
interface Piece {
  readonly text: string;
  readonly isName: boolean;
}

/** What help says of a page, sentence by sentence. */
export interface Said {
  readonly title: string;
  readonly what: string;
  readonly see: string;
  readonly deeds: readonly string[];
  readonly questions: readonly { readonly why: string; readonly because: string }[];
}

type Written = {
  readonly title: string;
  readonly for: string;
  readonly see: string;
  readonly do: Readonly<Record<string, string>>;
  readonly ask?: Readonly<Record<string, { readonly why: string; readonly because: string }>>;
};

/** Every name of a button stands in a text of help as the key of its words: `$t(app.save)`. */
const named = /\$t\(([\w.]+)\)/g;

/** A sentence in its pieces, each button by the words it has now. */
export function piecesOf(t: Translate, sentence: string): readonly Piece[] {
  const say = t as unknown as (key: string) => string;
  return sentence.split(named).map((part, at) => {
    const isName = at % 2 === 1;
    return { text: isName ? say(part) : part.replaceAll('{{command}}', commandKey), isName };
  });
}

/** A sentence as it is read. */
export function plainOf(t: Translate, sentence: string): string {
  return piecesOf(t, sentence)
    .map(({ text }) => text)
    .join('');
}

/** What is written of a page in a language. */
export function saidOf(language: Language, page: HelpPage): Said {
  const helpPages = helpTexts[language];
  const written: Written = helpPages.page[page];
  return {
    title: written.title,
    what: written.for,
    see: written.see,
    deeds: Object.values(written.do),
    questions: Object.values(written.ask ?? {}),
  };
}
