import { readPlanFact } from '#db/staging/plan.ts';
import type { Staging } from '#db/staging/staging.ts';
import type { MendExample } from '#shared/contract/imports/mend.ts';
import type { Output } from '#shared/contract/index.ts';
import type { FilledGroup } from '#shared/domain/mending/fill-shape.ts';
import type { SourceState } from '../draft-store.ts';
import type { FillSurvey, FoundShape } from './fill-survey.ts';
import type { Mender } from './mender.ts';

/** What a plan keeps of the mending of one source. */
export interface SourceMending {
  readonly sourceId: number;
  readonly done: readonly Omit<Output<'imports.mending'>['done'][number], 'sourceId'>[];
  readonly shapes: readonly FoundShape[];
}

/** The fact of a plan under which it is kept. */
export const mendingFact = 'mending';

const longest = 400;

export function mendingOf(
  { id: sourceId }: SourceState,
  { mender, survey }: { readonly mender: Mender; readonly survey: FillSurvey },
): SourceMending {
  const done = [...mender.tallies].map(([id, tally]) => {
    const { cells, rows, totals, decimals } = tally;
    return { id, cells, rows, totals, decimals };
  });
  return { sourceId, done, shapes: survey.found() };
}

function exampleOf(column: number, { value, valueRow, fromRow, toRow }: FilledGroup): MendExample {
  const after = value.slice(0, longest);
  return { row: fromRow, lastRow: toRow, column, before: null, after, fromRow: valueRow };
}

/** What the steps of a draft did in its last check, and what is offered; nothing where none was made. */
export function mendingDone(staging: Staging): Output<'imports.mending'> {
  const kept = (readPlanFact(staging, mendingFact) ?? []) as readonly SourceMending[];
  return {
    done: kept.flatMap(({ sourceId, done }) => done.map((each) => ({ sourceId, ...each }))),
    offers: kept.flatMap(({ sourceId, shapes }) =>
      shapes.map(({ column, header, shape: { cells, groups, examples } }) => ({
        ...{ sourceId, column, header, cells, groups },
        examples: examples.map((group) => exampleOf(column, group)),
      })),
    ),
  };
}
