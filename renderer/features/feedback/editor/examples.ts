import type { Translate } from '#renderer/base/i18n.ts';
import type { SurveyFacts, SurveyQuestion } from '#shared/contract/feedback/shapes.ts';
import { type QuestionKind, serviceDimensions } from '#shared/domain/vocabulary/feedback.ts';

/** What a new survey can begin with. */
export const exampleNames = ['satisfaction', 'recommend', 'service', 'own'] as const;
export type ExampleName = (typeof exampleNames)[number];

/** A question with nothing said of it but its kind. */
export function newQuestion(kind: QuestionKind, text = ''): SurveyQuestion {
  return { kind, text, choices: [], measures: null, dimension: null };
}

function questionsOf(t: Translate, name: ExampleName): SurveyQuestion[] {
  const better = newQuestion('words', t('feedback.example.satisfaction.better'));
  switch (name) {
    case 'satisfaction':
      return [
        newQuestion('stars', t('feedback.example.satisfaction.overall')),
        newQuestion('yesNo', t('feedback.example.satisfaction.found')),
        better,
      ];
    case 'recommend':
      return [
        {
          ...newQuestion('scale', t('feedback.example.recommend.question')),
          measures: 'recommend',
        },
        newQuestion('words', t('feedback.example.recommend.why')),
      ];
    case 'service':
      return [
        ...(['expected', 'met'] as const).flatMap((measures) =>
          serviceDimensions.map((dimension) => ({
            ...newQuestion('stars', t(`feedback.example.service.${measures}.${dimension}`)),
            ...{ measures, dimension },
          })),
        ),
        better,
      ];
    case 'own':
      return [newQuestion('stars')];
  }
}

/** A survey to be changed before it is saved, in the language of `t`. */
export function exampleOf(t: Translate, name: ExampleName): SurveyFacts {
  return {
    name: name === 'own' ? '' : t(`feedback.example.${name}.name`),
    intro: t('feedback.example.intro'),
    thanks: t('feedback.example.thanks'),
    handedOut: null,
    questions: questionsOf(t, name),
  };
}
