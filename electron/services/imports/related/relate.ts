import { readSummaries } from '#db/staging/staging.ts';
import type { ColumnSummary } from '#shared/domain/columns/summary.ts';
import type { OpenDraft, SourceRole, SourceState } from '../draft-store.ts';
import type { Inspection } from '../inspect.ts';
import { withAsks } from '../mending/rules.ts';
import { settleColumns } from '../source-columns.ts';
import { ColumnKeys } from './column-keys.ts';
import { rolesOf } from './roles.ts';
import { withSharedCodes } from './shared-codes.ts';

/** Columns are read as the rows are meant: what orders or their lines leave open is asked now. */
function settled(
  draft: OpenDraft,
  source: SourceState,
  role: SourceRole | null,
  inspection: Inspection,
): SourceState {
  const { columns, answers, uncalculated } = source;
  const summaries = readSummaries(draft.staging, source.id) as ColumnSummary[];
  const headers = columns.map(({ header }) => header);
  const choices = columns;
  return withAsks({
    ...source,
    role,
    columns: settleColumns(
      { headers, summaries, choices, answers, uncalculated, role },
      inspection.columns,
    ),
  });
}

/**
 * Finds out which sources of a draft belong together: codes that one list gives and another file only
 * names, and orders whose lines stand in another file. What the files hold decides, not their order.
 */
export async function relate(draft: OpenDraft, inspection: Inspection): Promise<void> {
  const { sources } = draft.state;
  const isAlone = sources.filter(({ isIncluded }) => isIncluded).length < 2;
  if (isAlone && sources.every(({ role = null }) => role === null)) return;
  const keys = new ColumnKeys(draft.staging, inspection.ctx.signal);
  const coded = await withSharedCodes(sources, keys);
  const roles = await rolesOf(coded, keys);
  const related = coded.map((source, index) => {
    const role = roles.get(source.id) ?? null;
    const isSame = role === (source.role ?? null) && source === sources[index];
    return isSame ? source : settled(draft, source, role, inspection);
  });
  if (related.every((source, index) => source === sources[index])) return;
  draft.state = { ...draft.state, revision: draft.state.revision + 1, sources: related };
}
