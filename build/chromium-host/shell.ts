import { spawn } from 'node:child_process';
import type { Shell } from 'electron';
import { hasDisplay } from './page/find-chromium.ts';
import { isOn, testPort } from './switches.ts';
import { report } from './test-report.ts';

const noProgram = 'Failed to open path';

function programFor(target: string): readonly [program: string, args: readonly string[]] {
  if (process.platform === 'win32') return ['explorer.exe', [target]];
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', [target]];
}

/**
 * Hands something to the program the system has for it; rejects where none starts. What the program
 * makes of it is not known, here as in Electron. In a test it goes no further than the report.
 */
async function open(target: string): Promise<void> {
  if (isOn('nothing-opens')) throw new Error(noProgram);
  if (testPort() !== null) return report({ opened: target });
  if (!hasDisplay()) throw new Error(noProgram);
  const [program, args] = programFor(target);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  await new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', () => reject(new Error(noProgram)));
  });
  child.unref();
}

export const shell = {
  openExternal: (url: string) => open(url),
  /** Never rejects: it resolves with the error, or with nothing; on Linux, as Electron's, never at all. */
  openPath: async (path: string) => {
    const problem = await open(path).then(
      () => '',
      (error: Error) => error.message,
    );
    return process.platform === 'linux' ? new Promise<string>(() => undefined) : problem;
  },
} satisfies Pick<Shell, 'openExternal' | 'openPath'>;

export const nativeTheme = { shouldUseDarkColors: false };
