import {
  type OpenOptions,
  openWorkbook,
  type TextLayout,
} from '#electron/services/imports/files/open-workbook.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { type AppError, AppFailure } from '#shared/errors.ts';

export interface ReadFile {
  readonly rows: (readonly Cell[])[];
  readonly numbers: number[];
  readonly hidden: number[];
  readonly text: TextLayout | null;
}

/** Everything in one sheet. */
export async function readAll(path: string, sheet = 0, options?: OpenOptions): Promise<ReadFile> {
  const book = await openWorkbook(path, options);
  const read = { rows: [] as (readonly Cell[])[], numbers: [] as number[], hidden: [] as number[] };
  try {
    for await (const batch of book.rows(sheet)) {
      read.rows.push(...batch.rows);
      read.numbers.push(...batch.numbers);
      read.hidden.push(...batch.hidden);
    }
    return { ...read, text: book.text };
  } finally {
    await book.close();
  }
}

/** The coded error that a call fails with; anything else it throws fails the test. */
export async function errorOf(promise: Promise<unknown>): Promise<AppError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppFailure) return error.error;
    throw error;
  }
  throw new Error('it did not fail');
}

/** The reason of a bad file, `CANCELLED` or another code. */
export async function reasonOf(promise: Promise<unknown>): Promise<string> {
  const error = await errorOf(promise);
  return error.code === 'BAD_FILE' ? error.reason : error.code;
}

/** Reads the first sheet to its end and keeps nothing, as an import does; returns the rows met. */
export async function drain(path: string): Promise<number> {
  const book = await openWorkbook(path);
  let count = 0;
  try {
    for await (const batch of book.rows(0)) count += batch.rows.length;
    return count;
  } finally {
    await book.close();
  }
}
