import type { RawHandle } from '#db/file/client.ts';
import { importRowInsert, insertImportSource } from '#db/queries/imports/apply.ts';
import { findLayout, rememberLayout } from '#db/queries/imports/layouts.ts';
import { mendedCells, withMended } from '#db/staging/mended.ts';
import { firstProblems, readOutcomes } from '#db/staging/outcomes.ts';
import { readRows } from '#db/staging/staging.ts';
import type { ImportReport, RowOutcome } from '#shared/contract/imports.ts';
import type { ColumnState, OpenDraft, SourceState } from './draft-store.ts';
import { type LayoutChoices, layoutKey } from './layout-choices.ts';
import { remembered } from './mending/rules.ts';
import { erasedPerson } from './plan/customers/source-rules.ts';
import { outcomeOfCode } from './plan/outcomes.ts';
import { quotedRows } from './plan/quoted-rows.ts';
import { titledWidth } from './plan/surplus.ts';

const chunkRows = 5000;

/**
 * What is remembered for the layout: its fields as they were taken, and every answer ever given. One that
 * was forgotten begins anew, under the name it had.
 */
function choicesOf(source: SourceState, before: string | null): LayoutChoices {
  const fields = source.columns.map((column) => column.field);
  const former = before === null ? null : (JSON.parse(before) as LayoutChoices);
  const isSame = former?.fields.every((field, at) => field === fields[at]) === true;
  const holds = isSame && former?.forgottenAt === undefined;
  const { asks = [] } = source;
  const readings = Object.entries({ ...(holds ? former?.readings : {}), ...source.answers });
  return {
    headers: source.columns.map((column) => column.header),
    fields,
    // What is asked each time is not answered beforehand.
    readings: Object.fromEntries(readings.filter(([column]) => !asks.includes(Number(column)))),
    ...remembered(source),
    ...(former?.name === undefined ? {} : { name: former.name }),
  };
}

/** One import that is being recorded. */
interface Recording {
  readonly raw: RawHandle;
  readonly draft: OpenDraft;
  readonly importId: number;
  readonly report: ImportReport;
  /** ISO instant. */
  readonly at: string;
}

/** A column as the record keeps it; what stands beyond the titles is marked for the wrong rows. */
function recorded({ header, field, index }: ColumnState, source: SourceState) {
  const isSurplus = source.width !== null && index >= titledWidth(source);
  return { header, field, ...(isSurplus ? { isSurplus } : {}) };
}

function writeSource(recording: Recording, source: SourceState): number {
  const { raw, importId, report, at } = recording;
  const key = layoutKey(source.columns.map((column) => column.header));
  if (key !== null) {
    const choices = choicesOf(source, findLayout(raw, key));
    rememberLayout(raw, key, JSON.stringify(choices), at);
  }
  const counts = report.sources.find((each) => each.sourceId === source.id)?.counts;
  const { fileName, sheetName, sha256, headerRow } = source;
  return insertImportSource(raw, importId, {
    fileName,
    sheetName,
    sha256,
    layoutKey: key ?? '',
    headerRow,
    columns: JSON.stringify(source.columns.map((column) => recorded(column, source))),
    counts: JSON.stringify(counts ?? null),
  });
}

interface RowFate {
  readonly row: number;
  readonly outcome: RowOutcome;
}

function keepsCells({ outcome }: RowFate): boolean {
  return outcome === 'skipped' || outcome === 'wrong';
}

/** Records the sheets of an import and, of their rows, all that were not simply added. */
export function* recordImport(recording: Recording): Generator<void> {
  const { raw, draft } = recording;
  const { staging, state } = draft;
  const insert = importRowInsert(raw);
  for (const source of state.sources.filter((each) => each.isIncluded)) {
    const sourceId = writeSource(recording, source);
    const outcomes = readOutcomes(staging, source.id);
    const quoted = quotedRows(source);
    if (outcomes === null) continue;
    for (let from = 0; from < outcomes.numbers.length; from += chunkRows) {
      const records: RowFate[] = [];
      for (let at = from; at < Math.min(from + chunkRows, outcomes.numbers.length); at += 1) {
        const outcome = outcomeOfCode[outcomes.codes[at] ?? 0] ?? 'added';
        records.push({ row: outcomes.numbers[at] ?? 0, outcome });
      }
      const problems = firstProblems(
        staging,
        source.id,
        records.map(({ row }) => row),
      );
      const told = records.filter(({ row, outcome }) => outcome !== 'added' || problems.has(row));
      // Of whoever asked to be erased no word is kept.
      const keeping = told
        .filter((fate) => keepsCells(fate) && problems.get(fate.row) !== erasedPerson)
        .map(({ row }) => row);
      const cells = readRows(staging, source.id, keeping);
      // Alone, a row no longer has above it what an empty cell was filled with.
      const mended = mendedCells(staging, source.id, keeping);
      for (const { row, outcome } of told) {
        const stands = cells.get(row);
        const kept =
          stands === undefined ? undefined : withMended(quoted.split(stands), mended.get(row));
        const text = kept === undefined || kept.length === 0 ? null : JSON.stringify(kept);
        insert({ sourceId, row, outcome, reason: problems.get(row) ?? null, cells: text });
      }
      yield;
    }
  }
}
