import { type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../engine.ts';

/** Runs electron-builder on what was built, by our plan and these arguments; answers its exit code. */
export async function runBuilder(args: readonly string[], stdio: StdioOptions): Promise<number> {
  const script = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const plan = ['--config', 'electron-builder.yml', '--publish', 'never'];
  const builder = spawn(process.execPath, [script, ...plan, ...args], { cwd: root, stdio });
  const [code] = (await once(builder, 'exit')) as [number | null];
  return code ?? 1;
}
