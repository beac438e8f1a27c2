import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const lookAgainMs = 250;
const saidEveryBytes = 10_000_000;
const megabyte = 1_000_000;
const interrupted = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** How long nothing may come, milliseconds. */
export interface Patience {
  /** Until the first byte: where there is no way out at all, it ends here. */
  readonly first: number;
  readonly between: number;
}

const patience: Patience = { first: 20_000, between: 60_000 };

/** Tells a download that has stopped from one that is only slow. */
export class StallWatch {
  readonly #patience: Patience;
  #hasMoved = false;
  #size: number;
  #since: number;

  constructor(given: Patience, size: number, now: number) {
    this.#patience = given;
    this.#size = size;
    this.#since = now;
  }

  /** Answers how long nothing has come, once that is too long; null as long as it moves. */
  look(size: number, now: number): number | null {
    if (size !== this.#size) {
      this.#hasMoved = true;
      this.#size = size;
      this.#since = now;
    }
    const still = now - this.#since;
    const limit = this.#hasMoved ? this.#patience.between : this.#patience.first;
    return still >= limit ? still : null;
  }
}

function sizeOf(folder: string): number {
  let size = 0;
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) size += statSync(join(entry.parentPath, entry.name)).size;
    }
  } catch {
    // Not there yet, or moved away while it was being read: the next look sees it.
  }
  return size;
}

/** Ends the installer with this process: what is half done counts for nothing. */
function endTogether(child: ChildProcess, work: string): () => void {
  const leave = (signal: NodeJS.Signals): void => {
    child.kill('SIGKILL');
    rmSync(work, { recursive: true, force: true });
    process.exit(interrupted[signal as keyof typeof interrupted]);
  };
  const signals = Object.keys(interrupted) as (keyof typeof interrupted)[];
  for (const signal of signals) process.on(signal, leave);
  return () => {
    for (const signal of signals) process.off(signal, leave);
  };
}

/** Says how much has come, every few megabytes, and when it is being unpacked. */
function progressTeller(
  say: (line: string) => void,
): (fetched: number, isUnpacking: boolean) => void {
  let said = 0;
  let hasSaid = false;
  return (fetched, isUnpacking) => {
    if (fetched >= said + saidEveryBytes) {
      said = fetched;
      say(`${Math.floor(fetched / megabyte)} MB of Electron so far.`);
    }
    if (!isUnpacking || hasSaid) return;
    hasSaid = true;
    say('Electron is there and being unpacked.');
  };
}

/** The installer's own first words about what went wrong. */
function firstWords(output: string): string {
  const line = output.split('\n').find((one) => one.trim() !== '') ?? 'its installer said nothing';
  return line.trim().replace(/^[A-Z]\w*Error: /, '');
}

/**
 * Runs the installer of Electron's npm package for as long as bytes come. Null: it is there;
 * otherwise why not. Ctrl+C ends the installer and this process.
 */
export async function downloadElectron(
  folder: string,
  say: (line: string) => void,
  given: Patience = patience,
): Promise<string | null> {
  const work = mkdtempSync(join(tmpdir(), 'langgan-electron-'));
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    // The installer's temporary folder is where its bytes can be watched.
    env: { ...process.env, TMPDIR: work, TMP: work, TEMP: work },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const release = endTogether(child, work);
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const before = sizeOf(join(folder, 'dist'));
  const watch = new StallWatch(given, before, performance.now());
  const tell = progressTeller(say);
  let stalled: number | null = null;
  const timer = setInterval(() => {
    const [fetched, unpacked] = [sizeOf(work), sizeOf(join(folder, 'dist'))];
    tell(fetched, unpacked !== before);
    stalled = watch.look(fetched + unpacked, performance.now());
    if (stalled === null) return;
    clearInterval(timer);
    child.kill('SIGKILL');
  }, lookAgainMs);
  const [code] = await once(child, 'close');
  clearInterval(timer);
  release();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  if (stalled !== null) return `nothing came for ${Math.round(stalled / 1000)} s`;
  return code === 0 ? null : firstWords(output);
}
