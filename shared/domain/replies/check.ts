import type { Language } from '../../contract/settings.ts';
import { hasName, hasPrivateWay, hasRegret, hasSignature, hasThanks } from './check-parts.ts';
import { type PhraseKey, phrasesOf } from './check-phrases.ts';
import {
  countWords,
  detailsOf,
  isTooLong,
  personalDataOf,
  shoutsOf,
  spotsOf,
} from './check-shape.ts';
import { type Spot, unfilledFields } from './merge.ts';

/** `stop`: would do harm as it stands. `warn`: would be better otherwise. */
const severities = {
  unfilled: 'stop',
  defensive: 'stop',
  excuse: 'stop',
  proves: 'stop',
  'invites-argument': 'stop',
  'personal-data': 'stop',
  shouting: 'stop',
  'too-long': 'warn',
  'too-detailed': 'warn',
  'over-promises': 'warn',
  'no-name': 'warn',
  'no-thanks': 'warn',
  'no-apology': 'warn',
  'no-contact': 'warn',
  'no-signature': 'warn',
} as const;

export type FindingKey = keyof typeof severities;

/** What is not good about a reply; its words are `reply.finding.<key>` of the locale. */
export interface Finding {
  readonly key: FindingKey;
  readonly severity: 'stop' | 'warn';
  /** Where it was found, in the order of the text; empty: it is about the whole, or about what is missing. */
  readonly spots: readonly Spot[];
}

export interface ReplyFacts {
  readonly language: Language | 'auto';
  /** Empty or absent: nobody knows it, so it is not missed. */
  readonly customerName?: string;
  readonly replyName: string;
  readonly replyContact: string;
  /** Read by everybody: shorter, and without what is the customer's own. */
  readonly isPublic: boolean;
  /** Stars of the review that is answered; from four up there is nothing to be sorry for. */
  readonly rating?: number | null;
}

export interface ReplyCheck {
  readonly findings: readonly Finding[];
  readonly words: number;
  /** Nothing was found. */
  readonly isGood: boolean;
}

const AWAY =
  /(?<!\p{L})(?:wa|whatsapp|dm|inbox|chat|telepon|email|pesan|nomor|hubungi|message|call|write|reach|direct)(?!\p{L})/iu;

function sentenceAround(text: string, { start, end }: Spot): string {
  const from = Math.max(...['.', '!', '?', '\n'].map((mark) => text.lastIndexOf(mark, start - 1)));
  const rest = /[.!?\n]/.test(text[end - 1] ?? '') ? 0 : text.slice(end).search(/[.!?\n]/);
  return text.slice(from + 1, rest < 0 ? text.length : end + rest);
}

function inOrder(spots: readonly Spot[]): Spot[] {
  const sorted = [...spots].sort((one, other) => one.start - other.start || other.end - one.end);
  return sorted.filter((spot, index) => {
    const before = sorted[index - 1];
    return before === undefined || spot.start >= before.end;
  });
}

function phraseSpots(text: string, facts: ReplyFacts, key: PhraseKey): Spot[] {
  return phrasesOf(facts.language).flatMap((phrases) => spotsOf(text, phrases[key]));
}

function saidSpots(text: string, facts: ReplyFacts): [FindingKey, readonly Spot[]][] {
  const said = (key: PhraseKey) => phraseSpots(text, facts, key);
  // What is asked in front of everybody, unless the same sentence leads elsewhere.
  const asked = facts.isPublic
    ? said('asks-in-public').filter((spot) => {
        const sentence = sentenceAround(text, spot);
        return !AWAY.test(sentence) && !hasPrivateWay(sentence, facts.replyContact, true);
      })
    : [];
  const names = [facts.customerName ?? '', facts.replyName];
  return [
    ['unfilled', unfilledFields(text)],
    ['defensive', said('defensive')],
    ['excuse', said('excuse')],
    ['proves', said('proves')],
    ['invites-argument', [...said('invites-argument'), ...asked]],
    ['personal-data', facts.isPublic ? personalDataOf(text, facts.replyContact) : []],
    ['shouting', shoutsOf(text, names)],
    ['over-promises', said('over-promises')],
  ];
}

function missing(text: string, facts: ReplyFacts): FindingKey[] {
  const { customerName = '', replyName, replyContact, isPublic, rating = null } = facts;
  const isPraise = rating !== null && rating >= 4;
  const found: FindingKey[] = [];
  if (customerName.trim() !== '' && !hasName(text, customerName)) found.push('no-name');
  if (!hasThanks(text)) found.push('no-thanks');
  if (!isPraise && !hasRegret(text)) found.push('no-apology');
  if (!isPraise && !hasPrivateWay(text, replyContact, isPublic)) found.push('no-contact');
  if (!hasSignature(text, replyName)) found.push('no-signature');
  return found;
}

/**
 * Reads a reply as its receiver would: is it short, without excuse, proof or quarrel, does it name,
 * thank and regret, and where does it go on in private. Pure; both languages.
 */
export function checkReply(text: string, facts: ReplyFacts): ReplyCheck {
  const words = countWords(text);
  if (words === 0) return { findings: [], words, isGood: false };
  const found = new Map<FindingKey, readonly Spot[]>();
  for (const [key, spots] of saidSpots(text, facts))
    if (spots.length > 0) found.set(key, inOrder(spots));
  if (isTooLong(words, facts.isPublic)) found.set('too-long', []);
  const details = detailsOf(text);
  if (details !== null) found.set('too-detailed', inOrder(details));
  for (const key of missing(text, facts)) found.set(key, []);
  const keys = Object.keys(severities) as FindingKey[];
  const findings = keys.flatMap((key): Finding[] => {
    const spots = found.get(key);
    return spots === undefined ? [] : [{ key, severity: severities[key], spots }];
  });
  return { findings, words, isGood: findings.length === 0 };
}
