import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { connect } from '#renderer/data/client.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

/** An application whose answers to some questions wait until they are let go. */
function holdBack(app: Application, isHeld: (channel: string) => boolean) {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  connect({
    invoke: async (channel, input, callId) => {
      if (isHeld(channel)) await gate;
      return app.dispatch({ channel, input, callId });
    },
    subscribe: (listener) => app.onEvent(listener),
  });
  return () => act(async () => letGo());
}

async function shop(): Promise<Application> {
  const app = await startTestApplication();
  const set = { shopName: 'Sekar Pagi', language: 'id', currency: 'IDR' };
  await app.dispatch({ channel: 'settings.update', input: set, callId: 't' });
  const customer = { ...EMPTY_FACTS, name: 'Ratna' };
  await app.dispatch({ channel: 'customers.create', input: customer, callId: 't' });
  return app;
}

const columns = () => screen.getByText('Hubungi', { selector: 'h2' }).closest('[aria-busy]');

test('the cards of a page are seen together: not before every quick answer has come', async () => {
  const app = await shop();
  renderApp(app, '/today');
  const release = holdBack(app, (channel) => channel === 'complaints.waiting');
  await screen.findByText('Hubungi', { selector: 'h2' });
  expect(columns()?.getAttribute('aria-busy')).toBe('true');
  expect(columns()?.className).toMatch(/waiting/);
  await release();
  await waitFor(() => expect(columns()?.getAttribute('aria-busy')).toBe('false'));
  expect(columns()?.className).not.toMatch(/waiting/);
  expect(screen.getByText('Keluhan menunggu kita')).toBeTruthy();
});

test('what takes longer has its place from the first, and gives it to its card', async () => {
  const app = await shop();
  renderApp(app, '/today');
  const slow = ['insights.slipping', 'insights.month', 'insights.sales', 'followUps.rate'];
  const release = holdBack(app, (channel) => slow.includes(channel));
  await screen.findByText('Hubungi', { selector: 'h2' });
  await waitFor(() => expect(columns()?.getAttribute('aria-busy')).toBe('false'));
  const placesIn = () => columns()?.querySelectorAll('.mantine-Skeleton-root').length;
  expect(placesIn()).toBe(2);
  await release();
  await screen.findByText('30 hari terakhir: tidak ada tanggal “hubungi lagi”.');
  await waitFor(() => expect(placesIn()).toBe(0));
});
