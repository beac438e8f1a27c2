import { readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { type Application, startApplication } from '#electron/application.ts';
import { type ChannelName, contract } from '#shared/contract/index.ts';
import type { Result } from '#shared/errors.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { anything, spoiled } from '#tests/support/fuzz/spoiled-input.ts';
import { type Known, validInput } from '#tests/support/fuzz/valid-input.ts';
import { finishShop } from '#tests/support/shop/build-shop.ts';
import { fillWithRows } from '#tests/support/shop/journalled-rows.ts';
import { startShop, type TestMachine, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const payloads = process.env['LANGGAN_FULL'] === '1' ? 500 : 16;
/** Nothing of a small shop takes this long; what does is taken for hung. */
const longestMs = 30_000;

const channels = Object.keys(contract) as ChannelName[];

/** What no failure may say: where the app lies, its inner workings, a stack. */
const leak =
  /SELECT |INSERT |UPDATE |DELETE |SQLITE|\.[jt]s:\d|node_modules|\n {4}at |\/tmp\/|\/dev\/shm\//;

/** Each of these takes seconds, whatever is handed in: it is let through a few times. */
const slowOnes: ReadonlySet<ChannelName> = new Set([
  'sample.open',
  'sample.leave',
  'settings.moveDataFolder',
  'imports.useSampleFiles',
]);

/** What would keep every later call waiting for a password that was drawn: only what is refused is let through. */
const closing: ReadonlySet<ChannelName> = new Set(['password.set', 'password.lock']);

/** The first few that are taken, and all that are refused. */
function fewOf(channel: ChannelName, inputs: readonly unknown[], few: number): unknown[] {
  let taken = 0;
  return inputs.filter((input) => {
    if (contract[channel].input.safeParse(input ?? {}).success) taken += 1;
    else return true;
    return taken <= few;
  });
}

/** Right, right but for one thing, and anything; each once. */
function payloadsOf(channel: ChannelName, known: Known, seed: number): unknown[] {
  const right = validInput(contract[channel].input, known);
  const any = fc.oneof(
    { weight: 5, arbitrary: right },
    { weight: 4, arbitrary: spoiled(right) },
    { weight: 1, arbitrary: anything },
  );
  const drawn = fc.sample(any, { numRuns: payloads, seed });
  const once = [...new Map(drawn.map((input) => [fc.stringify(input), input])).values()];
  if (closing.has(channel)) return fewOf(channel, once, 0);
  return slowOnes.has(channel) ? fewOf(channel, once, 3) : once;
}

/** What the pickers answer: a file to bring in, a place to save to, a folder to move to, or nothing. */
function picksFor(channel: ChannelName, folder: string, call: number): readonly string[] | null {
  if (call % 5 === 4) return null;
  if (channel === 'imports.choose') return [join(folder, 'list.csv')];
  if (channel === 'settings.moveDataFolder') return [join(folder, `moved-${call}`)];
  return [join(folder, `out-${call}.csv`)];
}

function faultIn(channel: ChannelName, result: Result<unknown> | null): string | null {
  if (result === null) return 'does not end';
  if (result.ok) {
    const shown = contract[channel].output.safeParse(result.value);
    return shown.success ? null : `answers ${JSON.stringify(shown.error.issues)}`;
  }
  // No disk has failed: where one is blamed, a payload was not looked at.
  const isCoded = result.error.code !== 'INTERNAL' && result.error.code !== 'STORAGE';
  const said = JSON.stringify(result.error);
  return isCoded && !leak.test(said) ? null : said;
}

async function inTime(work: Promise<Result<unknown>>): Promise<Result<unknown> | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), longestMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A shop with a row of everything, its app without the check of answers that tests have. */
async function openShopOfRows(folder: string, machine: TestMachine): Promise<Application> {
  const first = await startShop(folder, machine);
  await first.app.close();
  const { raw, close } = openConnection(first.database);
  fillWithRows(raw);
  finishShop(raw);
  await close();
  const options = { dataFolder: folder, backsUpAtQuit: false };
  const started = await startApplication(machine.platform, options);
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  return started.app;
}

/** Asks, and says what is wrong with the answer. */
function askerOf(app: Application, machine: TestMachine, outside: string) {
  let calls = 0;
  return async (channel: ChannelName, input: unknown) => {
    calls += 1;
    machine.picks.splice(0, machine.picks.length, picksFor(channel, outside, calls));
    const asked = app.dispatch({ channel, input, callId: `payload-${calls}` });
    const result = await inTime(asked);
    const why = faultIn(channel, result);
    const fault = why === null ? null : { channel, input: fc.stringify(input).slice(0, 400), why };
    return { result, fault };
  };
}

/** The files below a folder that this process holds open (Linux). */
function heldOpen(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  const targets = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return '';
    }
  });
  return targets.filter((target) => target.startsWith(folder));
}

it('any payload is answered, in the contract’s own words, without a stack, a path or SQL', async () => {
  const outside = tempFolder();
  const machine = testMachine();
  writeFileSync(join(outside, 'list.csv'), 'Nama,Telepon,Kota\nBudi,081255500137,Sleman\n');
  const app = await openShopOfRows(join(outside, 'data'), machine);
  const ask = askerOf(app, machine, outside);
  const drafts: string[] = [];
  // Many, because each can be brought in or thrown away by what is drawn.
  for (let at = 0; at < payloads / 4; at += 1) {
    const { result } = await ask('imports.choose', {});
    const draft = result?.ok === true ? (result.value as { draftId: string } | null) : null;
    if (draft !== null) drafts.push(draft.draftId);
    await ask('imports.inspect', { draftId: drafts.at(-1) });
  }
  const seed = fc.sample(fc.nat(), 1)[0] ?? 0;
  const queues = channels.map((channel, at) => {
    const inputs = payloadsOf(channel, { draftId: drafts }, seed + at);
    return { channel, inputs };
  });
  const faults = [];
  for (let round = 0; round < payloads; round += 1)
    for (const { channel, inputs } of queues)
      if (round < inputs.length) faults.push((await ask(channel, inputs[round])).fault);
  await app.close();
  expect(
    faults.filter((fault) => fault !== null),
    `seed ${seed}`,
  ).toEqual([]);
  expect(faults.length).toBeGreaterThan(channels.length * 10);
  expect(machine.logged.filter(({ message }) => message === 'incident')).toEqual([]);
  expect(heldOpen(outside)).toEqual([]);
  tellFigure('S4', `${faults.length} payloads to ${channels.length} channels: 0 faults`);
}, 3_600_000);
