/**
 * Every way a request can fail, as a value. Electron keeps only `message` of a thrown error,
 * so the door returns these and the renderer has one exhaustive switch from code to text.
 */
export type BadFileReason =
  | 'not-found'
  | 'empty'
  | 'unsupported'
  | 'damaged'
  | 'truncated'
  | 'password'
  | 'too-large'
  | 'too-many-columns'
  | 'encoding'
  | 'no-rows'
  | 'changed-on-disk'
  | 'gave-up'
  | 'hostile'
  | 'unreadable'
  | 'unwritable'
  | 'no-room';

/**
 * Why the database could not take or give what was asked. `device`: the disk failed, or takes no file
 * as large; `missing`: what was there is not there any more; `memory`: the machine has none left;
 * `lost`: there is no database where its log or its copies are; `protected`: its password has to be given.
 */
export type StorageReason =
  | 'full'
  | 'readonly'
  | 'corrupt'
  | 'device'
  | 'missing'
  | 'memory'
  | 'lost'
  | 'busy'
  | 'future'
  | 'foreign'
  | 'locked'
  | 'finishing'
  | 'protected';

/**
 * What of an exported folder is not as it was written: a file is gone or was changed, a line cannot be
 * read, or there is a table or a column that this version does not know.
 */
export type BadExportProblem = 'missing' | 'changed' | 'line' | 'table' | 'column';

/**
 * Why a copy cannot take the place of the data: it is gone or has no bytes; is not byte for byte what was
 * checked when it was made (`changed`); does not hold together (`damaged`); is no data of ours
 * (`foreign`), of a newer version (`newer`), the data in use itself (`live`); its place does not give it.
 */
export type BadCopyProblem =
  | 'missing'
  | 'empty'
  | 'changed'
  | 'damaged'
  | 'foreign'
  | 'newer'
  | 'live'
  | 'protected'
  | 'unreadable';

/** One field that was refused: `path` is dotted, `problem` is a key of the locale's `problem.*`. */
export interface FieldIssue {
  readonly path: string;
  readonly problem: string;
}

export type AppError =
  | { readonly code: 'VALIDATION'; readonly issues: readonly FieldIssue[] }
  | { readonly code: 'NOT_FOUND'; readonly entity: string }
  | { readonly code: 'CONFLICT'; readonly reason: string }
  | { readonly code: 'IN_USE'; readonly entity: string }
  /** The period was handed over to the accountant: from its first day to its last. */
  | { readonly code: 'PERIOD_LOCKED'; readonly from: string; readonly to: string }
  | { readonly code: 'BAD_FILE'; readonly reason: BadFileReason; readonly detail?: string }
  /** `at`: the line, or the column; empty: none is known. */
  | {
      readonly code: 'BAD_EXPORT';
      readonly problem: BadExportProblem;
      readonly file: string;
      readonly at: string;
    }
  | { readonly code: 'BAD_COPY'; readonly problem: BadCopyProblem }
  | { readonly code: 'CANCELLED' }
  | { readonly code: 'STORAGE'; readonly reason: StorageReason }
  | { readonly code: 'INTERNAL'; readonly incident: string };

/** What the door answers. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

/** An expected failure on its way to the door. Anything else thrown becomes `INTERNAL`. */
export class AppFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError, options?: ErrorOptions) {
    super(error.code, options);
    this.name = 'AppFailure';
    this.error = error;
  }
}

/** Fails with `BAD_FILE`; `detail` is for the log and the technical line, never personal data. */
export function badFile(reason: BadFileReason, detail?: string): AppFailure {
  return new AppFailure(
    detail === undefined ? { code: 'BAD_FILE', reason } : { code: 'BAD_FILE', reason, detail },
  );
}

/** Fails with `BAD_EXPORT`. */
export function badExport(problem: BadExportProblem, file: string, at = ''): AppFailure {
  return new AppFailure({ code: 'BAD_EXPORT', problem, file, at });
}

/** Fails with `BAD_COPY`; `cause` is what was thrown where it was found out. */
export function badCopy(problem: BadCopyProblem, cause?: unknown): AppFailure {
  return new AppFailure({ code: 'BAD_COPY', problem }, cause === undefined ? {} : { cause });
}

export function notFound(entity: string): AppFailure {
  return new AppFailure({ code: 'NOT_FOUND', entity });
}

/** Marks a branch that the types say cannot be reached. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`);
}
