import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

async function ask(app: Application, channel: string, input: unknown): Promise<unknown> {
  const result = await app.dispatch({ channel, input, callId: channel });
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** False when the page keeps the keys for itself: then no menu of the system's hears of them. */
function press(target: Element, modifier: 'metaKey' | 'ctrlKey'): boolean {
  return fireEvent.keyDown(target, { key: 'z', code: 'KeyZ', [modifier]: true });
}

// Under macOS Cmd+Z is also in the menu, which has it when the page does not keep it.
test.each(['ctrlKey', 'metaKey'] as const)(
  'with %s, Z takes back the last change, but in a field it is left to the typing',
  { timeout: 240_000 },
  async (modifier) => {
    const app = await startTestApplication();
    await ask(app, 'settings.update', { shopName: 'Sekar Pagi', language: 'en' });
    const complaint = { channel: 'visit', title: 'Biji apek', words: 'Bau tengik' };
    await ask(app, 'complaints.create', complaint);
    renderApp(app, '/customers');
    const field = await screen.findByRole('textbox', { name: /search/i });
    const last = () => ask(app, 'history.last', {});
    expect(press(field, modifier)).toBe(true);
    expect(await last()).toMatchObject({ kind: 'create' });
    expect(press(document.body, modifier)).toBe(false);
    await waitFor(async () => expect(await last()).toBeNull());
    const said = 'Undone: Complaint written down (K-2026-001).';
    expect(await screen.findByText(said)).toBeTruthy();
  },
);
