import { screen, within } from '@testing-library/react';
import { afterAll } from 'vitest';
import type { Application } from '#electron/application.ts';
import { type ChannelName, contract } from '#shared/contract/index.ts';
import { type RenderedApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder, type WhenDone } from '#tests/support/temp-folder.ts';

const toEnd: (() => void | Promise<void>)[] = [];
const whenAllIsDone: WhenDone = (run) => toEnd.unshift(run);

afterAll(async () => {
  for (const end of toEnd.splice(0)) await end();
});

async function openSample(): Promise<Application> {
  const app = await startTestApplication({}, tempFolder(whenAllIsDone), whenAllIsDone);
  await app.dispatch({ channel: 'sample.open', input: {}, callId: 'open' });
  await app.dispatch({ channel: 'settings.update', input: { language: 'en' }, callId: 'language' });
  return app;
}

let unchanged: Promise<Application> | null = null;

/**
 * The sample shop in English. What the cards say of it takes seconds to work out, so the tests of a file look
 * at one shop, with what is known of it, until one of them changes something: the next gets a new one.
 */
export async function sampleShop(): Promise<Application> {
  unchanged ??= openSample();
  const app = await unchanged;
  return {
    dispatch: (request) => {
      const kind = contract[request.channel as ChannelName]?.kind;
      if (kind !== 'query' && kind !== 'report') unchanged = null;
      return app.dispatch(request);
    },
    onEvent: (listener) => app.onEvent(listener),
    remind: () => app.remind(),
    close: (how) => app.close(how),
  };
}

/** The card that asks a question. */
export function card(question: string): HTMLElement {
  const section = screen.getByText(question).closest('section');
  if (section === null) throw new Error(`no card asks: ${question}`);
  return section;
}

/** A text with plain spaces. */
export function plain(element: Element): string {
  return (element.textContent ?? '').replaceAll('\u00a0', ' ').replaceAll('Rp ', 'IDR ');
}

/** The sentence that answers. */
export function findingOf(question: string): string {
  return plain(within(card(question)).getByRole('heading', { level: 2 }));
}

/** The table behind a card, row by row without its head. */
export async function tableOf(user: RenderedApp['user'], question: string): Promise<string[][]> {
  await user.click(within(card(question)).getByRole('button', { name: 'Show the table' }));
  const rows = within(within(card(question)).getByRole('table'))
    .getAllByRole('row')
    .slice(1);
  return rows.map((row) => [...row.children].map(plain));
}

/** Rupiah of the sample shop as they are written in English. */
export function rupiah(minor: number): string {
  const written = `IDR ${Math.abs(Math.round(minor / 100)).toLocaleString('en')}`;
  return minor < 0 ? `\u2212${written}` : written;
}

/** `41%`. */
export function percentText(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** To the round step, 1, 2 or 5 with zeros, that goes into the range ten times or more but not twenty-five. */
export function knownRupiah(value: number, { low, high }: { low: number; high: number }): string {
  const steps = [1, 2, 5].flatMap((first) =>
    Array.from({ length: 16 }, (_, zeros) => first * 10 ** zeros),
  );
  const step = Math.max(100, ...steps.filter((one) => one <= (high - low) / 10));
  return rupiah(Math.round(value / step) * step);
}
