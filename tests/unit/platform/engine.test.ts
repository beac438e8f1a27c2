import { describe, expect, test } from 'vitest';
import {
  type Machine,
  type PretendMachine,
  pretendMachine,
  type Run,
} from '#tests/support/app/pretend-machine.ts';

const startCommand = new URL('../../../build/commands/start.ts', import.meta.url);
const journey = new URL('../../support/app/launch-once.ts', import.meta.url);
const probe = { electron: 'probe', flags: [] };
const app = { electron: 'app', flags: [] };
const window = { chromium: 'window' };
const headless = { chromium: 'headless' };

// What needs a display, what root is told and where the binary lies are the rules of Linux.
const isLinux = process.platform === 'linux';

interface Row {
  readonly name: string;
  readonly machine: Machine;
  /** What is started there, in this order. */
  readonly starts: readonly object[];
  /** Part of what is said about it. */
  readonly said: string;
}

function start(here: PretendMachine): Run {
  // No folder can be made below a file: the app says so in its window, and need not open a shop first.
  return here.run(startCommand, '--data', 'FOLDER/chromium/data');
}

const unsandboxed = ['--no-sandbox'];
const forced = { LANGGAN_ENGINE: 'electron' };

const taken: readonly Row[] = [
  {
    name: 'Electron that starts',
    machine: {},
    starts: [probe, app],
    said: 'Running in Electron (',
  },
  {
    name: 'Electron without its sandbox for root',
    machine: { user: 'root' },
    starts: [
      { electron: 'probe', flags: unsandboxed },
      { electron: 'app', flags: unsandboxed },
    ],
    said: ', without its sandbox because this is root.',
  },
  {
    name: 'Electron that a terminal makes Node of',
    machine: { environment: { ELECTRON_RUN_AS_NODE: '1' } },
    starts: [probe, app],
    said: 'Running in Electron (',
  },
  {
    name: 'the host, unasked, without a display',
    machine: { hasDisplay: false },
    starts: [headless],
    said: 'headless, because Electron needs a display and there is none here.',
  },
  {
    name: 'the host, headless, on a lost display',
    machine: { it: 'has lost its display' },
    starts: [probe, headless],
    said: 'headless, because Electron does not start here: it cannot reach the display.',
  },
  {
    name: 'the host where namespaces are closed',
    machine: { it: 'closes namespaces' },
    starts: [probe, window],
    said: 'because Electron does not start here: this system closes user namespaces to it',
  },
  {
    name: 'the host where Electron ends at once',
    machine: { it: 'ends it at once' },
    starts: [probe, window],
    said: 'because Electron does not start here: it ended at once with code 0.',
  },
  {
    name: 'the host where there is no Electron',
    machine: { hasElectron: false },
    starts: [window],
    said: 'because there is no Electron in /',
  },
  {
    name: 'the host where it is forced',
    machine: { environment: { LANGGAN_ENGINE: 'host' } },
    starts: [window],
    said: 'because LANGGAN_ENGINE asks for it.',
  },
];

const refused: readonly Row[] = [
  {
    name: 'Electron by force without its sandbox',
    machine: { it: 'closes namespaces', environment: forced },
    starts: [probe],
    said: 'LANGGAN_ENGINE asks for Electron, which cannot be had: Electron does not start here: this',
  },
  {
    name: 'Electron by force where its pages die',
    machine: { it: 'kills pages', environment: forced },
    starts: [probe],
    said: 'cannot be had: Electron does not start here: it ended at once with code 1.',
  },
  {
    name: 'Electron by force without a library',
    machine: { it: 'lacks a library', environment: forced },
    starts: [probe],
    said: 'cannot be had: Electron does not start here: the library libnss3.so is missing.',
  },
  {
    name: 'Electron by force where there is none',
    machine: { hasElectron: false, environment: forced },
    starts: [],
    said: 'cannot be had: there is no Electron in /',
  },
  {
    name: 'an engine nobody knows',
    machine: { environment: { LANGGAN_ENGINE: 'firefox' } },
    starts: [],
    said: 'LANGGAN_ENGINE is "firefox": it can be electron or host, or left out.',
  },
  {
    name: 'the host without a browser',
    machine: { hasChromium: false, hasDisplay: false },
    starts: [],
    said: 'one is needed because Electron needs a display and there is none here. Install Chromium',
  },
];

describe.skipIf(!isLinux)('npm start', () => {
  test.each(taken)('takes $name', ({ machine, starts, said }) => {
    const here = pretendMachine(machine);
    expect(start(here).said).toContain(said);
    expect(here.starts()).toEqual(starts);
  });

  test.each(refused)('refuses $name, in a sentence', ({ machine, starts, said }) => {
    const here = pretendMachine(machine);
    const run = start(here);
    expect(run.status).toBe(1);
    expect(run.said).toContain(said);
    expect(run.said).not.toMatch(/^ +at /m);
    expect(here.starts()).toEqual(starts);
  });

  test('asks Electron once, and never opens in the host what was closed at once', () => {
    const here = pretendMachine({});
    expect([start(here).status, start(here).status]).toEqual([0, 0]);
    expect(here.starts()).toEqual([probe, app, app]);
  });

  test('asks again and again where it is forced to take what does not start', () => {
    const here = pretendMachine({ it: 'closes namespaces', environment: forced });
    expect([start(here).status, start(here).status]).toEqual([1, 1]);
    expect(here.starts()).toEqual([probe, probe]);
  });

  test('asks anew after an app that did not end well, and hands its code on', () => {
    const here = pretendMachine({ appCode: 7 });
    expect([start(here).status, start(here).status]).toEqual([7, 7]);
    expect(here.starts()).toEqual([probe, app, probe, app]);
  });
});

// The stand-in ends as soon as the app would be there, so the journey itself always fails.
describe.skipIf(!isLinux)('a journey of npm test', () => {
  const journeys = taken.filter(
    ({ machine: { hasElectron, environment } }) =>
      hasElectron !== false && environment === undefined,
  );

  test.each(journeys)('takes $name', ({ machine, starts }) => {
    const here = pretendMachine(machine);
    expect(here.run(journey, 'FOLDER/chromium').status).toBe(1);
    expect(here.starts()).toEqual(starts);
  });
});
