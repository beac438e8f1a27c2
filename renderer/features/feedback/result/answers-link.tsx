import { Link } from 'wouter';
import { answersAt } from '#renderer/base/answers-address.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { AnswerFilter } from '#shared/contract/feedback/shapes.ts';
import type { SurveyId } from '#shared/ids.ts';

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
