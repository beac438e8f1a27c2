import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '#build/engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';

function run(command: string, args: readonly string[], more: Record<string, string> = {}) {
  const script = join(root, 'build', 'commands', `${command}.ts`);
  const env = { ...process.env, DISPLAY: ':7', ...more };
  const done = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env });
  return { status: done.status, said: done.stderr };
}

test('npm run checksums names what it wrote, and refuses a folder without an installer', () => {
  const folder = tempFolder();
  const none = run('checksums', [folder]);
  expect(none).toEqual({ status: 1, said: `There is no installer in ${folder}.\n` });
  writeFileSync(join(folder, 'b.deb'), 'abc');
  const done = run('checksums', [folder]);
  expect(done.status).toBe(0);
  expect(done.said).toBe(`SHA256SUMS in ${folder} says what these are: b.deb.\n`);
  expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toContain('  b.deb\n');
});

// A script is a program of its own where its first line names who reads it.
describe.skipIf(process.platform === 'win32')('a command that starts a program', () => {
  function program(name: string, text: string): string {
    const folder = tempFolder();
    const path = join(folder, name);
    writeFileSync(path, `#!${process.execPath}\n${text}\n`);
    chmodSync(path, 0o755);
    return folder;
  }

  test('npm run smoke fails with a sentence where the program ends at once', () => {
    const path = join(program('ends', 'process.exit(7);'), 'ends');
    const done = run('smoke', ['--program', path]);
    expect(done.status).toBe(1);
    expect(done.said).toContain(`Starting ${path}.\n`);
    expect(done.said).toContain('it ended with 7 at once');
    expect(done.said).not.toMatch(/^ +at /m);
  });

  const compositor = `
    const { writeFileSync } = require('node:fs');
    const socket = process.argv.find((one) => one.startsWith('--socket=')).slice(9);
    const { XDG_RUNTIME_DIR: folder, DISPLAY = null } = process.env;
    writeFileSync(process.env.NOTES, JSON.stringify({ pid: process.pid, folder, DISPLAY }));
    writeFileSync(folder + '/' + socket, '');
    setInterval(() => undefined, 1000);`;

  function inWayland(weston: string | null, code: number) {
    const notes = join(tempFolder(), 'notes');
    const path = weston === null ? tempFolder() : program('weston', weston);
    const told = `require('node:fs').writeFileSync(process.env.NOTES + '.in', JSON.stringify(process.env)); process.exit(${code})`;
    const done = run('wayland', [process.execPath, '-e', told], { PATH: path, NOTES: notes });
    const read = (ending: string) =>
      existsSync(notes + ending)
        ? (JSON.parse(readFileSync(notes + ending, 'utf8')) as Record<string, unknown>)
        : null;
    return { ...done, compositor: read(''), inside: read('.in') };
  }

  test('npm run wayland gives it a session of its own without X, hands its code on, and leaves nothing', () => {
    const { status, inside, compositor: own } = inWayland(compositor, 7);
    expect(status).toBe(7);
    expect(inside).toMatchObject({
      ...{ WAYLAND_DISPLAY: 'langgan-wayland', XDG_SESSION_TYPE: 'wayland' },
      XDG_RUNTIME_DIR: own?.['folder'],
    });
    expect(inside).not.toHaveProperty('DISPLAY');
    expect(own?.['DISPLAY']).toBeNull();
    expect(existsSync(String(own?.['folder']))).toBe(false);
    expect(() => process.kill(Number(own?.['pid']), 0)).toThrow('ESRCH');
  });

  test('npm run wayland says so where there is no compositor, or one that ends at once', () => {
    const none = inWayland(null, 0);
    expect([none.status, none.inside]).toEqual([1, null]);
    expect(none.said).toContain('weston');
    const ended = inWayland('process.exit(3);', 0);
    expect([ended.status, ended.inside]).toEqual([1, null]);
    expect(ended.said).toBe('The compositor ended with 3 at once.\n');
  });
});
