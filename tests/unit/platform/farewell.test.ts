import { expect, onTestFinished, test, vi } from 'vitest';
import { type Farewell, failToStart, leaveToTheOther } from '#electron/lifecycle.ts';

/** Everything that is done, in order. */
function record(isUnattended: boolean) {
  const done: unknown[] = [];
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    done.push(['stderr', text]);
    return true;
  });
  onTestFinished(() => stderr.mockRestore());
  const farewell: Farewell = {
    app: { exit: (code) => void done.push(['exit', code]) },
    dialog: { showErrorBox: (title, text) => void done.push(['box', title, text]) },
    log: {
      info: () => undefined,
      error: (message, fields) => void done.push(['log', message, Object.keys(fields ?? {})]),
    },
    isUnattended,
  };
  return { done, farewell };
}

const text = 'Langgan is already running on this data. Use the window that is open.';

test('a second start is in the log and on stderr before the box holds everything up', () => {
  const { done, farewell } = record(false);
  leaveToTheOther(farewell, 'en');
  expect(done).toEqual([
    ['log', 'already running on this data', []],
    ['stderr', `${text}\n`],
    ['box', 'Langgan', text],
    ['exit', 3],
  ]);
});

test('where nobody looks on no box waits for a click', () => {
  const { done, farewell } = record(true);
  leaveToTheOther(farewell, 'id');
  failToStart(farewell, new Error('no page'));
  expect(done.map((one) => (one as string[])[0])).toEqual([
    ...['log', 'stderr', 'exit'],
    ...['log', 'stderr', 'exit'],
  ]);
});

test('why it could not start is said whole, and logged without what somebody may have typed', () => {
  const { done, farewell } = record(false);
  failToStart(farewell, new Error('Siti'));
  expect(done).toEqual([
    ['log', 'could not start', ['name', 'frames']],
    ['stderr', 'Siti\n'],
    ['box', 'Langgan', 'Siti'],
    ['exit', 1],
  ]);
});
