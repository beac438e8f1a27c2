import {
  keepPreviousData,
  type UseQueryResult,
  useQuery as useCachedQuery,
} from '@tanstack/react-query';
import type { ChannelsOf, Input, Output } from '#shared/contract/index.ts';
import { type RequestError, request } from './client.ts';

/** Reads: quick ones, and reports that the task process counts. */
export type QueryName = ChannelsOf<'query' | 'report'>;

/** `keepPrevious`: while a changed input is being read, the former answer stays on the screen. */
export interface QueryOptions {
  readonly enabled?: boolean;
  readonly keepPrevious?: boolean;
}

/** A read that refetches by itself whenever something it reads has changed. */
export function useQuery<N extends QueryName>(
  channel: N,
  input: Input<N>,
  options: QueryOptions = {},
): UseQueryResult<Output<N>, RequestError> {
  return useCachedQuery<Output<N>, RequestError>({
    queryKey: [channel, input],
    queryFn: () => request(channel, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}
