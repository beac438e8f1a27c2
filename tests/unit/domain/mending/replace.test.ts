import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCell, LONGEST_CELL, replacer } from '#shared/domain/mending/replace.ts';
import type { ReplaceStep } from '#shared/domain/mending/steps.ts';

const step = (part: Partial<ReplaceStep>): ReplaceStep => ({
  ...{ kind: 'replace', column: 0, find: 'a', with: 'b', isWhole: false, ignoresCase: false },
  ...part,
});

/** By other means: the text is cut at what is found, letter by letter. */
function byHand(text: string, { find, with: to, isWhole, ignoresCase }: ReplaceStep): string {
  const same = (one: string) => (ignoresCase ? one.toLowerCase() : one);
  if (isWhole) return same(text) === same(find) ? to : text;
  let found = '';
  for (let at = 0; at < text.length; ) {
    const isHere = same(text.slice(at, at + find.length)) === same(find);
    found += isHere ? to : (text[at] ?? '');
    at += isHere ? find.length : 1;
  }
  return found;
}

describe('replacing a text', () => {
  it.each([
    ['Jogja, Jogjakarta', { find: 'Jogja', with: 'Yogya' }, 'Yogya, Yogyakarta'],
    ['Jogja', { find: 'jogja', with: 'Yogya', ignoresCase: true }, 'Yogya'],
    ['Jogja', { find: 'jogja', with: 'Yogya' }, null],
    ['Jogjakarta', { find: 'Jogja', with: 'Yogya', isWhole: true }, null],
    ['JOGJA', { find: 'Jogja', with: 'Yogya', isWhole: true, ignoresCase: true }, 'Yogya'],
    ['1.2.3', { find: '.', with: '/' }, '1/2/3'],
    ['a+b (c) [d] $1 \\ ^', { find: '(c) [d] $1 \\ ^', with: '$& $$' }, 'a+b $& $$'],
    ['Rp 5.000', { find: 'Rp ', with: '' }, '5.000'],
    ['Rp\u00a05.000', { find: 'Rp ', with: '' }, '5.000'],
    ['Rp\u202f5.000', { find: 'rp 5', with: '6', ignoresCase: true }, '6.000'],
    ['Toko A', { find: 'Toko\u00a0A', with: 'B', isWhole: true }, 'B'],
    ['Cafe\u0301', { find: 'caf\u00e9', with: 'Kafe', ignoresCase: true }, 'Kafe'],
    ['Caf\u00e9', { find: 'Cafe\u0301', with: 'Kafe' }, 'Kafe'],
    ['Cafe\u0301 lama', { find: 'baru', with: 'x' }, null],
    ['Cafe\u0301', { find: 'Cafe', with: 'Kafe' }, null],
    ['sama', { find: 'sama', with: 'sama' }, null],
  ] as const)('%s', (text, part, expected) => {
    const replaced = replacer(step(part))(text);
    expect(replaced === null ? null : replaced).toEqual(
      expected === null ? null : { text: expected },
    );
  });

  it('leaves a cell as it is that would hold more than a cell can', () => {
    const replace = replacer(step({ find: 'a', with: 'x'.repeat(400) }));
    expect(replace('a'.repeat(90))).toBe('too-long');
    expect(replace('a'.repeat(81))).toEqual({ text: 'x'.repeat(400 * 81) });
    expect(400 * 81).toBeLessThanOrEqual(LONGEST_CELL);
  });

  it('does what cutting the text by hand does, whatever is typed', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aAbB.*+?^$()[]{}|\\/- 1é') });
    const some = letters.filter((text) => text !== '');
    fc.assert(
      fc.property(letters, some, letters, fc.boolean(), fc.boolean(), (text, find, to, ...how) => {
        const asked = step({ find, with: to, isWhole: how[0], ignoresCase: how[1] });
        const expected = byHand(text, asked);
        const replaced = replacer(asked)(text);
        expect(replaced).toEqual(expected === text ? null : { text: expected });
      }),
    );
  });

  it('keeps a number a number where it still is one, and an emptied cell empty', () => {
    expect([asCell('1250', 1_250_000), asCell('12,5', 12.5), asCell('007', 1007)]).toEqual([
      1250,
      '12,5',
      '007',
    ]);
    expect([asCell('1250', '1250000'), asCell(' ', 'x'), asCell('', 5)]).toEqual([
      '1250',
      null,
      null,
    ]);
  });
});
