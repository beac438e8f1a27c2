import type { IpcMainInvokeEvent } from 'electron';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle: (channel: string, handler: Handler) => {
    handlers.set(channel, handler);
  },
};

/** What the page is told: the handler's value, or like Electron the message of what it threw. */
export async function callHandler(
  event: IpcMainInvokeEvent,
  channel: string,
  args: readonly unknown[],
): Promise<{ readonly value?: unknown; readonly error?: string }> {
  const handler = handlers.get(channel);
  if (handler === undefined) return { error: `No handler registered for '${channel}'` };
  try {
    return { value: await handler(event, ...args) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'rejected' };
  }
}
