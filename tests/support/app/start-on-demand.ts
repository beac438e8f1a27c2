import { createNodePlatform } from '#build/node-platform.ts';
import { type Application, startApplication } from '#electron/application.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';

/** What a process is told: to start the app on a folder and write a customer, or to close it. */
export type Order = { readonly start: string; readonly name: string } | { readonly start: null };

const never = async () => null;
const platform = createNodePlatform({
  dialogs: {
    openSpreadsheets: never,
    saveTable: never,
    chooseDataFolder: never,
    openBackup: never,
  },
  log: { info: () => undefined, error: () => undefined },
  appVersion: '0.0.0-test',
});
let app: Application | null = null;

async function follow(order: Order): Promise<string> {
  if (order.start === null) {
    await app?.close();
    app = null;
    return 'closed';
  }
  const options = { dataFolder: order.start, backsUpAtQuit: false };
  const started = await startApplication(platform, options);
  if (!started.ok) return JSON.stringify(started.error);
  app = started.app;
  const input = { ...EMPTY_FACTS, name: order.name };
  const made = await app.dispatch({ channel: 'customers.create', input, callId: 'start' });
  return made.ok ? 'writes' : JSON.stringify(made.error);
}

process.on('message', (order: Order) => {
  void follow(order).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
