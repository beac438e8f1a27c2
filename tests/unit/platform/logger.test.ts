import { statSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { traceOf } from '#electron/log-entry.ts';
import { createLogger } from '#electron/logger.ts';
import { guessFrom } from '#electron/platform/system-guess.ts';

const clock = {
  now: () => 0,
  instant: () => '2026-05-12T00:00:00.000Z',
  today: () => '2026-05-12',
};

test('a log line is one JSON object with its time and fields', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'langgan-log-'));
  createLogger(folder, clock).error('storage', { code: 'BAD_FILE' });
  const text = await readFile(join(folder, 'langgan.log'), 'utf8');
  expect(JSON.parse(text)).toEqual({
    at: '2026-05-12T00:00:00.000Z',
    level: 'error',
    message: 'storage',
    code: 'BAD_FILE',
  });
  await rm(folder, { recursive: true });
});

test('a log over one megabyte makes room for a new one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'langgan-log-'));
  await writeFile(join(folder, 'langgan.log'), 'x'.repeat(1_000_001));
  createLogger(folder, clock).info('slow query');
  expect((await readdir(folder)).sort()).toEqual(['langgan.log', 'langgan.log.old']);
  await rm(folder, { recursive: true });
});

test('a log that grows over one megabyte while the app runs makes room too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'langgan-log-'));
  const log = createLogger(folder, clock);
  const frames = Array.from({ length: 1000 }, () => 'at take (db/take.ts:1:2)');
  for (let entry = 0; entry < 120; entry += 1) log.error('incident', { frames });
  const sizes = (await readdir(folder)).map((name) => statSync(join(folder, name)).size);
  expect(sizes.length).toBe(2);
  expect(Math.max(...sizes)).toBeLessThan(1_100_000);
  await rm(folder, { recursive: true });
});

test('a place that cannot be written to stops nothing', () => {
  expect(() => createLogger('/dev/null/nowhere', clock).info('slow query')).not.toThrow();
});

test('the trace of an error names where, never what was said', () => {
  const trace = JSON.stringify(traceOf(new TypeError('no customer Siti 0812')));
  expect(trace).toContain('TypeError');
  expect(trace).toContain('logger.test.ts');
  expect(trace).not.toContain('Siti');
  expect(traceOf('Siti')).toEqual({ name: 'Thrown', type: 'string' });
});

test('the first start guesses language and country from the system, Indonesian where it says nothing', () => {
  const guesses = [
    guessFrom('id-ID', 'ID'),
    guessFrom('in', ''),
    guessFrom('en-GB', 'GB'),
    guessFrom('ide', ''),
    guessFrom('', ''),
  ];
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  expect(guesses.every((guess) => guess.timeZone === timeZone)).toBe(true);
  expect(guesses.map(({ language, country }) => ({ language, country }))).toEqual([
    { language: 'id', country: 'ID' },
    { language: 'id', country: 'ID' },
    { language: 'en', country: 'GB' },
    { language: 'en', country: 'ID' },
    { language: 'en', country: 'ID' },
  ]);
});
