import { performance } from 'node:perf_hooks';

/** The 95th percentile, in milliseconds, of asking everything many times over. */
export async function p95(times: number, asks: readonly (() => unknown)[]): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < times; round += 1)
    for (const ask of asks) {
      const from = performance.now();
      await ask();
      took.push(performance.now() - from);
    }
  took.sort((a, b) => a - b);
  return took[Math.floor(took.length * 0.95)] ?? 0;
}
