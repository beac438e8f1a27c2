import { asReport } from '../../tasks/report.ts';
import { surveyResult } from './result.ts';

/** What the task process does of this area. */
export const feedbackTasks = {
  'feedback.result': asReport(surveyResult),
};
