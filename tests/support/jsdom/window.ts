import { configure, getConfig } from '@testing-library/react';
import * as React from 'react';
import { quickLabels } from './labels.ts';
import { rememberStyles } from './styles.ts';

// No test depends on time: what does not come at all fails it, late is not wrong.
function waitForWhatComes(): void {
  configure({ asyncUtilTimeout: 150_000 });
}

// What is waited for is looked for again and again: only the last failure, which is told, has the page
// printed into it (Testing Library prints it for each, and once more at the end).
function printTheLastFailureAlone(): void {
  const { getElementError } = getConfig();
  configure({
    getElementError: (message, container) => {
      const { _disableExpensiveErrorDiagnostics: isLookedForAgain } = getConfig() as unknown as {
        [name: string]: unknown;
      };
      if (isLookedForAgain !== true) return getElementError(message, container);
      return Object.assign(new Error(message ?? ''), { name: 'TestingLibraryElementError' });
    },
  });
}

// Of a warning React says which component made the element, for ten thousand elements a second at the
// most. It takes the stack of each for that: here it counts as being past them.
function leaveOwnersOut(): void {
  const { __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE: internals } =
    React as unknown as Record<string, object>;
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
    get: () => Number.POSITIVE_INFINITY,
    set: () => undefined,
  });
}

// What leaves the screen by itself after some seconds, a toast or an Undo, stays: a busy machine may
// come to it later than a person does.
function keepWhatLeaves(): void {
  const startTimer = globalThis.setTimeout;
  const isForReading = (delay = 0) => delay >= 5000 && delay <= 10_000;
  globalThis.setTimeout = Object.assign(
    (run: () => void, delay?: number, ...rest: []) =>
      startTimer(run, isForReading(delay) ? 600_000 : delay, ...rest),
    startTimer,
  ) as typeof setTimeout;
}

const isPrepared = Symbol.for('langgan: the window is prepared for tests');

/** What is set once for a window, however many files of tests it shows. */
export function prepareWindow(): void {
  if (Reflect.has(window, isPrepared)) return;
  Reflect.set(window, isPrepared, true);
  waitForWhatComes();
  printTheLastFailureAlone();
  leaveOwnersOut();
  keepWhatLeaves();
  quickLabels();
  rememberStyles();
}
