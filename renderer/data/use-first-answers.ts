import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type ChannelName, contract } from '#shared/contract/index.ts';

/** A quick question that nobody has answered yet; reports may take their time, and hold their place. */
function isWaiting({ queryKey, state }: Query): boolean {
  if (state.data !== undefined || state.status !== 'pending') return false;
  return contract[queryKey[0] as ChannelName]?.kind === 'query';
}

/**
 * Whether every quick question of what is on the screen has been answered once. From then on it
 * stays true: what comes later replaces what is there, and moves nothing.
 */
export function useFirstAnswers(): boolean {
  const client = useQueryClient();
  const [isAnswered, setAnswered] = useState(false);
  useEffect(() => {
    if (isAnswered) return;
    const look = () => {
      const waiting = client
        .getQueryCache()
        .findAll({ predicate: isWaiting, fetchStatus: 'fetching' });
      if (waiting.length === 0) setAnswered(true);
    };
    look();
    return client.getQueryCache().subscribe(look);
  }, [client, isAnswered]);
  return isAnswered;
}
