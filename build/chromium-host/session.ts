import type {
  CallbackResponse,
  OnBeforeRequestListenerDetails,
  Session,
  WebContents,
} from 'electron';
import { requireReady } from './readiness.ts';

type RequestListener = (
  details: OnBeforeRequestListenerDetails,
  answer: (response: CallbackResponse) => void,
) => void;
type Handlers = {
  request: Parameters<Session['setPermissionRequestHandler']>[0];
  check: Parameters<Session['setPermissionCheckHandler']>[0];
};

let beforeRequest: RequestListener | null = null;
const handlers: Handlers = { request: null, check: null };

const defaultSession = {
  setPermissionRequestHandler: (handler: Handlers['request']) => {
    handlers.request = handler;
  },
  setPermissionCheckHandler: (handler: Handlers['check']) => {
    handlers.check = handler;
  },
  // Chromium is started without a way to ask for a device.
  setDevicePermissionHandler: () => undefined,
  webRequest: {
    onBeforeRequest: (listener: RequestListener) => {
      beforeRequest = listener;
    },
  },
} satisfies Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
> & { webRequest: { onBeforeRequest: (listener: RequestListener) => void } };

export const session = {
  get defaultSession() {
    requireReady('Session can only be received when app is ready');
    return defaultSession;
  },
};

/** Asks the app's own guard; without one nothing is allowed. */
export function isAllowed(details: { readonly url: string; readonly method: string }): boolean {
  let isCancelled = true;
  beforeRequest?.(details as OnBeforeRequestListenerDetails, (response) => {
    isCancelled = response.cancel === true;
  });
  return !isCancelled;
}

type Permission = Parameters<NonNullable<Handlers['check']>>[1];

/** What the app's handlers say of a page of this origin that asks; like Electron yes where there is none. */
export function mayUse(contents: WebContents, permission: string, origin: string): boolean {
  const { check, request } = handlers;
  const requestingUrl = `${origin}/`;
  const details = { isMainFrame: true, requestingUrl, securityOrigin: requestingUrl };
  if (check?.(contents, permission as Permission, requestingUrl, details) === false) return false;
  let isGranted = request === null;
  request?.(
    contents,
    permission as Parameters<NonNullable<Handlers['request']>>[1],
    (answer) => {
      isGranted = answer;
    },
    details as never,
  );
  return isGranted;
}
