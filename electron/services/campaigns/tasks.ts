import { asReport } from '../../tasks/report.ts';
import { checkCampaign, checkedPeople } from './check.ts';
import { allCampaigns } from './facts.ts';
import { campaignPeople, campaignResult } from './measure.ts';
import { startOne } from './start.ts';

/** What the task process does of this area. */
export const campaignTasks = {
  'campaigns.list': asReport(allCampaigns),
  'campaigns.check': asReport(checkCampaign),
  'campaigns.checked': asReport(checkedPeople),
  'campaigns.result': asReport(campaignResult),
  'campaigns.people': asReport(campaignPeople),
  'campaigns.start': startOne,
};
