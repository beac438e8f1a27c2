import { asReport } from '../../tasks/report.ts';
import { asReckoned } from '../segments/as-reckoned.ts';
import { checkCampaign, checkedPeople } from './check.ts';
import { allCampaigns } from './facts.ts';
import { campaignPeople, campaignResult } from './measure.ts';
import { campaignPaperTasks } from './paper/tasks.ts';
import { standingAfter, standingAfterRows } from './standing/after.ts';
import { checkedStanding, checkStanding } from './standing/check.ts';
import { dueToday } from './standing/due.ts';
import { startOne } from './start.ts';

/** What the task process does of this area. */
export const campaignTasks = {
  'campaigns.list': asReport(allCampaigns),
  'campaigns.check': asReckoned(checkCampaign),
  'campaigns.checked': asReckoned(checkedPeople),
  'campaigns.result': asReport(campaignResult),
  'campaigns.people': asReport(campaignPeople),
  'campaigns.start': startOne,
  ...campaignPaperTasks,
  'standing.check': asReckoned(checkStanding),
  'standing.checked': asReckoned(checkedStanding),
  'standing.after': asReport(standingAfter),
  'standing.afterRows': asReport(standingAfterRows),
  'standing.due': asReckoned(dueToday),
};
