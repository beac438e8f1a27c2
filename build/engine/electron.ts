import { hasDisplay } from '../chromium-host/page/find-chromium.ts';
import type { Electron } from '../engine.ts';
import { electronElsewhere, electronVersion, findElectron } from './binary.ts';
import { downloadElectron } from './download.ts';
import type { Failure, Memory } from './memory.ts';
import { probeElectron, startQuestion } from './probe.ts';
import { areNamespacesClosed, electronFlags } from './surroundings.ts';

/** How Electron is looked for. */
export interface Search {
  /** Electron's npm package. */
  readonly folder: string;
  readonly memory: Memory;
  /** Nothing is foreseen, and what failed today is tried again. */
  readonly isForced: boolean;
  readonly say: (line: string) => void;
  /** Where Linux says how it is set; without it `/proc/sys`. */
  readonly settings?: string;
}

function because(why: string, hasNoDisplay = false): Failure {
  return { why, hasNoDisplay };
}

/** What stands in the way before anything is fetched or started, or null. */
function foresee(program: string | null, settings?: string): Failure | null {
  if (!hasDisplay()) return because('Electron needs a display and there is none here', true);
  const hasSandbox = electronFlags().length === 0;
  if (program !== null || !hasSandbox || !areNamespacesClosed(settings)) return null;
  return because('this system closes user namespaces, without which Electron does not start');
}

/** Lets Electron's own installer try; where it fails, once a day. */
async function fetchElectron({ folder, memory, isForced, say }: Search): Promise<Failure | null> {
  const version = electronVersion(folder);
  const question = { ask: 'fetch', version };
  const remembered = isForced ? null : memory.recall(question);
  if (remembered !== null && remembered.failure !== null) {
    const day = `${remembered.at.slice(0, 16).replace('T', ' ')} UTC`;
    return because(`${remembered.failure.why}, tried ${day} and again a day later`);
  }
  say(`Fetching Electron ${version}, once (more than 100 MB; Ctrl+C ends it).`);
  const why = await downloadElectron(folder, say);
  if (why === null) return null;
  const failure = because(`Electron ${version} could not be fetched (${why})`);
  memory.keep(question, failure);
  return failure;
}

/** Asks Electron itself whether it starts here: once a day for each binary, display and user. */
async function tryToStart(electron: Electron, search: Search): Promise<Failure | null> {
  const question = startQuestion(electron.program, electron.flags);
  const remembered = search.memory.recall(question);
  const counts = remembered !== null && (remembered.failure === null || !search.isForced);
  if (counts) return remembered.failure;
  const failure = await probeElectron(electron.program, electron.flags);
  search.memory.keep(question, failure);
  return failure;
}

/** Electron where it is there or can be fetched, and starts; otherwise why not. */
export async function seekElectron(search: Search): Promise<Electron | Failure> {
  const found = findElectron(search.folder);
  const foreseen = search.isForced ? null : foresee(found, search.settings);
  if (foreseen !== null) return foreseen;
  const elsewhere = electronElsewhere();
  if (found === null && elsewhere !== null) return because(`there is no Electron in ${elsewhere}`);
  const failure = found === null ? await fetchElectron(search) : null;
  if (failure !== null) return failure;
  const program = findElectron(search.folder);
  if (program === null) return because('the installer of Electron left no program behind');
  const electron: Electron = { name: 'electron', program, flags: electronFlags() };
  return (await tryToStart(electron, search)) ?? electron;
}

/** Its last start did not end well: the next one asks anew. */
export function doubtElectron({ program, flags }: Electron, memory: Memory): void {
  memory.forget(startQuestion(program, flags));
}
