import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createReader, createWriter } from '#build/chromium-host/page/clone-text.ts';
import { bridgeScripts, type FromPage } from '#build/chromium-host/page/page-bridge.ts';

const setup = {
  binding: 'post',
  deliver: 'deliver',
  origin: 'https://langgan.invalid',
  meeting: 'meeting',
  opening: 'opening',
  accelerators: [],
  isMac: false,
};
const preload = `
  const { ipcRenderer } = require('electron');
  globalThis.ask = (channel) => ipcRenderer.invoke(channel);`;
const write = createWriter(() => null);
const read = createReader(() => undefined);

interface Page {
  readonly said: FromPage[];
  ask(channel: string): Promise<unknown>;
  deliver(answer: object): void;
}

/** A document with the preload's world in it, as each load of a window makes one; the page's world is not needed. */
function openPage(): Page {
  const said: FromPage[] = [];
  const scope: Record<string, unknown> = {
    crypto,
    location: { origin: setup.origin },
    addEventListener: () => undefined,
    dispatchEvent: () => undefined,
    document: { createElement: () => new EventTarget() },
    MouseEvent: Event,
    post: (text: string) => void said.push(read(text) as FromPage),
  };
  scope.window = scope;
  scope.top = scope;
  createContext(scope);
  runInContext(bridgeScripts(setup, preload).preload, scope);
  const { ask, deliver } = scope as unknown as {
    ask(channel: string): Promise<unknown>;
    deliver(text: string): void;
  };
  return { said, ask, deliver: (answer) => deliver(write(answer)) };
}

function lastId(page: Page): unknown {
  const message = page.said.at(-1);
  return message?.kind === 'invoke' ? message.id : null;
}

test('what a page asked before it was loaded again is never the answer to what it asks afterwards', async () => {
  const before = openPage();
  void before.ask('backups.last');
  const after = openPage();
  const answer = after.ask('settings.get');
  after.deliver({ kind: 'answer', id: lastId(before), value: 'late' });
  after.deliver({ kind: 'answer', id: lastId(after), value: 'own' });
  expect(await answer).toBe('own');
});
