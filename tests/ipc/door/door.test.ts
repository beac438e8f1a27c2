import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { toAppError } from '#electron/ipc/errors.ts';
import { handlers } from '#electron/ipc/handlers.ts';
import { WriteQueue } from '#electron/ipc/write-queue.ts';
import { taskHandlers } from '#electron/tasks/handlers.ts';
import { contract } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

const channels = Object.keys(contract);
const testsFolder = fileURLToPath(new URL('../..', import.meta.url));

function testSources(): string {
  return readdirSync(testsFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name) && name !== 'ipc/door/door.test.ts')
    .map((name) => readFileSync(`${testsFolder}/${name}`, 'utf8'))
    .join('\n');
}

describe('every channel', () => {
  it('has exactly one handler', () => {
    expect([...Object.keys(handlers), ...Object.keys(taskHandlers)].sort()).toEqual(
      [...channels].sort(),
    );
  });

  it('appears in a test', () => {
    const sources = testSources();
    expect(channels.filter((channel) => !sources.includes(`'${channel}'`))).toEqual([]);
  });
});

describe('the door', () => {
  it('does not know what is not in the contract', async () => {
    const shop = await tempShop();
    for (const channel of ['', 'customers.drop', '__proto__', 'constructor', 'toString'])
      expect(await shop.fail(channel, {})).toEqual({ code: 'NOT_FOUND', entity: 'channel' });
  });

  it('names the field that is wrong and never repeats what was typed', async () => {
    const shop = await tempShop();
    const error = await shop.fail('customers.get', { id: 'secret text', more: 1 });
    expect(error).toMatchObject({ code: 'VALIDATION', issues: [{ path: 'id' }, {}] });
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  it('says NOT_FOUND for what is not there', async () => {
    const shop = await tempShop();
    for (const [channel, input, entity] of [
      ['customers.get', { id: 99 }, 'customer'],
      ['insights.customerWorth', { customerId: 99 }, 'customer'],
      ['sales.get', { id: 99 }, 'sale'],
      ['products.get', { id: 99 }, 'product'],
      ['products.figures', { id: 99 }, 'product'],
      ['products.history', { id: 99 }, 'product'],
      ['history.undo', { batchId: 99 }, 'batch'],
    ] as const)
      expect(await shop.fail(channel, input)).toEqual({ code: 'NOT_FOUND', entity });
  });

  it('answers CANCELLED once the app is closed', async () => {
    const shop = await tempShop();
    await shop.app.close();
    expect(await shop.fail('customers.list', {})).toEqual({ code: 'CANCELLED' });
  });
});

describe('the error mapper', () => {
  const logged: unknown[] = [];
  const tools = {
    ids: { next: () => '12345678-rest' },
    log: { info: () => undefined, error: (...line: unknown[]) => void logged.push(line) },
  };
  const sqlite = (code: string) => new Sqlite.SqliteError('secret', code);

  it.each([
    [sqlite('SQLITE_FULL'), { code: 'STORAGE', reason: 'full' }],
    [sqlite('SQLITE_READONLY_ROLLBACK'), { code: 'STORAGE', reason: 'readonly' }],
    [sqlite('SQLITE_CORRUPT_VTAB'), { code: 'STORAGE', reason: 'corrupt' }],
    [sqlite('SQLITE_NOTADB'), { code: 'STORAGE', reason: 'corrupt' }],
    [sqlite('SQLITE_BUSY_SNAPSHOT'), { code: 'STORAGE', reason: 'busy' }],
    [sqlite('SQLITE_CONSTRAINT_CHECK'), { code: 'INTERNAL', incident: '12345678' }],
    [Object.assign(new Error('x'), { code: 'ENOSPC' }), { code: 'STORAGE', reason: 'full' }],
    [new AppFailure({ code: 'IN_USE', entity: 'product' }), { code: 'IN_USE', entity: 'product' }],
    ['a thrown text', { code: 'INTERNAL', incident: '12345678' }],
  ])('%s', (thrown, expected) => {
    expect(toAppError(thrown, tools)).toEqual(expected);
  });
});

describe('the write queue', () => {
  it('gives the turn to one after the other, and on when one fails', async () => {
    const queue = new WriteQueue();
    const order: string[] = [];
    const done = await queue.take();
    const failing = queue.run(async () => {
      order.push('first');
      throw new Error('no');
    });
    const next = queue.run(async () => void order.push('second'));
    order.push('held');
    done();
    await expect(failing).rejects.toThrow('no');
    await next;
    expect(order).toEqual(['held', 'first', 'second']);
  });
});
