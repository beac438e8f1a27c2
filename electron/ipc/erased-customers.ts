import type { RawHandle } from '#db/file/client.ts';
import { hasErased } from '#db/queries/privacy/erasures.ts';
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
