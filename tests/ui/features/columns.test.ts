import { describe, expect, test } from 'vitest';
import {
  COLUMNS,
  DEFAULT_COLUMNS,
  fittingColumns,
  trackOf,
} from '#renderer/features/customers/list/columns.ts';

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

  test('are as wide as they say, and the name takes what is left', () => {
    expect(fittingColumns(['phone'], 90).map(trackOf)).toEqual(['minmax(11rem, 1fr)', '7.75rem']);
  });
});
