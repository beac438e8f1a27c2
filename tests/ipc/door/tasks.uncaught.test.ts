import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { root } from '#build/engine.ts';

const entry = join(root, 'electron', 'tasks', 'task-process.ts');

it('a task process in which something is rejected unheard says where, and ends', async () => {
  // As in a utility process: left to itself, Node would warn and go on.
  const child = fork(entry, [], {
    execArgv: ['--unhandled-rejections=warn-with-error-code'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: unknown[] = [];
  child.on('message', (message) => void said.push(message));
  child.send({ type: 'run', channel: 'Bu Ratna owes 250.000' });
  const [code] = await Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  expect(code).toEqual([1, null]);
  expect(said).toMatchObject([{ type: 'log', level: 'error', fields: { name: 'ZodError' } }]);
  expect(JSON.stringify(said)).toContain('task-process.ts');
  expect(JSON.stringify(said)).not.toContain('Ratna');
});
