import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openStaging, type Staging } from '#db/staging/staging.ts';
import type { RuleMemory } from '#shared/contract/imports/steps.ts';
import type {
  ColumnQuestion,
  DraftColumn,
  DraftSource,
  ExistingRule,
  ImportFormat,
} from '#shared/contract/imports-draft.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import type { ColumnReading } from '#shared/domain/columns/reading.ts';
import type { KeptStep, UnusedStep } from '#shared/domain/mending/steps.ts';
import type { OwnColumn } from '#shared/domain/own-fields/own-column.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import { beat } from '../../tasks/pulse.ts';
import type { FreshPair } from './plan/customers/same.ts';
import { keepText, keptText } from './sealed/keep.ts';

/** A file of a draft: chosen ones stay where they are, dropped ones lie in the draft's folder. */
export interface FileEntry {
  readonly name: string;
  readonly path: string;
}

/** A file that has been read, and what it held then. */
export interface DraftFile extends FileEntry {
  /** Name of its entry in the draft's folder. */
  readonly key: string;
  readonly sha256: string;
}

export interface ColumnState {
  readonly index: number;
  readonly header: string;
  readonly field: ImportField;
  readonly confidence: DraftColumn['confidence'];
  readonly because: string;
  /** Null while a question is open. */
  readonly reading: ColumnReading | null;
  readonly question: ColumnQuestion | null;
  /** The field of the customer that it is kept as; null: it becomes something else. */
  readonly own: OwnColumn | null;
  readonly filled: number;
  readonly distinct: number;
  readonly damaged: number;
  readonly masked: number;
  /** Cells whose formula no program has calculated. */
  readonly uncalculated: number;
  readonly samples: readonly string[];
}

/** A value replaced wherever it stands in a column, or only in the rows that have a problem. */
export interface Fix {
  readonly column: number;
  readonly from: string;
  readonly to: string | null;
  readonly problem?: string | undefined;
  /** The value is right, whatever speaks against it; `from` empty: every value of that problem is. */
  readonly stands?: boolean | undefined;
  /** The step after which it was made: it is about what that step has left. Absent: before all steps. */
  readonly after?: number | undefined;
}

export interface SourceState {
  readonly id: number;
  readonly fileKey: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sheetIndex: number;
  readonly sheetName: string | null;
  readonly isHidden: boolean;
  readonly format: ImportFormat;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly date1904: boolean;
  readonly chat: DraftSource['chat'];
  readonly isIncluded: boolean;
  readonly headerRow: number | null;
  readonly head: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
  /** Rows below the titles that hold anything. */
  readonly rows: number;
  /** Cells that a row of a text file has; null: a workbook's cells stand where they stand. */
  readonly width: number | null;
  /** Number of a text file's last row, blank or not; null: a workbook may leave rows out. */
  readonly lastRow: number | null;
  /** Columns that the workbook hides. */
  readonly hiddenColumns: readonly number[];
  readonly columns: readonly ColumnState[];
  /** By column, cells whose formula no program has calculated, wherever the titles are. */
  readonly uncalculated: readonly number[];
  readonly fixes: readonly Fix[];
  /** What is changed of its rows before they come in, in this order; absent: nothing. */
  readonly steps?: readonly KeptStep[];
  /** Steps that were remembered, or made before the file was read anew, for columns that it has not. */
  readonly unused?: readonly UnusedStep[];
  /** Readings that a person chose, by column index: they outlive a change of field. */
  readonly answers: Readonly<Record<string, ColumnReading>>;
  readonly importedBefore: DraftSource['importedBefore'];
  /** What becomes of customers who are there; absent, a list of customers corrects them. */
  readonly existing?: ExistingRule;
  /** Where that rule is from; absent: nobody has said anything. */
  readonly existingFrom?: Exclude<DraftSource['existingFrom'], 'default'>;
  /** Absent: it is not remembered. */
  readonly existingMemory?: RuleMemory;
  /** Columns of which the owner wants to be asked with every file of these titles. */
  readonly asks?: readonly number[];
  /** Those of them that are still to be answered for this file. */
  readonly openAsks?: readonly number[];
  /** What it is to other sources of the draft: absent, it stands for itself. */
  readonly role?: SourceRole | null;
  /** What other sources of the draft call the codes that this list gives its customers. */
  readonly alsoScheme?: string | null;
}

