import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '#build/engine.ts';
import { openConnection } from '#db/file/client.ts';
import { toAppError } from '#electron/ipc/errors.ts';
import { cleanEntry, framesOf, traceOf } from '#electron/log-entry.ts';
import { createLogger } from '#electron/logger.ts';
import { startUp } from '#electron/startup.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import { contract } from '#shared/contract/index.ts';
import { startShop, type TestMachine, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const person = 'Siti Rahayu';
const phone = '0812-5550-0137';
const said = `${person} ${phone} owes 250.000`;

/** Every trace of a person or of this machine that a line of the log could hold. */
const planted = ['Siti', 'Rahayu', '5550', '250.000', root, homedir(), tmpdir()];

/** A machine that writes its log into a file, as the running app does. */
function loggingMachine(): { machine: TestMachine; logFolder: string; entries: () => unknown[] } {
  const machine = testMachine();
  const logFolder = tempFolder();
  const log = createLogger(logFolder, machine.platform.clock);
  Object.assign(machine.platform, { log, logFolder });
  const text = () => {
    const written = readFileSync(join(logFolder, 'langgan.log'), 'utf8');
    for (const trace of [...planted, logFolder]) expect(written).not.toContain(trace);
    return written;
  };
  const entries = () =>
    text()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  return { machine, logFolder, entries };
}

/** Has SQLite refuse every new row of a table in words that quote it. */
function refuseIn(database: string, table: string, quoted: string): Promise<void> {
  const { raw, close } = openConnection(database);
  raw.exec(`CREATE TRIGGER quoting BEFORE INSERT ON ${table}
    BEGIN SELECT RAISE(ABORT, ${quoted}); END`);
  return close();
}

describe('the log says what failed and where, and nothing of what was typed, when', () => {
  it('a command fails in SQLite’s words', async () => {
    const { machine, entries } = loggingMachine();
    const shop = await startShop(tempFolder(), machine);
    await refuseIn(shop.database, 'customers', 'NEW.name');
    const input = { ...EMPTY_FACTS, name: said };
    expect(await shop.fail('customers.create', input)).toMatchObject({ code: 'INTERNAL' });
    expect(entries()).toEqual([
      {
        at: expect.any(String),
        level: 'error',
        message: 'incident',
        incident: expect.stringMatching(/^[0-9a-f]{8}$/),
        channel: 'customers.create',
        name: 'SqliteError',
        code: 'SQLITE_CONSTRAINT_TRIGGER',
        frames: expect.arrayContaining([expect.stringMatching(/\(db\/.+:\d+:\d+\)$/)]),
      },
    ]);
  });

  it('a task fails in its own process', async () => {
    const { machine, entries } = loggingMachine();
    const shop = await startShop(tempFolder(), machine);
    await shop.ask('customers.create', { ...EMPTY_FACTS, name: person });
    const { raw, close } = openConnection(shop.database);
    raw.exec(`CREATE TRIGGER quoting BEFORE INSERT ON imports
      BEGIN SELECT RAISE(ABORT, '${said}'); END`);
    await close();
    const bytes = Buffer.from(`Nama,Telepon\n${person},${phone}\n`);
    const file = { file: 0, name: `${person}.csv`, offset: 0, base64: bytes.toString('base64') };
    const { draftId } = await shop.ask('imports.receive', { draftId: null, ...file, isLast: true });
    await shop.ask('imports.inspect', { draftId });
    await shop.ask('imports.check', { draftId });
    expect(await shop.fail('imports.commit', { draftId })).toMatchObject({ code: 'INTERNAL' });
    expect(entries()).toMatchObject([
      { message: 'incident', channel: 'imports.commit', code: 'SQLITE_CONSTRAINT_TRIGGER' },
    ]);
  });

  it('a file cannot be opened, a value is refused, a text is thrown', () => {
    const { machine, entries } = loggingMachine();
    const thrownBy = (run: () => unknown): unknown => {
      try {
        return run();
      } catch (error) {
        return error;
      }
    };
    const { log } = machine.platform;
    toAppError(
      thrownBy(() => readFileSync(`/${person}/${phone}.csv`)),
      machine.platform,
    );
    log.error(
      'uncaught exception',
      traceOf(thrownBy(() => contract['customers.create'].input.parse(said))),
    );
    log.error('unhandled rejection', traceOf(said));
    log.error(
      'closing failed',
      traceOf(Object.assign(new Error(said), { name: person, code: phone })),
    );
    const lines = `first\n    at ${person} (/home/siti/${person}.js:1:1)\n    at ${said}`;
    log.error('could not start', traceOf(new Error(lines)));
    expect(entries()).toMatchObject([
      { message: 'storage', reason: 'missing', code: 'ENOENT' },
      { message: 'uncaught exception', name: 'ZodError' },
      { message: 'unhandled rejection', name: 'Thrown', type: 'string' },
      { message: 'closing failed', name: 'Error' },
      { message: 'could not start', name: 'Error' },
    ]);
  });

  it('a screen fails, with a shop or without one', async () => {
    const { machine, logFolder, entries } = loggingMachine();
    const shop = await startShop(tempFolder(), machine);
    const stack = `TypeError: ${said}\n    at ${person} (/home/siti/x.js:1:2)\n    at Pane (assets/pane-3fa.js:12:34)`;
    await shop.ask('logs.noteScreen', { name: 'TypeError', stack });
    await shop.ask('logs.noteScreen', { name: said, stack: said });
    const startup = await startUp(machine.platform, {
      locate: async () => ({ path: `/${person}`, isMissing: true }),
    });
    const request = { channel: 'logs.noteScreen', input: { name: 'Error', stack }, callId: 'x' };
    expect(await startup.dispatch(request)).toEqual({ ok: true, value: null });
    const frames = ['at elsewhere', 'at Pane (assets/pane-3fa.js:12:34)'];
    const entry = { at: expect.any(String), level: 'error', message: 'screen failed' };
    expect(entries()).toEqual([
      { ...entry, name: 'TypeError', frames },
      { ...entry, name: '?', frames: [] },
      { ...entry, name: 'Error', frames },
    ]);
    const open = { channel: 'logs.open', input: {}, callId: 'y' };
    const shown = { ok: true, value: { isOpen: true, folder: logFolder } };
    expect(await startup.dispatch(open)).toEqual(shown);
    expect(machine.opened).toEqual([logFolder]);
  });
});

describe('an entry', () => {
  it('whose fields have another form than theirs is written without them, whoever says it', () => {
    expect(
      cleanEntry(said, {
        code: phone,
        reason: said,
        name: person,
        channel: said,
        incident: person,
        frames: [`at ${person} (x.js:1:1)`, said, 'at take (db/take.ts:1:2)'],
        tookMs: 41,
        [said]: said,
        more: said,
        exitCode: null,
      }),
    ).toEqual({
      message: '?',
      code: '?',
      reason: '?',
      name: '?',
      channel: '?',
      incident: '?',
      frames: ['?', '?', 'at take (db/take.ts:1:2)'],
      tookMs: 41,
      more: '?',
      exitCode: null,
    });
  });

  it('names places from the app’s own folder on every system, whatever its name', () => {
    const own = 'C:/Users/Siti Rahayu/App/resources/app.asar/';
    const stack = [
      'Error: no',
      '    at async Shop.take (file:///C:/Users/Siti%20Rahayu/App/resources/app.asar/out/main/index.js:1:2)',
      String.raw`    at C:\Users\Siti Rahayu\App\resources\app.asar\out\main\index.js:3:4`,
      '    at Array.map (<anonymous>)',
      '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
      '    at new Other (/home/siti/other.js:5:6)',
    ];
    expect(framesOf(stack.join('\n'), own)).toEqual([
      'at async Shop.take (out/main/index.js:1:2)',
      'at out/main/index.js:3:4',
      'at Array.map (<anonymous>)',
      'at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
      'at elsewhere',
    ]);
  });
});
