import { oneOutlook, shopBacktest, shopPredicted } from './outlook.ts';

/** What the task process does for what is to come: made once of the same sales, then kept. */
export const outlookTasks = {
  'insights.predicted': shopPredicted,
  'insights.outlook': oneOutlook,
  'insights.backtest': shopBacktest,
};
