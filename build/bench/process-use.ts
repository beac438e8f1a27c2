import { execFileSync } from 'node:child_process';
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

/** Milliseconds of a processor's time that a process has taken so far (Linux); null: nobody says. */
export function cpuMs(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // What is in brackets is its name, and may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
    return ((Number(fields[11]) + Number(fields[12])) / ticks) * 1000;
  } catch {
    return null;
  }
}
