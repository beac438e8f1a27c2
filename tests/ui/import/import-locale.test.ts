import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blockersOf } from '#electron/services/imports/source-brings.ts';
import { IMPORT_FIELDS } from '#shared/domain/columns/fields.ts';
import { en, id } from '#shared/locale/index.ts';

const root = join(import.meta.dirname, '../../..');

/** Every `name: 'key'`, and every `said('key'` of the given functions, in the sources of a folder. */
function keysIn(folder: string, name: string, functions: readonly string[] = []): string[] {
  const path = join(root, folder);
  const sources = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(path, file), 'utf8'));
  const before = [`${name}: `, ...functions.map((one) => `${one}\\(`)].join('|');
  const pattern = new RegExp(`\\b(?:${before})'([a-z-]+)'`, 'g');
  return [
    ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map((one) => one[1] ?? ''))),
  ];
}

test('every problem that a plan can find is said in both languages', () => {
  // Given another name on the way: an ambiguous number, a damaged or masked phone.
  const renamed = new Set(['ambiguous', 'damaged']);
  const found = keysIn('electron/services/imports/plan', 'problem', ['problemOf', 'fail']).filter(
    (key) => !renamed.has(key),
  );
  expect(found.length).toBeGreaterThan(30);
  const fromDomain = ['not-a-number', 'too-large', 'not-a-date', 'impossible-date', 'not-a-phone'];
  const more = ['number-ambiguous', 'phone-damaged', 'phone-masked', 'date-missing', 'blank-row'];
  for (const key of [...found, ...fromDomain, ...more, 'repeated-titles', 'total-row']) {
    expect(Object.keys(id.problem), key).toContain(key);
    expect(Object.keys(en.problem), key).toContain(key);
  }
});

test('every reason for a guess is said in both languages', () => {
  const reasons = [
    ...keysIn('shared/domain/columns', 'because'),
    ...keysIn('electron/services/imports', 'because'),
  ];
  expect(reasons.length).toBeGreaterThan(5);
  for (const key of reasons) {
    expect(Object.keys(id.because), key).toContain(key);
    expect(Object.keys(en.because), key).toContain(key);
  }
});

test('every blocker is said in both languages', () => {
  const found = [
    ...blockersOf({ columns: [], rows: 0, chat: null }),
    ...blockersOf({ columns: [], rows: 1, chat: null }),
    ...blockersOf({ columns: [], rows: 1, chat: { senders: ['Ayu', 'Toko'], with: null } }),
    ...['question-open', 'date-column-missing', 'amount-column-missing'],
  ];
  for (const key of found) {
    expect(Object.keys(id.blocker), key).toContain(key);
    expect(Object.keys(en.blocker), key).toContain(key);
  }
});

test('every field has a name of its own in both languages', () => {
  for (const texts of [id, en]) {
    const names = IMPORT_FIELDS.filter((field) => field !== 'ignore').map((field) => {
      const [group = '', name = ''] = field.split('.');
      const ofGroup: Record<string, string> = texts.import.field[group as 'customer'];
      return ofGroup[name];
    });
    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(names.length);
  }
});
