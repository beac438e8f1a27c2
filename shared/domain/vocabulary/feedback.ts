/** How a question of a survey is answered: 1–5 stars, 0–10, yes or no, one of a list, or in words. */
export const questionKinds = ['stars', 'scale', 'yesNo', 'choice', 'words'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/**
 * What a question is about, where that is reckoned with. `recommend`: a scale that asks whether they would
 * recommend the shop; `expected` and `met`: stars for how important something is, and how well it was done.
 */
export const questionMeasures = ['recommend', 'expected', 'met'] as const;
export type QuestionMeasure = (typeof questionMeasures)[number];

/** What service is made of, to a customer. */
export const serviceDimensions = [
  'reliance',
  'reliability',
  'responsiveness',
  'empathy',
  'communication',
] as const;
export type ServiceDimension = (typeof serviceDimensions)[number];

/** By what way somebody was asked. */
export const surveyWays = ['phone', 'paper', 'kiosk'] as const;
export type SurveyWay = (typeof surveyWays)[number];

/** What became of asking somebody: `declined` did not want to, `unreached` were not at home. */
export const surveyOutcomes = ['answered', 'declined', 'unreached'] as const;
export type SurveyOutcome = (typeof surveyOutcomes)[number];
