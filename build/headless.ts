import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Application } from '#electron/application.ts';
import type { Dialogs, Logger } from '#electron/context.ts';
import { startUp } from '#electron/startup.ts';
import type { AppError, Result } from '#shared/errors.ts';
import { root } from './engine.ts';
import { createNodePlatform } from './node-platform.ts';

/** One line of input. `files`: what the pickers of this request answer. */
interface Line {
  readonly id: string | number;
  readonly channel: string;
  readonly input: unknown;
  readonly files: readonly string[];
}

type Write = (line: object) => void;

const chosenFiles = new AsyncLocalStorage<readonly string[]>();

function pickers(): Dialogs {
  const all = async (): Promise<readonly string[] | null> => {
    const files = chosenFiles.getStore() ?? [];
    return files.length === 0 ? null : files;
  };
  const first = async (): Promise<string | null> => (await all())?.[0] ?? null;
  return { openSpreadsheets: all, saveTable: first, chooseDataFolder: first, openBackup: first };
}

const log: Logger = {
  info: () => undefined,
  error: (message, fields) => process.stderr.write(`${JSON.stringify({ message, ...fields })}\n`),
};

function parseLine(text: string): Line | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { id, channel, input = {}, files = [] } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') return null;
  if (typeof channel !== 'string' || !Array.isArray(files)) return null;
  return { id, channel, input, files: files.map(String) };
}

function reply(id: Line['id'] | null, result: Result<unknown>): object {
  return result.ok ? { id, ok: true, value: result.value } : { id, ok: false, error: result.error };
}

const malformed: AppError = {
  code: 'VALIDATION',
  issues: [{ path: 'line', problem: 'json' }],
};

/** Passes the progress of a request on under the id its line had. */
function forwardProgress(
  app: Pick<Application, 'onEvent'>,
  ids: ReadonlyMap<string, Line['id']>,
  write: Write,
): void {
  app.onEvent((event) => {
    if (!('callId' in event)) return;
    const id = ids.get(event.callId);
    if (id !== undefined) write({ id, event });
  });
}

/**
 * The door without a window: JSON lines in, JSON lines out, through the same dispatch. Lines are
 * answered one after the other; `tasks.cancel` goes past the line it is to stop. Answers the exit code.
 */
export async function runHeadless(given: {
  readonly dataFolder: string;
  readonly input: NodeJS.ReadableStream;
  readonly write: Write;
}): Promise<number> {
  const { dataFolder, input, write } = given;
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const platform = createNodePlatform({ dialogs: pickers(), log, appVersion: manifest.version });
  const startup = await startUp(platform, {
    locate: async () => ({ path: dataFolder, isMissing: false }),
  });
  const ids = new Map<string, Line['id']>();
  forwardProgress(startup, ids, write);

  const answer = async (line: Line): Promise<void> => {
    const request = { channel: line.channel, input: line.input, callId: String(line.id) };
    ids.set(request.callId, line.id);
    const result = await chosenFiles.run(line.files, () => startup.dispatch(request));
    write(reply(line.id, result));
  };

  let last = Promise.resolve();
  const atOnce: Promise<void>[] = [];
  for await (const text of createInterface({ input })) {
    if (text.trim() === '') continue;
    const line = parseLine(text);
    if (line === null) write(reply(null, { ok: false, error: malformed }));
    else if (line.channel === 'tasks.cancel') atOnce.push(answer(line));
    else last = last.then(() => answer(line));
  }
  await last;
  await Promise.all(atOnce);
  await startup.close();
  return startup.started.ok ? 0 : 1;
}
