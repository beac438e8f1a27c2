import type { AppEvent } from '#shared/contract/events.ts';
import type { Result } from '#shared/errors.ts';

/** The two functions that the preload gives the window. */
export interface Bridge {
  invoke(channel: string, input: unknown, callId: string): Promise<Result<unknown>>;
  subscribe(listener: (event: AppEvent) => void): () => void;
}

declare global {
  interface Window {
    readonly langgan?: Bridge;
  }
}
