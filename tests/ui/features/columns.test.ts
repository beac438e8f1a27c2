import { describe, expect, test } from 'vitest';
import {
  columnsWith,
  DEFAULT_COLUMNS,
  fittingColumns,
  trackOf,
} from '#renderer/features/customers/list/columns.ts';
import type { OwnField } from '#shared/contract/customers/fields.ts';
import type { OwnFieldId } from '#shared/ids.ts';

const COLUMNS = columnsWith([]);
const all = DEFAULT_COLUMNS;

describe('columns of the customer list', () => {
  test('all show where there is room, in their own order', () => {
    const order = COLUMNS.map(({ name }) => name).filter((name) => name !== 'city');
    expect(fittingColumns(COLUMNS, all, 90).map(({ name }) => name)).toEqual(order);
  });

  test('leave one by one as room goes, the name last', () => {
    let before = DEFAULT_COLUMNS.length + 1;
    for (let width = 90; width > 0; width -= 1) {
      const fitting = fittingColumns(COLUMNS, all, width);
      expect(fitting.length).toBeLessThanOrEqual(before);
      expect(fitting[0]?.name).toBe('name');
      before = fitting.length;
    }
    expect(before).toBe(1);
  });

  test('one that has just been asked for shows, however narrow the default leaves it', () => {
    for (const width of [65, 45, 30]) {
      expect(fittingColumns(COLUMNS, [...all, 'city'], width).map(({ name }) => name)).toContain(
        'city',
      );
    }
  });

  test('are those of the fields that the owner made too, under the names they have', () => {
    const field: OwnField = { id: 7 as OwnFieldId, name: 'Ukuran', type: 'number', choices: [] };
    const own = columnsWith([field]).at(-1);
    expect(own).toMatchObject({ name: 'own.7', ownName: 'Ukuran', sort: 'own.7', isNumber: true });
    const fitting = fittingColumns(columnsWith([field]), [...all, 'own.7'], 45);
    expect(fitting.map(({ name }) => name)).toContain('own.7');
  });

  test('are points and levels too where there is a programme', () => {
    const names = columnsWith([], true).map(({ name }) => name);
    expect(names.slice(-2)).toEqual(['points', 'tier']);
    expect(COLUMNS.map(({ name }) => name)).toEqual(names.slice(0, -2));
  });

  test('are as wide as they say, and the name takes what is left', () => {
    expect(fittingColumns(COLUMNS, ['phone'], 90).map(trackOf)).toEqual([
      'minmax(11rem, 1fr)',
      '7.75rem',
    ]);
  });
});
