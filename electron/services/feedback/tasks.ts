import { asReport } from '../../tasks/report.ts';
import { surveyPaperTasks } from './paper/tasks.ts';
import { surveyResult } from './result.ts';

/** What the task process does of this area. */
export const feedbackTasks = {
  'feedback.result': asReport(surveyResult),
  ...surveyPaperTasks,
};
