import type { QueryClient } from '@tanstack/react-query';
import { act, cleanup, render } from '@testing-library/react';
import i18next from 'i18next';
import { vi } from 'vitest';
import { memoryLocation } from 'wouter/memory-location';
import { type Ask, beginOwnShop, fillShop } from '#build/help-pictures/fill-shop.ts';
import { ownPages, samplePages } from '#build/help-pictures/pages.ts';
import type { Application } from '#electron/application.ts';
import { App } from '#renderer/app/app.tsx';
import { connect } from '#renderer/data/client.ts';
import { createQueryClient } from '#renderer/data/query-client.ts';
import { startTestApplication } from '#tests/support/render-app.tsx';
import { type Outline, outlineOf } from './outline.ts';

/** The day on which screens are looked at, whenever that is: nothing on them depends on today. */
const day = Date.parse('2026-05-12T03:00:00.000Z');
/** A screen that asked for nothing for so long has all it asked for. */
const quietMs = 400;
const stepMs = 50;

const wait = (ms: number) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));

async function standStill(client: QueryClient): Promise<void> {
  for (let quiet = 0; quiet < quietMs; ) {
    await wait(stepMs);
    const isBusy = client.isFetching() > 0 || document.querySelector('[aria-busy="true"]') !== null;
    quiet = isBusy ? 0 : quiet + stepMs;
  }
}

/** Opens the window at each address in turn, in keys instead of words, and reads what stands there. */
async function outlinesAt(
  addresses: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, Outline>>> {
  const client = createQueryClient();
  const { hook, navigate } = memoryLocation({ path: '/help' });
  const { container } = render(<App queryClient={client} locationHook={hook} />);
  await standStill(client);
  await act(() => i18next.changeLanguage('cimode'));
  const outlines: Record<string, Outline> = {};
  for (const [page, address] of Object.entries(addresses)) {
    act(() => navigate(address));
    await standStill(client);
    const main = container.querySelector('main');
    if (main === null) throw new Error(`${address}: the window shows no page`);
    outlines[page] = outlineOf(main);
  }
  await act(() => i18next.changeLanguage('en'));
  cleanup();
  return outlines;
}

async function lookInside(app: Application): Promise<Readonly<Record<string, Outline>>> {
  const ask: Ask = async (channel, input) => {
    const result = await app.dispatch({ channel, input, callId: `look-${channel}` });
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
    return result.value as never;
  };
  connect({
    invoke: (channel, input, callId) => app.dispatch({ channel, input, callId }),
    subscribe: (listener) => app.onEvent(listener),
  });
  await beginOwnShop(ask, 'en');
  const own = await outlinesAt(ownPages);
  await ask('sample.open', { language: 'en' });
  await fillShop(ask, 'en');
  return { ...own, ...(await outlinesAt(await samplePages(ask, 'en'))) };
}

/** What every screen that has help is made of, over the shops that its picture is taken of. */
export async function lookAtScreens(): Promise<Readonly<Record<string, Outline>>> {
  vi.useFakeTimers({ toFake: ['Date'], now: day });
  try {
    return await lookInside(await startTestApplication());
  } finally {
    vi.useRealTimers();
  }
}
