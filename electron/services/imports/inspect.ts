import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { findImportOf } from '#db/queries/imports/layouts.ts';
import { dropSourceRows, replaceSourceRows, type Staging } from '#db/staging/staging.ts';
import type { TextEncoding } from '#shared/contract/imports-draft.ts';
import { AppFailure, badFile } from '#shared/errors.ts';
import type { TaskContext } from '../../context.ts';
import { exists } from '../../shop.ts';
import { beat, takeLongStep } from '../../tasks/pulse.ts';
import {
  type DraftFile,
  type FileEntry,
  listFiles,
  type OpenDraft,
  type SourceState,
  stopIfCancelled,
} from './draft-store.ts';
import { chatField } from './files/chat/chat.ts';
import { openWorkbook, type SheetInfo, type Workbook } from './files/open-workbook.ts';
import { asUnreadable } from './files/unreadable.ts';
import { knownLayout } from './known-layout.ts';
import { rulesOf, withAsks } from './mending/rules.ts';
import { repeatTotals } from './plan/sales/repeated-totals.ts';
import { relate } from './related/relate.ts';
import { withSaleTotals } from './sale-totals.ts';
import { readThrough } from './sealed/source-file.ts';
import { bringsOf } from './source-brings.ts';
import {
  answersThatHold,
  type Choice,
  type ColumnContext,
  headersOf,
  proposeFields,
  settleColumns,
  withoutSurplus,
  withRepeats,
} from './source-columns.ts';
import { type StagedRows, stageRows } from './stage-source.ts';

/** What inspecting needs beside the draft. */
export interface Inspection {
  readonly ctx: TaskContext;
  readonly columns: ColumnContext;
}

async function fingerprint(key: string, entry: FileEntry, signal: AbortSignal): Promise<DraftFile> {
  try {
    const hash = createHash('sha256');
    for await (const chunk of readThrough(entry.path)) {
      hash.update(chunk);
      beat();
      stopIfCancelled(signal);
    }
    return { ...entry, key, sha256: hash.digest('hex') };
  } catch (error) {
    throw asUnreadable(error);
  }
}

/** The source that reading a sheet has made, its columns guessed or remembered. */
export function sourceFrom(
  base: Omit<
    SourceState,
    'headerRow' | 'head' | 'rows' | 'width' | 'columns' | 'answers' | 'fixes'
  >,
  staged: StagedRows,
  { ctx, columns: context }: Inspection,
  staging: Staging,
): SourceState {
  const headers = headersOf(staged.titles, staged.summaries.length);
  const layout = knownLayout(ctx.open().raw, headers);
  const width = base.format === 'csv' ? staged.width : null;
  const proposed =
    base.chat !== null && staged.headerRow === 1
      ? headers.map(
          (title): Choice => ({
            field: chatField(title),
            confidence: 'sure',
            because: 'header',
          }),
        )
      : proposeFields(headers, staged.summaries, layout, context);
  const repeated = withRepeats(headers, withoutSurplus(proposed, width));
  const { headerRow, head, rows } = staged;
  const isRepeated = (choices: readonly { readonly field: string }[]): boolean =>
    repeatTotals(staging, {
      id: base.id,
      headerRow,
      columns: choices.map(({ field }, index) => ({ header: headers[index] ?? '', field })),
    });
  const choices = withSaleTotals(repeated, isRepeated);
  const answers = answersThatHold(layout, staged.summaries);
  const { summaries } = staged;
  const { uncalculated, role } = base;
  const columns = settleColumns(
    { headers, summaries, choices, answers, uncalculated, role },
    context,
  );
  const rules = rulesOf(layout, columns);
  const read = { ...base, headerRow, head, rows, width, columns, answers, fixes: [], ...rules };
  return withAsks(read);
}

/** A sheet of an open file, and the source that its rows are kept as. */
interface SheetToStage {
  readonly file: DraftFile;
  readonly workbook: Workbook;
  readonly sheet: SheetInfo;
  readonly sourceId: number;
}

function chatOf({ chat }: Workbook): SourceState['chat'] {
  return chat === undefined ? null : { senders: [...chat.senders], with: chat.with };
}

async function stageSheet(
  { staging }: OpenDraft,
  { file, workbook, sheet, sourceId }: SheetToStage,
  inspection: Inspection,
): Promise<SourceState> {
  const { ctx } = inspection;
  const blocks = workbook.rows(sheet.index, {
    signal: ctx.signal,
    onProgress: (done, total) => ctx.progress('reading', done, total),
  });
  const staged = await stageRows(staging, sourceId, blocks, ctx.signal);
  const sheetName = workbook.format === 'csv' ? null : sheet.name;
  const base = {
    id: sourceId,
    fileKey: file.key,
    fileName: file.name,
    sha256: file.sha256,
    sheetIndex: sheet.index,
    sheetName,
    isHidden: sheet.hidden,
    format: workbook.format,
    encoding: workbook.text?.encoding ?? null,
    separator: workbook.text?.separator ?? null,
    date1904: workbook.date1904,
    chat: chatOf(workbook),
    hiddenColumns: staged.hiddenColumns,
    lastRow: workbook.format === 'csv' ? staged.lastRow : null,
    uncalculated: staged.uncalculated,
    isIncluded: true,
    importedBefore: findImportOf(ctx.open().raw, file.sha256, sheetName) as never,
  };
  const source = takeLongStep(() => sourceFrom(base, staged, inspection, staging));
  const isOneOfMany = workbook.sheets.length > 1;
  const isUseful = source.rows > 0 && (!isOneOfMany || bringsOf(source.columns).length > 0);
  return { ...source, isIncluded: isUseful && !sheet.hidden };
}

