import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createNodePlatform } from '#build/node-platform.ts';
import { createLogger } from '#electron/logger.ts';
import { systemClock } from '#electron/runtime.ts';
import { startUp } from '#electron/startup.ts';
import { ErrorBoundary } from '#renderer/app/error-boundary.tsx';
import { connect } from '#renderer/data/client.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { renderInShop } from '#tests/support/render-in-shop.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** An app whose shop is not there, with a log; `shows`: a program of the system shows folders. */
async function startWithoutShop(shows: boolean) {
  const logFolder = tempFolder();
  const opened: string[] = [];
  const platform = {
    ...createNodePlatform({
      dialogs: {
        openSpreadsheets: async () => null,
        openBackup: async () => null,
        saveTable: async () => null,
        chooseDataFolder: async () => null,
      },
      log: createLogger(logFolder, systemClock),
      appVersion: '0.0.0-test',
    }),
    logFolder,
    openFolder: async (path: string) => {
      opened.push(path);
      return shows;
    },
  };
  const startup = await startUp(platform, {
    locate: async () => ({ path: join(logFolder, 'unplugged'), isMissing: true }),
  });
  onTestFinished(() => startup.close());
  return { startup, logFolder, opened };
}

test('a screen that stops working says so, and its place is in the log without what stood on it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => void vi.restoreAllMocks());
  const { startup, logFolder } = await startWithoutShop(true);
  connect({
    invoke: (channel, input, callId) => startup.dispatch({ channel, input, callId }),
    subscribe: () => () => undefined,
  });
  function BrokenPane(): never {
    throw new RangeError('Siti Rahayu 0812-5550-0137');
  }
  const look = { language: 'en', today: '2026-06-15' } as const;
  await renderInShop(
    <ErrorBoundary>
      <BrokenPane />
    </ErrorBoundary>,
    look,
  );
  expect(screen.getByRole('alert').textContent).toContain('This screen has stopped working');
  const log = () => readFileSync(join(logFolder, 'langgan.log'), 'utf8');
  await waitFor(() => expect(log()).toContain('"screen failed"'));
  expect(log()).toContain('"name":"RangeError"');
  expect(log()).toContain('tests/ui/app/log.test.tsx');
  expect(log()).not.toMatch(/Siti|5550/);
});

test('where the shop cannot be opened the log can, and where no program shows it, it says where it is', async () => {
  const { startup, logFolder, opened } = await startWithoutShop(false);
  const { user } = renderApp(startup, '/customers');
  await user.click(await screen.findByRole('button', { name: 'Open the folder of the log' }));
  expect(await screen.findByText(new RegExp(`It is ${logFolder}$`))).toBeTruthy();
  expect(opened).toEqual([logFolder]);
});

test('the settings say what the log holds, and that there is none where none is written', async () => {
  const app = await startTestApplication();
  await app.dispatch({
    channel: 'settings.update',
    input: { shopName: 'Sekar', language: 'en' },
    callId: 's',
  });
  renderApp(app, '/settings');
  expect(await screen.findByText(/no names, numbers or texts of your shop/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Open the folder of the log' }));
  expect(await screen.findByText('No log is being written here.')).toBeTruthy();
});
