import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { toAppAddress, toHostAddress } from '#build/chromium-host/page/addresses.ts';
import { DevtoolsPipe } from '#build/chromium-host/page/devtools-pipe.ts';

function pipe() {
  const [toBrowser, fromBrowser] = [new PassThrough(), new PassThrough()];
  return { toBrowser, fromBrowser, devtools: new DevtoolsPipe(toBrowser, fromBrowser) };
}

test('addresses of the app travel under the host origin and come back the same', () => {
  const address = 'app://langgan/assets/a.js?b#c';
  expect(toHostAddress(address)).toBe('https://langgan.invalid/assets/a.js?b#c');
  expect(toAppAddress(toHostAddress(address))).toBe(address);
  expect(toAppAddress('https://langgan.invalid')).toBe('app://langgan');
});

test('no other address passes for one of the app', () => {
  const others = [
    'https://langgan.invalid.example/',
    'https://langgan.invalid:8443/',
    'http://langgan.invalid/',
    'https://user@langgan.invalid/',
    'null',
  ];
  expect(others.map(toAppAddress)).toEqual(others);
});

test('messages cut anywhere, several at once, are read whole', async () => {
  const { fromBrowser, devtools } = pipe();
  const heard: unknown[] = [];
  devtools.on('Page.x', (params, session) => heard.push([params, session]));
  const answered = devtools.send('Browser.getVersion');
  const messages = [
    { method: 'Page.x', params: { text: 'Siti ✓' }, sessionId: 's' },
    { id: 1, result: { product: 'Chrome' } },
    { method: 'Page.x', params: { n: 2 } },
  ];
  const bytes = Buffer.from(messages.map((one) => `${JSON.stringify(one)}\0`).join(''));
  for (const byte of bytes) fromBrowser.write(Buffer.from([byte]));
  expect(await answered).toEqual({ product: 'Chrome' });
  fromBrowser.write(bytes);
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toEqual([
    [{ text: 'Siti ✓' }, 's'],
    [{ n: 2 }, undefined],
    [{ text: 'Siti ✓' }, 's'],
    [{ n: 2 }, undefined],
  ]);
});

test('a refusal and the end of the browser reject what waits and what comes after', async () => {
  const { fromBrowser, devtools } = pipe();
  const refused = devtools.send('Nope.nope');
  fromBrowser.write(`${JSON.stringify({ id: 1, error: { message: 'not found' } })}\0`);
  await expect(refused).rejects.toThrow('not found');
  const waiting = devtools.send('Browser.close');
  fromBrowser.destroy();
  await expect(waiting).rejects.toThrow('has ended');
  await expect(devtools.send('Browser.close')).rejects.toThrow('has ended');
});
