import type { Cell } from '../cell.ts';
import { callingCodeOf, PHONE_REGIONS, regionOfCode } from './calling-codes.ts';
import { LONGEST_VALUE } from './longest.ts';
import { isMasked } from './names.ts';
import { isBlankText } from './number-text.ts';

/** Why a cell, or one of the numbers in it, was not taken. */
export type PhoneProblem = 'damaged' | 'masked' | 'not-a-phone';

/** Every number of a cell in E.164, and the first problem met; both may be there. */
export interface PhoneReading {
  readonly phones: readonly string[];
  readonly problem: PhoneProblem | null;
}

/** Direction and joining marks that come along when a number is copied out of a chat. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const NONE: PhoneReading = { phones: [], problem: null };
const SCIENTIFIC = /^[+\-'=]*\d+([.,]\d+)?E[+-]?\d+$/i;
const NO_PHONE = /^(0+|tidak ada|tdk ada|tidak punya|none|null|n\/?a|kosong|nihil)$/i;
const SPLIT = /\s*(?:[/\\,;|\n\r&]|:::|\bdan\b|\batau\b|\band\b|\bor\b)+\s*/i;
const EXTENSION =
  /[\s,;]*(?:\bext(?:ension|n)?|\bpes(?:awat)?|(?<=\d)\s*x(?=\s*\d)|#)[\s.:]*\d{1,6}\s*$/i;

/**
 * Indonesian national numbers without the trunk zero (numbering plan, Kominfo PM 14/2018):
 * mobiles, landlines with their area code, and the services a customer may be called on.
 */
function isIndonesian(national: string): boolean {
  if (/^8[1-35-9]\d{7,10}$/.test(national)) return true;
  if (/^(?:2[124]|31|61)\d{5,8}$/.test(national)) return true;
  if (/^(?:2[235-9]|3[2-8]|4\d|5[1-7]|6[2-9]|7\d|9\d)\d{6,9}$/.test(national)) return true;
  return /^(?:800\d{5,7}|80[479]\d{7}|1500\d{3}|177\d{6,8})$/.test(national);
}

function isNational(code: string, national: string): boolean {
  if (code === '62') return isIndonesian(national);
  const known = regionOfCode(code);
  if (known === null) return national.length >= 6 && national.length + code.length <= 15;
  return national.length >= known.min && national.length <= known.max;
}

function fromInternational(digits: string): string | null {
  const code = callingCodeOf(digits);
  let national = digits.slice(code.length);
  // `+62 (0)812…` and `+62-0812…`: the trunk zero has no place after a country code.
  if (regionOfCode(code)?.trunk === '0') national = national.replace(/^0/, '');
  return isNational(code, national) ? `+${code}${national}` : null;
}

function fromNational(digits: string, country: string): string | null {
  const own = PHONE_REGIONS[country] ?? PHONE_REGIONS.ID;
  if (own === undefined) return null;
  if (own.trunk === '0' && digits.startsWith('0')) {
    const national = digits.slice(1);
    return isNational(own.code, national) ? `+${own.code}${national}` : null;
  }
  if (digits.startsWith(own.code)) {
    const international = fromInternational(digits);
    if (international !== null) return international;
  }
  // A lost leading zero. Shorter than nine digits it is a local number whose area nobody knows.
  if (own.code === '62' && digits.length < 9 && !digits.startsWith('1500')) return null;
  return isNational(own.code, digits) ? `+${own.code}${digits}` : null;
}

/** One number in any usual form, or null. */
function readOne(text: string, country: string): string | null {
  // Words around a number say whose it is (`HP:`, `(istri)`); letters inside one are a typing error.
  const bare = text
    .replace(/^[='"\s]+(?=[+\d(])/, '')
    .replace(/\([^)\d]*\)/g, ' ')
    .replace(/(^|[^\p{L}\d])\p{L}[\p{L}.:]*(?=[^\p{L}\d]|$)/gu, '$1 ')
    .trim();
  if (!/^[+(]*\d[\d\s()\-.–—‐‑\u00a0:]*$/u.test(bare.replace(/[:\s]+(?=[+\d(])/g, ' ').trim())) {
    return null;
  }
  const plus = /^[^\d]*\+/.test(bare);
  const digits = bare.replace(/\D/g, '');
  if (plus) return fromInternational(digits);
  if (digits.startsWith('00')) return fromInternational(digits.slice(2));
  return fromNational(digits, country);
}

/** `8.12E+11` written out: twelve or more digits that end in six zeros are what Excel left over. */
function isFlattened(text: string): boolean {
  return /^\+?[1-9]\d{4,}0{6}$/.test(text) && text.length >= 11;
}

function problemOf(text: string): PhoneProblem {
  if (SCIENTIFIC.test(text) || isFlattened(text)) return 'damaged';
  return isMasked(text) || /\d\s*[xX]{3,}/.test(text) ? 'masked' : 'not-a-phone';
}

function readPart(part: string, country: string): readonly string[] | PhoneProblem {
  const text = part.replace(EXTENSION, '').trim();
  const problem = problemOf(text);
  if (problem !== 'not-a-phone') return problem;
  // A single star is somebody's mark.
  const phone = readOne(text.replace(/^\*|\*$/g, ''), country);
  if (phone !== null) return [phone];
  // Two whole numbers with only a space between them.
  const apart = text.split(/\s+/).map((piece) => readOne(piece, country));
  const whole = apart.filter((piece) => piece !== null);
  return whole.length > 1 && whole.length === apart.length ? whole : 'not-a-phone';
}

/** `081234500006/07`: the next number of the same person, of which only the end is written. */
function readTail(part: string, before: string | undefined, country: string): string[] {
  if (before === undefined || !/^\d{1,3}$/.test(part)) return [];
  const phone = readOne(`${before.slice(0, -part.length)}${part}`, country);
  return phone === null ? [] : [phone];
}

/**
 * Reads every telephone number of a cell as E.164. `country` (ISO 3166, such as `ID`) is where
 * numbers without a country code belong. Numbers that a spreadsheet damaged (`6.28123E+12`) and
 * masked ones are named and never given out.
 */
export function readPhones(cell: Cell, country: string): PhoneReading {
  if (cell === null) return NONE;
  if (typeof cell === 'boolean') return { phones: [], problem: 'not-a-phone' };
  if (typeof cell === 'number') {
    if (cell === 0) return NONE;
    if (!Number.isSafeInteger(cell) || cell < 0) return { phones: [], problem: 'not-a-phone' };
  }
  const text = String(cell).replace(INVISIBLE, '').trim();
  if (isBlankText(text) || NO_PHONE.test(text)) return NONE;
  if (text.length > LONGEST_VALUE) return { phones: [], problem: 'not-a-phone' };
  if (SCIENTIFIC.test(text)) return { phones: [], problem: 'damaged' };
  const phones: string[] = [];
  let problem: PhoneProblem | null = null;
  for (const part of text.split(SPLIT)) {
    if (part === '') continue;
    const tail = readTail(part, text.includes('/') ? phones.at(-1) : undefined, country);
    const found = tail.length > 0 ? tail : readPart(part, country);
    if (typeof found === 'string') problem ??= found;
    else for (const phone of found) if (!phones.includes(phone)) phones.push(phone);
  }
  return { phones, problem };
}

/** Digits of an E.164 number without `+`. */
export function phoneDigits(e164: string): string {
  return e164.replace(/\D/g, '');
}

/** Address that opens a WhatsApp chat: digits with country code, no `+`, no leading zero; `text` stands in it unsent. */
export function waLink(e164: string, text = ''): string {
  const chat = `https://wa.me/${phoneDigits(e164)}`;
  return text === '' ? chat : `${chat}?text=${encodeURIComponent(text)}`;
}

function grouped(digits: string, ...sizes: readonly number[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(digits.slice(at, at + size));
    at += size;
  }
  if (at < digits.length) parts.push(digits.slice(at));
  return parts.filter((part) => part !== '').join('-');
}

function indonesianGroups(national: string): string {
  if (/^8[1-35-9]/.test(national)) {
    const middle = national.length <= 9 ? 3 : 4;
    return grouped(national, 3, middle);
  }
  if (/^1500/.test(national)) return grouped(national, 1, 3);
  const area = /^(?:2[124]|31|61)/.test(national) ? 2 : 3;
  return grouped(national, area, national.length - area <= 7 ? 3 : 4);
}

function genericGroups(national: string): string {
  const size = national.length;
  if (size <= 4) return national;
  if (size <= 8) return `${national.slice(0, size - 4)} ${national.slice(size - 4)}`;
  const first = size - 4 - 3;
  return `${national.slice(0, first)} ${national.slice(first, first + 3)} ${national.slice(first + 3)}`;
}

/**
 * An E.164 number for people. `national`: `0812-3456-7890`, `021-555-1234` (foreign numbers keep
 * their country code); `international`: `+62 812-3456-7890`.
 */
export function formatPhone(e164: string, style: 'national' | 'international'): string {
  const digits = phoneDigits(e164);
  const code = callingCodeOf(digits);
  const national = digits.slice(code.length);
  if (code !== '62') return `+${code} ${genericGroups(national)}`;
  const groups = indonesianGroups(national);
  if (style === 'international') return `+62 ${groups}`;
  return national.startsWith('1') ? groups : `0${groups}`;
}

/**
 * Digits to look for inside E.164 digits, from what a person types in any format: `0812…`, `62812…`,
 * `+62 812`, `812…` all give `812…`; the last four digits stay as they are. Empty without digits.
 */
export function phoneSearchDigits(text: string, country = 'ID'): string {
  const digits = text.replace(/\D/g, '');
  const own = PHONE_REGIONS[country] ?? PHONE_REGIONS.ID;
  if (own === undefined || digits === '') return digits;
  const plus = /^\s*\+/.test(text);
  const bare = digits.startsWith('00') && digits.length > 5 ? digits.slice(2) : digits;
  const international = plus || bare !== digits;
  if (bare.startsWith(own.code) && (international || bare.length >= 5)) {
    return bare.slice(own.code.length).replace(own.trunk === '0' ? /^0/ : /^$/, '');
  }
  if (international) return bare;
  // `0118` may be somebody's last four digits; without its zero it still finds them.
  return own.trunk === '0' ? bare.replace(/^0/, '') : bare;
}
