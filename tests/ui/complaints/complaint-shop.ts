import { notifications } from '@mantine/notifications';
import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, expect } from 'vitest';
import type { Application } from '#electron/application.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import '#renderer/features/complaints/page/complaint-page.tsx';
import '#renderer/features/complaints/list/complaints-page.tsx';
import '#renderer/features/complaints/facts/new-complaint-dialog.tsx';
import { startTestApplication } from '#tests/support/render-app.tsx';

// jsdom lays nothing out: the virtual list is given a height to have rows in.
for (const [side, pixels] of [
  ['clientHeight', 600],
  ['clientWidth', 1000],
] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => pixels });
}

/** For what stands in a menu or a popover, which jsdom cannot place and therefore takes as hidden. */
export function floating(name: string): { name: string; hidden: true } {
  return { name, hidden: true };
}

/** A field, not the list of suggestions that has the same name. */
export const field = { selector: 'input, textarea' } as const;

// Toasts outlive the window of a test.
beforeEach(() => {
  notifications.clean();
  notifications.cleanQueue();
});

/** Presses Undo on the toast that says so. */
export async function undoToast(user: UserEvent, said: string): Promise<void> {
  const toast = (await screen.findByText(said)).closest('[role="alert"]');
  if (!(toast instanceof HTMLElement)) throw new Error(`no toast says ${said}`);
  await user.click(within(toast).getByRole('button', { name: 'Undo' }));
}

let calls = 0;

/** Asks the application as the window does; what must succeed does. */
export async function ask<N extends ChannelName>(
  app: Application,
  channel: N,
  input: Input<N>,
): Promise<Output<N>> {
  calls += 1;
  const result = await app.dispatch({ channel, input, callId: `ask-${calls}` });
  expect(result).toMatchObject({ ok: true });
  return (result as { value: Output<N> }).value;
}

/** An English shop that is always open, so that nothing depends on the hour of the test. */
export async function openShop(more: Partial<ShopSettings> = {}): Promise<Application> {
  const app = await startTestApplication();
  const always = [{ opens: '00:00', closes: '24:00' }];
  await ask(app, 'settings.update', {
    shopName: 'Sekar Pagi',
    language: 'en',
    country: 'ID',
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    businessHours: [always, always, always, always, always, always, always],
    ...more,
  });
  return app;
}

type Facts = Input<'complaints.create'>;

/** A complaint that has just come in. */
export async function addComplaint(app: Application, title: string, more: Partial<Facts> = {}) {
  return ask(app, 'complaints.create', {
    channel: 'whatsapp',
    title,
    words: `${title}, said the customer.`,
    receivedAt: null,
    ...more,
  });
}
