import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '#build/engine.ts';
import { routes } from '#renderer/base/routes.ts';
import { helpFor, helpOf, helpParts, nextTo, routeOf } from '#renderer/features/help/help-of.ts';
import { type HelpPage, helpTexts } from '#shared/locale/help.ts';
import { en, id } from '#shared/locale/index.ts';
import { asksFor, shellSources, sourcesOf } from './screen-files.ts';

const languages = ['id', 'en'] as const;
const texts = { id, en };
const pages = Object.keys(helpTexts.en.page) as HelpPage[];

function sentencesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Object.values(value ?? {}).flatMap(sentencesOf);
}

function textAt(language: 'id' | 'en', key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (value, part) => (value as Record<string, unknown> | undefined)?.[part],
      texts[language],
    );
}

/** Names of buttons in the text of a page, by the key of their words. */
function namesIn(language: 'id' | 'en', page: HelpPage): readonly string[] {
  const text = sentencesOf(helpTexts[language].page[page]).join(' ');
  return [...text.matchAll(/\$t\(([\w.]+)\)/g)].map((match) => match[1] ?? '');
}

test('every screen is explained in both languages', () => {
  const of: Readonly<Record<string, string>> = helpOf;
  const lacking = Object.keys(routes).flatMap((screen) =>
    languages.flatMap((language) => {
      const page = of[screen];
      const has = page !== undefined && Object.hasOwn(helpTexts[language].page, page);
      return has
        ? []
        : `The screen ${screen} has no help in ${language}: write its page in shared/locale/${language}/helpPages.json, name it in renderer/features/help/help-of.ts, and run npm run pictures.`;
    }),
  );
  expect(lacking).toEqual([]);
});

test('both languages explain the same pages with as many sentences', () => {
  expect(Object.keys(helpTexts.id.page)).toEqual(Object.keys(helpTexts.en.page));
  for (const page of pages) {
    const [indonesian, english] = languages.map((language) => helpTexts[language].page[page]);
    expect(sentencesOf(indonesian).length, page).toBe(sentencesOf(english).length);
    expect(namesIn('id', page).toSorted(), page).toEqual(namesIn('en', page).toSorted());
    for (const sentence of [...sentencesOf(indonesian), ...sentencesOf(english)])
      expect(sentence.trim(), page).not.toBe('');
  }
});

test('every page of help stands once in its contents, and a screen leads to it', () => {
  const listed = helpParts.flatMap((part): readonly HelpPage[] => part.pages);
  expect(listed.toSorted()).toEqual(pages.toSorted());
  expect([...new Set<string>(Object.values(helpOf))].toSorted()).toEqual(pages.toSorted());
});

test('no link of help leads nowhere', () => {
  for (const page of pages) {
    const route = routeOf(page);
    expect(Object.keys(routes), page).toContain(route);
    expect(routes[route], page).not.toContain(':');
    for (const next of nextTo(page)) expect(pages, page).toContain(next);
    expect(nextTo(page), page).not.toContain(page);
  }
});

test('an address leads to its own page of help, also where one address looks like another', () => {
  for (const [screen, page] of Object.entries(helpOf)) {
    const address = routes[screen as keyof typeof routes].replace(':id', '12');
    expect(helpFor(address), address).toBe(page);
  }
  expect(helpFor('/nowhere')).toBe('today');
  expect(helpFor('/sales/new')).toBe('saleEntry');
  expect(helpFor('/sales/12')).toBe('sale');
});

/** Whose buttons a page names besides its own: it says that they stand there. */
const alsoOn: Readonly<Partial<Record<HelpPage, readonly HelpPage[]>>> = {
  today: ['customer'],
  rewards: ['customer'],
  segmentPicture: ['segments'],
  products: ['product'],
  campaigns: ['campaign'],
  standing: ['today'],
  surveyEditor: ['feedback'],
  loyalty: ['customer'],
  privacy: ['customer'],
};

test('every button that help names is on the page it explains', () => {
  const of = Object.entries(helpOf);
  for (const page of pages) {
    const named = [page, ...(alsoOn[page] ?? [])];
    const screens = of.filter(([, one]) => named.includes(one)).map(([screen]) => screen);
    for (const screen of screens) expect(sourcesOf(screen).length, screen).toBeGreaterThan(1);
    const sources = [...screens.flatMap(sourcesOf), ...shellSources];
    for (const key of namesIn('en', page))
      expect(
        sources.some((source) => asksFor(source, key)),
        `The help of ${page} names ${key}, which no screen of it shows`,
      ).toBe(true);
  }
});

test('every button that help names has its words in both languages', () => {
  for (const page of pages)
    for (const key of namesIn('en', page))
      for (const language of languages) {
        const text = textAt(language, key);
        expect(typeof text, `${page} names ${key}, which has no text in ${language}`).toBe(
          'string',
        );
        expect(text, `${page}: ${key}`).not.toContain('{{');
      }
});

test('help is not read in with the window', () => {
  const index = readFileSync(`${root}/shared/locale/index.ts`, 'utf8');
  expect(index).not.toContain('helpPages');
});
