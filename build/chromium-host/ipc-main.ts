import { types } from 'node:util';
import type { IpcMainInvokeEvent } from 'electron';
import { createReader, createWriter } from './page/clone-text.ts';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle: (channel: string, handler: Handler) => {
    if (handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  removeHandler: (channel: string) => {
    handlers.delete(channel);
  },
};

/** What travels between main and a page, as text; main can tell a proxy from what it stands for. */
export const ipcText = {
  write: createWriter(() => null, types.isProxy),
  read: createReader(() => undefined),
};

/** The text of the page's answer: the handler's value, or like Electron no more than the message of what it threw. */
export async function answerInvoke(
  event: IpcMainInvokeEvent,
  asked: { readonly id: string; readonly channel: string; readonly args: readonly unknown[] },
): Promise<string> {
  const { id, channel, args } = asked;
  const about = `Error invoking remote method '${channel}'`;
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return ipcText.write({ kind: 'answer', id, value: await handler(event, ...args) });
  } catch (error) {
    return ipcText.write({ kind: 'answer', id, error: `${about}: ${String(error)}` });
  }
}
