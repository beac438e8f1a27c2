import type { SurveyRow } from '#shared/contract/feedback/shapes.ts';
import { surveyOutcomes, surveyWays } from '#shared/domain/vocabulary/feedback.ts';

/** How many have answered, by any way. */
export function answersOf({ standing }: SurveyRow): number {
  return surveyWays.reduce((sum, way) => sum + standing[way].answered, 0);
}

/** Whether anybody was asked, whatever came of it. */
export function isAsked({ standing }: SurveyRow): boolean {
  return surveyWays.some((way) => surveyOutcomes.some((outcome) => standing[way][outcome] > 0));
}
