import type { Language } from '#shared/contract/settings.ts';
import { en, id, type Texts } from '#shared/locale/index.ts';
import { filledText } from '../locale-text.ts';

type Areas = Texts['notice'];
type Bare<Key> = Key extends `${infer Word}_other` ? Word : Key;

/** A text of the locale's `notice`, such as `followUp.title`; a plural's key is without its ending. */
export type NoticeKey = {
  [Area in keyof Areas & string]: `${Area}.${Bare<keyof Areas[Area]> & string}`;
}[keyof Areas & string];

/** A text of the locale's `notice`; `count` chooses a plural. */
export function noticeText(
  language: Language,
  key: NoticeKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const texts: object = language === 'id' ? id.notice : en.notice;
  return filledText(language, texts, key, values);
}
