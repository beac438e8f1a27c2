import { editDistance, errorsAllowed } from '../text/edit-distance.ts';
import type { Person } from './person.ts';

/**
 * How alike two names are: `same` but for how they are written; `near` but for a slip of the hand or a
 * shortened word; `part`: one has words that the other leaves out; `other`: two names; `unknown`: one
 * of them says nothing.
 */
export type NameLikeness = 'same' | 'near' | 'part' | 'other' | 'unknown';

const hasDigit = /\d/;

/** Whether two words of names are one but for a slip; a number never is, nor a first letter. */
function isSlip(a: string, b: string): boolean {
  if (a[0] !== b[0] || hasDigit.test(a) || hasDigit.test(b)) return false;
  const allowed = Math.min(errorsAllowed(a), errorsAllowed(b));
  return allowed > 0 && editDistance(a, b, allowed) <= allowed;
}

/** Whether one is the other's beginning: an initial, or a word cut short. */
function isShort(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (hasDigit.test(long)) return false;
  return short.length === 1 || short.length >= 4 ? long.startsWith(short) : false;
}

/** What the words of the shorter name found in the longer: whole words, slips, initials, and what was left. */
interface Found {
  whole: number;
  slips: number;
  initials: number;
  missing: number;
}

function findWords(fewer: readonly string[], more: readonly string[]): Found {
  const left = [...more];
  const found: Found = { whole: 0, slips: 0, initials: 0, missing: 0 };
  const take = (test: (word: string) => boolean): boolean => {
    const at = left.findIndex(test);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const open = fewer.filter((word) => {
    const isThere = take((other) => other === word);
    if (isThere) found.whole += 1;
    return !isThere;
  });
  for (const word of open)
    if (take((other) => isSlip(word, other))) found.slips += 1;
    else if (take((other) => isShort(word, other))) found.initials += 1;
    else found.missing += 1;
  return found;
}

function numbersOf(words: readonly string[]): string {
  return words
    .filter((word) => hasDigit.test(word))
    .sort()
    .join(' ');
}

/** Compares two names; whatever stands around them is off already. */
export function nameLikeness(a: Person, b: Person): NameLikeness {
  if (a.joined === '' || b.joined === '') return 'unknown';
  if (a.joined === b.joined || a.sorted === b.sorted) return 'same';
  // Two branches of one shop, two of a row of rooms.
  if (numbersOf(a.words) !== numbersOf(b.words)) return 'other';
  const [fewer, more] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  const { whole, slips, initials, missing } = findWords(fewer, more);
  // A word that stands whole, or two that all but do: else nothing holds the two together.
  const isHeld = whole > 0 ? slips + initials + whole > 1 || fewer.length === 1 : slips > 0;
  if (missing > 0 || !isHeld) return isSlip(a.joined, b.joined) ? 'near' : 'other';
  return fewer.length === more.length ? 'near' : 'part';
}
