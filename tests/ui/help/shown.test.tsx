import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  helpPictures,
  printsOfPictures,
  type Shown,
  shownFile,
  writingShown,
} from '#build/help-pictures/shown.ts';
import { pictureOf } from '#renderer/features/help/pictures.ts';
import { type HelpPage, helpTexts } from '#shared/locale/help.ts';
import { lookAtScreens } from '#tests/support/help/look.tsx';
import { type Outline, wordsOf } from '#tests/support/help/outline.ts';

const pages = Object.keys(helpTexts.en.page) as HelpPage[];
const languages = ['id', 'en'] as const;
const isWriting = process.env[writingShown] !== undefined;
const again = 'its picture is of an earlier screen: npm run pictures takes them all again';

/** All pictures together; what an installer grows by. */
const mostBytes = 4_000_000;

function readShown(): Shown {
  if (!existsSync(shownFile)) return { files: {}, pages: {}, texts: {} };
  return JSON.parse(readFileSync(shownFile, 'utf8')) as Shown;
}

function textsOf(outlines: Readonly<Record<string, Outline>>): Shown['texts'] {
  const keys = [...new Set(Object.values(outlines).flatMap(Object.keys))].sort();
  return Object.fromEntries(
    keys.map((key) => [key, { id: wordsOf('id', key), en: wordsOf('en', key) }]),
  );
}

test.runIf(isWriting)('what every screen is made of is written down', async () => {
  const outlines = await lookAtScreens();
  const sorted = Object.entries(outlines).sort(([a], [b]) => (a < b ? -1 : 1));
  const shown: Shown = {
    files: printsOfPictures(),
    pages: Object.fromEntries(sorted),
    texts: textsOf(outlines),
  };
  writeFileSync(shownFile, `${JSON.stringify(shown, null, 2)}\n`);
});

test.skipIf(isWriting)('every page has a picture in both languages, and they stay small', () => {
  const names = languages.flatMap((language) => pages.map((page) => `${language}/${page}.webp`));
  const prints = printsOfPictures();
  expect(Object.keys(prints), 'npm run pictures takes what is missing').toEqual(names.sort());
  expect(readShown().files, `These are not those that were looked at: ${again}`).toEqual(prints);
  const bytes = names.map((name) => statSync(join(helpPictures, name)).size);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(mostBytes);
  for (const language of languages)
    for (const page of pages) expect(pictureOf(language, page), page).toContain(`${page}.webp`);
});

test.skipIf(isWriting)('what stood on a screen when it was pictured is called so today', () => {
  const changed = Object.entries(readShown().texts).flatMap(([key, { id, en }]) => {
    const now = { id: wordsOf('id', key), en: wordsOf('en', key) };
    return now.id === id && now.en === en ? [] : `${key}: “${en}” is “${now.en}” today; ${again}`;
  });
  expect(changed).toEqual([]);
});

test.skipIf(isWriting)('every picture is of the present screen', async () => {
  const { pages: then } = readShown();
  const now = await lookAtScreens();
  const changed = Object.entries(now).flatMap(([page, outline]) => {
    const before = then[page] ?? {};
    const named = (one: Outline) => Object.entries(one).map(([key, what]) => `${what} ${key}`);
    const came = named(outline).filter((line) => !named(before).includes(line));
    const went = named(before).filter((line) => !named(outline).includes(line));
    return came.length + went.length === 0
      ? []
      : `${page}: now has [${came.join(', ')}], no more [${went.join(', ')}]; ${again}`;
  });
  expect(changed).toEqual([]);
  expect(Object.keys(now).sort()).toEqual(pages.toSorted());
});
