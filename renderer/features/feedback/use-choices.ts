import { useTranslation } from 'react-i18next';
import type { StoredQuestion } from '#shared/contract/feedback/shapes.ts';
import { type AnswerKey, answerKeys } from '#shared/domain/feedback/entry-keys.ts';

/** One answer that can be chosen, and the key that chooses it. */
interface Choice extends AnswerKey {
  readonly label: string;
}

/** What can be chosen; nothing where it is answered in words. */
export function useChoices(question: StoredQuestion): readonly Choice[] {
  const { t } = useTranslation();
  const { kind, choices } = question;
  const labelOf = (number: number): string => {
    if (kind === 'stars') return `${number} ★`;
    if (kind === 'scale') return String(number);
    if (kind === 'yesNo') return t(number === 1 ? 'feedback.yes' : 'feedback.no');
    return choices[number] ?? '';
  };
  return answerKeys(question).map((one) => ({ ...one, label: labelOf(one.number) }));
}
