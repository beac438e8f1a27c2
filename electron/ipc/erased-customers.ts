import type { RawHandle } from '#db/file/client.ts';
import { hasErased } from '#db/queries/privacy/erasures.ts';
import { dropLaterWords, wroteOfErased } from '#db/queries/privacy/later-words.ts';
import { type ChannelName, contract } from '#shared/contract/index.ts';
import { namedCustomers } from '#shared/contract/privacy/named-customers.ts';
import { AppFailure } from '#shared/errors.ts';

/** What is still owed can be paid: the books go on without the name. */
const booked: ReadonlySet<ChannelName> = new Set<ChannelName>(['payments.record']);

/** Who was erased is nobody to be written about again, whichever command it is. */
export function refuseErased(raw: RawHandle, channel: ChannelName, input: unknown): void {
  if (booked.has(channel)) return;
  const named = namedCustomers(contract[channel].input, input);
  if (hasErased(raw, named)) throw new AppFailure({ code: 'CONFLICT', reason: 'erased' });
}

/** A complaint is brought to its end also where its customer was erased: the steps count, their words are not kept. */
const wordless: ReadonlySet<ChannelName> = new Set<ChannelName>([
  'complaints.step',
  'complaints.action',
]);

/**
 * What was written since a change names nobody, and may be about somebody who was erased all the same: a step
 * of their complaint, a note on their sale. Fails with `CONFLICT erased` where it has words of them.
 */
export function keepNoWords(raw: RawHandle, channel: ChannelName, since: number): void {
  if (wordless.has(channel)) dropLaterWords(raw, since);
  if (wroteOfErased(raw, since)) throw new AppFailure({ code: 'CONFLICT', reason: 'erased' });
}