/** Orders whose lines stand in another source; and those lines. */
export type SourceRole = 'orders' | 'lines';

/** What the owner says of somebody in the files and somebody in the book. */
export interface PersonAnswer extends FreshPair {
  readonly is: 'same' | 'apart';
}

/** Everything a draft knows but its rows; written whole, so it is never half there. */
export interface DraftState {
  readonly id: string;
  /** Counts changes: a plan holds for one revision. */
  readonly revision: number;
  readonly nextSourceId: number;
  readonly files: readonly DraftFile[];
  readonly sources: readonly SourceState[];
  readonly people: readonly PersonAnswer[];
  readonly refused: readonly {
    readonly key: string;
    readonly fileName: string;
    readonly reason: string;
    readonly detail: string | null;
  }[];
}

/** A draft opened for one task. */
export interface OpenDraft {
  state: DraftState;
  readonly folder: string;
  readonly staging: Staging;
}

const stateName = 'draft.json';
/** The draft's own database, in its folder. */
export const stagingName = 'staging.db';

export function draftFolder(stagingFolder: string, draftId: string): string {
  if (!/^[a-z0-9-]{1,64}$/.test(draftId)) throw notFound('draft');
  return join(stagingFolder, draftId);
}

async function readState(folder: string, id: string): Promise<DraftState> {
  try {
    return JSON.parse(await keptText(join(folder, stateName))) as DraftState;
  } catch (error) {
    if (!isMissing(error)) throw error;
    return { id, revision: 0, nextSourceId: 1, files: [], sources: [], people: [], refused: [] };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** The files that main has put into the draft so far, by key in the order they came. */
export async function listFiles(folder: string): Promise<Map<string, FileEntry>> {
  let names: string[];
  try {
    names = await readdir(join(folder, 'files'));
  } catch (error) {
    throw isMissing(error) ? notFound('draft') : error;
  }
  const entries = new Map<string, FileEntry>();
  for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
    const text = await keptText(join(folder, 'files', name));
    entries.set(name, JSON.parse(text) as FileEntry);
  }
  return entries;
}

/** Runs `work` on a draft and keeps the state it leaves, unless it fails. */
export async function withDraft<T>(
  stagingFolder: string,
  draftId: string,
  work: (draft: OpenDraft) => Promise<T>,
): Promise<T> {
  const folder = draftFolder(stagingFolder, draftId);
  await listFiles(folder);
  const state = await readState(folder, draftId);
  const draft: OpenDraft = { state, folder, staging: openStaging(join(folder, stagingName)) };
  try {
    const result = await work(draft);
    if (draft.state !== state) await writeState(draft);
    return result;
  } finally {
    draft.staging.close();
  }
}

async function writeState(draft: OpenDraft): Promise<void> {
  await keepText(join(draft.folder, stateName), JSON.stringify(draft.state));
}

/** The source of that id; fails with `NOT_FOUND`. */
export function sourceOf(state: DraftState, sourceId: number): SourceState {
  const source = state.sources.find((each) => each.id === sourceId);
  if (source === undefined) throw notFound('source');
  return source;
}

/** The draft's state with one source replaced. */
export function withSource(state: DraftState, source: SourceState): DraftState {
  return {
    ...state,
    revision: state.revision + 1,
    sources: state.sources.map((each) => (each.id === source.id ? source : each)),
  };
}

/** Fails with `CANCELLED` once the signal says so. */
export function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppFailure({ code: 'CANCELLED' });
}

/** Lets messages (a cancel) be seen between two pieces of work, and whoever watches that it goes on. */
export function breathe(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    beat();
    setImmediate(() => {
      if (signal.aborted) reject(new AppFailure({ code: 'CANCELLED' }));
      else resolve();
    });
  });
}
