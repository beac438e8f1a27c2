import type { z } from 'zod';

/** What a change can touch; the renderer refetches every query that reads one of these. */
export type Touch =
  | 'settings'
  | 'customers'
  | 'products'
  | 'sales'
  | 'imports'
  | 'history'
  | 'backups'
  | 'interactions'
  | 'followUps'
  | 'complaints'
  | 'reviews'
  | 'replies'
  | 'guarantee'
  | 'accountant'
  | 'payments'
  | 'targets'
  | 'prospects'
  | 'segments'
  | 'campaigns'
  | 'feedback'
  | 'notes'
  | 'loyalty'
  | 'privacy'
  | 'shop';

/**
 * - `query` reads, on a handle that cannot write.
 * - `report` reads too, but in the task process: it may take longer than main may be kept waiting.
 * - `command` runs in exactly one transaction that dispatch opens.
 * - `task` runs in the task process, with progress, and can be cancelled.
 * - `action` is what main does outside the database: a file picker, opening a folder, cancelling a task.
 */
export type ChannelKind = 'query' | 'report' | 'command' | 'task' | 'action';

export interface Channel<
  K extends ChannelKind = ChannelKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
  /** For a query: what it reads. For the others: what they may change. */
  readonly touches: readonly Touch[];
}

interface Parts<I extends z.ZodType, O extends z.ZodType> {
  readonly input: I;
  readonly output: O;
  readonly touches: readonly Touch[];
}

export function query<I extends z.ZodType, O extends z.ZodType>(
  parts: Parts<I, O>,
): Channel<'query', I, O> {
  return { kind: 'query', ...parts };
}

export function report<I extends z.ZodType, O extends z.ZodType>(
  parts: Parts<I, O>,
): Channel<'report', I, O> {
  return { kind: 'report', ...parts };
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  parts: Parts<I, O>,
): Channel<'command', I, O> {
  return { kind: 'command', ...parts };
}

export function task<I extends z.ZodType, O extends z.ZodType>(
  parts: Parts<I, O>,
): Channel<'task', I, O> {
  return { kind: 'task', ...parts };
}

export function action<I extends z.ZodType, O extends z.ZodType>(
  parts: Parts<I, O>,
): Channel<'action', I, O> {
  return { kind: 'action', ...parts };
}
