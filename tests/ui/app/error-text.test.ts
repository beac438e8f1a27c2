import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '#build/engine.ts';
import { errorText } from '#renderer/base/error-text.ts';
import { setLanguage, startI18n } from '#renderer/base/i18n.ts';
import { longestSpanYears } from '#shared/contract/days.ts';
import { firstYear, lastYear } from '#shared/domain/calendar/dates.ts';
import type { AppError, BadFileReason, StorageReason } from '#shared/errors.ts';
import { en, id } from '#shared/locale/index.ts';

const files = {
  'not-found': true,
  empty: true,
  unsupported: true,
  damaged: true,
  truncated: true,
  password: true,
  'too-large': true,
  'too-many-columns': true,
  encoding: true,
  'no-rows': true,
  'changed-on-disk': true,
  'gave-up': true,
  hostile: true,
  unreadable: true,
  unwritable: true,
  'no-room': true,
} satisfies Record<BadFileReason, true>;
const storages = {
  full: true,
  readonly: true,
  corrupt: true,
  device: true,
  missing: true,
  memory: true,
  lost: true,
  busy: true,
  future: true,
  foreign: true,
  locked: true,
  finishing: true,
  protected: true,
} satisfies Record<StorageReason, true>;

const errors: readonly AppError[] = [
  { code: 'VALIDATION', issues: [{ path: 'facts.name', problem: 'required' }] },
  { code: 'NOT_FOUND', entity: 'customer' },
  { code: 'CONFLICT', reason: 'changed' },
  { code: 'IN_USE', entity: 'product' },
  { code: 'PERIOD_LOCKED', from: '2026-04-01', to: '2026-04-30' },
  { code: 'CANCELLED' },
  ...(['missing', 'changed', 'line', 'table', 'column'] as const).map(
    (problem) => ({ code: 'BAD_EXPORT', problem, file: 'csv/sales.csv', at: '12' }) as const,
  ),
  { code: 'INTERNAL', incident: 'a1b2' },
  ...(Object.keys(files) as BadFileReason[]).map(
    (reason) => ({ code: 'BAD_FILE', reason }) as const,
  ),
  ...(Object.keys(storages) as StorageReason[]).map(
    (reason) => ({ code: 'STORAGE', reason }) as const,
  ),
];

/** Every reason for which something is refused, as the sources name it. */
function refusalReasons(): readonly string[] {
  const sources = readdirSync(join(root, 'electron'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, 'electron', name), 'utf8'));
  const named = sources.flatMap((source) => [
    ...source.matchAll(/code: 'CONFLICT', reason: '([a-z-]+)'/g),
  ]);
  return [...new Set(named.map((match) => match[1] ?? ''))];
}

describe('errorText', () => {
  test.each(['id', 'en'] as const)('says every error in whole sentences in %s', (language) => {
    const { t } = startI18n(language);
    setLanguage(language);
    for (const error of errors) {
      const { title, text } = errorText(t, error);
      for (const words of [title, text]) {
        expect(words.length, JSON.stringify(error)).toBeGreaterThan(8);
        expect(words, JSON.stringify(error)).not.toMatch(/error\.|\{\{|problem\./);
      }
      expect(text, JSON.stringify(error)).toMatch(/[.]$/);
      expect(title).not.toContain(error.code);
    }
  });

  test('gives each error a title of its own in each language', () => {
    for (const language of ['id', 'en'] as const) {
      const { t } = startI18n(language);
      const titles = errors.map((error) => errorText(t, error).title);
      expect(new Set(titles).size).toBe(errors.length);
    }
  });

  test('has a sentence for whatever is refused, but for what somebody else changed meanwhile', () => {
    const reasons = refusalReasons();
    expect(reasons.length).toBeGreaterThan(10);
    for (const locale of [id, en]) {
      const unsaid = reasons.filter((reason) => !(reason in locale.error.reason));
      expect(unsaid).toEqual(['changed-meanwhile']);
    }
  });

  test('says of days and spans which years and how many it takes', () => {
    const said = (language: 'id' | 'en', problem: string) => {
      const { t } = startI18n(language);
      const { text } = errorText(t, { code: 'VALIDATION', issues: [{ path: 'to', problem }] });
      return text.match(/\d+/g)?.map(Number);
    };
    for (const language of ['id', 'en'] as const) {
      expect(said(language, 'day-far')).toEqual([firstYear, lastYear]);
      expect(said(language, 'span-long')).toEqual([longestSpanYears]);
      expect(said(language, 'span-reversed')).toBeUndefined();
    }
  });

  test('says of each kind of file that is no table what can be done with it, and never Excel where that fails', () => {
    for (const language of ['id', 'en'] as const) {
      const { t } = startI18n(language);
      setLanguage(language);
      const said = (detail?: string) =>
        errorText(t, {
          code: 'BAD_FILE',
          reason: 'unsupported',
          ...(detail === undefined ? {} : { detail }),
        });
      const found = ['pdf', 'zip', 'rtf', 'sqlite', 'xls', 'html', 'group-chat'];
      const kinds = [...found.map((kind) => said(kind)), said()];
      expect(new Set(kinds.map(({ title }) => title)).size).toBe(kinds.length);
      expect(new Set(kinds.map(({ text }) => text)).size).toBe(kinds.length);
      for (const { text } of kinds) expect(text).toMatch(/(berubah|changed)\.$/);
      // A workbook is told the steps by which it becomes one that can be read.
      for (const kind of ['xls', 'html']) expect(said(kind).text).toMatch(/›.*xlsx/);
      expect(said('something else').text).toBe(said().text);
      expect(said('png')).toMatchObject({
        title: said('pdf').title,
        technical: 'unsupported: png',
      });
    }
  });

  test('keeps the incident number where a helper can read it', () => {
    const { t } = startI18n('en');
    expect(errorText(t, { code: 'INTERNAL', incident: 'a1b2' }).technical).toContain('a1b2');
  });
});
