import { useTranslation } from 'react-i18next';
import type { AnswerValue, StoredQuestion } from '#shared/contract/feedback/shapes.ts';

/** One answer as a person says it; null: the question was passed over. */
export function useAnswerText() {
  const { t } = useTranslation();
  return (
    { kind, choices }: StoredQuestion,
    value: Pick<AnswerValue, 'number' | 'words'> | undefined,
  ): string | null => {
    if (value === undefined) return null;
    const { number, words } = value;
    if (number === null) return words === '' ? null : words;
    if (kind === 'stars') return `${number} ★`;
    if (kind === 'yesNo') return t(number === 1 ? 'feedback.yes' : 'feedback.no');
    return kind === 'choice' ? (choices[number] ?? null) : String(number);
  };
}