async function readFile(
  draft: OpenDraft,
  key: string,
  entry: FileEntry,
  inspection: Inspection,
): Promise<void> {
  const { signal } = inspection.ctx;
  const file = await fingerprint(key, entry, signal);
  const workbook = await openWorkbook(file.path, { signal, name: file.name });
  const added: SourceState[] = [];
  let sourceId = draft.state.nextSourceId;
  try {
    for (const sheet of workbook.sheets) {
      added.push(await stageSheet(draft, { file, workbook, sheet, sourceId }, inspection));
      sourceId += 1;
    }
  } catch (error) {
    for (let id = draft.state.nextSourceId; id <= sourceId; id += 1) {
      dropSourceRows(draft.staging, id);
    }
    throw error;
  } finally {
    await workbook.close();
  }
  draft.state = {
    ...draft.state,
    revision: draft.state.revision + 1,
    nextSourceId: sourceId,
    files: [...draft.state.files, file],
    sources: [...draft.state.sources, ...added],
  };
}

/** Names a file that cannot be read; the others go on. Anything but a bad file is no such thing. */
function refuse(draft: OpenDraft, key: string, fileName: string, error: unknown): void {
  if (!(error instanceof AppFailure) || error.error.code !== 'BAD_FILE') throw error;
  const { reason, detail } = error.error;
  draft.state = {
    ...draft.state,
    refused: [...draft.state.refused, { key, fileName, reason, detail: detail ?? null }],
  };
}

/** Where it is marked that a file was given up: a former process has got stuck in it. */
function markOf(draft: OpenDraft, key: string): string {
  return join(draft.folder, 'files', `${key}.gave-up`);
}

/** Reads the files of a draft that have not been read yet. */
export async function inspectFiles(draft: OpenDraft, inspection: Inspection): Promise<void> {
  const files = await listFiles(draft.folder);
  const { ctx } = inspection;
  for (const [key, entry] of files) {
    const { state } = draft;
    const isKnown = [...state.files, ...state.refused].some((each) => each.key === key);
    if (isKnown) continue;
    const mark = markOf(draft, key);
    try {
      if (await exists(mark)) throw badFile('gave-up');
      ctx.reads?.(mark);
      await readFile(draft, key, entry, inspection);
    } catch (error) {
      refuse(draft, key, entry.name, error);
    } finally {
      ctx.reads?.(null);
    }
  }
  await relate(draft, inspection);
}

/** How a person says that a file is to be read. */
export interface ChosenReading {
  readonly encoding?: TextEncoding | undefined;
  readonly separator?: string | undefined;
  readonly chatWith?: string | undefined;
}

/** Reads one source's sheet again, with another encoding or separator. */
export async function rereadSource(
  draft: OpenDraft,
  source: SourceState,
  text: ChosenReading,
  inspection: Inspection,
): Promise<SourceState> {
  const file = draft.state.files.find((each) => each.key === source.fileKey);
  if (file === undefined) throw new AppFailure({ code: 'BAD_FILE', reason: 'not-found' });
  const now = await fingerprint(file.key, file, inspection.ctx.signal);
  if (now.sha256 !== file.sha256)
    throw new AppFailure({ code: 'BAD_FILE', reason: 'changed-on-disk' });
  const workbook = await openWorkbook(file.path, {
    signal: inspection.ctx.signal,
    ...(text.encoding === undefined ? {} : { encoding: text.encoding }),
    ...(text.separator === undefined ? {} : { separator: text.separator }),
    ...(text.chatWith === undefined ? {} : { chatWith: text.chatWith }),
    name: file.name,
  });
  try {
    const sheet = workbook.sheets[source.sheetIndex];
    if (sheet === undefined) throw new AppFailure({ code: 'BAD_FILE', reason: 'damaged' });
    // Read beside what is there: when it fails, the draft is as it was.
    const aside = draft.state.nextSourceId;
    const read = await stageSheet(draft, { file, workbook, sheet, sourceId: aside }, inspection);
    takeLongStep(() => replaceSourceRows(draft.staging, aside, source.id));
    return { ...read, id: source.id, isIncluded: source.isIncluded };
  } catch (error) {
    dropSourceRows(draft.staging, draft.state.nextSourceId);
    throw error;
  } finally {
    await workbook.close();
  }
}
