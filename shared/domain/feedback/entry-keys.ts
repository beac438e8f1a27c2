import type { QuestionKind } from '../vocabulary/feedback.ts';

/** What of a question says how it is answered. */
export interface Answerable {
  readonly kind: QuestionKind;
  readonly choices: readonly string[];
}

/** One answer that can be chosen, as it is stored, and the digits that choose it. */
export interface AnswerKey {
  readonly number: number;
  readonly key: string;
}

function counted(from: number, to: number): AnswerKey[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    ...{ number: from + index, key: String(from + index) },
  }));
}

/** What can be chosen, in the order it is offered; nothing where it is answered in words. */
export function answerKeys({ kind, choices }: Answerable): readonly AnswerKey[] {
  if (kind === 'stars') return counted(1, 5);
  if (kind === 'scale') return counted(0, 10);
  if (kind === 'yesNo') return counted(0, 1).toReversed();
  return choices.map((_, number) => ({ number, key: String(number + 1) }));
}

/** Whether a key's digit settles a question by itself: a 1 of 0–10 may be on its way to 10. */
export function settles({ kind }: Answerable, number: number): boolean {
  return kind !== 'scale' || number !== 1;
}

/** The number that a digit makes of a question's answer; null: it has none by that digit. */
export function numberOf(
  { kind, choices }: Answerable,
  digit: number,
  before: number | null,
): number | null {
  if (kind === 'stars') return digit >= 1 && digit <= 5 ? digit : null;
  if (kind === 'yesNo') return digit <= 1 ? digit : null;
  if (kind === 'choice') return digit >= 1 && digit <= choices.length ? digit - 1 : null;
  if (kind !== 'scale') return null;
  return digit === 0 && before === 1 ? 10 : digit;
}
