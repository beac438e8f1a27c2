import type { Language } from '#shared/contract/settings.ts';
import type { HelpPage } from '#shared/locale/help.ts';

/** Taken by `npm run pictures`, which writes beside them what each screen was made of. */
const files = import.meta.glob<string>('./pictures/*/*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** Where the picture of a page lies. */
export function pictureOf(language: Language, page: HelpPage): string | null {
  return files[`./pictures/${language}/${page}.webp`] ?? null;
}
