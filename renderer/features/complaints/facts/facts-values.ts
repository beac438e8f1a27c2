import type { ComplaintFacts } from '#shared/contract/complaints-facts.ts';
import { isIsoDate } from '#shared/domain/calendar/dates.ts';
import { instantOf, localDay, localTime, noonOf } from '#shared/domain/calendar/zone-time.ts';
import type { CustomerId } from '#shared/ids.ts';

/** What the form holds: the facts, with the moment as a day and a time of the shop's wall. */
export interface FactsValues extends Omit<ComplaintFacts, 'receivedAt' | 'hasTime' | 'handledBy'> {
  readonly customerName: string | null;
  readonly productName: string | null;
  readonly handledBy: string;
  /** It is being heard right now: day and time are not asked. */
  readonly isNow: boolean;
  readonly day: string | null;
  /** `HH:MM`; empty: not known. */
  readonly time: string;
}

const MOST_TITLE = 60;

/** A title from the first words: the first sentence, cut where a word ends. */
export function proposeTitle(words: string): string {
  const sentence = words.trim().split(/(?<=[.!?])\s|\n/, 1)[0] ?? '';
  const bare = sentence.replace(/^["'“”‘’]+|[.!?,;:"'“”‘’\s]+$/gu, '');
  if (bare.length <= MOST_TITLE) return bare;
  const cut = bare.slice(0, MOST_TITLE + 1).replace(/\s+\S*$/, '');
  return `${cut.slice(0, MOST_TITLE).replace(/[.,;:\s]+$/, '')}…`;
}

/** An empty form, for a customer or for nobody yet. */
export function emptyFacts(customerId: CustomerId | null, today: string): FactsValues {
  return {
    kind: 'customer',
    customerId,
    customerName: null,
    channel: 'whatsapp',
    severity: 'medium',
    title: '',
    words: '',
    productId: null,
    productName: null,
    saleId: null,
    handledBy: '',
    isNow: true,
    day: today,
    time: '',
  };
}

/** What was written down, as the form shows it. */
export function valuesOf(
  facts: ComplaintFacts,
  names: { readonly customer: string | null; readonly product: string | null },
  timeZone: string,
): FactsValues {
  const { receivedAt, hasTime, handledBy, ...rest } = facts;
  return {
    ...rest,
    customerName: names.customer,
    productName: names.product,
    handledBy: handledBy ?? '',
    isNow: false,
    day: localDay(receivedAt, timeZone),
    time: hasTime ? localTime(receivedAt, timeZone) : '',
  };
}

/** `HH:MM` of the day, or not. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The form as the contract wants it; `receivedAt` null: now. */
export function factsOf(values: FactsValues, timeZone: string) {
  const { customerName, productName, isNow, day, time, handledBy, ...rest } = values;
  const title = values.title.trim() === '' ? proposeTitle(values.words) : values.title.trim();
  const facts = { ...rest, title, handledBy: handledBy.trim() === '' ? null : handledBy.trim() };
  if (isNow || day === null || !isIsoDate(day)) {
    return { ...facts, receivedAt: null, hasTime: true };
  }
  const hasTime = isTime(time);
  const receivedAt = hasTime ? instantOf(day, time, timeZone) : noonOf(day, timeZone);
  return { ...facts, receivedAt, hasTime };
}
