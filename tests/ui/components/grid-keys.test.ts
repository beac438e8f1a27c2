import { expect, test } from 'vitest';
import { movedTo } from '#renderer/components/list/use-grid-keys.ts';

const rows = { count: 40, pageRows: 12 };

test('each key moves its way through a list, and never beyond its ends', () => {
  const to = (key: string) => [0, 20, 39].map((from) => movedTo(key, from, rows));
  expect(to('ArrowDown')).toEqual([1, 21, 39]);
  expect(to('ArrowUp')).toEqual([0, 19, 38]);
  expect(to('PageDown')).toEqual([12, 32, 39]);
  expect(to('PageUp')).toEqual([0, 8, 27]);
  expect(to('Home')).toEqual([0, 0, 0]);
  expect(to('End')).toEqual([39, 39, 39]);
  expect(to('a')).toEqual([null, null, null]);
});
