import { isBlankName, isMasked, nameKey, tellingWords, tradesOf } from '../text/names.ts';
import { asItSounds } from './spelling.ts';

/** What is known of somebody, as far as it tells who it is. */
export interface PersonFacts {
  readonly id: number;
  readonly name: string;
  /** Its `nameKey`, where it is known already. */
  readonly nameKey?: string;
  readonly kind?: 'person' | 'business' | null;
  readonly gender?: string | null;
  /** ISO day; before 1880 its year is not known. */
  readonly birthdayOn?: string | null;
  readonly taxId?: string | null;
  /** Digits with the country's code. */
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
  /** Each with its scheme: `till 17`. */
  readonly codes?: readonly string[];
  readonly street?: string | null;
  readonly city?: string | null;
}

/** The same, made ready to be held against thousands of others. What a marketplace masked is not in it. */
export interface Person {
  readonly id: number;
  /** The whole name as it is compared letter by letter. */
  readonly called: string;
  /** The words that tell, as they sound; none: the name says nothing. */
  readonly words: readonly string[];
  /** The same words in a row, and in one order. */
  readonly joined: string;
  readonly sorted: string;
  /** The kinds of shop that the name says. */
  readonly trades: readonly string[];
  /** How its words begin, a bit each. */
  readonly beginnings: number;
  readonly gender: string | null;
  readonly birthdayOn: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** Codes and the tax number. */
  readonly codes: readonly string[];
  /** Its first word and its numbers: `palagan 14`. */
  readonly street: string;
  readonly city: string;
}

const none: readonly string[] = [];
const fewestDigits = 8;
const STREET_WORDS: ReadonlySet<string> = new Set(
  'jl jln jalan gg gang no nomor rt rw blok dusun desa kel kec perum komplek'.split(' '),
);

function hasDigit(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** What many have in common, the words of names and the towns, is read once. */
export class Sounds {
  readonly #words = new Map<string, string>();
  readonly #cities = new Map<string, string>();

  of(word: string): string {
    let sound = this.#words.get(word);
    if (sound === undefined) {
      sound = asItSounds(word);
      this.#words.set(word, sound);
    }
    return sound;
  }

  city(city: string): string {
    let key = this.#cities.get(city);
    if (key === undefined) {
      key = cityKey(city);
      this.#cities.set(city, key);
    }
    return key;
  }
}

function wordsOf({ name, nameKey: known }: PersonFacts, sounds: Sounds): readonly string[] {
  if (name === '' || isMasked(name)) return none;
  const key = known ?? nameKey(name);
  if (isBlankName(name, key)) return none;
  const words = tellingWords(name, key);
  for (let at = 0; at < words.length; at += 1) words[at] = sounds.of(words[at] ?? '');
  return words;
}

/** One bit of 32 for how each word begins: two names that share none have no word in common. */
function beginningsOf(words: readonly string[]): number {
  let bits = 0;
  for (const word of words)
    bits |= 1 << ((word.charCodeAt(0) * 7 + (word.charCodeAt(1) || 0)) & 31);
  return bits;
}

/** By what a street is known however it is written; empty: too little of it is. */
export function streetKey(street: string | null | undefined): string {
  if (street === null || street === undefined || street === '' || isMasked(street)) return '';
  const named: string[] = [];
  const numbers: string[] = [];
  for (const word of nameKey(street).split(' '))
    if (hasDigit(word)) numbers.push(word);
    else if (!STREET_WORDS.has(word)) named.push(word);
  if (named.length === 0) return '';
  if (numbers.length > 0) return `${named[0]} ${numbers.slice(0, 3).join(' ')}`;
  return named.length > 1 ? named.join(' ') : '';
}

function cityKey(city: string): string {
  return nameKey(city).replace(/^(?:kota|kabupaten|kab|kodya) /, '');
}

function listed(values: readonly string[] | undefined, test: (value: string) => boolean) {
  return values === undefined || values.length === 0 ? none : values.filter(test);
}

function sortedWords(words: readonly string[]): string {
  const [first = '', second] = words;
  if (second === undefined) return first;
  if (words.length === 2) return first < second ? `${first} ${second}` : `${second} ${first}`;
  return [...words].sort().join(' ');
}

/** Makes what is known of somebody ready to be compared. */
export function personOf(facts: PersonFacts, sounds: Sounds = new Sounds()): Person {
  const words = wordsOf(facts, sounds);
  const called = facts.nameKey ?? nameKey(facts.name);
  const codes = listed(facts.codes, (code) => code !== '' && !isMasked(code));
  const taxDigits = (facts.taxId ?? '').replace(/\D/g, '');
  const isTax = taxDigits.length >= 15 && !/^0+$/.test(taxDigits);
  return {
    id: facts.id,
    called,
    words,
    joined: words.join(''),
    sorted: sortedWords(words),
    trades: words.length === 0 || !called.includes(' ') ? none : tradesOf(called),
    beginnings: beginningsOf(words),
    gender: facts.gender ?? null,
    birthdayOn: facts.birthdayOn ?? null,
    phones: listed(facts.phones, (phone) => phone.length >= fewestDigits && /^\d+$/.test(phone)),
    emails: listed(facts.emails, (email) => email.includes('@') && !isMasked(email)),
    codes: isTax ? [...codes, `npwp ${taxDigits}`] : codes,
    street: streetKey(facts.street),
    city: facts.city ? sounds.city(facts.city) : '',
  };
}
