/** One complaint as the shop's notebook tells it; the person and the receipt are drawn. */
export interface ComplaintStory {
  /** Days before today on which it came in, and the time. */
  readonly ago: number;
  readonly at: string;
  readonly channel: string;
  readonly severity: string;
  /** Minutes until the first answer; null: nobody has answered. */
  readonly answerMinutes: number | null;
  /** Hours until it was solved; null: not yet. */
  readonly solveHours: number | null;
  readonly given: string;
  readonly amount: number | null;
  readonly status: string;
  /** What was bought; null: it is about the shop itself. */
  readonly product: string | null;
  readonly words: string;
  readonly cause: string;
  readonly solution: string;
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text);
}

function storyOf(lines: readonly string[]): ComplaintStory {
  const [head = '', about = '', end = ''] = lines;
  const [ago, at = '', channel = '', severity = '', answer, solve, ...rest] = head.split('|');
  const [given = '', amount, status = ''] = rest;
  const [product = '', words = ''] = about.split('|');
  const [cause = '', solution = ''] = end.split('|');
  return {
    ...{ ago: Number(ago), at, channel, severity, given, status, words, cause, solution },
    answerMinutes: numberOf(answer),
    solveHours: numberOf(solve),
    amount: numberOf(amount),
    product: product === '' ? null : product,
  };
}

/**
 * Reads a notebook of three lines each: days ago, time, channel, severity, minutes to the answer, hours
 * to the solution, what was given, its worth in major units, status; product and words; cause and solution.
 */
export function storiesOf(notebook: string): ComplaintStory[] {
  const lines = notebook.trim().split('\n');
  return lines.flatMap((_, at) => (at % 3 === 0 ? [storyOf(lines.slice(at, at + 3))] : []));
}
