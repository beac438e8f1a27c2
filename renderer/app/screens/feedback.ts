import { later } from './later.ts';

/** Every survey. */
export const FeedbackPage = later(
  () => import('#renderer/features/feedback/feedback-page.tsx'),
  (module) => module.FeedbackPage,
);
/** A new one. */
export const NewSurveyPage = later(
  () => import('#renderer/features/feedback/editor/new-survey-page.tsx'),
  (module) => module.NewSurveyPage,
);
/** The words of one, to be changed. */
export const ChangeSurveyPage = later(
  () => import('#renderer/features/feedback/editor/change-survey-page.tsx'),
  (module) => module.ChangeSurveyPage,
);
/** One of them. */
export const SurveyPage = later(
  () => import('#renderer/features/feedback/survey-page.tsx'),
  (module) => module.SurveyPage,
);
/** Writes down what somebody answers. */
export const EntryPage = later(
  () => import('#renderer/features/feedback/entry/entry-page.tsx'),
  (module) => module.EntryPage,
);
/** Everybody who was asked. */
export const AnswersPage = later(
  () => import('#renderer/features/feedback/answers/answers-page.tsx'),
  (module) => module.AnswersPage,
);
/** What everybody said, question by question. */
export const SurveyResultPage = later(
  () => import('#renderer/features/feedback/result/result-page.tsx'),
  (module) => module.SurveyResultPage,
);
