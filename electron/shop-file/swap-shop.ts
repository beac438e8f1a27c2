import { setImmediate as nextTurn } from 'node:timers/promises';
import { type SwapRequest, swapIn } from '#db/file/swap.ts';
import type { Clock } from '../context.ts';
import { dropAllDrafts } from '../services/imports/draft-files.ts';
import { aloneWith, openShop, type Shop } from '../shop.ts';

/**
 * Closes a shop, puts the file that waits beside it in its place, and hands on what is open then: the
 * new one or, where that failed, the former. Nobody reads or writes meanwhile.
 */
export async function swapShop(
  from: Shop,
  request: Omit<SwapRequest, 'at'>,
  clock: Clock,
  opened: (shop: Shop | null) => void,
): Promise<void> {
  const { facts } = from;
  await nextTurn();
  opened(null);
  await from.close();
  try {
    const at = clock.instant();
    await aloneWith(facts.paths, () => swapIn(facts.paths, { at, ...request }));
  } finally {
    opened(await openShop(facts, clock));
  }
  // What was being brought in was checked against the shop of before.
  await dropAllDrafts(facts.paths.staging);
}
