import { spawn } from 'node:child_process';
import type { Shell } from 'electron';
import { hasDisplay } from './find-chromium.ts';
import { report } from './test-report.ts';

/** Hands something to the program the system has for it; without a display there is none, in a test only the report. */
function open(target: string): void {
  report({ opened: target });
  if (!hasDisplay() || process.env.LANGGAN_TEST_PORT !== undefined) return;
  const [program, args] =
    process.platform === 'win32'
      ? ['explorer.exe', [target]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [target]];
  const child = spawn(program as string, args as string[], { stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write(`no program here opens ${target}\n`));
  child.unref();
}

export const shell = {
  openExternal: async (url: string) => open(url),
  openPath: async (path: string) => {
    open(path);
    return '';
  },
} satisfies Pick<Shell, 'openExternal' | 'openPath'>;

export const nativeTheme = { shouldUseDarkColors: false };
