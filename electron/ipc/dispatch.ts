import { settleProductFigures } from '#db/queries/figures/products.ts';
import { lastChange } from '#db/queries/privacy/later-words.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Touch } from '#shared/contract/define.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { type ChannelName, contract, isChannel } from '#shared/contract/index.ts';
import { AppFailure, type Result } from '#shared/errors.ts';
import type { ActionContext, Platform, ReadContext, WriteContext } from '../context.ts';
import type { Shop } from '../shop.ts';
import { shopClock } from '../shop-clock.ts';
import type { Lane } from '../tasks/lane.ts';
import { keepNoWords, refuseErased } from './erased-customers.ts';
import { issuesOf, toAppError } from './errors.ts';
import { handlers, preparations } from './handlers.ts';
import type { ReadGate } from './read-gate.ts';
import type { WriteQueue } from './write-queue.ts';

/** One request at the door. `callId` is the caller's own name for it: progress and cancelling use it. */
export interface DoorRequest {
  readonly channel: string;
  readonly input: unknown;
  readonly callId: string;
}

/** What dispatch works with; `shop` is asked anew at each call, because it can be changed for another. */
export interface Door {
  readonly platform: Platform;
  shop(): Shop;
  /** Where the open shop lies; null while none is open. */
  folder(): string | null;
  readonly writes: WriteQueue;
  readonly reads: ReadGate;
  readonly work: Lane;
  readonly reports: Lane;
  readonly actions: Pick<
    ActionContext,
    'cancelTask' | 'moveTo' | 'leaveSample' | 'password' | 'restores'
  >;
  /** Makes a copy of the owner's shop before much of it is changed at once; fails where it could not be made. */
  copyBefore(): Promise<void>;
  /** What main does with a finished task's value before it is answered. */
  afterTask(channel: ChannelName, prepared: unknown, value: unknown): Promise<void>;
  emit(event: AppEvent): void;
  /** Holds every answer against its contract: on in tests and development. */
  readonly checksOutput: boolean;
}

type AnyHandler = (ctx: unknown, input: unknown) => Promise<unknown>;

/** The shop is asked for once a call: another may be shown before the call has ended. */
async function callContext({ platform }: Door, shop: Shop) {
  const { ids, guess } = platform;
  const { settings } = await readSettings(shop.reader.db, guess);
  const clock = shopClock(platform.clock, settings.timeZone);
  return { clock, ids, settings, today: clock.today(), shop: shop.facts };
}

async function runQuery(door: Door, handler: AnyHandler, input: unknown): Promise<unknown> {
  return door.reads.through(async () => {
    const shop = door.shop();
    const ctx: ReadContext = { ...(await callContext(door, shop)), db: shop.reader.db };
    return handler(ctx, input);
  });
}

async function runCommand(
  door: Door,
  handler: AnyHandler,
  { channel, input }: DoorRequest & { channel: ChannelName },
): Promise<unknown> {
  return door.writes.run(async () => {
    const shop = door.shop();
    const { writer } = shop;
    shop.requireInPlace();
    const base = await callContext(door, shop);
    return writer.db.transaction().execute(async (db) => {
      refuseErased(writer.raw, channel, input);
      const since = lastChange(writer.raw);
      const ctx: WriteContext = { ...base, db, raw: writer.raw };
      const value = await handler(ctx, input);
      keepNoWords(writer.raw, channel, since);
      settleProductFigures(writer.raw);
      return value;
    });
  });
}

async function actionContext(door: Door): Promise<ActionContext> {
  const { shop, today } = await callContext(door, door.shop());
  const undisturbed: ActionContext['undisturbed'] = (work) => door.reads.through(work);
  return { platform: door.platform, shop, today, undisturbed, ...door.actions };
}

