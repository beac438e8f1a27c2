import { type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../engine.ts';

/** Runs electron-builder on what was built, by our plan and these arguments; answers its exit code. */
export async function runBuilder(args: readonly string[], stdio: StdioOptions): Promise<number> {
  const script = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const plan = ['--config', 'electron-builder.yml', '--publish', 'never'];
  // A secret that is not there arrives as an empty word, and is taken for a file of that name.
  const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const builder = spawn(process.execPath, [script, ...plan, ...args], { cwd: root, stdio, env });
  const [code] = (await once(builder, 'exit')) as [number | null];
  return code ?? 1;
}
