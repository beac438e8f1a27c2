import { describe, expect, it } from 'vitest';
import { ShapeSurvey } from '#shared/domain/mending/fill-shape.ts';

/** `|` is a row that is no data. */
function shapeOf(column: string) {
  const survey = new ShapeSurvey();
  column.split(' ').forEach((cell, at) => {
    if (cell === '|') survey.stop();
    else survey.add(at + 2, cell === '-' ? '' : cell);
  });
  return survey.shape();
}

describe('a column that is filled only at the head of each group', () => {
  it('is seen, with what stands where', () => {
    expect(shapeOf('Solo - - Klaten - Bantul')).toEqual({
      cells: 3,
      groups: 2,
      examples: [
        { value: 'Solo', valueRow: 2, fromRow: 3, toRow: 4 },
        { value: 'Klaten', valueRow: 5, fromRow: 6, toRow: 6 },
      ],
    });
  });

  it('ends a group at a row that is no data', () => {
    expect(shapeOf('Solo - - - | Klaten - -')?.examples.map(({ toRow }) => toRow)).toEqual([5, 9]);
  });

  it('names no row that is left out between others that are filled', () => {
    const survey = new ShapeSurvey();
    for (const [row, cell] of [
      [2, 'Solo'],
      [3, ''],
      [5, ''],
      [6, ''],
      [7, 'Klaten'],
      [9, ''],
    ] as const)
      survey.add(row, cell);
    expect(survey.shape()).toEqual({
      ...{ cells: 4, groups: 2 },
      examples: [
        { value: 'Solo', valueRow: 2, fromRow: 3, toRow: 3 },
        { value: 'Solo', valueRow: 2, fromRow: 5, toRow: 6 },
        { value: 'Klaten', valueRow: 7, fromRow: 9, toRow: 9 },
      ],
    });
  });

  it('may come again where every row needs a value', () => {
    const survey = new ShapeSurvey();
    for (const [at, cell] of ['1/3', '', '', '2/3', '', '1/3', '', ''].entries())
      survey.add(at + 2, cell);
    expect([survey.shape(), survey.shape(true)?.cells]).toEqual([null, 5]);
  });

  it.each([
    ['only a few cells are empty', 'Solo - - Klaten Bantul Sleman Magelang'],
    ['few of many are empty', 'a - b - c - d e f g h i j k l m'],
    ['the first has nothing above it', '- Solo - - - Klaten'],
    ['something has nothing above it after a break', 'Solo - - - | - Klaten'],
    ['the same values come again and again', 'Solo - Klaten - Solo - Klaten - Solo -'],
    ['nothing is filled', '- - - - -'],
  ])('is not, where %s', (_, column) => {
    expect(shapeOf(column)).toBeNull();
  });
});
