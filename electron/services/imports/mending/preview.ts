import type { MendExample } from '#shared/contract/imports/mend.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import type { TaskContext } from '../../../context.ts';
import { breathe, type OpenDraft, type SourceState } from '../draft-store.ts';
import { cellText } from '../plan/cells.ts';
import { mendedBlocks } from './mended-blocks.ts';
import { type MendedCell, Mender, StepTally } from './mender.ts';
import { withStep } from './steps.ts';

const mostExamples = 20;
const longest = 400;

function shown(cell: Cell): string | null {
  const text = cellText(cell);
  return text === '' ? null : text.slice(0, longest);
}

/** Gathers the first cells that change; cells one below the other, filled from one value, are one example. */
class Examples {
  readonly list: MendExample[] = [];

  add({ row, column, before, after, fromRow }: MendedCell): void {
    const last = this.list.at(-1);
    const isNext = last?.column === column && last.lastRow === row - 1;
    if (fromRow !== null && last?.fromRow === fromRow && isNext) {
      this.list[this.list.length - 1] = { ...last, lastRow: row };
      return;
    }
    if (this.list.length >= mostExamples) return;
    const told = { before: shown(before), after: shown(after) };
    this.list.push({ row, lastRow: row, column, ...told, fromRow });
  }
}

/** What a step would do to the rows of a source as the steps before it leave them; nothing is kept. */
export async function previewStep(
  ctx: TaskContext,
  draft: OpenDraft,
  source: SourceState,
  step: MendStep,
): Promise<Output<'imports.previewMend'>> {
  const { id, source: tried } = withStep(source, step);
  const examples = new Examples();
  const mender = new Mender(tried, (stepId, cell) => {
    if (stepId === id) examples.add(cell);
  });
  let done = 0;
  for (const { rows } of mendedBlocks(draft.staging, tried, mender)) {
    done += rows.length;
    ctx.progress('checking', Math.min(done, source.rows), source.rows);
    await breathe(ctx.signal);
  }
  const { cells, rows, tooLong, decimals, unfilled, below, totals } =
    mender.tallies.get(id) ?? noTally;
  return { cells, rows, tooLong, decimals, unfilled, below, totals, examples: examples.list };
}

const noTally = new StepTally();
