import { describe, expect, test } from 'vitest';
import { movedTo } from '#renderer/components/list/use-grid-keys.ts';

describe('keys of a list', () => {
  test('move within the list and stop at its ends', () => {
    const ten = { count: 10, pageRows: 5 };
    expect(movedTo('ArrowDown', 4, ten)).toBe(5);
    expect(movedTo('ArrowUp', 0, ten)).toBe(0);
    expect(movedTo('PageDown', 7, ten)).toBe(9);
    expect(movedTo('End', 0, { count: 100_000, pageRows: 5 })).toBe(99_999);
    expect(movedTo('x', 0, ten)).toBeNull();
  });
});
