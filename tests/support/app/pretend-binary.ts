import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { basename } from 'node:path';

/**
 * Stands in for Electron's binary: starts, refuses and ends as Electron 45 does on the machine that
 * the environment describes. Every start is written to a log, one JSON line each.
 */

const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const [script = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isSandboxed = !flags.includes('--no-sandbox');
const { PRETEND_LOG = '', PRETEND_MACHINE = '', PRETEND_UID } = process.env;

function giveUp(words: string, how: NodeJS.Signals | number): never {
  process.stderr.write(`${words}\n`);
  if (typeof how === 'number') process.exit(how);
  process.kill(process.pid, how);
  // The signal takes effect before this has been waited for.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('still here');
}

const isProbe = basename(script) === 'probe-app.mjs';
const own = flags.filter((flag) => !/^--(user-data-dir|data|inspect|remote-)/.test(flag));
const line = { electron: isProbe ? 'probe' : 'app', flags: own };
appendFileSync(PRETEND_LOG, `${JSON.stringify(line)}\n`);

// As Node it has no `electron` module.
if (process.env.ELECTRON_RUN_AS_NODE !== undefined) giveUp('SyntaxError: no export named app', 1);
if (PRETEND_MACHINE === 'lacks a library') {
  const words = 'cannot open shared object file: No such file or directory';
  giveUp(`electron: error while loading shared libraries: libnss3.so: ${words}`, 127);
}
if (PRETEND_UID === '0' && isSandboxed) {
  giveUp('Running as root without --no-sandbox is not supported. See crbug.com/638180.', 1);
}
if (PRETEND_MACHINE === 'closes namespaces' && isSandboxed) {
  const helper = 'The SUID sandbox helper binary was found, but is not configured correctly.';
  giveUp(`[1:0101/000000:FATAL:setuid_sandbox_host.cc:166] ${helper}`, 'SIGTRAP');
}
if (!process.env.DISPLAY || PRETEND_MACHINE === 'has lost its display') {
  giveUp('[1:0101/000000:ERROR:ozone_platform_x11.cc:256] Missing X server or $DISPLAY', 'SIGABRT');
}
if (PRETEND_MACHINE === 'ends it at once') process.exit(0);
if (!isProbe && process.env.PRETEND_APP_CODE !== undefined) {
  process.exit(Number(process.env.PRETEND_APP_CODE));
}

const module = `
  export const app = { whenReady: async () => undefined, exit: (code) => process.exit(code) };
  export class BrowserWindow {
    webContents = { on: (name, listener) => { this.gone = listener; } };
    async loadURL() {
      if (process.env.PRETEND_MACHINE === 'kills pages') this.gone();
    }
  }`;

async function runProbe(): Promise<void> {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: `data:text/javascript,${encodeURIComponent(module)}`, shortCircuit: true }
        : next(specifier, context),
  });
  await import(script);
}

if (isProbe) await runProbe();
else await (await import('./pretend-electron-app.ts')).runAppAsElectron();
