import type { Language } from '#shared/contract/settings.ts';
import { en, id, type Texts } from '#shared/locale/index.ts';

type Areas = Texts['notice'];
type Bare<Key> = Key extends `${infer Word}_other` ? Word : Key;

/** A text of the locale's `notice`, such as `followUp.title`; a plural's key is without its ending. */
export type NoticeKey = {
  [Area in keyof Areas & string]: `${Area}.${Bare<keyof Areas[Area]> & string}`;
}[keyof Areas & string];

/** The window has i18next; main has these few lines: `{{name}}` is filled in, `count` chooses a plural. */
export function noticeText(
  language: Language,
  key: NoticeKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const areas: Readonly<Record<string, Readonly<Record<string, string>>>> =
    language === 'id' ? id.notice : en.notice;
  const [area = '', word = ''] = key.split('.');
  const texts = areas[area] ?? {};
  const { count } = values;
  const plural =
    typeof count === 'number' ? `${word}_${new Intl.PluralRules(language).select(count)}` : word;
  const text = texts[plural] ?? texts[word] ?? texts[`${word}_other`] ?? key;
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (hole, name: string) => {
    const value = values[name];
    if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
    return value ?? hole;
  });
}
