import { isCurrencyCode } from '../currency.ts';
import {
  readCompensation,
  readComplaintKind,
  readComplaintState,
  readSeverity,
} from '../vocabulary/complaint-words.ts';
import { readCustomerKind, readGender } from '../vocabulary/customer-words.ts';
import {
  readChannel,
  readDirection,
  readOutcome,
  readTopic,
} from '../vocabulary/interaction-words.ts';
import { readStanding } from '../vocabulary/product-words.ts';
import { readSaleStatus } from '../vocabulary/sale-words.ts';
import { fieldType, type ImportField, type WordType } from './fields.ts';
import type { ColumnSummary } from './summary.ts';

/** Share of the filled cells that are numbers, 0–1. */
export function numericShare(summary: ColumnSummary): number {
  if (summary.filled === 0) return 0;
  return (summary.numbers.text + summary.numbers.typed) / summary.filled;
}

function dateShare(summary: ColumnSummary): number {
  if (summary.filled === 0) return 0;
  const { dates } = summary;
  const written =
    dates.iso + dates.compact + dates.named + dates.dayFirst + dates.monthFirst + dates.either;
  return Math.max(written + dates.yearFirst, dates.serialLike) / summary.filled;
}

/** Whether most values are single words with digits in them, as identifiers are. */
export function looksLikeCodes(summary: ColumnSummary): boolean {
  const { values } = summary;
  if (values.length === 0) return false;
  const codes = values.filter((value) => /^[\p{L}\d\-_./#]+$/u.test(value) && /\d/.test(value));
  return codes.length >= values.length * 0.8;
}

/** Whether numbers look like money: a currency mark, groups, `rb`/`jt`, or hundreds and more. */
export function looksLikeAmounts(summary: ColumnSummary, currency: string): boolean {
  const { numbers } = summary;
  const { shapes } = numbers;
  if (numbers.withCurrency + numbers.withPower > 0) return true;
  if ((shapes['dot-groups'] ?? 0) + (shapes['comma-groups'] ?? 0) > 0) return true;
  if ((shapes['dots-comma'] ?? 0) + (shapes['commas-dot'] ?? 0) > 0) return true;
  const grouped = (shapes['dot-3'] ?? 0) + (shapes['comma-3'] ?? 0);
  if (grouped > summary.filled * 0.5) return true;
  const max = numbers.max ?? 0;
  if (currency === 'IDR') return max >= 5_000 && (numbers.min ?? 0) >= 0;
  return numbers.decimals > summary.filled * 0.5;
}

/** Whether numbers look like counts of pieces. */
export function looksLikeCounts(summary: ColumnSummary, currency: string): boolean {
  if (numericShare(summary) < 0.9 || looksLikeAmounts(summary, currency)) return false;
  return summary.numbers.decimals <= summary.filled * 0.3;
}

function byShare(share: number, enough: number): number {
  if (share >= enough) return 1;
  return share >= enough * 0.4 ? 0.2 : -1;
}

function valuesThat(summary: ColumnSummary, reads: (value: string) => boolean): number {
  const { values } = summary;
  return values.length === 0 ? 0 : values.filter(reads).length / values.length;
}

const WORDS: Readonly<Record<WordType, (text: string) => unknown>> = {
  complaintStatus: readComplaintState,
  complaintKind: readComplaintKind,
  severity: readSeverity,
  compensation: readCompensation,
  channel: readChannel,
  direction: readDirection,
  topic: readTopic,
  outcome: readOutcome,
};

function wordFit(summary: ColumnSummary, type: WordType): number {
  return byShare(
    valuesThat(summary, (value) => WORDS[type](value) !== null),
    0.5,
  );
}

function nameFit(summary: ColumnSummary): number {
  if (summary.masked > summary.filled * 0.5) return -0.3;
  if (looksLikeCodes(summary) || numericShare(summary) > 0.8) return -0.8;
  if (summary.phones + summary.emails > summary.filled * 0.5 || dateShare(summary) > 0.5) return -1;
  return summary.words > summary.filled * 0.5 ? 0.8 : 0;
}

function codeFit(summary: ColumnSummary): number {
  if (looksLikeCodes(summary))
    return dateShare(summary) > 0.8 && summary.numbers.text === 0 ? -0.8 : 0.6;
  if (summary.numbers.typed > summary.filled * 0.8) return 0.4;
  if (summary.longest > 60) return -0.6;
  return summary.filled < summary.rows * 0.02 ? 0 : 0.1;
}

function textFit(summary: ColumnSummary, field: ImportField): number {
  const values = numericShare(summary);
  const isName = field === 'product.name' || field === 'product.unit';
  if (values > 0.8 || dateShare(summary) > 0.8) return isName ? -1 : -0.3;
  return summary.words > summary.filled * 0.5 ? 0.6 : 0.2;
}

/** Percentages go with discounts alone. */
function amountFit(summary: ColumnSummary): number {
  return summary.numbers.percent > summary.filled * 0.5 ? -1 : numberFit(summary);
}

function numberFit(summary: ColumnSummary): number {
  const share = numericShare(summary);
  if (share < 0.7) return share > 0.3 ? 0 : -1;
  return dateShare(summary) > 0.8 && summary.dates.compact > 0 ? -0.5 : 0.7;
}

/** Fields whose values are words from a short list, and the share of them that speaks for the field. */
const known = {
  status: { reads: (value: string) => readSaleStatus(value) !== null, enough: 0.5 },
  gender: { reads: (value: string) => readGender(value) !== null, enough: 0.8 },
  kind: { reads: (value: string) => readCustomerKind(value) !== null, enough: 0.6 },
  standing: { reads: (value: string) => readStanding(value) !== null, enough: 0.8 },
  currency: {
    reads: (value: string) => isCurrencyCode(value) || /^rp\.?$/i.test(value),
    enough: 0.8,
  },
};

function knownFit(summary: ColumnSummary, type: keyof typeof known): number {
  const { reads, enough } = known[type];
  return byShare(valuesThat(summary, reads), enough);
}

/**
 * How well a column's values go with a field: from -1 (they contradict it) over 0 (they say nothing)
 * to 1 (they could hardly be anything else).
 */
export function fitOf(field: ImportField, summary: ColumnSummary): number {
  if (summary.filled === 0) return 0;
  const type = fieldType(field);
  switch (type) {
    case 'phone':
      if (summary.masked > summary.filled * 0.5) return -0.3;
      return byShare((summary.phones + summary.damagedPhones) / summary.filled, 0.6);
    case 'email':
      return byShare((summary.emails + summary.masked) / summary.filled, 0.6);
    case 'date':
      return byShare(dateShare(summary), 0.7);
    case 'time':
      return byShare(summary.dates.times / summary.filled, 0.7);
    case 'number':
    case 'money':
      return amountFit(summary);
    case 'discount':
      return numberFit(summary);
    case 'status':
    case 'gender':
    case 'kind':
    case 'standing':
    case 'currency':
      return knownFit(summary, type);
    case 'compensation':
      return numericShare(summary) > 0.5 ? -1 : wordFit(summary, type);
    case 'outcome':
      // What does not read as an outcome is kept as part of the note.
      return Math.max(0, wordFit(summary, type));
    case 'complaintStatus':
    case 'complaintKind':
    case 'severity':
    case 'channel':
    case 'direction':
    case 'topic':
      return wordFit(summary, type);
    case 'name':
      return nameFit(summary);
    case 'code':
      // A phone number is no number that a shop gave out.
      return field === 'customer.externalId' && summary.phones > summary.filled * 0.8
        ? -0.5
        : codeFit(summary);
    case 'text':
      return textFit(summary, field);
    case 'own':
    case 'none':
      return 0;
  }
}
