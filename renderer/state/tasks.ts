import { create } from 'zustand';
import type { TaskPhase } from '#shared/contract/events.ts';

/** How far a task is; `done` of `total` in rows or bytes, `total` 0 while unknown. */
export interface TaskProgress {
  readonly phase: TaskPhase;
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
}

/** A task that runs now. `title` is what the status line calls it, null: by its phase alone. */
export interface RunningTask {
  readonly callId: string;
  readonly channel: string;
  readonly title: string | null;
  readonly progress: TaskProgress | null;
}

interface TasksState {
  readonly running: readonly RunningTask[];
  started(task: RunningTask): void;
  progressed(callId: string, channel: string, progress: TaskProgress): void;
  ended(callId: string): void;
}

/** The tasks under way, whoever started them: the status line and their own screens read it. */
export const useTasks = create<TasksState>()((set) => ({
  running: [],
  started: (task) => set(({ running }) => ({ running: [...running, task] })),
  progressed: (callId, channel, progress) =>
    set(({ running }) => ({
      running: running.some((one) => one.callId === callId)
        ? running.map((one) => (one.callId === callId ? { ...one, progress } : one))
        : [...running, { callId, channel, title: null, progress }],
    })),
  ended: (callId) =>
    set(({ running }) => ({ running: running.filter((one) => one.callId !== callId) })),
}));
