import { expect, it } from 'vitest';
import {
  labelPage,
  labelPlace,
  labelSheetNames,
  labelSheets,
  labelsOn,
} from '#shared/domain/campaigns/label-sheets.ts';

it.each(labelSheetNames)('no label of %s leaves the page or lies over another', (name) => {
  const places = Array.from({ length: labelsOn(name) }, (_, index) => labelPlace(name, index));
  for (const [index, one] of places.entries()) {
    expect(one.page).toBe(0);
    expect(one.x).toBeGreaterThanOrEqual(0);
    expect(one.y).toBeGreaterThanOrEqual(0);
    expect(one.x + one.width).toBeLessThanOrEqual(labelPage.width);
    expect(one.y + one.height).toBeLessThanOrEqual(labelPage.height);
    for (const other of places.slice(index + 1)) {
      const isBeside = one.x + one.width <= other.x + 1e-9 || other.x + other.width <= one.x + 1e-9;
      const isBelow = one.y + one.height <= other.y + 1e-9;
      expect(isBeside || isBelow).toBe(true);
    }
  }
  expect(labelPlace(name, labelsOn(name))).toEqual({ ...places[0], page: 1 });
});

it('says what the sheets’ makers say of the first label and of the distance to the next', () => {
  expect(labelPlace('3x7', 0)).toMatchObject({ x: 7.25, width: 63.5, height: 38.1 });
  expect(labelPlace('3x7', 0).y).toBeCloseTo(15.15, 6);
  expect(labelPlace('3x7', 1).x).toBeCloseTo(7.25 + 66, 6);
  expect(labelPlace('3x8', 0)).toMatchObject({ x: 0, y: 0.5 });
  expect(labelPlace('2x7', 1).x).toBeCloseTo(4.65 + 101.6, 6);
  expect(labelSheets['3x8'].padding).toBeGreaterThanOrEqual(4);
});
