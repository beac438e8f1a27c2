import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface ToolResult {
  readonly isOk: boolean;
  readonly output: string;
}

const scripts = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
} as const;

/** Runs one of the installed tools in `folder`, under this Node. */
export function runTool(
  root: string,
  folder: string,
  tool: keyof typeof scripts,
  args: readonly string[],
): ToolResult {
  const script = join(root, 'node_modules', scripts[tool]);
  const run = spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' });
  return { isOk: run.status === 0, output: `${run.stdout}${run.stderr}`.trim() };
}
