import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Result } from '#shared/errors.ts';
import type { DoorRequest } from '../application.ts';
import { appOrigin } from '../protocol.ts';

/** The one ipc channel; the contract's channel name is its first argument. */
export const invokeChannel = 'langgan:invoke';

const longestName = 80;

/** True for the top frame of one of our own windows that shows our own pages, and for nothing else. */
export function isTrustedSender(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  isKnownWindow: (webContentsId: number) => boolean,
): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null) return false;
  return frame.origin === appOrigin && isKnownWindow(event.sender.id);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longestName;
}

/**
 * Opens the door for our windows. A sender that is not trusted is rejected before anything it
 * sent is looked at; the rejection says nothing.
 */
export function registerIpc(
  ipcMain: Pick<IpcMain, 'handle'>,
  door: {
    readonly isKnownWindow: (webContentsId: number) => boolean;
    readonly answer: (request: DoorRequest) => Promise<Result<unknown>>;
  },
): void {
  ipcMain.handle(
    invokeChannel,
    async (event, channel: unknown, input: unknown, callId: unknown) => {
      if (!isTrustedSender(event, door.isKnownWindow)) throw new Error('rejected');
      if (!isName(channel) || !isName(callId)) throw new Error('rejected');
      return door.answer({ channel, input, callId });
    },
  );
}
