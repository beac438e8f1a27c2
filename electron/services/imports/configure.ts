import { readSummaries } from '#db/staging/staging.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { type ImportField, isImportField } from '#shared/domain/columns/fields.ts';
import type { ColumnReading } from '#shared/domain/columns/reading.ts';
import type { ColumnSummary } from '#shared/domain/columns/summary.ts';
import { AppFailure } from '#shared/errors.ts';
import { takeLongStep } from '../../tasks/pulse.ts';
import { type OpenDraft, type SourceState, sourceOf, withSource } from './draft-store.ts';
import { type Inspection, rereadSource, sourceFrom } from './inspect.ts';
import { carriedOver } from './mending/carried.ts';
import { withAsks } from './mending/rules.ts';
import { relate } from './related/relate.ts';
import { chooseFields, settleColumns } from './source-columns.ts';
import { restageColumns } from './stage-source.ts';

type Change = Parsed<'imports.configure'>;

function invalid(path: string, problem: string): AppFailure {
  return new AppFailure({ code: 'VALIDATION', issues: [{ path, problem }] });
}

function chosenFields(change: Change, width: number): Record<string, ImportField> {
  const chosen: Record<string, ImportField> = {};
  for (const [column, field] of Object.entries(change.fields ?? {})) {
    if (!isImportField(field)) throw invalid(`fields.${column}`, 'unknown-field');
    if (!isColumn(column, width)) throw invalid(`fields.${column}`, 'unknown-column');
    chosen[column] = field;
  }
  return chosen;
}

function isColumn(text: string, width: number): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) < width;
}

/** A reading as it was chosen, without the keys that were left out. */
function chosenReadings(change: Change, width: number): Record<string, ColumnReading> {
  const readings: Record<string, ColumnReading> = {};
  for (const [column, { numberStyle, dateOrder, discount, own }] of Object.entries(
    change.readings ?? {},
  )) {
    if (!isColumn(column, width)) throw invalid(`readings.${column}`, 'unknown-column');
    readings[column] = {
      ...(numberStyle === undefined ? {} : { numberStyle }),
      ...(dateOrder === undefined ? {} : { dateOrder }),
      ...(discount === undefined ? {} : { discount }),
      ...(own === undefined ? {} : { own }),
    };
  }
  return readings;
}

async function restage(
  draft: OpenDraft,
  source: SourceState,
  change: Change,
  inspection: Inspection,
): Promise<SourceState> {
  const { encoding, separator, chatWith, headerRow } = change;
  let next = source;
  if (encoding !== undefined || separator !== undefined || chatWith !== undefined) {
    next = await rereadSource(draft, next, { encoding, separator, chatWith }, inspection);
  }
  if (headerRow !== undefined && headerRow !== next.headerRow) {
    const { signal } = inspection.ctx;
    const staged = await restageColumns(draft.staging, source.id, headerRow, signal);
    const former = next;
    next = takeLongStep(() => sourceFrom(former, staged, inspection, draft.staging));
  }
  return next === source ? source : carriedOver(source, next);
}

function rechoose(
  draft: OpenDraft,
  source: SourceState,
  change: Change,
  { columns: context }: Inspection,
): SourceState {
  if (change.fields === undefined && change.readings === undefined) return source;
  const width = source.columns.length;
  const fields = chosenFields(change, width);
  const kept = { ...source.answers };
  // Another field is another question: an old answer does not settle it.
  for (const column of Object.keys(fields)) delete kept[column];
  const answers = { ...kept };
  for (const [column, reading] of Object.entries(chosenReadings(change, width))) {
    answers[column] = { ...answers[column], ...reading };
  }
  const summaries = readSummaries(draft.staging, source.id) as ColumnSummary[];
  const headers = source.columns.map((column) => column.header);
  const current = source.columns.map(({ field, confidence, because }) => ({
    field,
    confidence,
    because,
  }));
  const choices = takeLongStep(() =>
    chooseFields({ headers, summaries, columns: current, chosen: fields }, context),
  );
  const { uncalculated, role } = source;
  const columns = takeLongStep(() =>
    settleColumns({ headers, summaries, choices, answers, uncalculated, role }, context),
  );
  const answered = new Set([...Object.keys(fields), ...Object.keys(change.readings ?? {})]);
  const openAsks = (source.openAsks ?? []).filter((column) => !answered.has(String(column)));
  return withAsks({ ...source, columns, answers, openAsks });
}

function withFix(source: SourceState, fix: Change['fix']): SourceState {
  if (fix === undefined) return source;
  const { column, problem, alike = [], isTakenBack = false, ...own } = fix;
  if (column >= source.columns.length) throw invalid('fix.column', 'unknown-column');
  const values = new Set([own.from, ...alike]);
  const others = source.fixes.filter(
    (each) => each.column !== column || !values.has(each.from) || each.problem !== problem,
  );
  const after = (source.steps ?? []).at(-1)?.id;
  const made = [...values].map((from) => ({ ...own, column, problem, from, after }));
  return { ...source, fixes: isTakenBack ? others : [...others, ...made] };
}

/** Changes how one source is read. Nothing changes when one part of the change is refused. */
export async function configureSource(
  draft: OpenDraft,
  change: Change,
  inspection: Inspection,
): Promise<void> {
  const restaged = await restage(draft, sourceOf(draft.state, change.sourceId), change, inspection);
  const chosen = withFix(rechoose(draft, restaged, change, inspection), change.fix);
  const isIncluded = change.isIncluded ?? chosen.isIncluded;
  const existing = change.existing ?? chosen.existing;
  draft.state = withSource(draft.state, {
    ...chosen,
    isIncluded,
    ...(existing === undefined ? {} : { existing }),
    ...(change.existing === undefined ? {} : { existingFrom: 'chosen' as const }),
  });
  await relate(draft, inspection);
}
