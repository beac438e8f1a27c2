import { expect, test } from 'vitest';
import { registerIpc } from '#electron/ipc/register.ts';
import { tellFigure } from '#tests/support/figures.ts';

type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>;

function door() {
  let handler: Handler = async () => undefined;
  const asked: unknown[] = [];
  const ipcMain = { handle: (_channel: string, given: Handler) => (handler = given) };
  registerIpc(ipcMain as unknown as Parameters<typeof registerIpc>[0], {
    isKnownWindow: (id) => id === 1,
    answer: async (request) => {
      asked.push(request);
      return { ok: true, value: 'answer' };
    },
  });
  const call = (event: unknown, ...args: unknown[]): Promise<unknown> =>
    handler(event, ...args).then(
      (value) => value,
      (error: Error) => `rejected: ${error.message}`,
    );
  return { call, asked };
}

const ours = { sender: { id: 1 }, senderFrame: { origin: 'app://langgan', parent: null } };

test('our own window is answered', async () => {
  const { call, asked } = door();
  expect(await call(ours, 'settings.get', {}, 'c1')).toEqual({ ok: true, value: 'answer' });
  expect(asked).toEqual([{ channel: 'settings.get', input: {}, callId: 'c1' }]);
});

test('a wrong origin, a subframe, an unknown window and a frame that is gone are rejected unheard', async () => {
  const { call, asked } = door();
  const origins = [
    'app://langgan.evil',
    'app://Langgan',
    'app://langgan/',
    'https://langgan',
    'https://langgan.invalid',
    'file://',
    'null',
    '',
  ];
  const strangers = [
    ...origins.map((origin) => ({ ...ours, senderFrame: { origin, parent: null } })),
    { ...ours, senderFrame: { origin: 'app://langgan', parent: {} } },
    { ...ours, senderFrame: null },
    { ...ours, sender: { id: 2 } },
  ];
  const answers = await Promise.all(
    strangers.map((event) => call(event, 'settings.get', {}, 'c1')),
  );
  expect(answers).toEqual(strangers.map(() => 'rejected: rejected'));
  expect(asked).toEqual([]);
  tellFigure('S4', `${strangers.length} senders that are not ours: 0 heard`);
});

test('a call without a proper channel or name is rejected unheard', async () => {
  const { call, asked } = door();
  const malformed = [
    [],
    [null, {}, 'c'],
    ['a', {}],
    ['', {}, 'c'],
    [{}, {}, {}],
    ['a', {}, 'c'.repeat(81)],
  ];
  const answers = await Promise.all(malformed.map((args) => call(ours, ...args)));
  expect(answers).toEqual(malformed.map(() => 'rejected: rejected'));
  expect(asked).toEqual([]);
});
