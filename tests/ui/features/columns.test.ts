import { describe, expect, test } from 'vitest';
import {
  COLUMNS,
  DEFAULT_COLUMNS,
  fittingColumns,
  gridTemplate,
} from '#renderer/features/customers/list/columns.ts';
import { movedTo } from '#renderer/features/customers/list/use-grid-keys.ts';

const all = DEFAULT_COLUMNS;

describe('columns of the customer list', () => {
  test('all show where there is room, in their own order', () => {
    const order = COLUMNS.map(({ name }) => name).filter((name) => name !== 'city');
    expect(fittingColumns(all, 90).map(({ name }) => name)).toEqual(order);
  });

  test('leave one by one as room goes, the name last', () => {
    let before = DEFAULT_COLUMNS.length + 1;
    for (let width = 90; width > 0; width -= 1) {
      const fitting = fittingColumns(all, width);
      expect(fitting.length).toBeLessThanOrEqual(before);
      expect(fitting[0]?.name).toBe('name');
      before = fitting.length;
    }
    expect(before).toBe(1);
  });

  test('one that has just been asked for shows, however narrow the default leaves it', () => {
    for (const width of [65, 45, 30]) {
      expect(fittingColumns([...all, 'city'], width).map(({ name }) => name)).toContain('city');
    }
  });

  test('give one track each beside the tick', () => {
    expect(gridTemplate(fittingColumns(['phone'], 90))).toBe('2.5rem minmax(11rem, 1fr) 7.75rem');
  });
});

describe('keys of the list', () => {
  test('move within the list and stop at its ends', () => {
    expect(movedTo('ArrowDown', 4, 10, 5)).toBe(5);
    expect(movedTo('ArrowUp', 0, 10, 5)).toBe(0);
    expect(movedTo('PageDown', 7, 10, 5)).toBe(9);
    expect(movedTo('End', 0, 100_000, 5)).toBe(99_999);
    expect(movedTo('x', 0, 10, 5)).toBeNull();
  });
});
