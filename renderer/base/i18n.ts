import i18next, { type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { commandKey } from '#renderer/base/keyboard.ts';
import type { Language } from '#shared/contract/settings.ts';
import { en, id, type Texts } from '#shared/locale/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts';
    resources: { texts: Texts };
  }
}

/** `t` with the keys of `shared/locale`, such as `customers.title`. */
export type Translate = TFunction<'texts'>;

/** Starts i18next with both languages bundled: nothing is loaded later. */
export function startI18n(language: Language): typeof i18next {
  if (i18next.isInitialized) {
    setLanguage(language);
    return i18next;
  }
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'texts',
    ns: ['texts'],
    resources: { id: { texts: id }, en: { texts: en } },
    interpolation: { escapeValue: false, defaultVariables: { command: commandKey } },
    initAsync: false,
  });
  document.documentElement.lang = language;
  return i18next;
}

const REMEMBERED = 'langgan.language';

/** Switches the window's language at once; the setting itself is saved by the caller. */
export function setLanguage(language: Language): void {
  if (i18next.language !== language) void i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(REMEMBERED, language);
}

/**
 * The language for the time before the shop's own setting is known, or when it cannot be read: the
 * one this window spoke last, else the system's.
 */
export function systemLanguage(): Language {
  const last = localStorage.getItem(REMEMBERED);
  if (last === 'id' || last === 'en') return last;
  return navigator.language.toLowerCase().startsWith('id') ? 'id' : 'en';
}

/** Areas whose keys come from the contract as plain text. */
export type OpenArea = 'because' | 'blocker' | 'problem' | 'phase' | 'layer';

/**
 * Text of a key that arrives as data (`because.*`, `problem.*`, …). A key that the locale does not
 * have gives the area's `other`.
 */
export function textOf(
  t: Translate,
  area: OpenArea,
  key: string,
  values: Record<string, unknown> = {},
): string {
  const loose = t as unknown as (key: string, values: Record<string, unknown>) => string;
  const path = `${area}.${key}`;
  return i18next.exists(path, values) ? loose(path, values) : loose(`${area}.other`, values);
}
