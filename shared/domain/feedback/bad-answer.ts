import type { Severity } from '../vocabulary/complaints.ts';
import type { QuestionKind, QuestionMeasure } from '../vocabulary/feedback.ts';

interface Asked {
  readonly id: number;
  readonly kind: QuestionKind;
  readonly measures: QuestionMeasure | null;
}

interface Said {
  readonly questionId: number;
  readonly number: number | null;
}

/** The highest numbers that are bad: of stars, and of whether they would recommend. */
export const badUpTo = { stars: 2, recommend: 6 } as const;

/** How bad one number is: 1 star and 0–3 of 10 are severe, 2 stars and 4–6 of 10 middling. */
function badnessOf({ kind, measures }: Asked, number: number): Severity | null {
  // How important something is is no word about the shop.
  if (measures === 'expected') return null;
  if (kind === 'stars' && number <= badUpTo.stars) return number === 1 ? 'severe' : 'medium';
  if (kind === 'scale' && measures === 'recommend' && number <= badUpTo.recommend)
    return number <= 3 ? 'severe' : 'medium';
  return null;
}

const order = ['light', 'medium', 'severe'] as const satisfies readonly Severity[];

function foundIn(questions: readonly Asked[], values: readonly Said[]): Severity[] {
  return values.flatMap(({ questionId, number }) => {
    const question = questions.find(({ id }) => id === questionId);
    return question === undefined || number === null ? [] : (badnessOf(question, number) ?? []);
  });
}

/** Whether an answer has a bad number. */
export function isBad(questions: readonly Asked[], values: readonly Said[]): boolean {
  return foundIn(questions, values).length > 0;
}

/** How bad an answer is as a complaint: by its worst number. */
export function badness(questions: readonly Asked[], values: readonly Said[]): Severity {
  const found = foundIn(questions, values);
  return order.findLast((severity) => found.includes(severity)) ?? 'light';
}
