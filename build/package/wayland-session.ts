import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const socket = 'langgan-wayland';
const limitMs = 30_000;
const lookAgainMs = 100;

/**
 * Runs a command in a Wayland session of its own that no screen shows (weston, which must be
 * installed), without an X server to fall back on; answers its exit code.
 */
export async function runInWayland(command: readonly [string, ...string[]]): Promise<number> {
  const [program, ...args] = command;
  // The compositor takes none but a folder that is its user's alone, as this one is.
  const runtime = mkdtempSync(join(tmpdir(), 'langgan-wayland-'));
  const { DISPLAY: _none, ...inherited } = process.env;
  const session = { ...inherited, XDG_RUNTIME_DIR: runtime, XDG_SESSION_TYPE: 'wayland' };
  const compositor = spawn(
    'weston',
    ['--backend=headless-backend.so', `--socket=${socket}`, '--idle-time=0', '--no-config'],
    { stdio: ['ignore', 'ignore', 'inherit'], env: session },
  );
  const gone = once(compositor, 'exit');
  const broken = gone.then(([code]) =>
    Promise.reject(new Error(`The compositor ended with ${code} at once.`)),
  );
  try {
    await Promise.race([waitForSocket(join(runtime, socket)), broken]);
    const env = { ...session, WAYLAND_DISPLAY: socket };
    const [code] = await once(spawn(program, args, { stdio: 'inherit', env }), 'exit');
    return typeof code === 'number' ? code : 1;
  } finally {
    if (compositor.kill()) await gone;
    rmSync(runtime, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function waitForSocket(path: string): Promise<void> {
  const end = performance.now() + limitMs;
  while (!existsSync(path)) {
    if (performance.now() > end) throw new Error('The compositor did not start.');
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
}
