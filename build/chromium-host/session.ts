import type { CallbackResponse, OnBeforeRequestListenerDetails, Session } from 'electron';

type Listener = (
  details: OnBeforeRequestListenerDetails,
  answer: (response: CallbackResponse) => void,
) => void;

let beforeRequest: Listener | null = null;

export const session = {
  defaultSession: {
    // Chromium itself is started with every permission denied.
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    webRequest: {
      onBeforeRequest: (listener: Listener) => {
        beforeRequest = listener;
      },
    },
  } satisfies Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  > & { webRequest: { onBeforeRequest: (listener: Listener) => void } },
};

/** Asks the app's own guard; without one nothing is allowed. */
export function isAllowed(details: { readonly url: string; readonly method: string }): boolean {
  let isCancelled = true;
  beforeRequest?.(details as OnBeforeRequestListenerDetails, (response) => {
    isCancelled = response.cancel === true;
  });
  return !isCancelled;
}
