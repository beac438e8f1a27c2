import inspector from 'node:inspector';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { mainIsRead } from '#build/chromium-host/readiness.ts';
import { readReport } from '#build/chromium-host/test-report.ts';
import { root } from '#build/engine.ts';

/** Says where Chromium listens in the words of Electron, for whoever drives it from outside. */
async function sayWhereItListens(port: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/version`);
  const { webSocketDebuggerUrl } = (await answer.json()) as { webSocketDebuggerUrl: string };
  process.stderr.write(`DevTools listening on ${webSocketDebuggerUrl}\n`);
}

/**
 * The built app in this process as Electron would run it under `--inspect=0 --remote-debugging-port=0`,
 * with the windows of the Chromium host.
 */
export async function runAppAsElectron(): Promise<void> {
  const module = new URL('../../../build/chromium-host/electron.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: module, shortCircuit: true } : next(specifier, context),
  });
  // Loaded first: with a port from the beginning the host would end with its input, as Electron does not.
  await import(module);
  process.env.LANGGAN_TEST_PORT = '0';
  // The display was pretended too.
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY']) delete process.env[name];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((text: string) => {
    const report = readReport(String(text));
    if (report !== null && 'ready' in report) void sayWhereItListens(report.ready.port);
    return report === null ? write(text) : true;
  }) as typeof process.stdout.write;
  inspector.open(0);
  await import(join(root, 'out', 'main', 'main.js'));
  // The host hears it from main itself; ready before main has been read, Electron never is.
  (globalThis as unknown as Record<string, () => void>)[mainIsRead]?.();
}
