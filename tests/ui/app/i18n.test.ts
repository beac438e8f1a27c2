import { expect, test } from 'vitest';
import { setLanguage, startI18n, systemLanguage } from '#renderer/base/i18n.ts';

test('a shop that cannot be opened is told in the language the window spoke last', () => {
  localStorage.clear();
  expect(systemLanguage()).toBe('en');
  startI18n('en');
  setLanguage('id');
  expect(systemLanguage()).toBe('id');
  localStorage.clear();
});
