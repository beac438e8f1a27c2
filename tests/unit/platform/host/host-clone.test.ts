import { types } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReader, createWriter } from '#build/chromium-host/page/clone-text.ts';

const write = createWriter(() => null, types.isProxy);
const read = createReader(() => undefined);
const travel = (value: unknown): unknown => read(write(value));

/** What a program may hold: plain data, and everything that JSON loses or bends. */
const values = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
});

describe('a value on its way between main and a page', () => {
  test('arrives as a structured clone of it would', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(travel(value)).toStrictEqual(structuredClone(value));
      }),
      { numRuns: 500 },
    );
  });

  test('keeps what JSON loses', () => {
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is meant.
    const value = { a: undefined, b: [1, , 3], c: [NaN, Infinity, -0], d: { toJSON: 'kept' } };
    const arrived = travel(value) as typeof value;
    expect(arrived).toStrictEqual(value);
    expect(Object.keys(arrived)).toEqual(['a', 'b', 'c', 'd']);
    expect(1 in arrived.b).toBe(false);
    expect(Object.is(arrived.c[2], -0)).toBe(true);
  });

  test('keeps who is whom: what is there twice is one, and a circle is a circle', () => {
    const one = { name: 'Sari' };
    const circle: Record<string, unknown> = { one, again: [one, new Map([[one, one]])] };
    circle.self = circle;
    const arrived = travel(circle) as {
      one: object;
      again: [object, Map<object, object>];
      self: object;
    };
    expect(arrived.self).toBe(arrived);
    expect(arrived.again[0]).toBe(arrived.one);
    expect(arrived.again[1].get(arrived.one)).toBe(arrived.one);
  });

  test('is refused where a structured clone is', () => {
    const refused = [
      () => 1,
      Symbol('a'),
      new WeakMap(),
      Promise.resolve(1),
      new Proxy({ a: 1 }, {}),
      new Proxy([1], {}),
    ];
    for (const value of refused) {
      for (const held of [value, [value], { toJSON: value }, new Map([[1, value]])]) {
        expect(() => structuredClone(held)).toThrow('could not be cloned');
        expect(() => write(held)).toThrow('An object could not be cloned.');
      }
    }
  });

  test('of a class arrives without it, of its own properties alone', () => {
    class Shop {
      readonly name = 'Melati';
      toJSON(): string {
        return 'not this';
      }
    }
    expect(travel(new Shop())).toStrictEqual({ name: 'Melati' });
  });

  test('never becomes another object’s prototype', () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"isAdmin":true}}');
    for (const value of [hostile, [hostile, undefined]]) {
      const [arrived] = [travel(value)].flat() as [object];
      expect(Object.getPrototypeOf(arrived)).toBe(Object.prototype);
      expect(Object.keys(arrived)).toEqual(['__proto__']);
    }
  });

  test('that is plain travels as plain JSON', () => {
    const rows = [{ id: 1, name: 'Sari', tags: ['a'], note: null, isNew: false }];
    expect(write(rows)).toBe(`p${JSON.stringify(rows)}`);
  });
});
