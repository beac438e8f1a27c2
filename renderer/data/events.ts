import type { QueryClient } from '@tanstack/react-query';
import { useTasks } from '#renderer/state/tasks.ts';
import { subscribe } from './client.ts';
import { refetchTouched } from './query-client.ts';

/** Hears main out: refetches what a commit touched and follows the running tasks. Answers how to stop. */
export function listenToMain(client: QueryClient): () => void {
  return subscribe((event) => {
    const { progressed, ended } = useTasks.getState();
    if (event.type === 'changed') void refetchTouched(client, event.touches);
    else if (event.type === 'task-ended') ended(event.callId);
    else if (event.type === 'go') window.location.hash = event.address;
    else if (event.type === 'progress') {
      const { phase, done, total, elapsedMs } = event;
      progressed(event.callId, event.channel, { phase, done, total, elapsedMs });
    }
  });
}
