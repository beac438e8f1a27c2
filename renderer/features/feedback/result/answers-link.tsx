import { Link } from 'wouter';
import { filterAddress } from '#renderer/base/filter-address.ts';
import type { Address } from '#renderer/base/routes.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { type AnswerFilter, answerFilter } from '#shared/contract/feedback/shapes.ts';
import type { SurveyId } from '#shared/ids.ts';

/** The address of the answers of a survey that a filter leaves. */
export function answersAt(id: SurveyId, filter: Partial<AnswerFilter>): Address {
  return filterAddress(`/feedback/${id}/answers`, answerFilter.shape).showing({
    outcome: 'answered',
    ...filter,
  });
}

interface Props {
  readonly id: SurveyId;
  readonly count: number;
  readonly filter: Partial<AnswerFilter>;
}

/** A count that opens the answers it counts. */
export function AnswersLink({ id, count, filter }: Props) {
  const format = useFormat();
  if (count === 0) return format.number(0);
  return <Link href={answersAt(id, filter)}>{format.number(count)}</Link>;
}
