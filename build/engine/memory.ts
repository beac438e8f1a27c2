import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const goodForMs = 24 * 60 * 60 * 1000;

/** Why something does not work, as the end of a sentence that begins with "because". */
export interface Failure {
  readonly why: string;
  /** A display is named, or needed, and nothing can be shown on it. */
  readonly hasNoDisplay: boolean;
}

interface Remembered {
  /** UTC, ISO 8601. */
  readonly at: string;
  /** Null: it worked. */
  readonly failure: Failure | null;
}

function parse(text: string): Remembered | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { at, failure } = value as Record<string, unknown>;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return null;
  if (failure === null) return { at, failure };
  if (typeof failure !== 'object') return null;
  const { why, hasNoDisplay } = failure as Record<string, unknown>;
  if (typeof why !== 'string' || typeof hasNoDisplay !== 'boolean') return null;
  return { at, failure: { why, hasNoDisplay } };
}

/**
 * Answers that take time to find out, good for a day. Each has a file of its own, so that commands
 * side by side lose none; a folder that cannot be written only makes them be found out again.
 */
export class Memory {
  readonly #folder: string;
  readonly #now: () => number;

  constructor(folder: string, now: () => number = Date.now) {
    this.#folder = folder;
    this.#now = now;
  }

  recall(question: object): Remembered | null {
    return this.#read(this.#path(question));
  }

  keep(question: object, failure: Failure | null): void {
    const remembered: Remembered = { at: new Date(this.#now()).toISOString(), failure };
    try {
      mkdirSync(this.#folder, { recursive: true });
      this.#dropTheOld();
      writeFileSync(this.#path(question), JSON.stringify(remembered));
    } catch {
      // A read-only copy of the repository: the next command asks again.
    }
  }

  forget(question: object): void {
    rmSync(this.#path(question), { force: true });
  }

  #path(question: object): string {
    const name = createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 32);
    return join(this.#folder, `${name}.json`);
  }

  #read(path: string): Remembered | null {
    let remembered: Remembered | null;
    try {
      remembered = parse(readFileSync(path, 'utf8'));
    } catch {
      return null;
    }
    const age = remembered === null ? Number.NaN : this.#now() - Date.parse(remembered.at);
    // A date ahead of the clock is as worthless as one of the day before yesterday.
    return age >= 0 && age < goodForMs ? remembered : null;
  }

  #dropTheOld(): void {
    for (const name of readdirSync(this.#folder)) {
      const path = join(this.#folder, name);
      if (this.#read(path) === null) rmSync(path, { force: true });
    }
  }
}
