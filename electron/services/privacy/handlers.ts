import { insertRow, openBatch } from '#db/history/journal.ts';
import { calledNow } from '#db/queries/customers/name.ts';
import { consentsOf } from '#db/queries/privacy/consents.ts';
import { erasedBy } from '#db/queries/privacy/erased-keys.ts';
import { erasable } from '#db/queries/privacy/erasures.ts';
import { erasedAgain, noteErasedAgain, recordEvent } from '#db/queries/privacy/events.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { phoneDigits, readPhones } from '#shared/domain/text/phone.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { listLog } from './log.ts';

async function readConsents(
  ctx: ReadContext,
  { customerId }: Parsed<'privacy.consents'>,
): Promise<Output<'privacy.consents'>> {
  const lines = await consentsOf(ctx.db, customerId);
  const offers = lines.find(({ purpose, holds }) => purpose === 'offers' && holds);
  if (offers === undefined) return { lines, mayWrite: 'never' };
  return { lines, mayWrite: offers.isGiven ? 'yes' : 'no' };
}

function refuse(path: string, problem: string): never {
  throw new AppFailure({ code: 'VALIDATION', issues: [{ path, problem }] });
}

/** One more line: what was said before stays as it was. */
async function addConsent(
  ctx: WriteContext,
  { customerId, facts }: Parsed<'privacy.addConsent'>,
): Promise<Output<'privacy.addConsent'>> {
  if (erasable(ctx.raw, customerId) === null) throw notFound('customer');
  const { purpose, words, isGiven, on, way, note } = facts;
  if (purpose === 'other' && words === '') refuse('facts.words', 'consent-words');
  if (on > ctx.today) refuse('facts.on', 'said-later');
  const at = ctx.clock.instant();
  const label = calledNow(ctx.raw, customerId) ?? '';
  const batchId = openBatch(ctx.raw, { kind: 'edit', label, at });
  const id = insertRow(ctx.raw, batchId, 'consents', {
    ...{ customer_id: customerId, purpose, way, note, created_at: at, said_on: on },
    ...{ words: purpose === 'other' ? words : '', is_given: isGiven ? 1 : 0 },
  });
  const kind = isGiven ? 'consent-given' : 'consent-withdrawn';
  recordEvent(ctx.raw, { at, kind, customerId, consentId: id });
  return { id, batchId: batchId as BatchId };
}

/** So that nobody who asked to be erased is written down anew unawares. */
async function wasErased(
  ctx: ReadContext,
  { phone, email }: Parsed<'privacy.wasErased'>,
): Promise<Output<'privacy.wasErased'>> {
  const { phones } = readPhones(phone, ctx.settings.country);
  const points = [
    ...phones.map((one) => ({ kind: 'phone', matchKey: phoneDigits(one) })),
    ...(email === '' ? [] : [{ kind: 'email', matchKey: email.toLowerCase() }]),
  ];
  return { at: await erasedBy(ctx.db, { points, identifiers: [] }) };
}

export const privacyHandlers = {
  'privacy.consents': readConsents,
  'privacy.addConsent': addConsent,
  'privacy.wasErased': wasErased,
  'privacy.again': (ctx: ReadContext): Promise<Output<'privacy.again'>> => erasedAgain(ctx.db),
  'privacy.noted': async (ctx: WriteContext): Promise<Output<'privacy.noted'>> => ({
    count: noteErasedAgain(ctx.raw, ctx.clock.instant()),
  }),
  'privacy.log': (ctx: ReadContext, input: Parsed<'privacy.log'>): Promise<Output<'privacy.log'>> =>
    listLog(ctx, input),
};
