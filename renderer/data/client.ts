import type { AppEvent } from '#shared/contract/events.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import type { AppError, Result } from '#shared/errors.ts';
import type { Bridge } from './bridge.ts';

let bridge: Bridge | null = null;
let calls = 0;

/** Names the bridge that all calls take: the preload's in the window, dispatch itself in tests. */
export function connect(to: Bridge): void {
  bridge = to;
}

function connected(): Bridge {
  if (bridge === null) throw new Error('no bridge: connect() has not been called');
  return bridge;
}

/** A name for the next call, unique in this window; progress events and cancelling use it. */
export function nextCallId(): string {
  calls += 1;
  return `w${calls}`;
}

/** Sends one request. The door has parsed the answer by the contract, so its type is taken as told. */
export async function invoke<N extends ChannelName>(
  channel: N,
  input: Input<N>,
  callId: string = nextCallId(),
): Promise<Result<Output<N>>> {
  return (await connected().invoke(channel, input, callId)) as Result<Output<N>>;
}

/** Listens to what main tells unasked; the answer ends the listening. */
export function subscribe(listener: (event: AppEvent) => void): () => void {
  return connected().subscribe(listener);
}

/** An `AppError` in the shape that TanStack Query wants failures in. */
export class RequestError extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.name = 'RequestError';
    this.error = error;
  }
}

/** As `invoke`, but a failure is thrown as `RequestError`: for TanStack Query alone. */
export async function request<N extends ChannelName>(
  channel: N,
  input: Input<N>,
): Promise<Output<N>> {
  const result = await invoke(channel, input);
  if (!result.ok) throw new RequestError(result.error);
  return result.value;
}
