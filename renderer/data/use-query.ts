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

/**
 * A read that refetches by itself whenever something it reads has changed. While it is not enabled nothing is
 * read: neither an answer nor a failure that somebody else had for the same input.
 */
export function useQuery<N extends QueryName>(
  channel: N,
  input: Input<N>,
  options: QueryOptions = {},
): UseQueryResult<Output<N>, RequestError> {
  const enabled = options.enabled ?? true;
  return useCachedQuery<Output<N>, RequestError>({
    queryKey: enabled ? [channel, input] : [channel, 'not asked'],
    queryFn: () => request(channel, input),
    enabled,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}
