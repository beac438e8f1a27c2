import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { App } from '#renderer/app/app.tsx';
import { connect } from '#renderer/data/client.ts';
import { createQueryClient } from '#renderer/data/query-client.ts';
import { startTestApplication } from '#tests/support/render-app.tsx';

async function ask(app: Application, channel: string, input: object = {}): Promise<void> {
  const result = await app.dispatch({ channel, input, callId: channel });
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
}

async function ownShop(): Promise<Application> {
  const app = await startTestApplication();
  await ask(app, 'settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  return app;
}

/** The window with the addresses it really has: behind the hash. */
function renderAt(app: Application, address: string) {
  connect({
    invoke: (channel, input, callId) => app.dispatch({ channel, input, callId }),
    subscribe: (listener) => app.onEvent(listener),
  });
  window.location.hash = address;
  render(<App queryClient={createQueryClient()} />);
  return userEvent.setup();
}

beforeEach(() => window.history.replaceState(null, '', '/'));

const linked = [
  { list: 'Customers', address: '/customers?importId=7', chip: 'From one import' },
  { list: 'Customers', address: '/customers?only=slipping', chip: 'Slipping away' },
  { list: 'Customers', address: '/customers?clvFromMinor=100', chip: /^CLV from/ },
  { list: 'Complaints', address: '/complaints?importId=7', chip: 'From one import' },
] as const;

test.each(linked)(
  'a filter that a link set is gone once the list is left: $address',
  async (one) => {
    const user = renderAt(await ownShop(), one.address);
    expect(await screen.findByText(one.chip)).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
    await user.click(screen.getByRole('link', { name: one.list }));
    expect(await screen.findByRole('heading', { level: 1, name: one.list })).toBeTruthy();
    expect(screen.queryByText(one.chip)).toBeNull();
    expect(window.location.href).not.toContain('?');
  },
);

test.each(['/customers?importId=1', '/customers/3', '/complaints?productId=1'])(
  'nothing of the sample shop is asked for in one’s own: %s',
  async (address) => {
    const app = await ownShop();
    await ask(app, 'sample.open');
    const user = renderAt(app, address);
    await user.click(await screen.findByRole('button', { name: /^(Leave the sample|Keluar)/ }));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /^(Leave the sample|Keluar)/ })).toBeNull(),
    );
    expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeTruthy();
    expect(window.location.hash).toBe('#/today');
  },
);
