import type { Connection, RawHandle, ReadHandle, WriteHandle } from '#db/file/client.ts';
import type { Protection } from '#db/file/protection.ts';
import type { AppEvent, TaskPhase } from '#shared/contract/events.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import type { LogEvent, LogFields } from './log-entry.ts';

/** Time comes in from outside, so that a test can say what day it is. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** ISO instant (UTC). */
  instant(): string;
}

/** A clock that also knows what day it is where the shop is. */
export interface ShopClock extends Clock {
  /** `YYYY-MM-DD`. */
  today(): string;
}

export interface IdSource {
  /** Lower-case letters, digits and dashes; never the same twice. */
  next(): string;
}

export interface Logger {
  /** Neither can hold personal data: events are a closed list, fields are codes, counts and places. */
  info(message: LogEvent, fields?: LogFields): void;
  error(message: LogEvent, fields?: LogFields): void;
}

/** Where one shop's data lies. The sample shop has a place of its own. */
export interface ShopPaths {
  readonly folder: string;
  readonly database: string;
  readonly lock: string;
  /** Held by every task that works on this data. */
  readonly taskLock: string;
  readonly backups: string;
  readonly staging: string;
}

interface CallContext {
  readonly clock: ShopClock;
  readonly ids: IdSource;
  readonly settings: ShopSettings;
  readonly today: string;
}

/** What a query gets: a handle that cannot write. */
export interface ReadContext extends CallContext {
  readonly db: ReadHandle;
  readonly shop: ShopFacts;
}

/** What a command gets: the one transaction that dispatch opened for it. */
export interface WriteContext extends CallContext {
  readonly db: WriteHandle;
  /** The same transaction, bare: handed on to `db/` only. */
  readonly raw: RawHandle;
  readonly shop: ShopFacts;
}

export interface ShopFacts {
  readonly paths: ShopPaths;
  readonly isSample: boolean;
  readonly appVersion: string;
}

/** What a task gets, in its own process: its own connection, progress, and a signal that says stop. */
export interface TaskContext {
  readonly clock: ShopClock;
  readonly ids: IdSource;
  readonly log: Logger;
  readonly shop: ShopFacts;
  readonly signal: AbortSignal;
  /** The task's own connection, opened at the first call. */
  open(): Connection;
  progress(phase: TaskPhase, done: number, total: number): void;
  /**
   * Runs while nobody else writes: main holds its commands back instead of waiting on the lock.
   * Every transaction of a task goes through this; what only reads or parses does not.
   */
  exclusive<T>(run: () => Promise<T>): Promise<T>;
  /**
   * Says that a file from outside is being read, and which file to make where that has to be given up;
   * null: no longer. Absent where nobody watches.
   */
  reads?(mark: string | null): void;
}

/** Purpose-named pickers: services never name a path that a person has not chosen. */
export interface Dialogs {
  openSpreadsheets(): Promise<readonly string[] | null>;
  saveTable(
    suggestedName: string,
    format: 'csv' | 'xlsx' | 'ics' | 'pdf' | 'db',
  ): Promise<string | null>;
  chooseDataFolder(): Promise<string | null>;
  /** A copy of a shop, wherever it lies. */
  openBackup(): Promise<string | null>;
}

/** A notification of the system. It holds what a person standing by may read: no amounts, no words of a complaint. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Screen it leads to, such as `/today`. */
  readonly address: string;
}

/** What became of a link: `refused` is no web, mail or phone link, for `no-program` the system has nothing. */
export type LinkOutcome = 'opened' | 'refused' | 'no-program';

/** What the machine around the app can do for it. */
export interface Platform {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Logger;
  readonly dialogs: Dialogs;
  /** Starts the task process; the app sends it plain messages and can kill it. */
  readonly forkTasks: () => TaskProcess;
  /** Shows a folder, or a file that was made here. False: no program here does. */
  openFolder(path: string): Promise<boolean>;
  openLink(url: string): Promise<LinkOutcome>;
  /** Where the log is written; null: there is none. */
  readonly logFolder: string | null;
  /** The next start opens this folder (written beside the app's own settings, not in the data). */
  rememberDataFolder(path: string): Promise<void>;
  readonly appVersion: string;
  /**
   * Shows one of the system's notifications; a click on it brings the window to `address`. `onFailed`
   * is called, at once or later, when nobody has seen it.
   */
  notify(notice: Notice, onFailed: () => void): void;
  /** Language, country and zone guessed from the system, for the first start. */
  readonly guess: {
    readonly language: 'id' | 'en';
    readonly country: string;
    readonly timeZone: string;
  };
}

export interface TaskProcess {
  readonly pid: number | undefined;
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

export type EmitEvent = (event: AppEvent) => void;

/** What can be done about the shop's password; what it fails with stands at the contract's channels. */
export interface PasswordActions {
  set(password: string): Promise<Output<'password.set'>>;
  change(current: string, password: string): Promise<Output<'password.change'>>;
  remove(current: string): Promise<void>;
  unlock(secret: string): Promise<Output<'password.unlock'>>;
  lock(): Output<'password.lock'>;
}

/** Files that a person picked, by names of ours, so that the window never says a path; and whose turn it is. */
export interface Restores {
  keep(path: string): string;
  pathOf(id: string): string | null;
  /** Keeps what opens a copy under another password, which was given for it. */
  keepKey(path: string, protection: Protection): void;
  keyOf(path: string): Protection | null;
  /** Fails with `CONFLICT`, `restore-running`, until the one before has ended. */
  begin(): void;
  end(): void;
}

/** What an action gets: the machine, the open shop, and the ways to change which shop is open. */
export interface ActionContext {
  readonly platform: Platform;
  readonly today: string;
  readonly shop: ShopFacts;
  cancelTask(callId: string): boolean;
  /** Copies the data to another folder, checks the copy, and goes on from there. */
  moveTo(folder: string): Promise<{ dataFolder: string; keptAt: string }>;
  /** Runs `work` while none of the shop's files is changed for another. */
  undisturbed<T>(work: () => Promise<T>): Promise<T>;
  /** Closes the sample shop and deletes it. */
  leaveSample(): Promise<void>;
  readonly password: PasswordActions;
  readonly restores: Restores;
}

/** How the app is closed: hurried, where the system will not wait for a last backup. */
export interface Closing {
  readonly isHurried: boolean;
}
