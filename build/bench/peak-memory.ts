import { readFileSync } from 'node:fs';

/** Highest resident memory of a process so far, MiB; 0 where the system does not say (not Linux). */
export function peakMemoryMb(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
