/**
 * What safety is measured by: a test of each tells its figure as it runs, and `npm test` prints them all.
 * SECURITY.md says what each promises, how large it is run and what must fail if the test is worth anything.
 */
export const bars = {
  R1: 'killed while it writes',
  R2: 'power lost while it writes',
  R3: 'a write, flush or renaming that fails',
  R4: 'an import stopped; imports undone',
  R5: 'every version before, migrated',
  R6: 'failed copies and rotation',
  R7: 'backup, destroy, restore',
  R8: 'damaged live files',
  R9: 'started several times at once',
  R10: 'random commands against a model',
  R11: 'memory, cancelling, blocking',
  R12: 'export of everything, and the accountant',
  S1: 'hostile files',
  S2: 'mutated files',
  S3: 'formulas in written tables',
  S4: 'arbitrary payloads and senders',
  S5: 'options of the window',
  S6: 'hostile addresses',
  S7: 'content policy and paths',
  S9: 'scripts in text',
  S10: 'a password set, changed, removed',
  P1: 'what is held of one person',
  P2: 'one person erased',
  D1: 'the same person found',
  D2: 'two records merged and taken apart',
} as const;

export type Bar = keyof typeof bars;

/** One thing that a test found. */
export interface Figure {
  readonly bar: Bar;
  readonly text: string;
}

function parse(line: string): Figure | null {
  try {
    return JSON.parse(line) as Figure;
  } catch {
    return null;
  }
}

/** What is printed of the lines that tests left: every bar, in their order, also where none came. */
export function figureTable(lines: string): readonly string[] {
  const figures = lines.split('\n').flatMap((line) => (line === '' ? [] : (parse(line) ?? [])));
  const width = Math.max(...Object.values(bars).map(({ length }) => length));
  return Object.entries(bars).flatMap(([bar, what]) => {
    const found = figures.filter((figure) => figure.bar === bar).map(({ text }) => text);
    const texts = found.length === 0 ? ['no figure'] : found.toSorted();
    return texts.map((text) => `${bar.padEnd(4)} ${what.padEnd(width)}  ${text}`);
  });
}
