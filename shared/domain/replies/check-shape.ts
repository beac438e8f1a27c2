import type { Spot } from './merge.ts';

/** Most words of a reply that is still read to its end; a public one is read by strangers. */
const MOST_WORDS = { private: 90, public: 70 } as const;
const MOST_SENTENCES = 6;
/** Numbers, days and times of day before a reply turns into a report. */
const MOST_FIGURES = 4;
const MOST_STEPS = 3;

const PHONE = /(?<![\p{L}\d])\+?\d(?:[\s().-]?\d){7,14}(?!\d)/gu;
// Bounded, so that no text makes it slow.
const EMAIL = /(?<![^\s@,;])[^\s@,;]{1,64}@[^\s@,;]{1,255}\.\p{L}{2,24}/gu;
const FIGURES =
  /(?:rp\.?\s*|idr\s*|[$€£]\s*)?\d+(?:[.,:/-]\d+)*(?:\s*(?:jt|juta|rb|ribu|kg|gr|ml|%|persen|percent|am|pm|wib|wita|wit))?/giu;
const STEPS =
  /(?<!\p{L})(?:pertama|kedua|ketiga|keempat|kemudian|lalu|setelah itu|sesudah itu|selanjutnya|akhirnya|firstly|first|secondly|second|third|then|next|after that|afterwards|finally)(?!\p{L})/giu;
const LIST = /^\s*(?:[-*•–]|\d{1,2}[.)]|[a-e][.)])\s+\S/gmu;
const AMOUNT = /(?<!\p{L})(?:rp\.?|idr|usd|[$€£])\s*\d[\d.,]*(?:\s*(?:rb|ribu|jt|juta))?/giu;
const ORDER =
  /(?<!\p{L})(?:nota|pesanan|order|invoice|faktur|resi|transaksi|keluhan|complaint|receipt|tracking)\s*(?:no\.?|nomor|number|id|kode|#|:)*\s*#?[\p{L}-]{0,6}\d[\p{L}\d-]{2,}/giu;
const STREET =
  /(?<!\p{L})(?:jl\.?|jalan|gang|gg\.)\s+\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)*(?:\s+no\.?\s*\d+)?/gu;

/** Every place where a pattern is found. */
export function spotsOf(text: string, pattern: RegExp): Spot[] {
  return [...text.matchAll(pattern)].flatMap(({ index, 0: whole }) => {
    const lead = whole.length - whole.trimStart().length;
    const found = whole.trim();
    return found === '' ? [] : [{ start: index + lead, end: index + lead + found.length }];
  });
}

/** Words: anything between spaces that holds a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

/** Sentences; a signature of up to four words at the end is none. */
function sentencesOf(text: string): string[] {
  const all = text
    .replace(
      /(?<!\p{L})(?:bpk|bp|sdr|sdri|dr|drs|ir|hj|h|tn|ny|mr|mrs|ms|no|jl|rp|st)\./giu,
      (short) => short.slice(0, -1),
    )
    .split(/[.!?…]+(?=\s|$)|\n+/u)
    .map((one) => one.trim())
    .filter((one) => /\p{L}/u.test(one));
  const last = all.at(-1);
  return last !== undefined && countWords(last) <= 4 ? all.slice(0, -1) : all;
}

/** Spots outside of what is excluded. */
function outside(spots: readonly Spot[], excluded: readonly Spot[]): Spot[] {
  return spots.filter(({ start, end }) =>
    excluded.every((other) => end <= other.start || start >= other.end),
  );
}

function reaches(text: string): Spot[] {
  return [...spotsOf(text, PHONE), ...spotsOf(text, EMAIL)];
}

export function isTooLong(words: number, isPublic: boolean): boolean {
  return words > (isPublic ? MOST_WORDS.public : MOST_WORDS.private);
}

/** What makes a reply too detailed, or null: a list, many sentences, piled-up figures or steps. */
export function detailsOf(text: string): Spot[] | null {
  const list = spotsOf(text, LIST);
  if (list.length >= 2) return list;
  const figures = outside(spotsOf(text, FIGURES), reaches(text));
  if (figures.length > MOST_FIGURES) return figures;
  const steps = spotsOf(text, STEPS);
  if (steps.length > MOST_STEPS) return steps;
  return sentencesOf(text).length > MOST_SENTENCES ? [] : null;
}

/** Words in capitals, and marks in a row. Names written so are none, nor short ones such as BPOM. */
export function shoutsOf(text: string, names: readonly string[]): Spot[] {
  const own = new Set(names.flatMap((name) => name.toUpperCase().split(/[^\p{L}]+/u)));
  const loud = spotsOf(text, /(?<![\p{L}\d])\p{Lu}{3,}(?:\s+\p{Lu}{2,})*(?![\p{L}\d])/gu).filter(
    ({ start, end }) => {
      const words = text
        .slice(start, end)
        .split(/\s+/)
        .filter((word) => !own.has(word));
      const isLong = words.some((word) => word.length >= 5 && /[AIUEO]/.test(word));
      return isLong || words.filter((word) => word.length >= 3).length >= 2;
    },
  );
  return [...loud, ...spotsOf(text, /!{2,}|\?{2,}|[!?]{3,}|\?!|!\?/g)];
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '').replace(/^(?:62|0)+/, '');
}

/** What everybody would read about the customer: numbers, addresses, orders, amounts. */
export function personalDataOf(text: string, ownContact: string): Spot[] {
  const own = digitsOf(ownContact);
  const foreign = reaches(text).filter(({ start, end }) => {
    const found = text.slice(start, end);
    if (found.includes('@')) return !ownContact.toLowerCase().includes(found.toLowerCase());
    return own === '' || !digitsOf(found).includes(own);
  });
  const said = [AMOUNT, ORDER, STREET].flatMap((pattern) => spotsOf(text, pattern));
  return [...foreign, ...outside(said, reaches(text))];
}

/** Whether a phone number or an e-mail address stands in the text. */
export function holdsReach(text: string): boolean {
  return reaches(text).length > 0;
}
