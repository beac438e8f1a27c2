import { asReport } from '../../tasks/report.ts';
import { exportComplaints } from '../exports/complaints.ts';
import { complaintReportOf } from './report/report.ts';

/** What the task process does for this area. */
export const complaintTasks = {
  'complaints.export': exportComplaints,
  'complaints.report': asReport(complaintReportOf),
};
