import { englishRules } from './plain-words-en.ts';
import { indonesianRules } from './plain-words-id.ts';
import type { PolicyPart, WordRules } from './plain-words-rules.ts';

export type { PolicyPart } from './plain-words-rules.ts';

export type PlainWordsKind = 'long' | 'jargon' | 'abbreviation' | 'double-negation' | 'passive';

/** A place that a buyer stumbles over: `start` and `end` are offsets into the text (end exclusive). */
export interface PlainWordsFinding {
  readonly kind: PlainWordsKind;
  readonly start: number;
  readonly end: number;
  /** The words themselves. */
  readonly text: string;
  /** What to write instead; '' they can go; null: it needs a person's thought. */
  readonly proposal: string | null;
}

export interface PlainWords {
  /** In the order of the text; no two of the same kind overlap. */
  readonly findings: readonly PlainWordsFinding[];
  /** Parts of a policy that the text does not say. */
  readonly missing: readonly PolicyPart[];
}

/**
 * The most words of a sentence. Understanding falls off beyond some 20: the Plain English Campaign
 * and the GOV.UK style guide ask for an average of 15 to 20 and split what is longer than 25.
 */
export const mostWordsInSentence = 20;

interface Sentence {
  readonly start: number;
  readonly text: string;
}

/** A full stop inside a number or a dotted abbreviation (`1.5`, `e.g.`) ends nothing. */
const sentenceEnd = /[!?;\n]+|\.(?=\s+\p{Lu}|\s*$|\s*\n)/gu;

function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const take = (end: number) => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== '') sentences.push({ start: start + lead, text: raw.trim() });
  };
  for (const match of text.matchAll(sentenceEnd)) {
    take(match.index);
    start = match.index + match[0].length;
  }
  take(text.length);
  return sentences;
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’./&-]*/gu)?.length ?? 0;
}

/**
 * The sentence with ` / ` where a new one could begin: before the joint nearest its middle. Nothing is
 * reworded: dropping an "if" would change what is promised. Null where it has no joint.
 */
function parted(text: string, joints: readonly string[]): string | null {
  const middle = text.length / 2;
  let best: number | null = null;
  for (const joint of joints)
    for (let at = text.indexOf(joint); at >= 0; at = text.indexOf(joint, at + 1)) {
      if (best === null || Math.abs(at + 1 - middle) < Math.abs(best - middle)) best = at + 1;
    }
  return best === null ? null : `${text.slice(0, best).trim()} / ${text.slice(best).trim()}`;
}

function longSentences(text: string, rules: WordRules): PlainWordsFinding[] {
  return sentencesOf(text)
    .filter((sentence) => countWords(sentence.text) > mostWordsInSentence)
    .map((sentence) => ({
      kind: 'long',
      start: sentence.start,
      end: sentence.start + sentence.text.length,
      text: sentence.text,
      proposal: parted(sentence.text, rules.joints),
    }));
}

/** Words of a list wherever they stand whole, the longest first; what is found hides its parts. */
function listed(
  text: string,
  kind: PlainWordsKind,
  words: readonly (readonly [string, string])[],
): PlainWordsFinding[] {
  const found: PlainWordsFinding[] = [];
  const longestFirst = [...words].sort((a, b) => b[0].length - a[0].length);
  const lower = lowerInPlace(text);
  for (const [word, plain] of longestFirst)
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      const end = at + word.length;
      const isWhole = !isLetter(text[at - 1]) && !isLetter(text[end]);
      const isTaken = found.some((one) => at < one.end && end > one.start);
      if (isWhole && !isTaken)
        found.push({ kind, start: at, end, text: text.slice(at, end), proposal: plain });
    }
  return found;
}

/** Lower case letter by letter, so that offsets stay: a Turkish İ would become two. */
function lowerInPlace(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}-]/u.test(character);
}

/** Capitals that are no known word: `SN`, `DOA`. In a text all in capitals they tell nothing. */
function capitals(text: string, rules: WordRules): PlainWordsFinding[] {
  if (!/\p{Ll}/u.test(text)) return [];
  return [...text.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}{2,6}(?![\p{L}\p{N}-])/gu)]
    .filter((match) => !rules.knownCapitals.includes(match[0]))
    .map((match) => finding('abbreviation', match, null));
}

function finding(
  kind: PlainWordsKind,
  match: RegExpMatchArray,
  proposal: string | null,
): PlainWordsFinding {
  const start = match.index ?? 0;
  return { kind, start, end: start + match[0].length, text: match[0], proposal };
}

function doubleNegations(text: string, rules: WordRules): PlainWordsFinding[] {
  const known = listed(text, 'double-negation', rules.doubleNegations);
  const pairs = [...text.matchAll(rules.negationPair)]
    .map((match) => finding('double-negation', match, null))
    .filter((one) => known.every((other) => one.start >= other.end || one.end <= other.start));
  return [...known, ...pairs];
}

/** Sentences in which several things are done by nobody. */
function passiveChains(text: string, rules: WordRules): PlainWordsFinding[] {
  return sentencesOf(text).flatMap((sentence) => {
    const passives = [...sentence.text.matchAll(rules.passive)];
    if (passives.length < rules.passivesTogether) return [];
    return passives.map((match) => {
      const one = finding('passive', match, rules.activeOf(match[0]));
      return { ...one, start: one.start + sentence.start, end: one.end + sentence.start };
    });
  });
}

const policyParts: readonly PolicyPart[] = ['length', 'covers', 'excludes', 'claim'];

/**
 * Reads a text (a guarantee's policy) as a buyer would: sentences over 20 words, words of contracts,
 * abbreviations, double negations, chains of passives, each with a friendlier proposal, and which
 * parts of a policy it does not say. Knows words, not meaning: it advises and never forbids.
 */
export function checkPlainWords(text: string, language: 'id' | 'en'): PlainWords {
  const rules = language === 'id' ? indonesianRules : englishRules;
  const abbreviations = listed(text, 'abbreviation', rules.abbreviations);
  const findings = [
    ...longSentences(text, rules),
    ...listed(text, 'jargon', rules.jargon),
    ...abbreviations,
    ...capitals(text, rules).filter(
      (one) => !abbreviations.some((other) => one.start < other.end && one.end > other.start),
    ),
    ...doubleNegations(text, rules),
    ...passiveChains(text, rules),
  ];
  return {
    findings: findings.sort((a, b) => a.start - b.start || a.end - b.end),
    missing: policyParts.filter((part) => !rules.parts[part].test(text)),
  };
}
