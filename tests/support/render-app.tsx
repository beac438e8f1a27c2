import { type RenderResult, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { onTestFinished } from 'vitest';
import { memoryLocation } from 'wouter/memory-location';
import { createNodePlatform } from '#build/node-platform.ts';
import { type Application, startApplication } from '#electron/application.ts';
import type { Dialogs } from '#electron/context.ts';
import { App } from '#renderer/app/app.tsx';
import { connect } from '#renderer/data/client.ts';
import { createQueryClient } from '#renderer/data/query-client.ts';
import { useCustomerOrder } from '#renderer/state/customer-list.ts';
import { useListPlaces } from '#renderer/state/list-places.ts';
import { keptTaskProcess } from './processes/kept-tasks.ts';
import { tempFolder, type WhenDone } from './temp-folder.ts';

const noDialogs: Dialogs = {
  openSpreadsheets: async () => null,
  saveTable: async () => null,
  chooseDataFolder: async () => null,
  openBackup: async () => null,
};

/** The real application on a folder of the test's own; it is closed when the test ends, or the file. */
export async function startTestApplication(
  dialogs: Partial<Dialogs> = {},
  dataFolder: string = tempFolder(),
  whenDone: WhenDone = onTestFinished,
): Promise<Application> {
  const platform = createNodePlatform({
    dialogs: { ...noDialogs, ...dialogs },
    log: { info: () => undefined, error: () => undefined },
    appVersion: '0.0.0-test',
  });
  // Nothing of a test is opened outside; it goes as on a laptop that has a program for it.
  const opening = {
    ...platform,
    forkTasks: keptTaskProcess,
    openLink: async () => 'opened' as const,
    openFolder: async () => true,
  };
  const started = await startApplication(opening, {
    dataFolder,
    checksOutput: true,
    backsUpAtQuit: false,
  });
  if (!started.ok) throw new Error(`the application did not start: ${started.error.code}`);
  whenDone(() => started.app.close());
  return started.app;
}

export interface RenderedApp extends RenderResult {
  readonly user: UserEvent;
  /** Every address that has been gone to, the last one shown now. */
  readonly addresses: readonly string[];
}

/** The whole window over an application: what a click asks for, the real dispatcher answers. */
export function renderApp(
  app: Pick<Application, 'dispatch' | 'onEvent'>,
  path = '/customers',
): RenderedApp {
  connect({
    invoke: (channel, input, callId) => app.dispatch({ channel, input, callId }),
    subscribe: (listener) => app.onEvent(listener),
  });
  useCustomerOrder.setState({ sort: 'activeRevenue', descending: true });
  useListPlaces.setState({ places: {} });
  const { hook, history } = memoryLocation({ path, record: true });
  const rendered = render(<App queryClient={createQueryClient()} locationHook={hook} />);
  return { ...rendered, user: userEvent.setup(), addresses: history };
}
