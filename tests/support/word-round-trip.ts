import { describe, expect, it } from 'vitest';
import type { Cell } from '#shared/domain/cell.ts';

/** A list of values with the words that are read as one and the word that one goes out as. */
interface WordList<T extends string> {
  readonly name: string;
  readonly values: readonly T[];
  readonly read: (cell: Cell) => T | null;
  readonly word: (value: T, language: 'id' | 'en') => string;
}

/** Expects of a list that whatever goes out is read back, and that no other text is read at all. */
export function expectRoundTrip<T extends string>({ name, values, read, word }: WordList<T>): void {
  describe(`the words of ${name}`, () => {
    it('that go out are read back, in both languages, and so are the stored values', () => {
      for (const value of values) {
        expect(read(word(value, 'id'))).toBe(value);
        expect(read(word(value, 'en'))).toBe(value);
        expect(read(value)).toBe(value);
      }
    });

    it('are none where there is no text or no such word', () => {
      for (const text of ['', '  ', '-', null, true, 'entahlah', 'xyz 12']) {
        expect(read(text)).toBeNull();
      }
    });
  });
}
