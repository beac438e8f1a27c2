import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { AnswerFilter, SurveyRow } from '#shared/contract/feedback/shapes.ts';

/** What a filter leaves beyond what became of asking, in words; null: everything. */
export function useFilterWords(
  { questions }: SurveyRow,
  { since, way, question, from, to, month, tier }: AnswerFilter,
): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = questions.find(({ id }) => id === question);
  const parts = [
    since === null ? null : t('feedback.answer.since', { date: format.date(since, true) }),
    way === null ? null : t(`feedback.way.${way}`),
    month === null ? null : format.month(`${month}-01`),
    tier === null ? null : t(tier === 'unknown' ? 'feedback.answer.nobody' : `layer.${tier}`),
    asked === undefined ? null : asked.text,
    asked === undefined || (from === null && to === null)
      ? null
      : t('feedback.answer.between', { from: from ?? 0, to: to ?? 10 }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}
