import { comingBack } from './coming-back/coming-back.ts';
import { soldInTime } from './time/time.ts';

/** What the task process does for the tabs that stand on all sales: made once of the same sales, then kept. */
export const insightsTabTasks = {
  'insights.comingBack': comingBack,
  'insights.time': soldInTime,
};
