import type { Staging } from './staging.ts';

/** The rows of one source and what becomes of each, by index: numbers ascending, a code each. */
export interface SourceOutcomes {
  readonly numbers: Int32Array;
  readonly codes: Uint8Array;
}

export function writeOutcomes(
  staging: Staging,
  sourceId: number,
  { numbers, codes }: SourceOutcomes,
): void {
  const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  staging.raw
    .prepare(
      'INSERT INTO outcomes (source_id, numbers, outcomes) VALUES (:sourceId, :numbers, :outcomes)',
    )
    .run({ sourceId, numbers: bytes, outcomes: Buffer.from(codes) });
}

export function readOutcomes(staging: Staging, sourceId: number): SourceOutcomes | null {
  const stored = staging.raw
    .prepare('SELECT numbers, outcomes FROM outcomes WHERE source_id = ?')
    .get(sourceId) as { numbers: Buffer; outcomes: Buffer } | undefined;
  if (stored === undefined) return null;
  const copy = new Uint8Array(stored.numbers);
  return { numbers: new Int32Array(copy.buffer), codes: new Uint8Array(stored.outcomes) };
}

export interface StoredProblem {
  readonly id: number;
  readonly source_id: number;
  readonly problem: string;
  readonly position: number | null;
  readonly value: string | null;
  readonly outcome: string;
  readonly rows: number;
}

export function writeProblems(
  staging: Staging,
  groups: readonly StoredProblem[],
  pairs: Iterable<readonly [sourceId: number, row: number, group: number]>,
): void {
  const group = staging.raw.prepare(
    `INSERT INTO problem_groups (id, source_id, problem, position, value, outcome, rows)
     VALUES (:id, :source_id, :problem, :position, :value, :outcome, :rows)`,
  );
  for (const each of groups) group.run(each);
  const pair = staging.raw.prepare(
    'INSERT OR IGNORE INTO row_problems (source_id, row_number, group_id) VALUES (?, ?, ?)',
  );
  for (const each of pairs) pair.run(...each);
}

/** Rows of a source that have a problem (and value, where one is given), ascending. */
export function rowsWithProblem(
  staging: Staging,
  sourceId: number,
  problem: string,
  value: string | null,
): number[] {
  return staging.raw
    .prepare(
      `SELECT DISTINCT p.row_number FROM row_problems p JOIN problem_groups g ON g.id = p.group_id
       WHERE p.source_id = :sourceId AND g.problem = :problem
         AND (:value IS NULL OR g.value = :value)
       ORDER BY p.row_number`,
    )
    .pluck()
    .all({ sourceId, problem, value }) as number[];
}

/** The first problem of each of these rows. */
export function firstProblems(
  staging: Staging,
  sourceId: number,
  rowNumbers: readonly number[],
): Map<number, string> {
  const rows = staging.raw
    .prepare(
      `SELECT p.row_number AS row, g.problem AS problem
       FROM row_problems p JOIN problem_groups g ON g.id = p.group_id
       WHERE p.source_id = ? AND p.row_number IN (SELECT value FROM json_each(?))
       ORDER BY p.row_number, p.group_id DESC`,
    )
    .all(sourceId, JSON.stringify(rowNumbers)) as { row: number; problem: string }[];
  return new Map(rows.map(({ row, problem }) => [row, problem]));
}
