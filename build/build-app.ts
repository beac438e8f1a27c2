import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './engine.ts';
import { isFresh, rememberFresh, sourceState } from './freshness.ts';

const cache = join(root, 'node_modules', '.cache', 'langgan');
const lock = join(cache, 'building');
const lookAgainMs = 200;

function isHeldByTheLiving(): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

function tryLock(): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isHeldByTheLiving()) rmSync(lock, { force: true });
    return false;
  }
}

/** Two commands at once: the second waits, and finds the work done. */
async function withLock(work: () => Promise<void>): Promise<void> {
  mkdirSync(cache, { recursive: true });
  while (!tryLock()) await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Builds beside `out/` and puts the result in its place whole: a build that fails leaves the former one. */
async function buildAside(state: string): Promise<void> {
  const aside = join(root, 'out.new');
  const former = join(root, 'out.old');
  const out = join(root, 'out');
  for (const folder of [aside, former]) rmSync(folder, { recursive: true, force: true });
  process.env.NODE_ENV = 'production';
  process.env.LANGGAN_OUT = 'out.new';
  // Loaded only here: most commands find `out/` fresh.
  const { build } = await import('electron-vite');
  const configFile = join(root, 'build', 'electron.vite.config.ts');
  await build({ configFile, mode: 'production', logLevel: 'warn' });
  rememberFresh(aside, state);
  mkdirSync(out, { recursive: true });
  renameSync(out, former);
  renameSync(aside, out);
  rmSync(former, { recursive: true, force: true });
}

/** Builds `out/` when the sources are not those it was last built from. Throws when the build fails. */
export async function buildApp(say: (line: string) => void): Promise<void> {
  if (isFresh(sourceState())) return;
  await withLock(async () => {
    const state = sourceState();
    if (isFresh(state)) return;
    say('Building (the sources have changed).');
    const started = performance.now();
    await buildAside(state);
    say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  });
}
