import { QueryClient } from '@tanstack/react-query';
import type { Touch } from '#shared/contract/define.ts';
import { contract, isChannel } from '#shared/contract/index.ts';

/** The cache of reads. Nothing grows old by itself: only a `changed` event makes it refetch. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Refetches every read that reads one of `touches`, as the contract says. */
export async function refetchTouched(
  client: QueryClient,
  touches: readonly Touch[],
): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const channel = String(queryKey[0]);
      return isChannel(channel) && contract[channel].touches.some((one) => touches.includes(one));
    },
  });
}