async function runApart(
  door: Door,
  lane: Lane,
  request: DoorRequest & { channel: ChannelName },
  prepared: unknown,
): Promise<unknown> {
  const { channel, callId, input } = request;
  const startedAt = door.platform.clock.now();
  const { shop, today } = await callContext(door, door.shop());
  let isShown = contract[channel].kind === 'task';
  const result = await lane.run({
    callId,
    channel,
    input,
    prepared,
    shop,
    today,
    onProgress: (phase, done, total) => {
      const elapsedMs = Math.max(0, door.platform.clock.now() - startedAt);
      isShown = true;
      door.emit({ type: 'progress', callId, channel, phase, done, total, elapsedMs });
    },
  });
  // A report that took its time has been seen to be under way.
  if (isShown) door.emit({ type: 'task-ended', callId, channel });
  if (!result.ok) throw new AppFailure(result.error);
  return result.value;
}

async function runTask(
  door: Door,
  request: DoorRequest & { channel: ChannelName },
): Promise<unknown> {
  const prepare = (preparations as Partial<Record<ChannelName, AnyHandler>>)[request.channel];
  const ready =
    prepare === undefined ? {} : await prepare(await actionContext(door), request.input);
  if (ready === null) return null;
  const { prepared, tidy } = ready as { prepared?: unknown; tidy?: () => Promise<void> };
  let value: unknown;
  try {
    value = await runApart(door, door.work, request, prepared ?? null);
  } catch (error) {
    // A task that is killed tidies up nothing by itself.
    await tidy?.().catch((failed: unknown) =>
      toAppError(failed, door.platform, { channel: request.channel }),
    );
    throw error;
  }
  await door.afterTask(request.channel, prepared, value);
  return value;
}

/** So many records in one command, and a copy is made first, like before an import. */
const mostUncopied = 100;

function isBulk(input: unknown): boolean {
  if (typeof input !== 'object' || input === null || !('ids' in input)) return false;
  return Array.isArray(input.ids) && input.ids.length > mostUncopied;
}

async function answer(
  door: Door,
  request: DoorRequest & { channel: ChannelName },
): Promise<unknown> {
  const { channel, input } = request;
  const { kind } = contract[channel];
  if (kind === 'report') return runApart(door, door.reports, request, null);
  if (kind === 'task') return runTask(door, request);
  const handler = (handlers as unknown as Partial<Record<ChannelName, AnyHandler>>)[channel];
  if (handler === undefined) throw new Error(`no handler for ${channel}`);
  if (kind === 'query') return runQuery(door, handler, input);
  if (kind === 'command') {
    if (isBulk(input)) await door.copyBefore();
    return runCommand(door, handler, request);
  }
  return handler(await actionContext(door), input);
}

const slowMs = 40;

function logWhenSlow(door: Door, channel: ChannelName, startedAt: number): void {
  const tookMs = door.platform.clock.now() - startedAt;
  if (contract[channel].kind === 'query' && tookMs > slowMs)
    door.platform.log.info('slow query', { channel, tookMs });
}

/** Whether something came of a call: a command always did; what a person is asked first may be called off. */
function hasChanged(channel: ChannelName, answered: unknown): boolean {
  const { kind } = contract[channel];
  return kind === 'command' || ((kind === 'task' || kind === 'action') && answered !== null);
}

/**
 * The one door: Electron, the Chromium host, the headless door and the tests all come through here.
 * Never throws; what fails is answered as an `AppError`. After a change the windows are told what it
 * touched.
 */
export async function dispatch(door: Door, request: DoorRequest): Promise<Result<unknown>> {
  const { channel, callId } = request;
  if (!isChannel(channel)) return { ok: false, error: { code: 'NOT_FOUND', entity: 'channel' } };
  const parsed = contract[channel].input.safeParse(request.input ?? {});
  if (!parsed.success) return { ok: false, error: issuesOf(parsed.error) };
  const startedAt = door.platform.clock.now();
  try {
    const value = await answer(door, { channel, callId, input: parsed.data });
    const shown = door.checksOutput ? contract[channel].output.parse(value) : value;
    logWhenSlow(door, channel, startedAt);
    const touches: readonly Touch[] = contract[channel].touches;
    if (touches.length > 0 && hasChanged(channel, shown))
      door.emit({ type: 'changed', touches: [...touches] });
    return { ok: true, value: shown };
  } catch (error) {
    const at = { folder: door.folder(), channel };
    return { ok: false, error: toAppError(error, door.platform, at) };
  }
}
