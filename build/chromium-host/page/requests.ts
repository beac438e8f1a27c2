import { emitPreventable } from '../app-events.ts';
import { answerRequest, mayAsk } from '../protocol.ts';
import { isAllowed } from '../session.ts';
import { report } from '../test-report.ts';
import type { HostContents } from '../web-contents.ts';
import { hostOrigin, toAppAddress } from './addresses.ts';

interface Paused {
  readonly requestId: string;
  readonly resourceType: string;
  readonly frameId: string;
  readonly request: { readonly url: string; readonly method: string };
}

/** A navigation away from the app is put to the app's own guard, then refused whatever it says. */
function isOurs(paused: Paused, contents: HostContents, mainFrame: string): boolean {
  const url = toAppAddress(paused.request.url);
  if (!paused.request.url.startsWith(`${hostOrigin}/`)) return false;
  if (!mayAsk(url, paused.resourceType)) return false;
  if (!isAllowed({ url, method: paused.request.method })) return false;
  const isNavigation = paused.resourceType === 'Document' && paused.frameId === mainFrame;
  return !isNavigation || emitPreventable(contents, 'will-navigate', url);
}

async function fulfil(paused: Paused, contents: HostContents): Promise<void> {
  const { url, method } = paused.request;
  const response = await answerRequest(toAppAddress(url), method);
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  // Chromium asks for an icon of its own accord, Electron does not: no error in the page's console.
  const responseCode = url === `${hostOrigin}/favicon.ico` ? 204 : response.status;
  const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }));
  await contents.pipe.send(
    'Fetch.fulfillRequest',
    { requestId: paused.requestId, responseCode, responseHeaders, body },
    contents.session,
  );
}

async function refuse(paused: Paused, contents: HostContents): Promise<void> {
  report({ refused: paused.request.url });
  // `Aborted` leaves the page that stood there; another reason would show Chromium's error page.
  await contents.pipe.send(
    'Fetch.failRequest',
    { requestId: paused.requestId, errorReason: 'Aborted' },
    contents.session,
  );
}

/** From now on every request of the page is answered by the app or refused; none reaches a network. */
export async function serveRequests(contents: HostContents, mainFrame: string): Promise<void> {
  contents.pipe.on<Paused>('Fetch.requestPaused', (paused, session) => {
    if (session !== contents.session) return;
    const done = isOurs(paused, contents, mainFrame)
      ? fulfil(paused, contents)
      : refuse(paused, contents);
    // The page may be gone before its answer is there.
    done.catch(() => undefined);
  });
  await contents.pipe.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, contents.session);
}
