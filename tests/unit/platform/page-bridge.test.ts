import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { bridgeScript, type FromPage } from '#build/chromium-host/page-bridge.ts';

const setup = {
  binding: 'post',
  deliver: 'deliver',
  origin: 'https://langgan.invalid',
  accelerators: [],
};
const preload = `
  const { ipcRenderer, contextBridge } = require('electron');
  contextBridge.exposeInMainWorld('langgan', { ask: (channel) => ipcRenderer.invoke(channel) });`;

interface Page {
  readonly said: FromPage[];
  ask(channel: string): Promise<unknown>;
  deliver(answer: object): void;
}

/** A document with the bridge in it, as each load of a window makes one. */
function openPage(): Page {
  const said: FromPage[] = [];
  const scope: Record<string, unknown> = {
    crypto,
    location: { origin: setup.origin },
    addEventListener: () => undefined,
    post: (text: string) => void said.push(JSON.parse(text) as FromPage),
  };
  scope.window = scope;
  scope.top = scope;
  createContext(scope);
  runInContext(bridgeScript(setup, preload), scope);
  const { langgan, deliver } = scope as unknown as {
    langgan: { ask(channel: string): Promise<unknown> };
    deliver(text: string): void;
  };
  return { said, ask: langgan.ask, deliver: (answer) => deliver(JSON.stringify(answer)) };
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
