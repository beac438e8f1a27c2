import { type RowBlock, readBlocks, type Staging } from '#db/staging/staging.ts';
import type { SourceState } from '../draft-store.ts';
import { quotedRows } from '../plan/quoted-rows.ts';
import { Mender } from './mender.ts';

type Rows = Pick<RowBlock, 'numbers' | 'rows'>;

function belowTitles({ numbers, rows }: RowBlock, headerRow: number): Rows {
  if ((numbers[0] ?? 0) > headerRow) return { numbers, rows };
  const kept = numbers.flatMap((number, index) => (number > headerRow ? [index] : []));
  return { numbers: kept.map((at) => numbers[at] ?? 0), rows: kept.map((at) => rows[at] ?? []) };
}

/** The rows of a source below its titles, a block at a time, as `mender` leaves them. */
export function* mendedBlocks(
  staging: Staging,
  source: SourceState,
  mender: Mender = new Mender(source),
): Generator<Rows> {
  const quoted = quotedRows(source);
  for (const block of readBlocks(staging, source.id)) {
    const { numbers, rows } = belowTitles(block, source.headerRow ?? 0);
    const mended = rows.map((row, index) => mender.mend(numbers[index] ?? 0, quoted.split(row)));
    yield { numbers, rows: mended };
  }
}

/** Whether steps change the rows of a source before they are read. */
export function isMended({ steps = [] }: SourceState): boolean {
  return steps.some(({ state }) => state === 'applied');
}
