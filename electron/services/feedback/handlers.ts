import { answersIn, badOpenAnswers, changeAnswer, dropAnswer, recordAnswer } from './answers.ts';
import { complainOfAnswer } from './complain.ts';
import { beginKiosk, leaveKiosk, shownKiosk } from './kiosk.ts';
import { allSurveys, changeSurvey, createSurvey, dropSurvey, oneSurvey } from './surveys.ts';

/** What main does for each channel of this area that it serves itself. */
export const feedbackHandlers = {
  'feedback.list': allSurveys,
  'feedback.get': oneSurvey,
  'feedback.create': createSurvey,
  'feedback.update': changeSurvey,
  'feedback.remove': dropSurvey,
  'feedback.answers': answersIn,
  'feedback.badOpen': badOpenAnswers,
  'feedback.answer': recordAnswer,
  'feedback.changeAnswer': changeAnswer,
  'feedback.dropAnswer': dropAnswer,
  'feedback.complain': complainOfAnswer,
  'feedback.kiosk': shownKiosk,
  'feedback.kioskStart': beginKiosk,
  'feedback.kioskLeave': leaveKiosk,
};
