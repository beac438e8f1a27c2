import { contextBridge, ipcRenderer } from 'electron';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Result } from '#shared/errors.ts';

/** Everything the window can reach: ask for one thing, and be told of events. */
export interface Bridge {
  invoke(channel: string, input: unknown, callId: string): Promise<Result<unknown>>;
  subscribe(listener: (event: AppEvent) => void): () => void;
}

const bridge: Bridge = {
  invoke: (channel, input, callId) => ipcRenderer.invoke('langgan:invoke', channel, input, callId),
  subscribe: (listener) => {
    const forward = (_event: unknown, event: AppEvent): void => listener(event);
    ipcRenderer.on('langgan:event', forward);
    return () => {
      ipcRenderer.removeListener('langgan:event', forward);
    };
  },
};

contextBridge.exposeInMainWorld('langgan', bridge);
