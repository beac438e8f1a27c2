import { type NameLikeness, nameLikeness } from './name-likeness.ts';
import type { Person } from './person.ts';

/** What speaks for two being one person, the strongest first. */
export const sameReasons = [
  'code',
  'phone',
  'email',
  'name',
  'nameNear',
  'namePart',
  'birthday',
  'street',
  'city',
] as const;
export type SameReason = (typeof sameReasons)[number];

/** How sure it is: `certain` may be done without asking, the others are asked. */
export const sureties = ['certain', 'likely', 'possible'] as const;
export type Surety = (typeof sureties)[number];

export interface Likeness {
  readonly score: number;
  /** Null: nothing to ask about. */
  readonly surety: Surety | null;
  readonly reasons: readonly SameReason[];
}

/** How usual what they share is, in the whole shop. */
export interface Usualness {
  /** How many have that phone or e-mail. */
  sharing(key: string): number;
  /** How many bear that name, by its words in one order. */
  named(sorted: string): number;
}

/** Nobody else is known. */
export const alone: Usualness = { sharing: () => 2, named: () => 1 };

/** More than so many share a phone where it is the shop's own, or a family's. */
const mostSharing = 3;
/** So many of one name, and it says little. */
const mostNamed = 4;

const POINTS = { code: 55, phone: 50, email: 48, shared: 14, birthday: 26, birthdayNoYear: 12 };
const PLACES = { street: 22, city: 6 };
const AGAINST = { birthday: -35, gender: -25, city: -8, name: -26, trade: -24 };
const ATLEAST = { certain: 75, certainByKey: 63, likely: 34, possible: 20 };

const NAME_POINTS: Readonly<Record<NameLikeness, number>> = {
  same: 30,
  near: 25,
  part: 20,
  other: AGAINST.name,
  unknown: 0,
};
const NAME_REASONS: Readonly<Partial<Record<NameLikeness, SameReason>>> = {
  same: 'name',
  near: 'nameNear',
  part: 'namePart',
};

function isFull({ words, joined }: Person): boolean {
  return words.length > 1 && joined.length >= 7;
}

/** A name of one word, or one that many bear, says less. */
function nameScore(a: Person, b: Person, likeness: NameLikeness, usual: Usualness): number {
  const points = NAME_POINTS[likeness];
  if (points <= 0) return points;
  const least = isFull(a) && isFull(b) ? points : points * 0.6;
  const isCommon = Math.max(usual.named(a.sorted), usual.named(b.sorted)) > mostNamed;
  return isCommon ? least * 0.5 : least;
}

function common(a: readonly string[], b: readonly string[]): string | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  return a.find((one) => b.includes(one));
}

/** What one key says by itself: the strongest of those they share. */
function keyScore(a: Person, b: Person, usual: Usualness, reasons: SameReason[]) {
  let score = 0;
  let isStrong = false;
  for (const [reason, one, other] of [
    ['code', a.codes, b.codes],
    ['phone', a.phones, b.phones],
    ['email', a.emails, b.emails],
  ] as const) {
    const key = common(one, other);
    if (key === undefined) continue;
    const isShared = usual.sharing(key) > mostSharing;
    reasons.push(reason);
    score += isShared ? POINTS.shared : POINTS[reason];
    isStrong ||= !isShared;
  }
  return { score, isStrong };
}

function hasYear(day: string): boolean {
  return day >= '1880';
}

function birthdayScore(a: Person, b: Person): number {
  const [one, other] = [a.birthdayOn, b.birthdayOn];
  if (one === null || other === null) return 0;
  const isFullDay = hasYear(one) && hasYear(other);
  if (one.slice(5) !== other.slice(5)) return isFullDay ? AGAINST.birthday : AGAINST.birthday / 2;
  if (!isFullDay) return POINTS.birthdayNoYear;
  return one === other ? POINTS.birthday : AGAINST.birthday;
}

function placeScore(a: Person, b: Person, reasons: SameReason[]): number {
  let score = 0;
  const isApart = a.city !== '' && b.city !== '' && a.city !== b.city;
  if (a.street !== '' && a.street === b.street && !isApart) {
    reasons.push('street');
    score += PLACES.street;
  }
  if (isApart) return score + AGAINST.city;
  if (a.city === '' || a.city !== b.city) return score;
  reasons.push('city');
  return score + PLACES.city;
}

/** A key nobody else has, with a name that goes with it; or the whole name, the day of birth and the place. */
function suretyOf(
  score: number,
  { isStrong, name, birthday }: { isStrong: boolean; name: NameLikeness; birthday: number },
): Surety | null {
  if (score < ATLEAST.possible) return null;
  const isNamed = name === 'same' || name === 'near' || name === 'part';
  const isKnown = isStrong ? isNamed : name === 'same' && birthday === POINTS.birthday;
  const certain = isStrong ? ATLEAST.certainByKey : ATLEAST.certain;
  if (isKnown && birthday >= 0 && score >= certain) return 'certain';
  // Two names on one phone are a family more often than one person.
  return score >= ATLEAST.likely && name !== 'other' ? 'likely' : 'possible';
}

/** Both names say what kind of shop they are, and not the same: `Kedai Senja` and `Hotel Senja`. */
function areOtherTrades(a: Person, b: Person): boolean {
  if (a.trades.length === 0 || b.trades.length === 0) return false;
  return common(a.trades, b.trades) === undefined;
}

/** How alike two are, with all that speaks for it and against. */
export function likenessOf(a: Person, b: Person, usual: Usualness = alone): Likeness {
  const reasons: SameReason[] = [];
  const key = keyScore(a, b, usual, reasons);
  const name = nameLikeness(a, b);
  // `Kedai Senja` and `Hotel Senja` tell the same, and are not called the same.
  const isCalledSo = name !== 'same' || a.called === b.called;
  const nameReason = NAME_REASONS[isCalledSo ? name : 'near'];
  if (nameReason !== undefined) reasons.push(nameReason);
  const birthday = birthdayScore(a, b);
  if (birthday > 0) reasons.push('birthday');
  const place = placeScore(a, b, reasons);
  const isOtherGender = a.gender !== null && b.gender !== null && a.gender !== b.gender;
  const gender = isOtherGender ? AGAINST.gender : 0;
  const trade = areOtherTrades(a, b) ? AGAINST.trade : 0;
  const against = gender + trade;
  const score = Math.round(key.score + nameScore(a, b, name, usual) + birthday + place + against);
  // Without a name that goes with it, a place or a birthday alone is a family or an accident.
  const isGround = key.score > 0 || nameReason !== undefined;
  const surety = isGround ? suretyOf(score, { isStrong: key.isStrong, name, birthday }) : null;
  return { score, surety: against < 0 && surety === 'certain' ? 'likely' : surety, reasons };
}
