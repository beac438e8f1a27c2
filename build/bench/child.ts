import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../engine.ts';

export interface Run {
  readonly ms: number;
  readonly peakRssMb: number;
  readonly [figure: string]: unknown;
}

/** Runs one measure in a process of its own, so that each has its own memory and a cold start. */
export function runChild(script: string, args: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, [join(root, 'build', 'bench', script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => {
      const last = out.trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve(JSON.parse(last) as Run);
      else reject(new Error(`${script} ended with ${code}`));
    });
  });
}

/** The quickest of several runs: what the machine can do when nobody disturbs it. */
export async function quickest(times: number, run: (round: number) => Promise<Run>): Promise<Run> {
  let best: Run | null = null;
  for (let round = 0; round < times; round += 1) {
    const one = await run(round);
    if (best === null || one.ms < best.ms) best = one;
  }
  if (best === null) throw new Error('nothing was run');
  return best;
}
