import { editDistance } from '#shared/domain/text/edit-distance.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { phoneSearchDigits } from '#shared/domain/text/phone.ts';

/** How a typed text is looked up: as words, or, without any letter, as (part of) a phone number. */
export type SearchTerms =
  | {
      readonly kind: 'words';
      /** Folded as the index folds them. */
      readonly words: readonly string[];
    }
  | {
      readonly kind: 'digits';
      /** As typed, for the middle or the end of a number. */
      readonly typed: string;
      /** Without the home country's code or the trunk zero, as numbers are indexed. */
      readonly bare: string;
    };

/** Null: nothing to look for (no letter and no digit). */
export function searchTerms(text: string): SearchTerms | null {
  if (!/\p{L}/u.test(text)) {
    const bare = phoneSearchDigits(text);
    if (bare !== '') return { kind: 'digits', typed: text.replace(/\D/g, ''), bare };
  }
  const words = nameKey(text)
    .split(' ')
    // A mark alone (a vowel sign without its letter) is no word to the index.
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length === 0 ? null : { kind: 'words', words };
}

/** An FTS5 term. What the index calls a word has no quotes in it; doubled, they would do no harm. */
function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

/** An FTS5 expression: every word begins a word of the text. */
export function prefixQuery(words: readonly string[]): string {
  return words.map((word) => `${quoted(word)}*`).join(' AND ');
}

/** An FTS5 expression over whole words: one of each list. */
export function anyOfEachQuery(lists: readonly (readonly string[])[]): string {
  return lists.map((terms) => `(${terms.map(quoted).join(' OR ')})`).join(' AND ');
}

function triples(text: string): string[] {
  const letters = Array.from(text);
  return letters.slice(2).map((_, start) => letters.slice(start, start + 3).join(''));
}

/** An FTS5 expression over letter triples, for text inside a word; null when a word is too short for one. */
export function insideQuery(words: readonly string[]): string | null {
  const perWord = words.map(triples);
  if (perWord.some((found) => found.length === 0)) return null;
  return perWord.flat().map(quoted).join(' AND ');
}

const fewestDigitsForLikeness = 8;

/** Triples of the first or the second half of a number: one wrong digit leaves a half whole. */
export function halvesQuery(digits: string): string | null {
  if (digits.length < fewestDigitsForLikeness) return null;
  const half = Math.floor(digits.length / 2);
  const parts = [digits.slice(0, half), digits.slice(half)];
  return parts.map((part) => `(${triples(part).map(quoted).join(' AND ')})`).join(' OR ');
}

/** Typing errors between a typed word and a known one or its beginning, up to `limit` + 1. */
export function typingErrors(word: string, known: string, limit: number): number {
  return Math.min(
    editDistance(word, known, limit),
    known.length > word.length ? editDistance(word, known.slice(0, word.length), limit) : limit + 1,
  );
}
