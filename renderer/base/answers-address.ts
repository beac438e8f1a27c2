import { type AnswerFilter, answerFilter } from '#shared/contract/feedback/shapes.ts';
import type { SurveyId } from '#shared/ids.ts';
import { filterAddress } from './filter-address.ts';
import type { Address } from './routes.ts';

/** The address of the answers of a survey that a filter leaves. */
export function answersAt(id: SurveyId, filter: Partial<AnswerFilter>): Address {
  return filterAddress(`/feedback/${id}/answers`, answerFilter.shape).showing({
    outcome: 'answered',
    ...filter,
  });
}
